"""What holds for every test: no network, no ledger of the person who runs them, no settings from outside."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A machine under load must not make a property fail; the bounds on examples keep the whole quick.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in [name for name in os.environ if name.startswith("SECOND_SOURCE_")]:
        monkeypatch.delenv(name)
    # Whatever asks for the user's own folders gets an empty one.
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data-home")))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one while the test runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
