"""What every handler works with: the desk, the settings, tokens, rates, sessions, and the pages kept ready."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from typing import Any, ParamSpec, Protocol, TypeVar

from secondsource.comments.desk import Desk
from secondsource.comments.receipts import keyed_digest
from secondsource.screening.index import Index
from secondsource.web.analyst.states import States
from secondsource.web.house_attempt import Attempt
from secondsource.web.house_file import House
from secondsource.web.kept_pages import KeptPages
from secondsource.web.ledger_place import LedgerPlace
from secondsource.web.rates import Rates
from secondsource.web.sessions import Sessions
from secondsource.web.settings import Settings
from secondsource.web.tokens import FormTokens
from secondsource.web.writer import Writer

P = ParamSpec("P")
T = TypeVar("T")


class Login(Protocol):
    """The house login, whatever reaches it; see :mod:`secondsource.web.house_login`, an extra.

    Attributes:
        house: What is told of it.
    """

    house: House

    def address(self, attempt: Attempt) -> str:
        """Return where somebody is sent to sign in."""

    def claims(self, attempt: Attempt, code: str, *, at: datetime) -> Mapping[str, Any]:
        """Return what the house says of whoever came back with the code."""

    def close(self) -> None:
        """Let go of its connections."""


class Site:
    """One running server.

    Attributes:
        desk: The desk.
        settings: How the server is set up.
        tokens: The forms' tokens.
        rates: What came from where.
        sessions: Who is signed in.
        kept: Pages of comments, ready to send.
        known_terms: Versions of the terms that were looked up and found.
        ledger: Where the analysts' ledger lies; None if none was given.
        states: What that ledger held and holds, linked; None without one.
        login: Where people of the house sign in; None for passwords and passkeys alone.
    """

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        *,
        ledger: LedgerPlace | None = None,
        lists: Index | None = None,
        login: Login | None = None,
    ) -> None:
        self.desk = desk
        self.settings = settings
        self.ledger = ledger
        self.login = login
        self.states = None if ledger is None else States(ledger, lists)
        key = keyed_digest(desk.secret, "forms", settings.origin).encode()
        self.tokens = FormTokens(key, ends_s=max(settings.form_ends_s, settings.session_ends_s))
        self.rates = Rates()
        self.sessions = Sessions(desk, settings)
        self.kept = KeptPages()
        # Versions of the terms that are known to be there; a version never goes.
        self.known_terms: set[int] = set()
        self._writer = Writer()
        # Passwords are dear to check on purpose; they must not keep comments waiting.
        self._hasher = ThreadPoolExecutor(max_workers=1, thread_name_prefix="passwords")
        # Reading and linking a ledger takes from milliseconds to seconds; the loop goes on answering meanwhile.
        self._students = ThreadPoolExecutor(max_workers=2, thread_name_prefix="ledger")

        # Another server may let us wait; nobody else is to wait for it.
        self._callers = ThreadPoolExecutor(max_workers=4, thread_name_prefix="house")

    def now(self) -> datetime:
        """Return the present moment, aware UTC."""
        return datetime.now(UTC)

    async def write(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something that writes and return what it returns, once it is durable."""
        return await self._writer.do(partial(do, *args, **kwargs))

    async def think(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something that takes long, beside everything else, and return what it returns."""
        return await asyncio.get_running_loop().run_in_executor(self._hasher, partial(do, *args, **kwargs))

    async def study(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something that reads or links the ledger, beside everything else, and return what it returns."""
        return await asyncio.get_running_loop().run_in_executor(self._students, partial(do, *args, **kwargs))

    async def call(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do something that asks another server, beside everything else, and return what it returns."""
        return await asyncio.get_running_loop().run_in_executor(self._callers, partial(do, *args, **kwargs))

    def close(self) -> None:
        """End the threads and let go of the desk."""
        self._callers.shutdown()
        self._writer.close()
        self._hasher.shutdown()
        self._students.shutdown()
        if self.login is not None:
            self.login.close()
        self.desk.close()
