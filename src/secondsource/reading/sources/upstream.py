"""Where a report says its information comes from."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.evidence import Span
from secondsource.model.outlets import Outlet, OutletKind, find_outlet
from secondsource.model.reading import Credit, CreditRole, Upstream, UpstreamKind
from secondsource.model.report import SectionKind
from secondsource.model.statement import Statement
from secondsource.reading.page import Naming, Page
from secondsource.reading.statements.speakers import outlets_in
from secondsource.text.credits import find_credits

_CITED_BEFORE = re.compile(
    r"(?:\b(?:according to|via|citing|cited|cites|quot(?:ed|es|ing)|reported by|reports? (?:by|from|"
    r"of|in)|published (?:\w+ ){0,3}(?:by|in|on)|on the website of|interview with|"
    r"told|data from|data of|images? from|comes from|as reported by|credited to|по данным|"
    r"со ссылкой на|ссылаясь на|сообщени\w* |передает|передаёт|пишет|приводит|агентств\w*|сайт\w*|"
    r"laut|nach Angaben|verwies auf|unter Berufung auf|so|según|de acuerdo con|Website|Onlinedienst|"
    r"página)[^\w’'-]+(?:[\w’'-]+[^\w’'-]+){0,9})$",
    re.IGNORECASE,
)
_CITED_AFTER = re.compile(
    r"^(?:[’']s)?(?:[^.!?\n]{0,70}?)\b(?:said|says|say|report(?:s|ed|ing)?|data|shows?|showed|"
    r"records?|recorded|wrote|writes|confirmed|announced|recalls?|supposes?|thinks?|noted|notes|"
    r"quoted|revealed|published|carried|cited|added|identified|analy[sz]ed|сообщ\w+|пишет|передает|"
    r"передаёт|показ\w+|zeigt\w*|meldete\w*|berichtet\w*|schrieb|muestra|informó|의 기록|전했|보도|알렸|밝혔|따르면|"
    r"풀이)",
    re.IGNORECASE,
)
_STATE_MEDIA = re.compile(
    r"\b(?:(?P<of>[A-Z][\w.]+)(?:[’']s)?\s+)?(?:state(?:-run|-controlled)?|official|"
    r"government) (?:media|television|TV|news agency)\b"
)
_DOCUMENT = re.compile(r"\b(?P<name>joint (?:statement|communiqu[eé]|declaration))\b", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:(?:\w+ ){0,2}sources?|people|persons?|someone|"
    r"an? (?:\w+ ){0,2}official) (?:who (?:asked not to be|declined to be) (?:named|identified)|"
    r"familiar with|close to|with knowledge|speaking on condition|on condition of anonymity)"
    r"|\b(?:diplomatic|government|military|security|intelligence|informed|unnamed|"
    r"anonymous) sources?\b|\bhis sources\b|\bисточник(?:и|ов|а)?\b|\b소식통",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:yet to|kept silent|did not (?:say|report|mention)|has not (?:said|reported)|have not (?:said|reported))\b"
)
_IN_A_SENTENCE = 40
"""Sources and cues that one sentence can have, at most."""

_OPENING_SHARE = 0.66
"""Share of the report within which a body that speaks once stands for a main claim; the case set's reactions that are
not sources of the main claims stand in the last third."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """One place where a source is named."""

    name: str
    kind: UpstreamKind
    span: Span
    outlet: Outlet | None = None


def find_upstream(page: Page, naming: Naming, statements: Sequence[Statement]) -> tuple[Upstream, ...]:
    """Return the sources the report leans on, in order of their first place in the text.

    Agencies, outlets and sensors count where they are cited or credited, official bodies where they speak early or
    more than once, documents and unnamed sources where they are named as such. Experts are speakers, not upstream,
    and the report's own outlet is never its upstream.
    """
    del naming
    cited = [
        *_credited(page),
        *_mentioned(page, statements),
        *_speaking(page, statements),
        *_state_media(page, statements),
        *_documents(page, statements),
        *_unnamed(page, statements),
    ]
    own = _own(page)
    kept = [
        item
        for item in cited
        if not (own is not None and item.outlet is not None and _same_house(item.outlet, own, item.name, page))
    ]
    return _merged(_without_groups(kept))


def _own(page: Page) -> Outlet | None:
    return None if page.report.outlet is None else find_outlet(page.report.outlet)


def _same_house(outlet: Outlet, own: Outlet, name: str, page: Page) -> bool:
    return outlet.name == own.name or name == page.report.outlet


def _kind(outlet: Outlet) -> UpstreamKind:
    if outlet.kind is OutletKind.GROUP:
        return UpstreamKind.OUTLET
    return UpstreamKind(outlet.kind.value)


def _credited(page: Page) -> Iterator[_Cited]:
    """Yield agencies in datelines, bylines and source lines; a photo's agency is no source of the words."""
    captions = [Span(section.start, section.end) for section in page.sections if section.kind is SectionKind.CAPTION]
    bylines = [
        Span(section.start, section.end)
        for section in page.sections
        if section.kind in {SectionKind.BYLINE, SectionKind.CREDIT, SectionKind.DATELINE}
    ]
    photographers = {
        credit.start for credit in find_credits(page.text, page.sections) if credit.role is CreditRole.PHOTOGRAPHER
    }
    for credit in find_credits(page.text, page.sections):
        span = Span(credit.start, credit.end)
        if any(caption.covers(span) for caption in captions) or _photo_line(page.text, credit, photographers):
            continue
        outlet = find_outlet(credit.name) or next((found for _, _, found in outlets_in(credit.name)), None)
        if outlet is not None and outlet.kind in {OutletKind.AGENCY, OutletKind.OUTLET}:
            yield _Cited(outlet.name, _kind(outlet), span, outlet)
    for line in bylines:
        for start, end, outlet in outlets_in(line.of(page.text)):
            photo = "/" in line.of(page.text) or re.search(r"photo|사진|фото", line.of(page.text), re.IGNORECASE)
            if outlet.kind is OutletKind.AGENCY and not photo:
                yield _Cited(outlet.name, _kind(outlet), Span(line.start + start, line.start + end), outlet)


