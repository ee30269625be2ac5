"""Many additions acknowledged together."""

from datetime import datetime

from secondsource.ledger.appending import Appending
from secondsource.ledger.readings import add_reading
from secondsource.ledger.reports import add_report
from secondsource.model.custody import Added
from secondsource.model.intake import Intake
from secondsource.model.reading import Reading


class Batch:
    """Additions by one person at one moment, all durable when the batch ends, none if it fails.

    One addition that is refused leaves nothing behind, and the others go on.
    """

    def __init__(self, appending: Appending, *, who: str, at: datetime) -> None:
        self._appending = appending
        self._who = who
        self._at = at

    def add(self, intake: Intake) -> Added:
        """Add a report with its capture; see :meth:`secondsource.ledger.ledger.Ledger.add`."""
        with self._appending.step():
            return add_report(self._appending, intake, who=self._who, at=self._at)

    def add_reading(self, reading: Reading) -> bool:
        """Add a reading; see :meth:`secondsource.ledger.ledger.Ledger.add_reading`."""
        with self._appending.step():
            return add_reading(self._appending, reading, who=self._who, at=self._at)
