"""A server with a small ledger, and somebody of each role who works there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.reading.read import read
from tests.ledger.makers import given, intake
from tests.web.acts.makers import HARBOUR, RADIO, VALLEY, Desked
from tests.web.client import Browser, Server


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a ledger with three reports that were read; reading them once is enough for all tests."""
    from secondsource.ledger.ledger import Ledger  # noqa: PLC0415

    path = tmp_path_factory.mktemp("filled") / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        for report_id, text in (("harbour", HARBOUR), ("radio", RADIO), ("valley", VALLEY)):
            outlet = {"harbour": "Harbour Post", "radio": "Radio Eastmere", "valley": "Valley News"}[report_id]
            came = intake(text, id=report_id, outlet=outlet, published=given("2024-07-09"), origin=f"{report_id}.txt")
            ledger.add(came, who="ada", at=came.capture.captured_at)
            ledger.add_reading(read(came.report), who="ada", at=came.capture.captured_at)
    return path.read_bytes()


@pytest.fixture
def desked(tmp_path: Path, filled: bytes) -> Iterator[Desked]:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(filled)
    with Server(tmp_path, ledger=path) as server:
        yield Desked(server, path)


@pytest.fixture
def analyst(desked: Desked) -> Browser:
    return desked.browser("analyst")


@pytest.fixture
def editor(desked: Desked) -> Browser:
    return desked.browser("editor")


@pytest.fixture
def admin(desked: Desked) -> Browser:
    return desked.browser("admin")
