"""Texts marked with names, as examples; each set says nothing of what it does not mark."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.model.entity import NameType
from secondsource.reading.encoder.tags import N_NAME_TAGS, NAME_TYPES, OUTSIDE, begin, inside
from training.examples import Example, bits, empty_targets, encoded, starts_of, words_in
from training.marked import plain
from training.sources import CORPUS, Article, name_articles
from training.swap import Changed, swap_spans

SETS = ("re3d", "uner-en-ewt", "gum-entities", "wnut17", "lgl", "geovirus")

_ANY = bits(range(N_NAME_TAGS))
_PLACES = (NameType.GPE, NameType.LOC, NameType.FACILITY)
_OURS = (NameType.NORP, NameType.PLATFORM, NameType.WEAPON, NameType.LAW, NameType.EVENT)

Types = tuple[NameType, ...]
_TYPES: dict[str, dict[str, Types | None]] = {
    "re3d": {
        "Organisation": (NameType.ORG,),
        "Person": (NameType.PERSON,),
        "Location": _PLACES,
        "Nationality": (NameType.NORP,),
        "Weapon": (NameType.WEAPON,),
        "MilitaryPlatform": (NameType.PLATFORM,),
        "Vehicle": (NameType.PLATFORM,),
        "DocumentReference": (NameType.LAW,),
    },
    "uner-en-ewt": {"PER": (NameType.PERSON,), "ORG": (NameType.ORG,), "LOC": _PLACES},
    "wnut17": {
        "person": (NameType.PERSON,),
        "location": _PLACES,
        "group": (NameType.ORG,),
        "corporation": (NameType.ORG,),
        "product": None,
        "creative-work": None,
    },
    "gum-entities": {
        "person": (NameType.PERSON,),
        "organization": (NameType.ORG,),
        "place": _PLACES,
        "event": (NameType.EVENT,),
        "object": None,
        "abstract": None,
        "substance": None,
        "animal": None,
        "plant": None,
    },
    "lgl": {"place": _PLACES},
    "geovirus": {"place": _PLACES},
}
"""What each set's types may be of ours; None where that cannot be said."""

_SILENT: dict[str, Types] = {
    "re3d": (NameType.EVENT, NameType.LAW),
    "uner-en-ewt": _OURS,
    "wnut17": _OURS,
    "gum-entities": tuple(NAME_TYPES),
    "lgl": tuple(kind for kind in NAME_TYPES if kind not in _PLACES),
    "geovirus": tuple(kind for kind in NAME_TYPES if kind not in _PLACES),
    "own": (),
}
"""What a capitalised word that a set leaves unmarked may still be: types the set does not know."""

