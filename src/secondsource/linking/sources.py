"""What each report gives as the source of the event it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondsource.linking.concepts import concepts_of
from secondsource.linking.features import Features
from secondsource.linking.kernel import Kernel
from secondsource.linking.outlet_names import outlet_name
from secondsource.linking.profile import lead_end
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import OriginKind
from secondsource.model.outlets import Outlet, OutletKind, find_outlet
from secondsource.model.reading import Reading, Upstream, UpstreamKind
from secondsource.model.report import Report
from secondsource.model.statement import Stance, Statement
from secondsource.text.segment import sentence_spans

_ORIGIN_KINDS = {
    UpstreamKind.AGENCY: OriginKind.OUTLET,
    UpstreamKind.OUTLET: OriginKind.OUTLET,
    UpstreamKind.OFFICIAL: OriginKind.SPEAKER,
    UpstreamKind.DOCUMENT: OriginKind.DOCUMENT,
    UpstreamKind.SENSOR: OriginKind.SENSOR,
    UpstreamKind.ANONYMOUS: OriginKind.ANONYMOUS,
}
_TABLE_KINDS = {OutletKind.SENSOR: OriginKind.SENSOR, OutletKind.OFFICIAL: OriginKind.SPEAKER}
_SEEN_BY_SENSORS = frozenset(
    f"c:{idea}"
    for idea in [
        "aircraft",
        "flight",
        "landing",
        "airport",
        "ship",
        "launch",
        "missile",
        "satellite",
        "earthquake",
        "fire",
        "flood",
        "attack",
        "balloon",
    ]
)
"""What tracks, pictures and instruments can show; a sensor is no origin of anything else."""

ASSERTED_LEAST = 3
"""Features of the event that a source's own words must have, the word for what happened among them."""

_SENTENCES_AROUND = 400


@dataclass(frozen=True, slots=True)
class Source:
    """An origin that a report names for the event.

    Attributes:
        name: Canonical name.
        kind: What sort of origin.
        controller: Who controls it, None if nobody is known to.
        evidence: Where the report names it; None where it is the report's own outlet.
        is_relay: Whether it is an outlet that has it from somebody else as a rule.
        tells_of_it: Whether its own words, as the report gives them, tell of the event.
    """

    name: str
    kind: OriginKind
    controller: str | None
    evidence: Evidence | None
    is_relay: bool = False
    tells_of_it: bool = False


def sources_of(report: Report, reading: Reading, kernel: Kernel) -> list[Source]:
    """Return the origins that ``report`` names for the event of ``kernel``, the first named first.

    Somebody with first-hand knowledge (an official body, a document, a sensor, the state media of a land that takes
    part) goes before an outlet that repeats; an outlet or an unnamed source is returned only where nobody else is
    named. Whoever only denies the event is no origin of it. Empty where the report names nobody.
    """
    fitting = [
        replace(source, tells_of_it=_tells_of_it(report, reading, source, kernel))
        for source in all_named(report, reading, kernel) or _first_speaker(report, reading)
    ]
    fitting = [each for each in fitting if each.tells_of_it or not _denies_it(report, reading, each, kernel)]
    first_hand = [source for source in fitting if is_first_hand(source)]
    return [source for source in first_hand if source.tells_of_it] or first_hand[:1] or fitting[:1]


def is_first_hand(source: Source) -> bool:
    """Return whether the source knows it at first hand: no outlet that repeats, and nobody unnamed."""
    return not source.is_relay and source.kind is not OriginKind.ANONYMOUS


def own_source(report: Report) -> Source | None:
    """Return the outlet of a report that has it at first hand, None if nobody says which outlet that is."""
    if report.outlet is None or not report.outlet.strip():
        return None
    outlet = find_outlet(report.outlet)
    kind = OriginKind.OUTLET if outlet is None else _TABLE_KINDS.get(outlet.kind, OriginKind.OUTLET)
    return Source(outlet_name(report.outlet), kind, _controller(outlet), None, tells_of_it=True)


def _source(report: Report, upstream: Upstream, kernel: Kernel) -> Source:
    outlet = find_outlet(upstream.name)
    kind = _ORIGIN_KINDS[upstream.kind]
    speaks_for_party = outlet is not None and outlet.state_controlled and outlet.country in kernel.lands
    is_relay = kind is OriginKind.OUTLET and not speaks_for_party
    return Source(upstream.name, kind, _controller(outlet), _evidence(report, upstream.spans[0]), is_relay)


