"""A transaction that adds to the ledger."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from secondsource.ledger.chain import append, find_tip
from secondsource.ledger.records import RECORDED, record
from secondsource.model.custody import Action
from secondsource.model.ids import Digest


class Appending:
    """One open transaction that holds the write lock and knows the end of the log.

    Attributes:
        connection: The connection it runs on.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._tip = find_tip(connection)

    def add(
        self,
        action: Action,
        values: Mapping[str, Any],
        *,
        who: str,
        at: datetime,
        rows_sha256: Digest | None = None,
    ) -> int:
        """Write a row together with its entry in the log and return their number."""
        recorded = RECORDED[action]
        self._tip = append(
            self.connection,
            self._tip,
            at=at,
            who=who,
            action=action,
            subject=recorded.subject(values),
            record=record(action, values, rows_sha256=rows_sha256),
        )
        seq = self._tip.head.seq
        self.connection.execute(recorded.table.insert(), {**values, "seq": seq})
        return seq

    @contextmanager
    def step(self) -> Iterator[None]:
        """Make what the block adds one step: should it fail, nothing of it stays and what was added before does."""
        tip = self._tip
        try:
            with self.connection.begin_nested():
                yield
        except BaseException:
            self._tip = tip
            raise
