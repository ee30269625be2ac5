"""A server with a small ledger, and an analyst at a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.analyst.makers import small_ledger
from tests.web.client import Browser, Server


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return small_ledger(tmp_path)


@pytest.fixture
def desk(tmp_path: Path, ledger: Path) -> Iterator[Server]:
    with Server(tmp_path, ledger=ledger) as started:
        yield started


@pytest.fixture
def analyst(desk: Server) -> Browser:
    browser = Browser(desk)
    browser.sign_in("analyst")
    return browser