def _controller(outlet: Outlet | None) -> str | None:
    return None if outlet is None else outlet.controller


def _may_be_origin(report: Report, reading: Reading, source: Source, kernel: Kernel) -> bool:
    if source.kind is not OriginKind.SENSOR or source.evidence is None:
        return True
    # "Flightradar24" is a name: it alone does not make the event a flight.
    named = frozenset(f"c:{idea}" for word in source.evidence.exact.casefold().split() for idea in concepts_of(word))
    return bool((_SEEN_BY_SENSORS - named) & kernel.keys & _around(report, reading, source.evidence))


def _tells_of_it(report: Report, reading: Reading, source: Source, kernel: Kernel) -> bool:
    """Return whether the source itself is said to tell of the event, and not of a reaction to it."""
    if source.kind is OriginKind.SENSOR:
        return True
    features = Features(report.text, reading)
    for statement in reading.statements:
        # What is only carried on is likely the speaker's; an origin needs words that say so.
        if statement.carried or statement.stance not in {Stance.ASSERTED, Stance.LIKELY}:
            continue
        if source.name not in _said_by(statement):
            continue
        keys = frozenset(key for span in statement.content for key in features.keys(span.start, span.end))
        if kernel.acts & keys and kernel.telling(keys) >= ASSERTED_LEAST:
            return True
    return False


def _denies_it(report: Report, reading: Reading, source: Source, kernel: Kernel) -> bool:
    features = Features(report.text, reading)
    denials = [
        each
        for each in reading.statements
        if each.stance is Stance.DENIED and not each.carried and source.name in _said_by(each)
    ]
    return any(
        kernel.tells_of(frozenset(key for span in denial.content for key in features.keys(span.start, span.end)))
        for denial in denials
    )


def _said_by(statement: Statement) -> set[str]:
    return {outlet_name(name) for name in (statement.speaker_name, statement.organisation) if name is not None}


def _around(report: Report, reading: Reading, evidence: Evidence) -> frozenset[str]:
    """Return the features of the sentence that holds the evidence and of the one before it."""
    text = report.text
    start = max(0, evidence.start - _SENTENCES_AROUND)
    sentences = sentence_spans(text, start, min(len(text), evidence.end + _SENTENCES_AROUND))
    holding = next((at for at, span in enumerate(sentences) if span.start <= evidence.start < span.end), None)
    if holding is None:
        return frozenset()
    features = Features(text, reading)
    return features.keys(sentences[max(0, holding - 1)].start, sentences[holding].end)


def _first_speaker(report: Report, reading: Reading) -> list[Source]:
    """Return the first speaker of headline and lead, where the report names no other source."""
    lead = lead_end(report, reading)
    said = [statement for statement in reading.statements if statement.source and statement.source[0].start < lead]
    speaker = next((statement for statement in said if _is_known(statement)), None)
    if speaker is None:
        return []
    outlet = find_outlet(speaker.speaker_name or "") or find_outlet(speaker.organisation or "")
    name = speaker.speaker_name or speaker.organisation or ""
    return [Source(name, OriginKind.SPEAKER, _controller(outlet), _evidence(report, speaker.source[0]))]


def _is_known(statement: Statement) -> bool:
    return statement.speaker is not None and statement.speaker_name is not None


def _evidence(report: Report, span: Span) -> Evidence:
    return Evidence(report_id=report.id, exact=span.of(report.text), start=span.start, end=span.end)


def relays(found: Iterable[Sequence[tuple[ReportId, Source]]]) -> dict[str, tuple[ReportId, Source]]:
    """Return from whom each outlet has it, as told by the reports that name both ("Reuters, citing KCNA").

    Args:
        found: For each report all it names, relays among them.
    """
    known: dict[str, tuple[ReportId, Source]] = {}
    for named in found:
        first = next((item for item in named if not item[1].is_relay), None)
        for _, source in named:
            if first is not None and source.is_relay:
                known.setdefault(source.name, first)
    return known


def all_named(report: Report, reading: Reading, kernel: Kernel) -> list[Source]:
    """Return everybody the report names as a source, outlets that repeat among them, the first named first."""
    named = [_source(report, upstream, kernel) for upstream in sorted(reading.upstream, key=lambda u: u.spans[0])]
    return [source for source in named if _may_be_origin(report, reading, source, kernel)]
