"""Where a report names another outlet of the set as its source."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.linking.outlet_names import outlet_key, publisher_key
from secondsource.model.evidence import Span
from secondsource.model.linked import CopyBasis
from secondsource.model.outlet_phrases import PhraseFinder
from secondsource.model.outlets import find_outlet
from secondsource.model.reading import Reading
from secondsource.model.report import Report, Section, SectionKind

_CREDITS = frozenset({SectionKind.BYLINE, SectionKind.DATELINE, SectionKind.CREDIT})
_DATELINE = re.compile(r"^[\s\"“(\[/©]{0,4}$")
_DATELINE_END = re.compile(r"^[)\]]?\s?(?:[-–—:=]|\)\s)")
_DATELINE_MOST = 60
_CUE_BEFORE = re.compile(
    r"(?:according to|citing|cited by|quoting|quoted by|reported by|told|tells|source:|via|by|from|"
    r"по данным|по информации|со ссылкой на|сообщил[аио]?|как сообщает|передает|laut|según|nach angaben von)"
    r"(?:\s(?:the|a|state-run|state|news|agency|agencies|website|агентств[оау]|агентства|der|die|das|la|el|los)){0,4}\s$",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(
    r"^(?:['’]s)?(?:\s(?:news agency|agency|also|has|had|earlier|later|first)){0,3},?\s?"
    r"(?:said|says|report(?:ed|s|ing)?|wrote|writes|quoted|cited|told|carried|announced|"
    r"сообщил[аио]?|сообщает|передал[аио]?|передает|пишет|berichtet|meldet|informó|"
    r"(?:통신|뉴스|신문)?[은는이가도의을를]{0,2}\s?.{0,20}(?:보도|전했|전하|밝혔|인용)|(?:통신|뉴스|신문)?(?:에|을|를)\s(?:따르면|인용))",
    re.IGNORECASE,
)
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """An outlet that a report names as its source.

    Attributes:
        key: The outlet's key.
        span: The words that name it.
        basis: Whether a credit names it or the text does.
    """

    key: str
    span: Span
    basis: CopyBasis


def outlets_of(reports: Iterable[Report]) -> list[str]:
    """Return the outlets of the reports as they are written, each once, in order: all that naming depends on."""
    return sorted({report.outlet for report in reports if report.outlet is not None})


class OutletNamer:
    """Finds the outlets that published something in a set of reports, wherever another report names them."""

    def __init__(self, reports: Iterable[Report]) -> None:
        names: dict[str, str] = {}
        for written in outlets_of(reports):
            outlet = find_outlet(written)
            known = () if outlet is None else tuple(n for n in (outlet.name, *outlet.aliases) if n not in outlet.whole)
            for name in (written.partition("(")[0].strip(), *known):
                if name:
                    names.setdefault(name, outlet_key(written))
        self._finder = PhraseFinder(names.items())

    def named_in(self, report: Report, reading: Reading | None) -> list[NamedOutlet]:
        """Return whom ``report`` names as its source, itself left out, in text order, one entry for each outlet.

        A credit wins over a naming in the text.
        """
        own = publisher_key(report)
        sections = report.sections or (() if reading is None else reading.sections)
        leaned_on = _leaned_on(reading)
        best: dict[str, NamedOutlet] = {}
        for start, end, key in self._finder.find(report.text):
            span = Span(start, end)
            basis = _basis(report.text, span, sections, leaned_on)
            if key == own or basis is None:
                continue
            if key not in best or (basis is CopyBasis.CREDIT and best[key].basis is not CopyBasis.CREDIT):
                best[key] = NamedOutlet(key, span, basis)
        return sorted(best.values(), key=lambda named: named.span)


def _leaned_on(reading: Reading | None) -> Sequence[Span]:
    return () if reading is None else [span for upstream in reading.upstream for span in upstream.spans]


def _basis(text: str, span: Span, sections: Sequence[Section], leaned_on: Sequence[Span]) -> CopyBasis | None:
    if any(part.kind in _CREDITS and part.start <= span.start < part.end for part in sections):
        return CopyBasis.CREDIT
    if span.start <= _DATELINE_MOST and _is_dateline(text, span):
        return CopyBasis.CREDIT
    if any(span.meets(place) for place in leaned_on):
        return CopyBasis.ATTRIBUTION
    before = text[max(0, span.start - _WINDOW) : span.start]
    after = text[span.end : span.end + _WINDOW]
    is_cited = _CUE_BEFORE.search(before) is not None or _CUE_AFTER.match(after) is not None
    return CopyBasis.ATTRIBUTION if is_cited else None


def _is_dateline(text: str, span: Span) -> bool:
    opens = _DATELINE.match(text[: span.start]) or text[max(0, span.start - 1) : span.start] == "("
    return bool(opens) and _DATELINE_END.match(text[span.end : span.end + 3]) is not None
