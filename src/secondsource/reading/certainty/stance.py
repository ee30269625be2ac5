"""How surely something is put: asserted, likely, possible, conditional, planned or denied."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from secondsource.model.evidence import Span, Spans
from secondsource.model.statement import Stance

_DOUBT = {
    "guess": Stance.POSSIBLE,
    "hope": Stance.POSSIBLE,
    "fear": Stance.POSSIBLE,
    "believe": Stance.LIKELY,
    "predict": Stance.LIKELY,
    "suggest": Stance.LIKELY,
    "appear": Stance.LIKELY,
    "plan": Stance.PLANNED,
}
"""What the act of the cue alone says about its content; acts not named here assert."""

_WEIGHT = {
    Stance.ASSERTED: 0,
    Stance.PLANNED: 1,
    Stance.LIKELY: 2,
    Stance.POSSIBLE: 3,
    Stance.CONDITIONAL: 4,
    Stance.DENIED: 5,
}
_SCRIPTED = (("ko", re.compile("[\uac00-\ud7a3]")), ("ru", re.compile("[\u0400-\u04ff]")))
# "he would attend" after "said" is a future seen from the past, not a condition; "would like to" is a wish.
_BACKSHIFT = re.compile(r"\b(?:he|she|they|it)(?: \w{2,12}ly)? would\b", re.IGNORECASE)
_WISH = re.compile(r"\bwould (?:also |very much )?(?:like|love|prefer|welcome|rather)\b", re.IGNORECASE)
# "Any cooperation that helps … is a violation" says what would follow, not that there is such a cooperation.
_GENERIC = re.compile(
    r"\W{0,3}(?:that\s+)?(?P<any>any|whatever|whoever|anyone|anything)\b"
    r"(?=(?:\W+\w+){0,6}?\W+(?:that|which|who|directly|indirectly|helping|seeking|found)\b|\W+\w+\W+\w+s\b)",
    re.IGNORECASE,
)
_ASKED_WHETHER = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|see|know|knew|wonder(?:ed|s)?|unclear|question|clear|sure|tell|said|say) if\b",
    re.IGNORECASE,
)
_NEGATION_FIRST = re.compile(
    r"\W{0,3}(?:that\s+)?(?:\w+\s+){0,4}?(?:no|not|never|none|nobody|nothing|neither|\w{2,6}n[’']t|cannot)\b",
    re.IGNORECASE,
)
_MONTH_MAY = re.compile(r"(?:\b(?:in|on|late|early|since|until|of|last|by|\d{1,2}\.?) |, )May\b|\bMay(?=[ \u00a0]\d)")


@dataclass(frozen=True, slots=True)
class Stanced:
    """How surely words are put, and by which words.

    Attributes:
        stance: How surely.
        hedges: The words the stance rests on, in text order; empty for a plain assertion.
        likelihood: Range of the ICD 203 word used, None if none is.
    """

    stance: Stance
    hedges: Spans = ()
    likelihood: tuple[float, float] | None = None


def find_stance(
    text: str,
    spans: Spans,
    *,
    context: Span | None = None,
    act: str | None = None,
    cue: Spans = (),
    language: str | None = None,
) -> Stanced:
    """Return how surely the words in ``spans`` are put.

    The weakest word decides: a condition goes before a doubt, a doubt before a plan. A condition that stands in the
    sentence around them counts too.

    Args:
        text: The report's text.
        spans: The words asked about.
        context: The sentence or clause they stand in; a condition in it holds for them.
        act: Class of the cue that attributes them ("guess"), which can weaken them; None in the report's own voice.
        cue: The cue's words, kept as hedge where the act weakens.
        language: ISO 639-1 code; None tells Korean and Cyrillic by their letters and takes the rest as English.

    Source: ranges of likelihood from Intelligence Community Directive 203 (2015), Analytic Standards.
    """
    found = _in_words(text, spans, _language(text, spans, language), act)
    if context is not None and _WEIGHT[found.stance] < _WEIGHT[Stance.CONDITIONAL]:
        around = _conditions(text, (context,), _language(text, spans, language))
        if around:
            found = Stanced(Stance.CONDITIONAL, tuple(sorted({*found.hedges, *around})), found.likelihood)
    return _weakened(found, act, cue)


def _weakened(found: Stanced, act: str | None, cue: Spans) -> Stanced:
    own = Stance.DENIED if act == "deny" else _DOUBT.get(act or "", Stance.ASSERTED)
    if _WEIGHT[own] <= _WEIGHT[found.stance]:
        return found
    return Stanced(own, tuple(sorted({*found.hedges, *cue})), found.likelihood)


def _language(text: str, spans: Spans, given: str | None) -> str:
    if given is not None:
        return {"uk": "ru", "bg": "ru", "be": "ru"}.get(given, given)
    words = " ".join(span.of(text) for span in spans)
    return next((code for code, script in _SCRIPTED if script.search(words)), "en")


def _in_words(text: str, spans: Spans, language: str, act: str | None) -> Stanced:
    denials = _denials(text, spans, language, act)
    if denials:
        return Stanced(Stance.DENIED, denials)
    conditions = _conditions(text, spans, language)
    likelihood, range_words = _likelihood(text, spans) if language == "en" else (None, ())
    if conditions:
        return Stanced(Stance.CONDITIONAL, conditions, likelihood)
    for stance, kinds in (
        (Stance.POSSIBLE, ("possible", "unlikely")),
        (Stance.LIKELY, ("likely",)),
        (Stance.PLANNED, ("planned",)),
    ):
        hits = tuple(sorted({hit for kind in kinds for hit in _hits(text, spans, kind, language)}))
        if stance is Stance.POSSIBLE and likelihood is not None and likelihood[0] < 0.5:
            hits = tuple(sorted({*hits, *range_words}))
        if stance is Stance.LIKELY:
            hits = _widest({*hits, *range_words})
        if hits:
            return Stanced(stance, _widest(hits), likelihood)
    return Stanced(Stance.ASSERTED)


def _denials(text: str, spans: Spans, language: str, act: str | None) -> Spans:
    """Return the words by which the content denies: a charge called false, or a "no" that somebody insists on."""
    charges = _hits(text, spans, "charges", language)
    if charges and sum(len(span.of(text).split()) for span in spans) <= 12:
        return tuple(charges)
    if act not in {"insist", "deny"} or language != "en":
        return ()
    match = _NEGATION_FIRST.match(text, spans[0].start, spans[0].end) if spans else None
    return () if match is None else (Span(match.end() - len(match.group().split()[-1]), match.end()),)


def _conditions(text: str, spans: Spans, language: str) -> Spans:
    hits = [hit for hit in _hits(text, spans, "conditional", language) if not _asks(text, hit)]
    if language == "en" and spans and (generic := _GENERIC.match(text, spans[0].start, spans[0].end)) is not None:
        hits.append(Span(generic.start("any"), generic.end("any")))
    if hits:
        return _widest({*hits, *_hits(text, spans, "conditional_companions", language)})
    return tuple(hit for hit in _hits(text, spans, "consequence", language) if not _plain_would(text, hit))


def _asks(text: str, hit: Span) -> bool:
    """Return whether an "if" only introduces a question ("asked if")."""
    match = _ASKED_WHETHER.search(text, max(0, hit.start - 14), hit.end)
    return match is not None and match.end() == hit.end


def _plain_would(text: str, hit: Span) -> bool:
    before = _BACKSHIFT.search(text, max(0, hit.start - 20), hit.end)
    return (before is not None and before.end() == hit.end) or _WISH.match(text, hit.start) is not None


def _likelihood(text: str, spans: Spans) -> tuple[tuple[float, float] | None, Spans]:
    """Return the range of the first ICD 203 word, and where such words stand."""
    places = [
        (match.start(), match.end(), match.group().lower()) for match in _scan(text, spans, _likelihood_pattern())
    ]
    if not places:
        return None, ()
    low, high = _table()["likelihood"][" ".join(places[0][2].split())]
    return (float(low), float(high)), tuple(Span(start, end) for start, end, _ in places)


def _hits(text: str, spans: Spans, kind: str, language: str) -> list[Span]:
    pattern = _pattern(kind, language)
    if pattern is None:
        return []
    found = [Span(match.start(), match.end()) for match in _scan(text, spans, pattern)]
    return [span for span in found if not _is_month(text, span)]


def _is_month(text: str, span: Span) -> bool:
    if span.of(text) != "May":
        return False
    match = _MONTH_MAY.search(text, max(0, span.start - 8), span.end + 3)
    return match is not None


def _scan(text: str, spans: Iterable[Span], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for span in spans:
        yield from pattern.finditer(text, span.start, span.end)


def _widest(spans: Iterable[Span]) -> Spans:
    """Return the spans in order, without those that lie inside another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda item: (item.start, -item.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


@cache
def _table() -> Mapping[str, Any]:
    source = files("secondsource.reading").joinpath("vocab", "hedges.toml")
    table: Mapping[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
    return table


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str] | None:
    words = _table()[kind].get(language)
    return None if words is None else _compiled(words.split("|"), whole=language != "ko")


@cache
def _likelihood_pattern() -> re.Pattern[str]:
    return _compiled(_table()["likelihood"], whole=True)


def _compiled(words: Iterable[str], *, whole: bool) -> re.Pattern[str]:
    # "다면서" quotes where "다면" is a condition.
    # Longest first: "very likely" must not be read as "likely".
    listed = sorted((" ".join(word.split()) for word in words), key=lambda word: (-len(word), word))
    body = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if whole else f"(?:{body})(?!서)", re.IGNORECASE)
