"""What a track shows of a landing, and what may be inferred where it shows none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondsource.model.track import Fix, Landing, Rule, Track, TrackAnswer, Verdict
from secondsource.sensors.end_of_record import HEARD_AGAIN_N, infer_end
from secondsource.sensors.gaps import as_gap, find_holes
from secondsource.sensors.ground import Stay, find_stays
from secondsource.sensors.motion import Motion, motion_at_end
from secondsource.sensors.telling import tell_fix
from secondsource.sensors.touchdown import landing_at

_LATER_WITHIN_S = 24 * 3600.0
"""A track that begins more than a day later tells nothing of where this one ended."""

_SUREST = (Verdict.LANDED, Verdict.INDETERMINATE, Verdict.NOT_LANDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """An answer, with what is needed to look at it again when a later track of the aircraft turns up.

    Attributes:
        answer: The answer from the track alone.
        end: How it ended in the air; None where it ended on the ground.
        begins: Its first fixes.
        ends_s: Time of its last fix.
    """

    answer: TrackAnswer
    end: Motion | None
    begins: tuple[Fix, ...]
    ends_s: float


def judge(track: Track) -> TrackAnswer:
    """Return what the track shows and what follows.

    The record is looked at stretch by stretch: each ends on the ground, in a gap that a landing fits into, or where
    the record ends. The answer is the last landing; where there is none, the stretch about which least can be ruled
    out. Only what the record covers is said not to have been a landing.
    """
    return _judge(track).answer


def judge_all(tracks: Iterable[Track], *, keep_fixes: bool = True) -> list[TrackAnswer]:
    """Return an answer for each track, in their order; where a later track of an aircraft begins tells where one ended.

    Args:
        tracks: The tracks; taken one at a time.
        keep_fixes: Whether the answers hold all fixes of their tracks, as drawing needs, or the first and last only.
    """
    judged = [_judge(track) if keep_fixes else _lean(_judge(track)) for track in tracks]
    last_of: dict[str, int] = {}
    answers = [each.answer for each in judged]
    for index in sorted(range(len(judged)), key=lambda index: (judged[index].begins[0].at_s, index)):
        icao24 = judged[index].answer.track.icao24
        if icao24 is None:
            continue
        before = last_of.get(icao24)
        if before is not None and 0 < judged[index].begins[0].at_s - judged[before].ends_s <= _LATER_WITHIN_S:
            answers[before] = _look_again(judged[before], judged[index].begins)
        last_of[icao24] = index
    return answers


def _judge(track: Track) -> _Judged:
    fixes, stays, holes = track.fixes, find_stays(track.fixes), find_holes(track.fixes)
    found = {stay.first: landing_at(fixes, stay) for stay in stays if stay.first > 0}
    for hole in holes:
        after = hole.before + 1
        # What begins on the ground has been answered by the stay; what ends there has not left it.
        if hole.room_for_landing and after not in found and not _is_on_ground(stays, hole.before):
            found[after] = infer_end(motion_at_end(fixes[:after]), fixes[hole.before], fixes[after:])
    end = None if _is_on_ground(stays, len(fixes) - 1) else motion_at_end(fixes)
    if end is not None:
        found[len(fixes)] = infer_end(end, fixes[-1], ())
    landings = tuple(found[index] for index in sorted(found)) or (_never_left(fixes),)
    answer = TrackAnswer(
        track=track,
        landing=_answer(landings),
        landings=landings,
        gaps=tuple(as_gap(hole, fixes) for hole in holes),
    )
    return _Judged(answer=answer, end=end, begins=fixes[:HEARD_AGAIN_N], ends_s=fixes[-1].at_s)


def _look_again(judged: _Judged, later: Sequence[Fix]) -> TrackAnswer:
    if judged.end is None:
        return judged.answer
    *before, _ = judged.answer.landings
    landings = (*before, infer_end(judged.end, judged.answer.track.fixes[-1], later))
    return replace(judged.answer, landing=_answer(landings), landings=landings)


def _lean(judged: _Judged) -> _Judged:
    track = judged.answer.track
    ends = (track.fixes[0], track.fixes[-1]) if len(track.fixes) > 1 else track.fixes
    return replace(judged, answer=replace(judged.answer, track=replace(track, fixes=ends)))


def _is_on_ground(stays: Sequence[Stay], index: int) -> bool:
    return any(stay.first <= index <= stay.last for stay in stays)


def _answer(landings: Sequence[Landing]) -> Landing:
    for verdict in _SUREST:
        of_it = [landing for landing in landings if landing.verdict is verdict]
        if of_it:
            return of_it[-1] if verdict is Verdict.LANDED else max(of_it, key=lambda landing: landing.p)
    raise AssertionError("every stretch has a verdict")


def _never_left(fixes: Sequence[Fix]) -> Landing:
    """Return the answer for a record that shows the aircraft on the ground only."""
    return Landing(
        verdict=Verdict.INDETERMINATE,
        p=0.5,
        observed=False,
        rule=Rule.SEEN_ON_GROUND,
        shows=(tell_fix("First fix", fixes[0]), tell_fix("Last fix", fixes[-1])),
        because="The aircraft stood or taxied all the time; how it came there is not in the data.",
    )
