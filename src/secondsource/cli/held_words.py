"""The words of all reports that a ledger holds, to be asked about new ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from secondsource.cli.progress import progress
from secondsource.cli.take_in import ReadReport
from secondsource.model.custody import Added
from secondsource.model.seen import Seen

if TYPE_CHECKING:
    from secondsource.ledger.ledger import Ledger
    from secondsource.linking.run_folder import HeldRuns


@contextmanager
def held_words(path: Path, *, shown: bool | None) -> Iterator["HeldWords"]:
    """Open the words of what the ledger at ``path`` holds now; the index beside it is brought up to date first.

    Args:
        path: The ledger.
        shown: Whether there is a progress bar while reports are taken into the index; see :func:`progress`.
    """
    from secondsource.ledger.ledger import Ledger

    with Ledger.open(path, create=False, read_only=True) as ledger:
        yield HeldWords(ledger, path, shown=shown)


class HeldWords:
    """What a ledger held when it was opened, by its words.

    Args:
        ledger: The ledger, open.
        path: Its file.
        shown: Whether there is a progress bar while reports are taken into the index.
    """

    def __init__(self, ledger: "Ledger", path: Path, *, shown: bool | None) -> None:
        from secondsource.linking.run_folder import RunFolder

        self._ledger = ledger
        self._folder = RunFolder(path.with_name(f"{path.name}.runs"), ledger, ledger.head())
        self._shown = shown
        self._take_up(self._folder.kept())

    def __len__(self) -> int:
        """How many reports it held."""
        return self._held.n_reports

    def seen(self, new: ReadReport) -> Seen:
        """Return where the words of a report were before.

        Raises:
            Unstorable: It holds half a character.
        """
        from secondsource.ledger.errors import UnknownReport
        from secondsource.linking.run_index import IndexDamaged

        added = self._ledger.would_add(new.report)
        try:
            return self._seen(new, added)
        except (IndexDamaged, UnknownReport):
            # The index beside the ledger names what the ledger does not hold.
            self._take_up(None)
            return self._seen(new, added)

    def _seen(self, new: ReadReport, added: Added) -> Seen:
        from secondsource.linking.growing import ReadReport as Read

        own = None if added.new else self._ledger.entry_of(added.report_id, upto=self._held.seq)
        asked = Read(replace(new.report, id=added.report_id), new.reading)
        if own is not None and not added.revised:
            # The ledger may know its outlet and its date where this capture does not tell.
            held = self._ledger.held_at(own)
            asked = Read(held.report, held.reading or new.reading)
        return self._before.of(asked, name=new.report.id, own=own)

    def _take_up(self, kept: "HeldRuns | None") -> None:
        from secondsource.linking.seen import SeenBefore

        head = self._folder.head
        waiting = self._ledger.n_came_since(0 if kept is None else kept.seq, upto=head.seq)
        with progress("Reading the ledger", total=waiting, shown=self._shown if waiting else False) as advance:
            self._held = self._folder.grown(kept, advance)
        self._before = SeenBefore(self._held.index, self._held.entries, self._ledger)
