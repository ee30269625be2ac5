"""Who and what the reports name that can stand on a sanctions list: persons, bodies, ships, aircraft."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondsource.model.entity import Entity, Name, NameType
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import EntityId, ReportId
from secondsource.model.listed import Identifier, Schema
from secondsource.model.reading import Reading
from secondsource.model.screening import Subject
from secondsource.model.territories import territory_name
from secondsource.screening.marks import Mark, mark_of, marks_in
from secondsource.text.normalise import fold

_SCHEMAS = {
    NameType.PERSON: (Schema.PERSON,),
    NameType.ORG: (Schema.BODY,),
    NameType.PLATFORM: (Schema.VESSEL, Schema.AIRCRAFT),
}
_BESIDE = re.compile(r"[\s,;:–—(\[“”\"'«»-]{0,4}(?:(?:with|bearing|under|mit|с)\s+)?(?:the\s+)?")
"""What may stand between a ship's name and its number."""
_BESIDE_MOST = 20


@dataclass(slots=True)
class Named:
    """Somebody or something that reports name; grows while they are gone through.

    Attributes:
        name: The name as the first report gives it; for a number alone the words that give it.
        schemas: What kinds of things bear it.
        by_name: Whether it has a name to be looked for; else only its numbers are.
        offices: Offices and titles the reports give.
        bodies: Bodies that the offices are said to be of.
        countries: Countries the reports give, else those of the bodies.
        identifiers: Numbers and marks given beside it.
        cited: Where each report first names it.
    """

    name: str
    schemas: tuple[Schema, ...]
    by_name: bool = True
    offices: dict[str, None] = field(default_factory=dict)
    bodies: dict[str, None] = field(default_factory=dict)
    countries: dict[str, None] = field(default_factory=dict)
    identifiers: dict[Identifier, None] = field(default_factory=dict)
    cited: dict[ReportId, Evidence] = field(default_factory=dict)

    def subjects(self) -> list[Subject]:
        """Return what is to be looked for, once for each kind of thing it may be."""
        return [
            Subject(
                schema=schema,
                names=(self.name,) if self.by_name else (),
                identifiers=tuple(self.identifiers),
                countries=tuple(self.countries),
                offices=(*self.offices, *self.bodies),
            )
            for schema in self.schemas
        ]


def who_is_named(readings: Iterable[Reading], texts: Mapping[ReportId, str]) -> list[Named]:
    """Return everyone and everything that is to be looked for, in the order of the reports.

    Who only made the reports (writers, translators) is left out. A number that stands beside a ship's or an aircraft's
    name goes with it; one that stands alone is looked for alone.
    """
    found: dict[tuple[str, NameType], Named] = {}
    numbers: dict[Identifier, Named] = {}
    for reading in readings:
        text = texts[reading.id]
        marks = list(marks_in(text))
        taken = _add_entities(reading, text, marks, found)
        for mark in marks:
            if mark not in taken:
                words = text[mark.start : mark.end]
                alone = numbers.setdefault(mark.identifier, Named(words, (mark.schema,), by_name=False))
                alone.identifiers[mark.identifier] = None
                alone.cited.setdefault(reading.id, _evidence(reading.id, text, Span(mark.start, mark.end)))
    return [*found.values(), *numbers.values()]


def _add_entities(
    reading: Reading, text: str, marks: list[Mark], found: dict[tuple[str, NameType], Named]
) -> set[Mark]:
    """Add the entities of the reading to ``found``; return the marks that went with one of them."""
    makers = {fold(credit.name) for credit in reading.credits}
    entities = {entity.id: entity for entity in reading.entities}
    taken: set[Mark] = set()
    for entity in reading.entities:
        names = _names_beside_numbers(reading.names, entity.id, marks)
        if entity.type not in _SCHEMAS or fold(entity.name) in makers or names == []:
            continue
        named = found.setdefault((fold(entity.name), entity.type), Named(entity.name, _SCHEMAS[entity.type]))
        _add_office(named, entity, entities)
        if names:
            named.cited.setdefault(reading.id, _evidence(reading.id, text, Span(names[0].start, names[0].end)))
        if entity.type is NameType.PLATFORM:
            mine = {mark for mark in marks for name in names or () if _goes_with(name, mark, text)}
            taken |= mine
            whole = mark_of(entity.name)
            named.identifiers |= dict.fromkeys(mark.identifier for mark in sorted(mine, key=lambda mark: mark.start))
            named.identifiers |= {} if whole is None else {whole: None}
    return taken


def _names_beside_numbers(names: Iterable[Name], entity: EntityId, marks: Iterable[Mark]) -> list[Name] | None:
    """Return the names of the entity that are not the words of a ship's number ("IMO 8916293"); None without any."""
    mine = [name for name in names if name.entity == entity]
    numbers = [mark for mark in marks if mark.schema is Schema.VESSEL]
    left = [name for name in mine if not any(mark.start <= name.start < mark.end for mark in numbers)]
    return left if mine else None


def _goes_with(name: Name, mark: Mark, text: str) -> bool:
    if name.start < mark.end and mark.start < name.end:
        return True
    between = text[name.end : mark.start]
    return mark.schema is Schema.VESSEL and name.end <= mark.start and _is_beside(between)


def _is_beside(between: str) -> bool:
    return len(between) <= _BESIDE_MOST and _BESIDE.fullmatch(between) is not None


def _add_office(named: Named, entity: Entity, entities: Mapping[EntityId, Entity]) -> None:
    named.offices |= dict.fromkeys(entity.titles)
    body = None if entity.affiliation is None else entities.get(entity.affiliation)
    if body is not None and entity.titles:
        named.bodies[body.name] = None
    country = entity.country or (None if body is None else body.country)
    if country is not None:
        named.countries[territory_name(country)] = None


def _evidence(report_id: ReportId, text: str, span: Span) -> Evidence:
    return Evidence(report_id=report_id, exact=span.of(text), start=span.start, end=span.end)
