"""Words of likelihood as Intelligence Community Directive 203 lists them: seven bands, each with its percentages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.model.evidence import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One of the seven bands.

    Attributes:
        terms: The terms that the directive gives it, the usual one first.
        low_percent: Lower end.
        high_percent: Upper end.
    """

    terms: tuple[str, ...]
    low_percent: int
    high_percent: int


BANDS = (
    Band(terms=("almost no chance", "remote"), low_percent=1, high_percent=5),
    Band(terms=("very unlikely", "highly improbable"), low_percent=5, high_percent=20),
    Band(terms=("unlikely", "improbable"), low_percent=20, high_percent=45),
    Band(terms=("roughly even chance", "roughly even odds"), low_percent=45, high_percent=55),
    Band(terms=("likely", "probable"), low_percent=55, high_percent=80),
    Band(terms=("very likely", "highly probable"), low_percent=80, high_percent=95),
    Band(terms=("almost certain", "nearly certain"), low_percent=95, high_percent=99),
)
"""From the least likely to the most. Source: ICD 203, Analytic Standards (2015), section D.6.e.(2)(a)."""

_FORMS = {
    "remote": ("remote chance", "chance is remote", "chances are remote"),
    "improbable": ("improbable", "improbably"),
    "probable": ("probable", "probably"),
    "almost certain": ("almost certain", "almost certainly"),
}
"""How a term stands in a sentence where that is not as it is listed; "remote" alone is a word for places."""

_BAND_OF = {form: band for band in BANDS for term in band.terms for form in _FORMS.get(term, (term,))}

# Longest first, or "very likely" would be read as "likely".
_WORD = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, _BAND_OF), key=len, reverse=True)) + r")(?![\w-])", re.IGNORECASE
)

# "Not likely", "more likely", "most likely" and "highly likely" are other words, and the directive lists none of them.
_OTHER_WORD = re.compile(
    r"(?:\b(?:not|never|hardly|more|most|less|least|as|so|how|too|equally|highly|very|quite|rather|extremely)|n['’]t)"
    r"(?:\s(?:at all|be|been|a|the))?\s$",
    re.IGNORECASE,
)
_LOOK_BACK = 24


def find_likelihoods(text: str, spans: Spans) -> Iterator[tuple[Span, Band]]:
    """Yield where a word of the directive stands in ``spans`` of an English text, with its band, in text order."""
    for span in spans:
        for match in _WORD.finditer(text, span.start, span.end):
            if _OTHER_WORD.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]) is None:
                yield Span(match.start(), match.end()), _BAND_OF[match.group().lower()]
