"""A server of its own for each test, with quick passwords."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from secondsource.web import passwords
from tests.web.client import Browser, Server


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
