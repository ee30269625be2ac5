"""How tracks bear on what reports say of a landing.

A track confirms where its landing fits the words in place and time and its aircraft is named, or is of the state that
the words name; else it supports. It contradicts only where the report names this
aircraft and the track shows it elsewhere all the time in question; whatever was not received contradicts nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from secondsource.model.ids import EventId, ReportId
from secondsource.model.linked import Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.timeplace import PlaceMention
from secondsource.model.track import BearingKind, Landing, Track, TrackAnswer, TrackBearing, Verdict
from secondsource.sensors.claims import LandingClaim, landing_claims, speaks_of_flight
from secondsource.sensors.earth import distance_nm
from secondsource.sensors.gaps import has_room
from secondsource.sensors.identity import Match, identify
from secondsource.sensors.telling import clock, named

CITY_NM = 40.0
"""How far an airport may lie from the middle of the town that reports name it by; Sunan is 12, Narita 35."""

ELSEWHERE_NM = 60.0
"""Nearer than this at any time, an aircraft cannot be said to have been elsewhere."""

_ZONE_MIN = 14 * 60
"""Minutes by which a day of a report may differ from a day in UTC."""
_NEWS_DAYS = 3
"""A landing told without a day happened at most so many days before the report; longer ago it would be dated."""
_LONGEST_DAYS = 31
"""A claim that names only a month or a year says nothing of a single flight."""
_MINUTES_A_DAY = 1440

_WITH_MATCH = {
    (Match.UNKNOWN, BearingKind.CONFIRMS): BearingKind.SUPPORTS,
    (Match.OTHER_STATE, BearingKind.CONFIRMS): BearingKind.CANNOT_TELL,
    (Match.OTHER_STATE, BearingKind.SUPPORTS): BearingKind.CANNOT_TELL,
}
"""An aircraft landed, but whether it is the one that is meant is not known, or it hardly is."""

_OF_DENIAL = {
    BearingKind.CONFIRMS: BearingKind.CONTRADICTS,
    BearingKind.SUPPORTS: BearingKind.CANNOT_TELL,
    BearingKind.CONTRADICTS: BearingKind.SUPPORTS,
}
"""What a track does to a denial of that to which it does the other."""


def bear_on(
    linked: Linked, reports: Sequence[Report], readings: Sequence[Reading], answers: Sequence[TrackAnswer]
) -> list[TrackBearing]:
    """Return how each track bears on each claim of a landing, in the order of tracks and reports.

    Claims that have nothing to do with a track - another day, another place, and the aircraft not named - give none.
    """
    by_id = {reading.id: reading for reading in readings}
    claims = [
        (report, claim)
        for report in reports
        if report.id in by_id
        for claim in landing_claims(report, by_id[report.id])
    ]
    events = _events(linked)
    return [
        bearing
        for answer in answers
        for report, claim in claims
        if (bearing := _bearing(answer, report, claim, events.get(report.id))) is not None
    ]


def _events(linked: Linked) -> Mapping[ReportId, EventId]:
    """Return the event that each report is about, where that event is a flight or a landing."""
    flights = {event.id for event in linked.events if speaks_of_flight(event.label)}
    found: dict[ReportId, EventId] = {}
    for report in linked.reports:
        event = next((each for each in report.events if each in flights), None)
        if event is not None:
            found[report.id] = event
    return found


def _bearing(answer: TrackAnswer, report: Report, claim: LandingClaim, event_id: EventId | None) -> TrackBearing | None:
    track = answer.track
    identity = identify(track, claim, report.text)
    window = _window(claim)
    if window is None or not claim.places or not _overlaps(track, window):
        return None
    told = _landed_there(answer, claim, window)
    if told is None and identity.match is Match.NAMED:
        told = _elsewhere(track, claim, window)
    if told is None:
        return None
    kind, because = told
    kind = _WITH_MATCH.get((identity.match, kind), kind)
    if claim.denied:
        kind = _OF_DENIAL.get(kind, kind)
    return TrackBearing(
        track_id=track.id,
        event_id=event_id,
        kind=kind,
        words=claim.words,
        because=(*because, *identity.because),
        speaker=claim.speaker,
    )


def _window(claim: LandingClaim) -> tuple[float, float] | None:
    """Return from when to when the claimed landing may have been, seconds since 1970; None if nothing says."""
    if claim.when is None or claim.when.days > _LONGEST_DAYS:
        return None
    before = 0 if claim.dated else _NEWS_DAYS * _MINUTES_A_DAY
    slack = 0 if claim.dated and claim.when.earliest == claim.when.latest else _ZONE_MIN
    return _seconds(claim.when.earliest - before - slack), _seconds(claim.when.latest + slack)


def _seconds(minutes: int) -> float:
    return (minutes - datetime(1970, 1, 1, tzinfo=UTC).toordinal() * _MINUTES_A_DAY) * 60.0


def _overlaps(track: Track, window: tuple[float, float]) -> bool:
    return track.fixes[0].at_s <= window[1] and track.fixes[-1].at_s >= window[0]


def _landed_there(
    answer: TrackAnswer, claim: LandingClaim, window: tuple[float, float]
) -> tuple[BearingKind, list[str]] | None:
    fitting = [
        (landing, place)
        for landing in answer.landings
        for place in claim.places
        if landing.airport is not None
        and _way(place, landing.airport.lat, landing.airport.lon) <= CITY_NM
        and _in_window(answer.track, landing, window)
    ]
    if not fitting:
        return None
    # The surest comes first: seen before inferred, likely before unlikely.
    landing, place = max(fitting, key=lambda each: (each[0].verdict is Verdict.LANDED, each[0].observed, each[0].p))
    because = [*_field(landing, place), landing.because]
    if landing.verdict is not Verdict.LANDED:
        return BearingKind.CANNOT_TELL, [*because, f"A landing there is possible (probability {landing.p:.2f})."]
    if landing.observed:
        return BearingKind.CONFIRMS, because
    return BearingKind.SUPPORTS, [*because, f"The landing is inferred, with probability {landing.p:.2f}."]


def _field(landing: Landing, place: PlaceMention) -> Iterator[str]:
    if landing.airport is not None:
        way_nm = _way(place, landing.airport.lat, landing.airport.lon)
        yield f"{named(landing.airport)} lies {way_nm:.0f} NM from {place.name}, the place that the words name."


def _in_window(track: Track, landing: Landing, window: tuple[float, float]) -> bool:
    at_s = track.fixes[-1].at_s if landing.at is None else landing.at.timestamp()
    return window[0] <= at_s <= window[1]


def _elsewhere(track: Track, claim: LandingClaim, window: tuple[float, float]) -> tuple[BearingKind, list[str]] | None:
    """Return what a track that shows no landing at the place says, if it is that of the aircraft that is named."""
    place = claim.places[0]
    fixes = [fix for fix in track.fixes if window[0] <= fix.at_s <= window[1]]
    if not fixes:
        return None
    nearest = min(fixes, key=lambda fix: _way(place, fix.lat, fix.lon))
    nearest_nm = _way(place, nearest.lat, nearest.lon)
    near = f"Nearest to {place.name} it was received {nearest_nm:.0f} NM away, at {clock(nearest.at_s)}."
    holes = list(_uncovered(track, window))
    if nearest_nm > ELSEWHERE_NM and not holes:
        return BearingKind.CONTRADICTS, [
            near,
            "The track covers all the time in question.",
        ]
    return BearingKind.CANNOT_TELL, [near, *(holes or ["It came near enough for a landing that was not received."])]


def _uncovered(track: Track, window: tuple[float, float]) -> Iterator[str]:
    """Yield each stretch of the time in question that the track leaves open and that leaves room for a landing."""
    if track.fixes[0].at_s > window[0]:
        yield f"Nothing was received before {clock(track.fixes[0].at_s)}."
    if track.fixes[-1].at_s < window[1]:
        yield f"Nothing was received after {clock(track.fixes[-1].at_s)}."
    for one, other in zip(track.fixes, track.fixes[1:], strict=False):
        if window[0] <= other.at_s and one.at_s <= window[1] and has_room(one, other):
            yield f"Nothing was received from {clock(one.at_s)} to {clock(other.at_s)}, and a landing fits in."


def _way(place: PlaceMention, lat: float, lon: float) -> float:
    return distance_nm(place.lat or 0.0, place.lon or 0.0, lat, lon)
