"""``second-source read``: what one reader finds in each report; no ledger, no network."""

import sys

from secondsource.cli.json_lines import failure_line, print_line
from secondsource.cli.options import AsJson, MaybeInputs, PublishedOn, ShowProgress
from secondsource.cli.take_in import ReadReport, inputs_or_stdin, read_each
from secondsource.cli.tell import tell_failures
from secondsource.model.intake import Failure


def read(
    inputs: MaybeInputs = None,
    *,
    published: PublishedOn = None,
    as_json: AsJson = False,
    progress: ShowProgress = None,
) -> int:
    """Say who says what in each report.

    In which words, how surely, and where the report has it from. Nothing is stored.
    Order out is order in.
    """
    named = inputs_or_stdin(inputs)
    # A bar between tables on one terminal would tear both; the tables then show well enough that it moves.
    shown = False if progress is None and not as_json and sys.stdout.isatty() else progress
    n_failed = 0
    for item in read_each(named, published=published, shown=shown):
        n_failed += isinstance(item, Failure)
        if as_json:
            print_line(failure_line(item) if isinstance(item, Failure) else item.reading)
        else:
            _show(item)
    return 1 if n_failed else 0


def _show(item: ReadReport | Failure) -> None:
    from secondsource.cli.reading_view import show_reading

    if isinstance(item, Failure):
        tell_failures([item])
    else:
        show_reading(item.report, item.reading)
