"""Whose name or number stands on the lists: a pure function from an index and a subject to hits."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from secondsource.model.listed import IdentifierKind, Schema
from secondsource.model.screening import Hit, Subject
from secondsource.screening.because import SideBySide, name_reasons, place_reason
from secondsource.screening.candidates import Asked, ask, candidates
from secondsource.screening.context import context
from secondsource.screening.evidence import Evidence, Other, evidence
from secondsource.screening.identifiers import identifier_key
from secondsource.screening.index import Index, acronyms_of, spellings
from secondsource.screening.lists.history import listed_then
from secondsource.screening.names.parts import Parts
from secondsource.screening.score import HIT, points, score

MOST_HITS = 20
_NUMBER_SCORE = 0.99
_KIND_WORDS = {
    IdentifierKind.IMO: "IMO number",
    IdentifierKind.REGISTRATION: "registration",
    IdentifierKind.SERIAL: "construction number",
    IdentifierKind.DOCUMENT: "document number",
    IdentifierKind.CALL_SIGN: "call sign",
}
_LEAST_BEFORE_CONTEXT = -4.0
"""Points (log odds) below which nothing that is known beside the name could make a hit."""


@dataclass(frozen=True, slots=True)
class Found:
    """A listed name laid beside a name asked about.

    Attributes:
        entry: Place of the entry.
        name: Place of the listed name.
        points: How strongly the evidence speaks, as log odds.
        asked: The name asked about.
        evidence: What speaks for and against.
    """

    entry: int
    name: int
    points: float
    asked: Asked
    evidence: Evidence


def screen(
    index: Index,
    subject: Subject,
    *,
    lists: Collection[str] | None = None,
    least: float = HIT,
    most: int = MOST_HITS,
    event_on: str | None = None,
) -> list[Hit]:
    """Return the entries whose name or number is that of ``subject``, the strongest first.

    Args:
        index: What is listed.
        subject: What is looked for.
        lists: Names of the lists that count; all for None.
        least: Least score of a hit, in [0, 1].
        most: How many hits at most.
        event_on: Day for which it is told whether the entry was listed, ISO 8601.
    """
    places = {place for place, listed in enumerate(index.lists) if lists is None or listed.name in lists}
    by_number = _by_number(index, subject, places)
    hits = [_number_hit(index, entry, number) for entry, number in by_number.items()]
    for found in _by_name(index, subject, places):
        if found.entry not in by_number:
            hit = _name_hit(index, subject, found, least)
            hits += [hit] if hit is not None else []
    best = sorted(hits, key=lambda hit: (-hit.score, hit.id))[:most]
    return best if event_on is None else [_at(index, hit, event_on) for hit in best]


def _at(index: Index, hit: Hit, day: str) -> Hit:
    then = listed_then(index.entry(hit.list, hit.id), hit.list_on, day)
    words = {
        True: f"listed on {day}",
        False: f"not listed on {day}",
        None: f"whether it was listed on {day} is not known",
    }
    return replace(hit, listed_then=then, because=(*hit.because, words[then]))


def _by_number(index: Index, subject: Subject, places: Collection[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for identifier in subject.identifiers:
        key = identifier_key(identifier)
        for entry in index.by_identifier.get(key, ()) if key is not None else ():
            if index.list_of[entry] in places:
                found.setdefault(entry, f"same {_KIND_WORDS[identifier.kind]}: {identifier.value}")
    return found


def _by_name(index: Index, subject: Subject, places: Collection[int]) -> Iterable[Found]:
    best: dict[int, Found] = {}
    for text in subject.names:
        for schema in _schemas(subject.schema):
            for spelt in spellings(text, schema):
                _keep_best(index, ask(index, spelt, schema), places, best)
    return best.values()


def _keep_best(index: Index, asked: Asked, places: Collection[int], best: dict[int, Found]) -> None:
    for name in candidates(index, asked, places):
        found = lay_beside(index, asked, name)
        if found.entry not in best or best[found.entry].points < found.points:
            best[found.entry] = found


def _schemas(schema: Schema) -> tuple[Schema, ...]:
    # What kind of thing it is decides how its name is taken apart.
    return (Schema.PERSON, Schema.BODY, Schema.VESSEL) if schema is Schema.THING else (schema,)


def lay_beside(index: Index, asked: Asked, place: int) -> Found:
    """Return what laying ``asked`` beside the listed name at ``place`` shows."""
    name = index.names[place]
    parts = [index.vocabulary.parts[number] for number in name.numbers]
    one_word = len(asked.parts.parts) == 1 and asked.schema is Schema.BODY
    other = Other(
        numbers=name.numbers,
        parts=parts,
        kind=name.kind,
        forms=name.forms,
        korean=name.korean,
        chinese=name.chinese,
        elsewhere=index.parts_of_entry(name.entry),
        initials=acronyms_of(name.text, Parts(tuple(parts))) if one_word else (),
    )
    found = evidence(asked, other, index.rarity)
    return Found(name.entry, place, points(found, asked.schema), asked, found)


def _name_hit(index: Index, subject: Subject, found: Found, least: float) -> Hit | None:
    if found.points < _LEAST_BEFORE_CONTEXT:
        return None
    entry = index.entries[found.entry]
    beside = context(subject, entry)
    total = score(found.points + sum(counted for counted, _ in beside))
    if total < least:
        return None
    name = index.names[found.name]
    parts = [index.vocabulary.parts[number] for number in name.numbers]
    names = SideBySide(_said(subject, found.asked), found.asked.parts.parts, name.text, parts, name.kind)
    reasons = name_reasons(names, found.evidence)
    return _hit(index, found.entry, name.text, total, [*reasons, *(words for _, words in beside)])


def _said(subject: Subject, asked: Asked) -> str:
    """Return the name as it was asked about; of a body in Han characters also how it was read."""
    if asked.text in subject.names:
        return asked.text
    given = next((name for name in subject.names if asked.text in spellings(name, Schema.BODY)), None)
    return asked.text if given is None else f"{given}, read as {asked.text}"


def _number_hit(index: Index, place: int, number: str) -> Hit:
    return _hit(index, place, index.entries[place].names[0].text, _NUMBER_SCORE, [number])


def _hit(index: Index, place: int, name: str, scored: float, reasons: list[str]) -> Hit:
    entry, listed = index.entries[place], index.lists[index.list_of[place]]
    return Hit(
        id=entry.id,
        list=listed.name,
        name=name,
        score=round(min(scored, _NUMBER_SCORE), 4),
        because=(*reasons, place_reason(entry, listed)),
        schema=entry.schema,
        programmes=entry.programmes,
        list_on=listed.list_on,
        listed_on=entry.listed_on,
        delisted_on=entry.delisted_on,
    )
