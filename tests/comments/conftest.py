"""A desk of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.comments.desk import Desk
from tests.comments.makers import open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "desk.sqlite") as opened:
        yield opened
