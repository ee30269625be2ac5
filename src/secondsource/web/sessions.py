"""Who is signed in, and for how long."""

import hashlib
import secrets
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from secondsource.comments.desk import Desk
from secondsource.ledger.desk import accounts
from secondsource.model.desk import Account
from secondsource.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks.

    Attributes:
        account: Who is signed in; None if nobody.
        holder: What form tokens are bound to: the session's digest, empty without one.
        network: The network the request came from; None if unknown.
    """

    account: Account | None
    holder: str
    network: str | None


class Sessions:
    """Sessions end by the clock, when nothing is clicked, at signing out, and when the account changes.

    When something was last clicked is kept in memory alone: looking at a page must not write.
    """

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._desk = desk
        self._ends = timedelta(seconds=settings.session_ends_s)
        self._idle_s = settings.session_idle_s
        self._clicked: dict[str, float] = {}

    def begin(self, name: str, *, at: datetime) -> str:
        """Begin a session of the account and return its token, which is kept nowhere."""
        token = secrets.token_urlsafe(32)
        with self._desk.writing() as transaction:
            accounts.end_old_sessions(transaction, at=at)
            accounts.put_session(transaction, digest_of_token(token), name, ends_at=at + self._ends)
        return token

    def find(self, token: str, *, at: datetime) -> tuple[Account, str] | None:
        """Return whose session it is and the session's digest; None if it has ended."""
        digest = digest_of_token(token)
        with self._desk.reading() as transaction:
            account = accounts.find_session(transaction, digest, at=at)
        now_s = time.monotonic()
        if account is None or now_s - self._clicked.get(digest, now_s) > self._idle_s:
            return None
        self._clicked[digest] = now_s
        return account, digest

    def end(self, digest: str) -> None:
        """End one session."""
        self._clicked.pop(digest, None)
        with self._desk.writing() as transaction:
            accounts.end_session(transaction, digest)


def digest_of_token(token: str) -> str:
    """Return what is kept of a session's token."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
