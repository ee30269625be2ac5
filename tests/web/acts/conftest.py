"""A server with a small ledger, and somebody of each role who works there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.acts.makers import Desked
from tests.web.client import Browser, Server


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
