"""From what is named on the command line to reports that have been read."""

import gc
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.cli.clock import now
from secondsource.cli.errors import BadDate, NothingGiven
from secondsource.cli.progress import progress
from secondsource.model.errors import SecondSourceError
from secondsource.model.intake import Failure, GivenMention, Intake
from secondsource.model.reading import Reading
from secondsource.model.report import Report

STDIN = "-"

_NEW_VALUES = 50_000
"""New values after which the garbage collector looks at them; the usual number is some hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report, what was found in it, and the event mentions that came with it; its bytes are let go."""

    report: Report
    reading: Reading
    mentions: tuple[GivenMention, ...] = ()


def inputs_or_stdin(inputs: Sequence[str] | None) -> list[str]:
    """Return the inputs that are named, else standard input where a pipe or a file is joined to it.

    Raises:
        NothingGiven: None is named and standard input is a terminal.
    """
    if inputs:
        return list(inputs)
    if not sys.stdin.isatty():
        return [STDIN]
    raise NothingGiven(
        "Reports were to be read; no file was named and nothing comes in by a pipe.\n"
        "Name some: second-source read REPORT.txt FOLDER, or try the packaged ones: second-source demo"
    )


def take_in(
    inputs: Sequence[str], *, published: str | None, shown: bool | None, doing: str = "Taking in"
) -> Iterator[Intake | Failure]:
    """Yield what stands at the inputs, in their order, one file in memory at a time.

    Raises:
        BadDate: ``published`` is no date.
    """
    from secondsource.collect.collect import collect

    _check_date(published)
    with progress(doing, total=_n_files(inputs), shown=shown) as advance:
        yield from collect(inputs, stdin=sys.stdin.buffer, published=published, captured_at=now(), on_file=advance)


def _check_date(published: str | None) -> None:
    from secondsource.text.dates import parse_date

    if published is not None and parse_date(published) is None:
        raise BadDate(
            f"--published was given {published!r}, which is no date that can be read in one way only.\n"
            "Write the day as 2024-07-09, or leave it out: what is not known stays open."
        )


def _n_files(inputs: Sequence[str]) -> int:
    from secondsource.collect.inputs import find_files

    # Only names are looked at here. A folder may change before its files are read; then the bar ends early or late.
    return sum(1 for name in inputs for _ in (find_files(name) if name != STDIN else [name]))


def read_each(
    inputs: Sequence[str], *, published: str | None, shown: bool | None, doing: str = "Reading"
) -> Iterator[ReadReport | Failure]:
    """Yield each report at the inputs with its reading, or why there is none, in the order of the inputs."""
    # Reading makes many small values and no rings of them: looking for rings as often as is usual costs a fortieth.
    gc.set_threshold(_NEW_VALUES)
    for item in take_in(inputs, published=published, shown=shown, doing=doing):
        yield item if isinstance(item, Failure) else read_one(item)


def read_one(intake: Intake) -> ReadReport | Failure:
    """Return the intake's report with its reading; a report that our reader refuses or breaks on becomes a failure."""
    from secondsource.reading.errors import ReaderBrokeError
    from secondsource.reading.read import read

    try:
        reading = read(intake.report, intake.questions)
    except SecondSourceError as error:
        return failure_of(intake, error)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one report must not lose the other thousand
        return failure_of(
            intake,
            ReaderBrokeError(
                f"report {intake.report.id} was to be read; our reader broke on it ({type(error).__name__}: {error}).\n"
                "The fault is ours and the other reports go on. Please report it with the block of: second-source info"
            ),
        )
    return ReadReport(report=intake.report, reading=reading, mentions=intake.mentions)


def failure_of(intake: Intake, error: SecondSourceError) -> Failure:
    """Return the failure that stands in the place of this intake."""
    return Failure(id=intake.report.id, origin=intake.capture.origin, code=error.code, message=error.message)
