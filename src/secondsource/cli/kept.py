"""Reports by way of a ledger: kept as they come in, or as it held them at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from secondsource.cli.clock import now
from secondsource.cli.errors import BadDate
from secondsource.cli.read_set import ReadSet, gather
from secondsource.cli.take_in import ReadReport, failure_of, read_one, take_in
from secondsource.model.days import last_moment
from secondsource.model.ids import ReportId
from secondsource.model.intake import Failure, Intake
from secondsource.model.judgement import Judgement
from secondsource.model.linked import CopyLink
from secondsource.model.reading import NO_QUESTIONS, Reading
from secondsource.model.report import Report

if TYPE_CHECKING:
    from secondsource.ledger.ledger import Ledger
    from secondsource.model.custody import Added


def add(ledger: "Ledger", intake: Intake, *, who: str) -> "Added | Failure":
    """Add the intake to the ledger; one that no ledger can keep becomes a failure, and the run goes on."""
    from secondsource.ledger.errors import Unstorable

    try:
        return ledger.add(intake, who=who, at=now())
    except Unstorable as error:
        return failure_of(intake, error)


def keep_each(
    inputs: Sequence[str], *, ledger: Path, published: str | None, who: str, shown: bool | None
) -> Iterator[ReadReport | Failure]:
    """Yield each report at the inputs with its reading, once both are kept in the ledger.

    A report that our reader has read before is not read again.
    """
    from secondsource.ledger.ledger import Ledger

    with Ledger.open(ledger) as opened:
        for item in take_in(inputs, published=published, shown=shown, doing="Reading"):
            yield item if isinstance(item, Failure) else _kept_and_read(opened, item, who)


def _kept_and_read(ledger: "Ledger", intake: Intake, who: str) -> ReadReport | Failure:
    added = add(ledger, intake, who=who)
    return added if isinstance(added, Failure) else keep_reading(ledger, intake, added, who=who)


def keep_reading(ledger: "Ledger", intake: Intake, added: "Added", *, who: str) -> ReadReport | Failure:
    """Return the report as the ledger holds it with its reading, read and kept there unless it was read before."""
    # The ledger may keep the report under another id, and may know more about it than this capture tells.
    report = ledger.report(added.report_id)
    stored = _stored_reading(ledger, report) if intake.questions == NO_QUESTIONS else None
    if stored is not None:
        return ReadReport(report=report, reading=stored, mentions=intake.mentions)
    read = read_one(replace(intake, report=report))
    if isinstance(read, ReadReport):
        ledger.add_reading(read.reading, who=who, at=now())
    return read


def _stored_reading(ledger: "Ledger", report: Report) -> Reading | None:
    from secondsource.reading.model import reader_model

    stored = ledger.reading(report.id, reader=reader_model().sha256)
    # A date that was learnt since then changes what "on Thursday" means.
    date_then = None if stored is None else (stored.published, stored.published_basis)
    return stored if date_then == (report.published.edtf, report.published.basis) else None


def kept(ledger: Path, *, as_of: str | None) -> Iterator[ReadReport]:
    """Yield what the ledger held at that time, each report with its latest reading, read now where there is none."""
    from secondsource.ledger.ledger import Ledger
    from secondsource.reading.read import read

    at = moment(as_of)
    with Ledger.open(ledger, create=False, read_only=True) as opened:
        for report in opened.reports(at):
            yield ReadReport(report=report, reading=opened.reading(report.id, as_of=at) or read(report))


def kept_set(ledger: Path, *, as_of: str | None) -> ReadSet:
    """Return what the ledger held at that time as a set to be linked, with what people had decided by then."""
    read_set = gather(kept(ledger, as_of=as_of))
    judgements = standing_judgements(ledger, as_of=as_of)
    if as_of is None:
        return replace(read_set, judgements=judgements, copies_of=partial(_kept_copies, ledger))
    # A past moment is worked out from what was held then, and leaves what is kept for now alone.
    return replace(read_set, judgements=judgements, as_of=moment(as_of))


def _kept_copies(
    path: Path, reports: Sequence[Report], readings: Mapping[ReportId, Reading]
) -> dict[ReportId, tuple[CopyLink, ...]]:
    from secondsource.ledger.ledger import Ledger
    from secondsource.linking.kept_file import KeptFolder

    with Ledger.open(path, create=False, read_only=True) as opened:
        folder = KeptFolder(path.with_name(f"{path.name}.copies"), opened.head(), opened.hash_of)
        return folder.copies(reports, readings)


def standing_judgements(ledger: Path, *, as_of: str | None = None) -> tuple[Judgement, ...]:
    """Return the latest answer to each question that people had given by that time."""
    from secondsource.ledger.ledger import Ledger

    with Ledger.open(ledger, create=False, read_only=True) as opened:
        return tuple(kept.judgement for kept in opened.judgements(as_of=moment(as_of)))


def signed_set(read_set: ReadSet, ledger: Path) -> ReadSet:
    """Return the set with a number in the place of the name of everybody who decided, for a page that all may read."""
    from secondsource.ledger.ledger import Ledger
    from secondsource.linking.signing import signed, signs

    with Ledger.open(ledger, create=False, read_only=True) as opened:
        deciders = [kept.judgement.who for kept in opened.judgement_history()]
    return replace(read_set, judgements=signed(read_set.judgements, signs(deciders, {})))


def moment(as_of: str | None) -> datetime | None:
    """Return the last moment that ``as_of`` names, aware UTC; a day counts to its end, None stays None.

    Raises:
        BadDate: It is neither a day nor a moment.
    """
    if as_of is None:
        return None
    try:
        return last_moment(as_of)
    except (ValueError, OverflowError) as error:
        raise BadDate(
            f"--as-of was given {as_of!r}, which is neither a day nor a moment.\n"
            "Write it as 2024-07-09 or 2024-07-09T12:00Z."
        ) from error
