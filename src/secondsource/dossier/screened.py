"""The persons, bodies, ships and aircraft of the reports, looked for on sanctions lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.model.dossier import Dossier, ScreenedName, Screening
from secondsource.model.entity import Entity, NameType
from secondsource.model.evidence import Evidence
from secondsource.model.ids import ReportId
from secondsource.model.listed import Schema
from secondsource.model.reading import Reading
from secondsource.model.screening import Hit, Subject
from secondsource.model.territories import territories
from secondsource.screening.clearances import Clearances
from secondsource.screening.index import Index
from secondsource.screening.screen import screen
from secondsource.text.normalise import fold

_SCHEMAS = {
    NameType.PERSON: (Schema.PERSON,),
    NameType.ORG: (Schema.BODY,),
    NameType.PLATFORM: (Schema.VESSEL, Schema.AIRCRAFT),
}
_WHOLE_DAY = len("2024-07-09")
_MOST_HITS = 5


@dataclass(slots=True)
class _Named:
    name: str
    type: NameType
    offices: dict[str, None] = field(default_factory=dict)
    countries: dict[str, None] = field(default_factory=dict)
    cited: dict[ReportId, Evidence] = field(default_factory=dict)


def screen_names(
    dossier: Dossier,
    readings: Sequence[Reading],
    texts: Mapping[ReportId, str],
    index: Index,
    *,
    clearances: Clearances | None = None,
) -> Screening:
    """Return which names of the reports stand on the lists, with office and country as context.

    Who only made the reports (writers, translators) is left out. The same input gives the same answer.

    Args:
        dossier: The dossier of the reports; its main event's day is the one asked about.
        readings: What was read in them.
        texts: Their texts.
        index: The lists.
        clearances: What was decided about hits; those cleared stay, behind the others, with the reason.
    """
    return screen_readings(readings, texts, index, event_on=_event_day(dossier), clearances=clearances)


def screen_readings(
    readings: Sequence[Reading],
    texts: Mapping[ReportId, str],
    index: Index,
    *,
    event_on: str | None = None,
    clearances: Clearances | None = None,
) -> Screening:
    """Return which names of the reports stand on the lists; see :func:`screen_names`.

    Args:
        readings: What was read in the reports.
        texts: Their texts.
        index: The lists.
        event_on: Day for which it is told whether a name was listed then, ISO 8601.
        clearances: What was decided about hits; those cleared stay, behind the others, with the reason.
    """
    decided = Clearances() if clearances is None else clearances
    named = _named(readings, texts)
    found = [_screened(each, index, event_on, decided) for each in named]
    return Screening(
        lists=tuple(f"{listed.name} of {listed.list_on or 'unknown day'}" for listed in index.lists),
        event_on=event_on,
        n_names=len(named),
        found=tuple(sorted((each for each in found if each.hits), key=lambda each: -each.hits[0].score)),
    )


def _event_day(dossier: Dossier) -> str | None:
    edtf = dossier.events[0].edtf if dossier.events else None
    return edtf if edtf is not None and len(edtf) == _WHOLE_DAY and edtf.replace("-", "").isdigit() else None


def _named(readings: Iterable[Reading], texts: Mapping[ReportId, str]) -> list[_Named]:
    found: dict[tuple[str, NameType], _Named] = {}
    for reading in readings:
        makers = {fold(credit.name) for credit in reading.credits}
        for entity in reading.entities:
            if entity.type in _SCHEMAS and fold(entity.name) not in makers:
                named = found.setdefault((fold(entity.name), entity.type), _Named(entity.name, entity.type))
                _add(named, entity, reading, texts[reading.id])
    return list(found.values())


def _add(named: _Named, entity: Entity, reading: Reading, text: str) -> None:
    named.offices |= dict.fromkeys(entity.titles)
    if entity.country is not None:
        named.countries[_COUNTRY_NAMES.get(entity.country, entity.country)] = None
    first = next((name for name in reading.names if name.entity == entity.id), None)
    if first is not None:
        words = text[first.start : first.end]
        evidence = Evidence(report_id=reading.id, exact=words, start=first.start, end=first.end)
        named.cited.setdefault(reading.id, evidence)


_COUNTRY_NAMES = {territory.alpha3: territory.name for territory in territories()}


def _screened(named: _Named, index: Index, event_on: str | None, decided: Clearances) -> ScreenedName:
    hits: list[Hit] = []
    for schema in _SCHEMAS[named.type]:
        subject = Subject(
            schema=schema, names=(named.name,), countries=tuple(named.countries), offices=tuple(named.offices)
        )
        hits += decided.apply(index, subject, screen(index, subject, most=_MOST_HITS, event_on=event_on))
    return ScreenedName(
        name=named.name,
        offices=tuple(named.offices),
        country=next(iter(named.countries), None),
        cited=tuple(named.cited.values()),
        hits=tuple(sorted(hits, key=lambda hit: (hit.cleared is not None, -hit.score, hit.id))[:_MOST_HITS]),
    )
