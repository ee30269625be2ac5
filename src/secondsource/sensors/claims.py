"""Where reports say that an aircraft landed: the words, the place, the time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.linking.concepts import concepts_of
from secondsource.linking.when import Stretch, stretch_of
from secondsource.model.entity import NameType
from secondsource.model.evidence import Evidence, Span
from secondsource.model.reading import Reading
from secondsource.model.report import Report, SectionKind
from secondsource.model.statement import Stance
from secondsource.model.territories import find_demonym, find_territory
from secondsource.model.timeplace import PlaceMention
from secondsource.text.segment import sentence_spans

_NEWS = frozenset({SectionKind.TITLE, SectionKind.STANDFIRST, SectionKind.CAPTION, SectionKind.BODY})
_WORD = re.compile(r"[^\W\d_]+")
_OF_AIRCRAFT = frozenset({"aircraft", "flight", "airport"})
_AHEAD = frozenset({Stance.PLANNED, Stance.CONDITIONAL})
_FROM = re.compile(r"(?:\bfrom|\bvon|\baus|\bdesde|\bиз)\s+(?:the\s+)?$", re.IGNORECASE)
_PEOPLES = frozenset({NameType.GPE, NameType.NORP})
_FROM_ROOM = 16
_AFTER_FROM = re.compile(r"^\s?(?:에서|발)")


@dataclass(frozen=True, slots=True, kw_only=True)
class LandingClaim:
    """A sentence that says that an aircraft landed.

    Attributes:
        words: The sentence.
        places: Where, as far as it names towns or airports; a country is no place to land.
        when: When; the report's day where the sentence names none, None where that is unknown too.
        dated: Whether the sentence itself names the time.
        denied: Whether it says that no aircraft landed.
        speaker: Whose statement it is or holds, None where the report says it in its own voice.
        states: The states that the sentence names beside that of the place, ISO 3166-1 alpha-3 ("a Russian aircraft").
    """

    words: Evidence
    places: tuple[PlaceMention, ...]
    when: Stretch | None
    dated: bool
    denied: bool = False
    speaker: str | None = None
    states: frozenset[str] = frozenset()


def landing_claims(report: Report, reading: Reading) -> list[LandingClaim]:
    """Return the sentences of the report that say that an aircraft landed, or did not, in text order.

    What is planned or put on a condition is no claim. A sentence that names no place has that of the one before it.
    """
    claims: list[LandingClaim] = []
    places: tuple[PlaceMention, ...] = ()
    for sentence in _sentences(report, reading):
        places = _landing_places(report.text, reading.places, sentence) or places
        if not _tells_of_landing(sentence.of(report.text)):
            continue
        stances = set(_stances(reading, sentence))
        if stances & _AHEAD:
            continue
        times = [stretch_of(time.edtf) for time in reading.times if sentence.start <= time.start < sentence.end]
        said = next((time for time in times if time is not None), None)
        claims.append(
            LandingClaim(
                words=Evidence(
                    report_id=report.id, exact=sentence.of(report.text), start=sentence.start, end=sentence.end
                ),
                places=places,
                when=said if said is not None else stretch_of(report.published.edtf),
                dated=said is not None,
                denied=Stance.DENIED in stances,
                speaker=_speaker(reading, sentence),
                states=_states(report.text, reading, sentence) - {place.country for place in places},
            )
        )
    return claims


def speaks_of_flight(text: str) -> bool:
    """Return whether words are about an aircraft, a flight, an airport or a landing, in any language of the table."""
    return bool(_ideas(text) & (_OF_AIRCRAFT | {"landing"}))


def _tells_of_landing(sentence: str) -> bool:
    ideas = _ideas(sentence)
    return "landing" in ideas and bool(ideas & _OF_AIRCRAFT)


def _ideas(text: str) -> frozenset[str]:
    return frozenset(idea for match in _WORD.finditer(text) for idea in concepts_of(match.group().casefold()))


def _sentences(report: Report, reading: Reading) -> Iterator[Span]:
    sections = report.sections or reading.sections
    parts = [(part.start, part.end) for part in sections if part.kind in _NEWS] or [(0, len(report.text))]
    for start, end in parts:
        yield from sentence_spans(report.text, start, end)


def _landing_places(text: str, places: Sequence[PlaceMention], sentence: Span) -> tuple[PlaceMention, ...]:
    return tuple(
        place
        for place in places
        if sentence.start <= place.start < sentence.end
        and place.lat is not None
        and find_territory(place.name) is None
        and _FROM.search(text[max(0, place.start - _FROM_ROOM) : place.start]) is None
        and _AFTER_FROM.search(text[place.end : place.end + 3]) is None
    )


def _states(text: str, reading: Reading, sentence: Span) -> frozenset[str]:
    entities = {entity.id: entity.country for entity in reading.entities if entity.type in _PEOPLES}
    named = {entities.get(name.entity) for name in reading.names if sentence.start <= name.start < sentence.end}
    words = (match.group() for match in _WORD.finditer(sentence.of(text)))
    told = {found.alpha3 for word in words if (found := find_demonym(word) or find_territory(word)) is not None}
    return frozenset(told | {state for state in named if state is not None})


def _speaker(reading: Reading, sentence: Span) -> str | None:
    told = (each for each in reading.statements if not each.carried)
    said = (each for each in told if any(span.meets(sentence) for span in each.content))
    return next((each.speaker_name or each.organisation for each in said), None)


def _stances(reading: Reading, sentence: Span) -> Iterator[Stance]:
    yield from (event.stance for event in reading.events if any(span.meets(sentence) for span in event.trigger))
    for statement in reading.statements:
        if any(span.covers(sentence) or sentence.covers(span) for span in statement.content):
            yield statement.stance
