"""Flight tracks as the dossier tells them: what they show, what follows, and on which words they bear."""

from collections.abc import Sequence

from secondsource.model.linked import Event, EventStatus
from secondsource.model.track import BearingKind, Fix, TrackAnswer, TrackBearing, Verdict
from secondsource.model.track_account import TrackAccount, TrackPoint
from secondsource.sensors.gaps import GAP_LEAST_S

BEARING_WORDS: dict[BearingKind, str] = {
    BearingKind.CONFIRMS: "Confirms",
    BearingKind.SUPPORTS: "Supports",
    BearingKind.CONTRADICTS: "Contradicts",
    BearingKind.CANNOT_TELL: "Cannot tell about",
}
"""What a track does to the words it bears on."""

VERDICT_WORDS: dict[Verdict, str] = {
    Verdict.LANDED: "Landed",
    Verdict.NOT_LANDED: "Not landed in the record",
    Verdict.INDETERMINATE: "Whether it landed cannot be told",
}
"""A verdict in words."""

_POINTS_MOST = 300
_LAST_S = 30 * 60.0
"""The last half hour is drawn in full, as far as the points allow: there the landing is judged."""


def tell_tracks(answers: Sequence[TrackAnswer], bearings: Sequence[TrackBearing]) -> tuple[TrackAccount, ...]:
    """Return an account of each track, in the order given."""
    return tuple(_account(answer, bearings) for answer in answers)


def track_status(event: Event, bearings: Sequence[TrackBearing]) -> str | None:
    """Return what a track that was looked at makes of the event, in words; None where none does anything to it."""
    kinds = {bearing.kind for bearing in bearings if bearing.event_id == event.id}
    if BearingKind.CONTRADICTS in kinds:
        return "a flight track looked at here speaks against it"
    if event.status is not EventStatus.SENSOR_CONFIRMED:
        return None
    if BearingKind.CONFIRMS in kinds:
        return "confirmed by a flight track looked at here"
    return "supported by a flight track looked at here" if BearingKind.SUPPORTS in kinds else None


def _account(answer: TrackAnswer, bearings: Sequence[TrackBearing]) -> TrackAccount:
    track = answer.track
    return TrackAccount(
        track_id=track.id,
        origin=track.origin,
        format=track.format,
        icao24=track.icao24,
        registration=track.registration,
        callsign=track.callsign,
        capture_sha256=track.capture_sha256,
        n_fixes=len(track.fixes),
        n_unread=track.n_unread,
        notes=track.notes,
        landing=answer.landing,
        landings=answer.landings,
        gaps=answer.gaps,
        bearings=tuple(bearing for bearing in bearings if bearing.track_id == track.id),
        path=tuple(_path(track.fixes)),
    )


def _path(fixes: Sequence[Fix]) -> list[TrackPoint]:
    last_from_s = fixes[-1].at_s - _LAST_S
    last = [index for index, fix in enumerate(fixes) if fix.at_s >= last_from_s]
    before = range(len(fixes) - len(last))
    gaps = {i for i in range(1, len(fixes)) if fixes[i].at_s - fixes[i - 1].at_s >= GAP_LEAST_S}
    chosen = {*_every(before), *_every(last), 0, len(fixes) - 1, *sorted(gaps)[:_POINTS_MOST]}
    chosen |= {index - 1 for index in gaps if index in chosen}
    return [
        TrackPoint(
            at_s=fixes[index].at_s,
            lat=fixes[index].lat,
            lon=fixes[index].lon,
            altitude_ft=fixes[index].altitude_ft,
            after_gap=index in gaps,
        )
        for index in sorted(chosen)
    ]


def _every(indexes: Sequence[int]) -> list[int]:
    step = max(1, -(-len(indexes) // (_POINTS_MOST // 2)))
    return list(indexes[::step])
