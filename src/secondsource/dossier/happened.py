"""What is said to have happened, where, and who is named; the dossier itself asserts none of it."""

from collections.abc import Iterable, Iterator

from secondsource.dossier.compose import Piece, compose, listed, name, words
from secondsource.dossier.material import Material
from secondsource.dossier.mentions import label_evidence, mentions_of
from secondsource.dossier.origins import canonical, origin_named
from secondsource.model.dossier import Sentence
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import Event
from secondsource.model.mention import EventMention, Participant
from secondsource.model.reading import Reading
from secondsource.model.report import SectionKind
from secondsource.model.statement import Stance
from secondsource.text.normalise import fold

_MOST_TOLD = 3
"""Sentences that tell what happened; more belong to the lines and statements below it."""

_MOST_NAMES = 4
"""Participants that are named; reports give one body many names."""

_NOT_FACT: dict[Stance, str] = {
    Stance.LIKELY: " It is put as likely, not as fact.",
    Stance.POSSIBLE: " It is put as possible, not as fact.",
    Stance.CONDITIONAL: " It is put on a condition, not as fact.",
    Stance.PLANNED: " It is put as still to come.",
    Stance.DENIED: " It is put as denied.",
}


def tell_what(material: Material, event: Event) -> tuple[Sentence, ...]:
    """Return who says in which words that it happened: one sentence for each account that differs."""
    told: dict[str, Sentence] = {}
    origins: set[str] = set()
    for reading, mention in _fullest_first(material, event):
        evidence = material.sentence(reading.id, _reach(mention))
        source = _source(material, reading, mention)
        going_back_to = _origins(material, event, reading.id, source)
        # The same origin in other words adds a variant, not an account.
        if fold(evidence.exact) in told or going_back_to & origins or len(told) == _MOST_TOLD:
            continue
        origins |= going_back_to
        told[fold(evidence.exact)] = _telling(material, reading, mention, evidence, source)
    return tuple(told.values()) or (_label(material, event),)


def tell_where(material: Material, event: Event) -> tuple[Sentence, ...]:
    """Return the places named with the event, or that none is."""
    if not event.places:
        return (compose("No place is named for it.", citing=[label_evidence(material, event)]),)
    cited = [
        material.cite(reading.id, Span(place.start, place.end))
        for reading, mention in mentions_of(material, event)
        for place in (reading.places[index] for index in mention.places)
        if fold(place.name) in {fold(place_name) for place_name in event.places}
    ]
    pieces = listed(name(place) for place in event.places)
    opening = "The place named is " if len(event.places) == 1 else "The places named are "
    return (compose(opening, *pieces, ".", citing=cited or [label_evidence(material, event)]),)


def tell_who(material: Material, event: Event) -> tuple[Sentence, ...]:
    """Return who is named as acting and who as the other side."""
    sides: list[Sentence] = []
    if event.actors:
        actors = _some(event.actors)
        cited = _naming(material, event, event.actors, acting=True)
        sides.append(compose(*actors, f" {_is(event.actors)} named as acting.", citing=cited))
    if event.recipients:
        recipients = _some(event.recipients)
        cited = _naming(material, event, event.recipients, acting=False)
        sides.append(compose(*recipients, f" {_is(event.recipients)} named as the other side.", citing=cited))
    return tuple(sides) or (compose("Nobody is named as acting.", citing=[label_evidence(material, event)]),)


def _telling(
    material: Material, reading: Reading, mention: EventMention, evidence: Evidence, source: str | None
) -> Sentence:
    quoted = words(evidence, language=material.language(reading.id))
    teller = material.teller(reading.id)
    after = _NOT_FACT.get(mention.stance, "")
    # An agency that writes "(KCNA) reported" under its own name cites nobody.
    outlet = material.report(reading.id).outlet
    own = source is not None and outlet is not None and canonical(source) == canonical(outlet)
    citing: list[str | Piece] = [": "] if source is None or own else [", citing ", name(source), ": "]
    return compose(teller, " says", *citing, quoted, _stop(quoted), after, citing=[evidence])


