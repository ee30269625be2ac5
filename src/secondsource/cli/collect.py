"""``second-source collect``: reports into the ledger, their bytes as they came, and what our reader finds in them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from secondsource.cli.clock import who_is_it
from secondsource.cli.json_lines import failure_line, print_line
from secondsource.cli.kept import add, keep_reading
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.options import AsJson, Inputs, LedgerFile, PublishedOn, ShowProgress, Who
from secondsource.cli.take_in import take_in
from secondsource.cli.tell import tell_failures
from secondsource.model.custody import Added
from secondsource.model.intake import Failure, Intake

if TYPE_CHECKING:
    from secondsource.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A report that stands in the ledger now.

    Attributes:
        intake: What came in.
        added: What the ledger made of it.
    """

    intake: Intake
    added: Added


def collect(
    inputs: Inputs,
    *,
    ledger: LedgerFile = None,
    published: PublishedOn = None,
    who: Who = None,
    as_json: AsJson = False,
    progress: ShowProgress = None,
) -> int:
    """Take reports into the ledger.

    Text, HTML, JSON lines, folders and globs. The bytes are kept as they came, then each report is read and the
    reading kept beside it; the same report twice changes nothing.
    """
    path = ledger_file(ledger)
    counts: Counter[str] = Counter()
    for item in _store_each(inputs, path, published=published, who=who_is_it(who), shown=progress):
        counts[_outcome(item)] += 1
        if as_json:
            print_line(_line(item))
        elif isinstance(item, Failure):
            tell_failures([item])
    if not as_json:
        _show(counts, path)
    return 1 if counts["failed"] else 0


def _store_each(
    inputs: list[str], path: Path, *, published: str | None, who: str, shown: bool | None
) -> Iterator[Stored | Failure]:
    from secondsource.ledger.ledger import Ledger

    with Ledger.open(path) as ledger:
        for item in take_in(inputs, published=published, shown=shown, doing="Collecting"):
            yield item if isinstance(item, Failure) else _store(ledger, item, who)


def _store(ledger: "Ledger", intake: Intake, who: str) -> Stored | Failure:
    added = add(ledger, intake, who=who)
    if isinstance(added, Failure):
        return added
    # A report that cannot be read is kept all the same, and named.
    read = keep_reading(ledger, intake, added, who=who)
    return read if isinstance(read, Failure) else Stored(intake=intake, added=added)


def _outcome(item: Stored | Failure) -> str:
    if isinstance(item, Failure):
        return "failed"
    return "new" if item.added.new else "known"


def _line(item: Stored | Failure) -> dict[str, object]:
    if isinstance(item, Failure):
        return failure_line(item)
    report = item.intake.report
    return {
        "id": item.added.report_id,
        "new": item.added.new,
        "beside": item.added.beside,
        "revised": item.added.revised,
        "origin": item.intake.capture.origin,
        "sha256": item.intake.capture.sha256,
        "published": report.published.edtf,
        "published_basis": report.published.basis,
        "title": report.title,
        "outlet": report.outlet,
    }


def _show(counts: "Counter[str]", path: Path) -> None:
    from secondsource.cli.console import console, words

    out = console()
    out.print(
        words(f"{counts['new']} new, {counts['known']} already there, {counts['failed']} could not be taken in."),
    )
    out.print(words(f"Ledger: {path}"))
    if counts["new"] or counts["known"]:
        out.print(words(f"See what they add up to: second-source dossier --ledger {path}"))
