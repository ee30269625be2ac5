"""A server of its own for each test, with quick passwords."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from secondsource.ledger.ledger import Ledger
from secondsource.reading.read import read
from secondsource.web import passwords
from tests.ledger.makers import given, intake
from tests.web.client import Browser, Server
from tests.web.stock import HARBOUR, RADIO, VALLEY


@pytest.fixture(autouse=True)
def _quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    # As dear as they are for people, hundreds of sign-ins would take the tests minutes.
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path) as started:
        yield started


@pytest.fixture
def reader(server: Server) -> Browser:
    return Browser(server)


@pytest.fixture
def moderator(server: Server) -> Browser:
    browser = Browser(server)
    browser.sign_in("moderator")
    return browser


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger with three reports that were read; reading them once is enough for all tests."""
    path = tmp_path_factory.mktemp("filled") / "ledger.sqlite"
    told = {"harbour": ("Harbour Post", HARBOUR), "radio": ("Radio Eastmere", RADIO), "valley": ("Valley News", VALLEY)}
    with Ledger.open(path) as ledger:
        for report_id, (outlet, text) in told.items():
            came = intake(text, id=report_id, outlet=outlet, published=given("2024-07-09"), origin=f"{report_id}.txt")
            ledger.add(came, who="ada", at=came.capture.captured_at)
            ledger.add_reading(read(came.report), who="ada", at=came.capture.captured_at)
    return path.read_bytes()


@pytest.fixture
def with_ledger(tmp_path: Path, filled: bytes) -> Iterator[Server]:
    """A server that has a ledger."""
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(filled)
    with Server(tmp_path, ledger=path) as started:
        yield started
