"""Up to which entry of the ledger each account has looked."""

import json
from dataclasses import dataclass
from datetime import datetime

from secondsource.comments.desk import Desk
from secondsource.ledger.desk.accounts import find_setting, put_setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How far somebody has looked.

    Attributes:
        number: The entry of the ledger's log.
        ledger_at: That entry's moment, aware UTC.
        looked_at: When they said so, aware UTC.
    """

    number: int
    ledger_at: datetime
    looked_at: datetime


def find_seen(desk: Desk, account: str) -> Seen | None:
    """Return how far the account has looked; None if it never said so."""
    with desk.reading() as transaction:
        kept = find_setting(transaction, _name(account))
    if kept is None:
        return None
    told = json.loads(kept)
    return Seen(
        number=told["number"],
        ledger_at=datetime.fromisoformat(told["ledger_at"]),
        looked_at=datetime.fromisoformat(told["looked_at"]),
    )


def put_seen(desk: Desk, account: str, seen: Seen) -> None:
    """Keep how far the account has looked, in the place of what it said before."""
    kept = {
        "number": seen.number,
        "ledger_at": seen.ledger_at.isoformat(),
        "looked_at": seen.looked_at.isoformat(),
    }
    with desk.writing() as transaction:
        put_setting(transaction, _name(account), json.dumps(kept))


def _name(account: str) -> str:
    return f"seen:{account}"