def _label(material: Material, event: Event) -> Sentence:
    evidence = label_evidence(material, event)
    quoted = words(evidence, language=material.language(evidence.report_id))
    return compose(material.teller(evidence.report_id), " says: ", quoted, _stop(quoted), citing=[evidence])


def _fullest_first(material: Material, event: Event) -> list[tuple[Reading, EventMention]]:
    """Return the mentions, within each report those of its body before those of its headline."""
    found = list(mentions_of(material, event))
    order = list(dict.fromkeys(reading.id for reading, _ in found))
    return sorted(found, key=lambda each: (order.index(each[0].id), _in_title(material, each[0].id, each[1])))


def _in_title(material: Material, report_id: ReportId, mention: EventMention) -> bool:
    titles = (s for s in material.sections(report_id) if s.kind is SectionKind.TITLE)
    return any(Span(s.start, s.end).covers(mention.trigger[0]) for s in titles)


def _source(material: Material, reading: Reading, mention: EventMention) -> str | None:
    statement = material.statement(reading.id, mention.according_to)
    if statement is None:
        return None
    named = origin_named(material, reading.id, statement.source, statement.cue)
    return named or statement.speaker_name or statement.organisation


def _origins(material: Material, event: Event, report_id: ReportId, source: str | None) -> set[str]:
    """Return the keys of those an account goes back to: who is cited, and who stands behind all that the report has."""
    lines = {canonical(line.origin) for line in event.lines if report_id in line.reports}
    told_by = canonical(source or material.report(report_id).outlet or report_id)
    # A report on several lines has the account from the one it cites; which one it is in its own voice, nobody knows.
    return {told_by} if source is not None and len(lines) > 1 else {told_by, *lines}


def _reach(mention: EventMention) -> Span:
    return Span(mention.trigger[0].start, mention.trigger[-1].end)


def _naming(material: Material, event: Event, names: Iterable[str], *, acting: bool) -> list[Evidence]:
    """Return where the mentions name the participants: those whose words or entity bear one of the names first.

    A name that no participant's words bear, as of somebody who leads those who act, is cited where reports give it.
    """
    wanted = {fold(each) for each in names}
    unseen = set(wanted)
    matching: list[Evidence] = []
    others: list[Evidence] = []
    for reading, mention in mentions_of(material, event):
        for participant in mention.actors if acting else mention.recipients:
            cited = material.cite_all(reading.id, participant.spans)
            borne = wanted & {fold(text) for text in _names(reading, participant, cited)}
            unseen -= borne
            (matching if borne else others).extend(cited)
    matching += [evidence for name in sorted(unseen) for evidence in _where_named(material, event, name)]
    return matching or others or [label_evidence(material, event)]


def _where_named(material: Material, event: Event, name: str) -> Iterator[Evidence]:
    """Yield where each report of the event first gives the folded name."""
    for reading in (reading for report_id in event.reports if (reading := material.reading(report_id)) is not None):
        entities = {entity.id for entity in reading.entities if fold(entity.name) == name}
        first = next((each for each in reading.names if each.entity in entities), None)
        if first is not None:
            yield material.cite(reading.id, Span(first.start, first.end))


def _names(reading: Reading, participant: Participant, cited: tuple[Evidence, ...]) -> list[str]:
    entity = next((each for each in reading.entities if each.id == participant.entity), None)
    return [*(evidence.exact for evidence in cited), *(() if entity is None else (entity.name,))]


def _some(names: tuple[str, ...]) -> list[str | Piece]:
    if len(names) <= _MOST_NAMES:
        return listed(name(each) for each in names)
    shown = listed(name(each) for each in names[:_MOST_NAMES])
    return [*(", " if part == " and " else part for part in shown), " and others"]


def _is(names: tuple[str, ...]) -> str:
    return "is" if len(names) == 1 else "are"


def _stop(quoted: Piece) -> str:
    """Return the full stop our sentence needs after words that may bring their own."""
    return "" if quoted.text.rstrip('”"’»）)')[-1:] in (".", "!", "?", "。", "…") else "."
