"""What ``second-source serve`` gives the server to look at."""

from pathlib import Path

import pytest

from secondsource.cli.serve import _index, _ledger_place
from secondsource.ledger.errors import LedgerNotFound, NotALedger
from secondsource.ledger.ledger import Ledger


def test_a_ledger_that_is_named_must_be_there(tmp_path: Path):
    with pytest.raises(LedgerNotFound):
        _ledger_place(tmp_path / "none.sqlite")
    other = tmp_path / "other.sqlite"
    other.write_text("words, and more words, and no ledger\n" * 9)
    with pytest.raises(NotALedger):
        _ledger_place(other)


def test_without_a_name_the_ledger_of_the_environment_is_taken_if_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "kept.sqlite"
    monkeypatch.setenv("SECOND_SOURCE_LEDGER", str(path))
    assert _ledger_place(None) is None

    Ledger.open(path).close()
    place = _ledger_place(None)
    assert place is not None
    assert place.path == path


def test_without_lists_nothing_is_screened():
    assert _index(None) is None
