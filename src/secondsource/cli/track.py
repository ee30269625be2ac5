"""``second-source track``: what an aircraft did, as receivers recorded it; no ledger, no network."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from secondsource.cli.clock import now
from secondsource.cli.json_lines import failure_line, print_line
from secondsource.cli.options import AsJson, ShowProgress, Tracks
from secondsource.cli.progress import progress as told_progress
from secondsource.cli.tell import tell_failures
from secondsource.model.intake import Failure

if TYPE_CHECKING:
    from secondsource.model.track import Track, TrackAnswer


def track(files: Tracks, *, as_json: AsJson = False, progress: ShowProgress = None) -> int:
    """Say whether, where and when aircraft landed.

    Traces of readsb and tar1090, OpenSky, Flightradar24 (CSV, KML), SBS-1, plain tables; files, folders and globs.
    What the track shows stands apart from what is inferred. Nothing is stored.
    """
    answers, failures = judged(files, shown=progress)
    if as_json:
        from secondsource.sensors.contract import track_line

        for item in _in_order(answers, failures):
            print_line(failure_line(item) if isinstance(item, Failure) else track_line(item))
    else:
        from secondsource.cli.track_view import show_tracks

        tell_failures([failure for _, failure in failures])
        show_tracks(answers)
    return 1 if failures else 0


def judged(
    files: list[str], *, shown: bool | None, keep_fixes: bool = False
) -> "tuple[list[TrackAnswer], list[tuple[int, Failure]]]":
    """Return the answers, and each failure with the number of tracks that stood before it."""
    from secondsource.sensors.judge import judge_all

    failures: list[tuple[int, Failure]] = []
    answers = judge_all(_tracks(files, failures, shown), keep_fixes=keep_fixes)
    return answers, failures


def _tracks(files: list[str], failures: list[tuple[int, Failure]], shown: bool | None) -> "Iterator[Track]":
    from secondsource.sensors.take_in import take_in_tracks

    n_tracks = 0
    with told_progress("Tracks", shown=shown) as advance:
        for item in take_in_tracks(files, stdin=sys.stdin.buffer, captured_at=now(), on_file=advance):
            if isinstance(item, Failure):
                failures.append((n_tracks, item))
                continue
            n_tracks += len(item.tracks)
            yield from item.tracks


def _in_order(answers: "list[TrackAnswer]", failures: list[tuple[int, Failure]]) -> "Iterator[TrackAnswer | Failure]":
    waiting = list(failures)
    for index in range(len(answers) + 1):
        while waiting and waiting[0][0] == index:
            yield waiting.pop(0)[1]
        if index < len(answers):
            yield answers[index]