def _photo_line(text: str, credit: Credit, photographers: set[int]) -> bool:
    """Return whether an agency stands behind a photographer's name ("Kim Won Jin/AFP")."""
    return credit.role is CreditRole.PHOTOGRAPHER or (
        credit.role is CreditRole.AGENCY
        and any(0 <= credit.start - start <= 60 and "\n" not in text[start : credit.start] for start in photographers)
    )


def _mentioned(page: Page, statements: Sequence[Statement]) -> Iterator[_Cited]:
    """Yield agencies, outlets and sensors that the news text cites."""
    sources = sorted({span for statement in statements for span in (*statement.source, *statement.cue)})
    place = 0
    for sentence in page.sentences:
        while place < len(sources) and sources[place].end <= sentence.span.start:
            place += 1
        if sentence.section is SectionKind.CAPTION:
            continue
        here = [source for source in sources[place : place + _IN_A_SENTENCE] if source.start < sentence.span.end]
        text = sentence.span.of(page.text)
        for start, end, outlet in outlets_in(text):
            span = Span(sentence.span.start + start, sentence.span.start + end)
            if outlet.kind in {OutletKind.OFFICIAL, OutletKind.DOCUMENT} or page.quoted(span):
                continue
            speaks = any(source.meets(span) for source in here)
            if speaks or _is_cited(text, start, end, outlet):
                yield _Cited(outlet.name, _kind(outlet), span, outlet)


def _is_cited(text: str, start: int, end: int, outlet: Outlet) -> bool:
    if outlet.kind is OutletKind.SENSOR:
        return True
    if _SILENT.search(text[end : end + 60]):
        return False
    return (
        _CITED_BEFORE.search(text[max(0, start - 90) : start]) is not None
        or _CITED_AFTER.match(text[end : end + 100]) is not None
    )


