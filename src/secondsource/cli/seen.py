"""``second-source seen``: whether a report's words stand in reports that a ledger holds, and who had them first."""

import sys

from secondsource.cli.contract import seen_line
from secondsource.cli.held_words import HeldWords, held_words
from secondsource.cli.json_lines import failure_line, print_line
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.options import AsJson, LedgerFile, MaybeInputs, PublishedOn, ShowProgress
from secondsource.cli.take_in import ReadReport, inputs_or_stdin, read_each
from secondsource.cli.tell import tell_failures
from secondsource.model.errors import SecondSourceError
from secondsource.model.intake import Failure
from secondsource.model.seen import Seen


def seen(
    inputs: MaybeInputs = None,
    *,
    ledger: LedgerFile = None,
    published: PublishedOn = None,
    as_json: AsJson = False,
    progress: ShowProgress = None,
) -> int:
    """Tell where a report's words were before.

    Which reports that the ledger holds it repeats, which repeat it, how much, with the passage in both, and who had
    the words first, or that this cannot be told. Each report is compared with the ledger alone and is not taken in.
    An index of the ledger's words is kept beside it; what came since the last time is read first.
    """
    named = inputs_or_stdin(inputs)
    # A bar between answers on one terminal would tear both.
    shown = False if progress is None and not as_json and sys.stdout.isatty() else progress
    n_failed = 0
    with held_words(ledger_file(ledger), shown=progress) as held:
        for item in read_each(named, published=published, shown=shown):
            told = item if isinstance(item, Failure) else _seen(held, item)
            n_failed += isinstance(told, Failure)
            if as_json:
                print_line(failure_line(told) if isinstance(told, Failure) else seen_line(told))
            elif isinstance(told, Failure):
                tell_failures([told])
            elif isinstance(item, ReadReport):
                _show(item, told, n_held=len(held))
    return 1 if n_failed else 0


def _seen(held: HeldWords, item: ReadReport) -> Seen | Failure:
    try:
        return held.seen(item)
    except SecondSourceError as error:
        return Failure(id=item.report.id, origin=item.report.id, code=error.code, message=error.message)


def _show(item: ReadReport, told: Seen, *, n_held: int) -> None:
    from secondsource.cli.seen_view import show_seen

    show_seen(item.report, told, n_held=n_held)