# Seas, mountains and buildings keep their names: there is no list of their like to draw from.
_KIND = {
    NameType.PERSON: "person",
    NameType.GPE: "place",
    NameType.ORG: "body",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked name: where it stands and what it may be; None where it may be anything."""

    start: int
    end: int
    types: Types | None


def name_examples(rng: random.Random, *, versions: int) -> dict[str, list[list[Example]]]:
    """Return, for each set, the versions of each text: itself first, then copies with other names."""
    found = {
        name: [_versions(name, article, rng, versions) for article in name_articles(name, dev=False)] for name in SETS
    }
    found["own"] = [_versions("own", article, rng, versions) for article in own_name_articles("train")]
    return found


def own_name_articles(part: str) -> list[Article]:
    """Return our own marked sentences, some to a text so that a window is not one line."""
    path = CORPUS / "names" / f"{part}.txt"
    made = []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number in range(0, len(lines), 6):
        text, spans = "", []
        for line in lines[number : number + 6]:
            words, marks = plain(line)
            spans += [{"start": m.start + len(text), "end": m.end + len(text), "type": m.label} for m in marks]
            text += words + "\n\n"
        made.append({"id": f"own-{part}-{number}", "text": text, "spans": spans})
    return made


def _versions(name: str, article: Article, rng: random.Random, versions: int) -> list[Example]:
    marked = list(marked_names(name, article))
    swappable = [(mark.start, mark.end, _KIND.get(mark.types[0], "")) for mark in marked if mark.types is not None]
    made = [name_example(name, marked, Changed(article["text"], ()))]
    text = article["text"]
    made.extend(
        name_example(name, marked, Changed(text, swap_spans(text, swappable, rng))) for _ in range(versions - 1)
    )
    return made


def marked_names(name: str, article: Article) -> Iterator[Marked]:
    """Yield the names that the set marks in one text; they may overlap only where nothing is known of one."""
    if name == "gum-entities":
        yield from _gum(article)
        return
    for span in article["spans"]:
        if name == "own":
            yield Marked(span["start"], span["end"], (NameType(span["type"]),))
        elif span["type"] in _TYPES[name]:
            yield Marked(span["start"], span["end"], _TYPES[name][span["type"]])


_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_CORE = re.compile(
    r"[A-Z0-9À-Þ][^\s,;:()\"“”]*"
    r"(?:\s+(?:(?:of|the|and|for|de|la|van|der|von|al|bin|to|in|on|at)\s+)*[A-Z0-9À-Þ][^\s,;:()\"“”]*)*"
)
_NO_NAMES = frozenset(
    [
        "i",
        "he",
        "she",
        "we",
        "they",
        "you",
        "it",
        "my",
        "his",
        "her",
        "our",
        "their",
        "your",
        "its",
        "me",
        "us",
        "them",
        "who",
        "this",
        "that",
        "these",
        "those",
        "one",
        "people",
        "some",
        "many",
        "all",
        "both",
        "everyone",
    ]
)
"""Words that a mention may begin with in capitals and that name nothing."""


def _gum(article: Article) -> Iterator[Marked]:
    """Yield the capitalised heads of GUM's mentions, which nest and take in pronouns and common nouns."""
    text = article["text"]
    taken: dict[tuple[int, int], Marked] = {}
    mentions = sorted(article["spans"], key=lambda span: (span["end"] - span["start"], span["start"]))
    for mention in mentions:
        types = _TYPES["gum-entities"].get(mention["type"])
        if mention["type"] == "time":
            continue
        core = _core(text, mention["start"], mention["end"])
        if core is None or core in taken:
            continue
        line_start = (
            core[0] == 0 or text[core[0] - 1] == "\n" or text[max(0, core[0] - 2) : core[0]] in {". ", "? ", "! "}
        )
        if not mention.get("wiki") and (line_start or mention["type"] not in {"person", "place", "organization"}):
            types = None
        inner = [key for key in taken if key[0] < core[1] and core[0] < key[1]]
        for key in inner:
            del taken[key]
        taken[core] = Marked(*core, types)
    yield from sorted(taken.values(), key=lambda mark: mark.start)


def _core(text: str, start: int, end: int) -> tuple[int, int] | None:
    opening = _ARTICLE.match(text, start, end)
    match = _CORE.match(text, opening.end() if opening else start, end)
    if match is None or match.group().casefold() in _NO_NAMES:
        return None
    words = match.group().rstrip(".!?'’-")
    for ending in ("'s", "’s"):
        words = words.removesuffix(ending)
    return (match.start(), match.start() + len(words)) if words else None


def name_example(name: str, marked: Iterable[Marked], changed: Changed) -> Example:
    """Return a marked text, its names changed, as an example."""
    text = encoded(changed.text)
    starts = starts_of(text.words)
    silent = _allowed(_SILENT[name])
    allowed = np.full(len(text.words), bits([OUTSIDE]), dtype=np.uint32)
    for index, word in enumerate(text.words):
        letters = changed.text[word.start : word.end]
        if letters[0].isupper() or (letters[0].isdigit() and len(letters) > 1):
            allowed[index] = silent
    for mark in marked:
        words = words_in(text.words, *changed.span((mark.start, mark.end)), starts=starts)
        if not words:
            continue
        if mark.types is None:
            allowed[words[0] : words[-1] + 1] = _ANY
            continue
        numbers = _numbers(mark.types)
        allowed[words[0]] = bits(begin(number) for number in numbers)
        allowed[words[0] + 1 : words[-1] + 1] = bits(inside(number) for number in numbers)
    nothing = empty_targets(len(text.words))
    return Example(
        kind="names",
        pieces=text.pieces,
        features=text.features,
        first=text.first,
        allowed=allowed,
        anchors=nothing,
        sources=nothing,
    )


def _numbers(types: Sequence[NameType]) -> list[int]:
    return [NAME_TYPES.index(kind) for kind in types]


def _allowed(types: Types) -> int:
    numbers = _numbers(types)
    return bits([OUTSIDE, *map(begin, numbers), *map(inside, numbers)])
