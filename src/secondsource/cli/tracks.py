"""Flight tracks beside the reports of a dossier: looked at, and kept where the reports are kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from secondsource.cli.clock import now, who_is_it
from secondsource.cli.errors import WrongUse
from secondsource.cli.kept import moment
from secondsource.model.intake import Failure

if TYPE_CHECKING:
    from secondsource.model.track import Track, TrackAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """Tracks that were looked at.

    Attributes:
        answers: What they show.
        failures: The files that are no track.
    """

    answers: "tuple[TrackAnswer, ...]"
    failures: tuple[Failure, ...] = ()


def require_no_tracks(named: Sequence[str] | None, *, as_of: str | None) -> None:
    """Raise where tracks are named beside a past moment.

    Raises:
        WrongUse: They are.
    """
    if named and as_of is not None:
        raise WrongUse(
            "--as-of was given beside --track; it asks what a ledger held, and a track is read as it is now.\n"
            f"Leave the track out: second-source dossier --as-of {as_of}"
        )


def look_at_tracks(
    named: Sequence[str], *, ledger: Path | None, stored: bool, as_of: str | None, who: str | None
) -> LookedAt:
    """Return what the tracks show: those that are named, and those that the ledger holds.

    Args:
        named: Files, folders, globs.
        ledger: Where the named ones are kept as they came; None keeps nothing.
        stored: Whether the tracks that the ledger holds count too.
        as_of: What the ledger held at that time; None for now.
        who: Who does this, for the ledger's log.
    """
    if not named and not stored:
        return LookedAt(answers=())
    from secondsource.sensors.judge import judge_all

    failures: list[Failure] = []
    tracks: dict[tuple[object, str], Track] = {}
    held = _held(ledger, as_of) if stored and ledger is not None else iter(())
    for track in (*held, *_taken_in(named, ledger, who, failures)):
        # The same bytes named again, or named and held, are one track.
        tracks.setdefault((track.capture_sha256, track.id), track)
    return LookedAt(answers=tuple(judge_all(tracks.values())), failures=tuple(failures))


def _taken_in(named: Sequence[str], ledger: Path | None, who: str | None, failures: list[Failure]) -> "Iterator[Track]":
    from secondsource.ledger.ledger import Ledger
    from secondsource.sensors.take_in import take_in_tracks

    for item in take_in_tracks(named, captured_at=now()):
        if isinstance(item, Failure):
            failures.append(item)
            continue
        if ledger is not None:
            with Ledger.open(ledger) as opened:
                opened.add_capture(item.capture, who=who_is_it(who), at=now())
        yield from item.tracks


def _held(ledger: Path, as_of: str | None) -> "Iterator[Track]":
    from secondsource.ledger.ledger import Ledger
    from secondsource.sensors.take_in import MEDIA_TYPE, tracks_of

    with Ledger.open(ledger, create=False, read_only=True) as opened:
        captures = opened.captures(MEDIA_TYPE, moment(as_of))
    for capture in captures:
        yield from tracks_of(capture)