def _speaking(page: Page, statements: Sequence[Statement]) -> Iterator[_Cited]:
    """Yield official bodies that speak, themselves or through somebody."""
    length = max((sentence.span.end for sentence in page.sentences), default=1)
    by_body: dict[str, list[tuple[Outlet, Span]]] = {}
    for statement in statements:
        outlet = _official(page, statement)
        if outlet is not None and statement.source and statement.within is None:
            by_body.setdefault(outlet.name, []).append((outlet, statement.source[0]))
    for name, places in by_body.items():
        first = places[0][1]
        if len(places) > 1 or first.start <= _OPENING_SHARE * length:
            for outlet, span in places:
                yield _Cited(name, UpstreamKind.OFFICIAL, span, outlet)


def _official(page: Page, statement: Statement) -> Outlet | None:
    names = [statement.organisation, statement.speaker_name]
    for name in names:
        outlet = None if name is None else find_outlet(name)
        if outlet is not None and outlet.kind is OutletKind.OFFICIAL:
            return outlet
    if not statement.source:
        return None
    found = [
        outlet for _, _, outlet in outlets_in(statement.source[0].of(page.text)) if outlet.kind is OutletKind.OFFICIAL
    ]
    return found[0] if found else None


def _state_media(page: Page, statements: Sequence[Statement]) -> Iterator[_Cited]:
    """Yield "state media" whose country the words do not tell, as they stand."""
    for statement in statements:
        for span in statement.source:
            words = span.of(page.text)
            match = _STATE_MEDIA.search(words)
            if match is not None and not outlets_in(words):
                name = re.sub(r"^(?:the|its|their)\s+", "", match.group(), flags=re.IGNORECASE)
                yield _Cited(
                    name, UpstreamKind.OUTLET, Span(span.start + match.start(), span.start + match.end()), None
                )


def _documents(page: Page, statements: Sequence[Statement]) -> Iterator[_Cited]:
    marks = sorted(mark.start for statement in statements for mark in (*statement.cue, *statement.source))
    for sentence in page.sentences:
        match = _DOCUMENT.search(page.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        if bisect_left(marks, sentence.span.start) < bisect_left(marks, sentence.span.end):
            span = Span(match.start("name"), match.end("name"))
            yield _Cited(match["name"].lower(), UpstreamKind.DOCUMENT, span, None)


def _unnamed(page: Page, statements: Sequence[Statement]) -> Iterator[_Cited]:
    for statement in statements:
        for span in statement.source:
            match = _UNNAMED.search(span.of(page.text))
            if match is not None and statement.organisation is None:
                yield _Cited(
                    match.group(),
                    UpstreamKind.ANONYMOUS,
                    Span(span.start + match.start(), span.start + match.end()),
                    None,
                )


def _without_groups(cited: Sequence[_Cited]) -> list[_Cited]:
    """Give what "North Korean state media" say to the agency of the same controller that the report names too."""
    members = {
        item.outlet.controller: item
        for item in cited
        if item.outlet is not None
        and item.outlet.state_controlled
        and item.outlet.kind in {OutletKind.AGENCY, OutletKind.OUTLET}
    }
    sensors = [item for item in cited if item.outlet is not None and item.kind is UpstreamKind.SENSOR]
    named = [item for item in sensors if item.outlet is not None and not item.outlet.name.islower()]
    kept = []
    for item in cited:
        member = None
        if named and item in sensors and item not in named:
            # "The flight tracking website Flightradar24" names one sensor, not two.
            kept.append(_Cited(named[0].name, named[0].kind, item.span, named[0].outlet))
            continue
        if item.outlet is not None and item.outlet.kind is OutletKind.GROUP:
            member = members.get(item.outlet.controller)
        elif item.outlet is None and item.kind is UpstreamKind.OUTLET and len(members) == 1:
            member = next(iter(members.values()))
        kept.append(item if member is None else _Cited(member.name, member.kind, item.span, member.outlet))
    return kept


def _merged(cited: Iterable[_Cited]) -> tuple[Upstream, ...]:
    places: dict[tuple[str, UpstreamKind], set[Span]] = {}
    for item in sorted(cited, key=lambda item: item.span):
        places.setdefault((item.name, item.kind), set()).add(item.span)
    return tuple(Upstream(name=name, kind=kind, spans=_apart(spans)) for (name, kind), spans in places.items())


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, without those that meet one before them."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
