"""What tracks show, as a person sees it on a terminal."""

from collections.abc import Sequence

from rich.text import Text

from secondsource.cli.console import console, table, words
from secondsource.cli.plain import plain
from secondsource.model.track import Landing, TrackAnswer, Verdict

_VERDICTS = {
    Verdict.LANDED: "landed",
    Verdict.NOT_LANDED: "not landed in the record",
    Verdict.INDETERMINATE: "cannot be told",
}


def show_tracks(answers: Sequence[TrackAnswer]) -> None:
    """Draw a table of the answers, then for each what the track shows and what follows from it."""
    out = console()
    drawn = table("track", "aircraft", "call sign", "verdict", "p", "airport", "time (UTC)")
    for answer in answers:
        landing = answer.landing
        drawn.add_row(
            words(answer.track.id),
            words(answer.track.icao24),
            words(answer.track.callsign),
            words(_VERDICTS[landing.verdict] + (", observed" if landing.observed else "")),
            words(f"{landing.p:.2f}"),
            words(_airport(landing)),
            words(f"{landing.at:%Y-%m-%d %H:%M}" if landing.at else "-"),
        )
    out.print(drawn)
    for answer in answers:
        out.print(words(answer.track.id, style="bold"))
        for line in _told(answer):
            out.print(Text(plain(f"  {line}")))


def _airport(landing: Landing) -> str:
    if landing.airport is None:
        return "-"
    return landing.airport.icao if landing.verdict is Verdict.LANDED else f"{landing.airport.icao}?"


def _told(answer: TrackAnswer) -> list[str]:
    landing = answer.landing
    lines = [f"shows: {sentence}" for sentence in landing.shows]
    lines.append(f"hence: {landing.because}")
    if landing.candidates:
        named = ", ".join(f"{each.airport.icao} {each.p:.0%}" for each in landing.candidates)
        lines.append(f"fields that fit: {named}")
    if len(answer.landings) > 1:
        lines.append(f"stretches: {'; '.join(_short(each) for each in answer.landings)}")
    gaps = [gap for gap in answer.gaps if gap.room_for_landing]
    lines += [f"gap: {gap.start_at:%H:%M} to {gap.end_at:%H:%M} UTC, room for a landing" for gap in gaps]
    lines += [f"note: {note}" for note in answer.track.notes]
    if answer.track.n_unread:
        lines.append(f"note: {answer.track.n_unread} rows could not be read or cannot be true")
    return lines


def _short(landing: Landing) -> str:
    return f"{_VERDICTS[landing.verdict]} {_airport(landing)}".strip()
