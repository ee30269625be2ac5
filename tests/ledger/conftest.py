"""A new ledger for each test."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.ledger.ledger import Ledger
from secondsource.model.ids import Digest
from secondsource.model.judgement import Judgement, JudgementKind, Verdict
from secondsource.model.linked import Linked
from tests.ledger.makers import NOON, given, intake, json_intakes, reading


@pytest.fixture(scope="session")
def empty_ledger_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # Made once and copied: the migrations are what takes time.
    path = tmp_path_factory.mktemp("ledger") / "empty.sqlite"
    Ledger.open(path).close()
    return path


@pytest.fixture
def ledger_path(empty_ledger_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_ledger_path, tmp_path / "ledger.sqlite"))


@pytest.fixture
def ledger(ledger_path: Path) -> Iterator[Ledger]:
    with Ledger.open(ledger_path) as opened:
        yield opened


@pytest.fixture
def full_ledger(ledger: Ledger) -> Ledger:
    """One row or two in every table."""
    (line,) = json_intakes({"id": "j", "text": "The delegation left Pyongyang on Monday, the agency said. "})
    ledger.add(line, who="a", at=NOON)
    ledger.add_reading(reading("j"), who="a", at=NOON)
    ledger.add(intake("말" * 40, id="p", title="t", outlet="o", published=given("2024")), who="a", at=NOON)
    ledger.add_linking(Linked(reports=(), events=()), who="b", at=NOON)
    about = Judgement(subject=("j",), kind=JudgementKind.COPIES, value=Verdict.UNSURE, who="k", why="w", at=NOON)
    ledger.add_judgement(about)
    ledger.add_judgement(replace(about, value=Verdict.NEGATIVE))
    ledger.record_publication(dossier_id="d", digest=Digest("c"), path="p", who="b", at=NOON)
    return ledger
