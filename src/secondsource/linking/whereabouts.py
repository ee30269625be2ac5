"""Reports of one event that put the same act on different days or in places far apart."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from secondsource.linking.lemma import lemma
from secondsource.linking.when import stretch_of
from secondsource.model.evidence import Evidence, Span, words_of
from secondsource.model.ids import ReportId
from secondsource.model.linked import Contradiction
from secondsource.model.mention import EventMention
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.statement import Stance
from secondsource.model.timeplace import PlaceMention

DATE = "date"
"""What a contradiction is about where two reports put the same act on different days."""

PLACE = "place"
"""What a contradiction is about where two reports put the same act in places far apart."""

APART_DAYS = 1.0
"""Days between two dates from which no time zone explains them: neighbouring days may be one moment."""

APART_KM = 150.0
"""Kilometres between two places from which neither is a part or a suburb of the other."""

_EARTH_KM = 6371.0
_SURE = frozenset({Stance.ASSERTED, Stance.LIKELY})

Main = Sequence[tuple[Report, EventMention]]


def contradictions_of_time_and_place(main: Main, readings: Mapping[ReportId, Reading]) -> list[Contradiction]:
    """Return where reports put the same act on days or in places that cannot both hold, each pair of values once.

    Careful on purpose: only main mentions with the same word for what happened and the same sort of event are
    compared, only whole days, and only places finer than a land.

    Args:
        main: The event's reports with their main event mention, earliest first.
        readings: Their readings.
    """
    sure = [(report, mention) for report, mention in main if mention.stance in _SURE]
    pairs = [(one, other) for one, other in combinations(sure, 2) if _same_act(one, other)]
    found: dict[tuple[str, str, str], Contradiction] = {}
    for one, other in pairs:
        for about, first, second in (*_dates(one, other, readings), *_places(one, other, readings)):
            key = (about, *sorted((first.exact.casefold(), second.exact.casefold())))
            found.setdefault((key[0], key[1], key[2]), Contradiction(about=about, one=first, other=second))
    return list(found.values())


def _same_act(one: tuple[Report, EventMention], other: tuple[Report, EventMention]) -> bool:
    return one[1].type is other[1].type and _act(*one) == _act(*other)


def _act(report: Report, mention: EventMention) -> str:
    return lemma(words_of(report.text, mention.trigger).split()[0])


def _dates(
    one: tuple[Report, EventMention], other: tuple[Report, EventMention], readings: Mapping[ReportId, Reading]
) -> Iterator[tuple[str, Evidence, Evidence]]:
    first, second = stretch_of(one[1].edtf), stretch_of(other[1].edtf)
    if first is None or second is None or max(first.days, second.days) > 1.0:
        return
    if first.days_from(second) >= APART_DAYS:
        spans = [_time_span(mention, readings[report.id]) for report, mention in (one, other)]
        if spans[0] is not None and spans[1] is not None:
            yield DATE, _evidence(one[0], spans[0]), _evidence(other[0], spans[1])


def _time_span(mention: EventMention, reading: Reading) -> Span | None:
    if mention.time is None or mention.time >= len(reading.times):
        return None
    time = reading.times[mention.time]
    return Span(time.start, time.end)


def _places(
    one: tuple[Report, EventMention], other: tuple[Report, EventMention], readings: Mapping[ReportId, Reading]
) -> Iterator[tuple[str, Evidence, Evidence]]:
    first, second = (_fine_places(mention, readings[report.id]) for report, mention in (one, other))
    # A report that names both ends of a journey contradicts nobody who names one of them.
    if len(first) == len(second) == 1 and _km(first[0], second[0]) >= APART_KM:
        yield PLACE, _evidence(one[0], _span(first[0])), _evidence(other[0], _span(second[0]))


def _fine_places(mention: EventMention, reading: Reading) -> list[PlaceMention]:
    places = [reading.places[at] for at in mention.places if at < len(reading.places)]
    lands = {entity.name for entity in reading.entities if entity.country is not None}
    return [place for place in places if place.lat is not None and place.lon is not None and place.name not in lands]


def _km(one: PlaceMention, other: PlaceMention) -> float:
    lat, lon, other_lat, other_lon = (radians(each or 0.0) for each in (one.lat, one.lon, other.lat, other.lon))
    chord = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, chord)))


def _span(place: PlaceMention) -> Span:
    return Span(place.start, place.end)


def _evidence(report: Report, span: Span) -> Evidence:
    return Evidence(report_id=report.id, exact=span.of(report.text), start=span.start, end=span.end)
