"""What kind of act a cue names: saying, showing, holding, wanting or doing."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from secondsource.reading.statements.act_table import act_table
from secondsource.reading.statements.cue_table import english_cues, english_words
from secondsource.reading.statements.forms import BE, noun_bases, verb_bases

SAY = "say"
"""Class of a cue that is only a mark, and of words quoted without any cue."""

DO = "do"
"""Class of a cue in which nothing of the table stands: the encoder takes deeds for attributions too."""

_GAP = 2
"""Words that may stand between two words of a phrase: "made it very clear", "took several swipes at"."""

_NAMES = frozenset(
    ["a", "an", "the", "his", "her", "its", "their", "our", "my", "such", "no", "any", "'s", "of", "with", "for", "in"]
)
"""Words after which a word that is both is a noun: "the fear", "his support"."""
_BRACKETS = frozenset(["(", "["])
"""What opens a credit: "(Reuters)"."""

_ATTITUDES = frozenset(["believe", "guess", "fear", "know", "feel", "support", "hope"])

Table = Mapping[str, str]


def act_of(words: Sequence[str], source: Sequence[str] = ()) -> str:
    """Return the class of act of a cue, "do" where nothing of the table stands in it.

    The first word that tells decides, so that "said he was worried" says and "has been investigating" does. Verbs
    that only lead to another ("made the claim", "refused to say", "continued to question") decide where none follows.

    Args:
        words: The cue's words, in order; marks among them tell nothing.
        source: The words that name who says it. Where the cue leaves it open ("suggests", "in"), they tell data,
            which show, from people, who say.
    """
    low = [word.casefold().replace("’", "'") for word in words if any(char.isalnum() for char in word)]
    if not low or words[0] in _BRACKETS:
        return SAY
    if len(low) == 1 and low[0] in _table("alone"):
        return _table("alone")[low[0]]
    act = _telling(low) or _leading(low) or _adverb(low) or DO
    if act == DO and words[-1] == ":":  # "He laughed: …"
        return SAY
    return "appear" if act == "suggest" and _is_record(source) else act


def _is_record(source: Sequence[str]) -> bool:
    return any(form in _table("records") for word in source for form in noun_bases(word.casefold()))


def _telling(low: Sequence[str]) -> str | None:
    """Return the class of the first word or phrase that tells."""
    for place, word in enumerate(low):
        act = _phrase(low, place)
        if act is not None:
            return act
        if word in _skipped():
            continue
        noun = _first(_table("nouns"), noun_bases(word))
        # "'s" may be "has" as well: "'s said" is no noun.
        named = place > 0 and low[place - 1] in _NAMES and (noun is not None or low[place - 1] != "'s")
        verb = _verb(word, named=named)
        if noun is not None and _shows(low, place + 1):
            continue
        if noun is not None and verb is None and (named or not _leading([word])):
            # "Voiced doubts" and "exchanged views" are sayings, "has doubts" is none.
            return SAY if noun in _ATTITUDES and _leading(low[:place]) == SAY else noun
        act = verb or _table("adjectives").get(word)
        if act is not None:
            return act
    return None


def _shows(low: Sequence[str], place: int) -> bool:
    """Return whether a word is a verb and no noun, so that the noun before it is its subject ("reports show")."""
    return (
        place < len(low)
        and low[place] not in _skipped()
        and not low[place].endswith("ing")
        and _verb(low[place], named=False) is not None
        and _first(_table("nouns"), noun_bases(low[place])) is None
    )


def _verb(word: str, *, named: bool) -> str | None:
    # After a possessive or an article a word is a noun, unless its ending says otherwise ("it 's backing").
    if named and not word.endswith(("ing", "ed")):
        return None
    forms = list(verb_bases(word))
    return None if _first(_table("leading"), forms) else _first(_table("verbs"), forms)


def _leading(low: Sequence[str]) -> str | None:
    return next((act for word in low if (act := _first(_table("leading"), verb_bases(word)))), None)


def _adverb(low: Sequence[str]) -> str | None:
    return next((_table("adverbs")[word] for word in low if word in _table("adverbs")), None)


def _first(table: Table, forms: Iterable[str]) -> str | None:
    return next((table[form] for form in forms if form in table), None)


def _phrase(low: Sequence[str], place: int) -> str | None:
    """Return the class of the longest phrase that begins here."""
    starts = {low[place], *verb_bases(low[place]), *noun_bases(low[place])}
    found = [pair for start in starts for pair in _phrases().get(start, ()) if _follows(low, place + 1, pair[0])]
    return max(found, key=lambda pair: (len(pair[0]), pair), default=(None, None))[1]


def _follows(low: Sequence[str], place: int, rest: Sequence[str]) -> bool:
    gap = 0 if low[place - 1] in BE else _GAP
    for wanted in rest:
        near = range(place, min(len(low), place + 1 + gap))
        hit = next((at for at in near if low[at] == wanted or wanted in noun_bases(low[at])), None)
        if hit is None:
            return False
        place = hit + 1
    return True


@cache
def _skipped() -> frozenset[str]:
    kinds = ("auxiliaries", "negations", "pronouns", "determiners", "prepositions", "adverbs")
    return frozenset[str]().union(*(english_words(kind) for kind in kinds))


@cache
def _table(kind: str) -> Table:
    """Return the words of one kind with their classes; verbs that acts.toml has not come from cues.toml."""
    own = {word: act for act, words in act_table()[kind].items() for word in words.split()}
    if kind != "verbs":
        return own
    cues = {cue.lemma: cue.act for found in english_cues().values() for cue in reversed(found) if not cue.rest}
    return {**cues, **own, **_table("leading")}


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases by their first word: what must follow it, and the class."""
    acts = {cue.lemma: cue.act for found in english_cues().values() for cue in reversed(found) if cue.rest}
    for act, phrases in act_table()["phrases"].items():
        acts.update(dict.fromkeys((" ".join(phrase.split()) for phrase in phrases.replace("\n", "|").split("|")), act))
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, act in acts.items():
        first, *rest = phrase.split() or [""]
        found.setdefault(first, []).append((tuple(rest), act))
    return {first: tuple(pairs) for first, pairs in found.items()}
