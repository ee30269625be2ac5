"""Decisions as they are typed, and answers that stay what they were."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.ledger.ledger import Ledger
from secondsource.model.outlets import find_outlet, use_outlets
from tests.cli.conftest import Type

PORT = "The port of Eastmere is closed since two ferries hit each other on Sunday night, the harbour master said."
REPORTS = [
    {"id": "a", "text": PORT, "published": "2024-07-09", "outlet": "Daily A"},
    {"id": "b", "text": f"{PORT} Nobody was hurt.", "published": "2024-07-10", "outlet": "Daily B"},
]


@pytest.fixture
def ledger(tmp_path: Path, type_in: Type) -> str:
    """A ledger with two reports of one event."""
    path = str(tmp_path / "ledger.sqlite")
    given = "\n".join(json.dumps(each) for each in REPORTS).encode()
    assert type_in("collect", "-", "--ledger", path, "--no-progress", stdin=given).code == 0
    return path


def judged(type_in: Type, ledger: str, answer: str, *ids: str, kind: str = "same-event") -> str:
    return type_in("judge", kind, answer, *ids, "--why", "other ferries", "--who", "Ann", "--ledger", ledger).error_code


def test_a_decision_stands_above_the_machine_until_the_next(type_in: Type, ledger: str):
    asked = ("link", "--ledger", ledger, "--json")
    [a, b] = type_in(*asked).lines
    assert a["event"] == b["event"]

    judged(type_in, ledger, "negative", "b", "a")
    [a, b] = type_in(*asked).lines
    assert a["event"] != b["event"]

    judged(type_in, ledger, "positive", "a", "b")
    [a, b] = type_in(*asked).lines
    assert a["event"] == b["event"]


def test_what_was_known_at_a_moment_is_told_byte_for_byte_the_same_later(type_in: Type, ledger: str):
    asked_at = "2999-01-01T00:00Z"
    # A moment between the reports and what comes after: the log's own clock tells it.
    with Ledger.open(Path(ledger), create=False, read_only=True) as opened:
        then = opened.log()[-1].at.isoformat()
    first = [type_in(command, "--ledger", ledger, "--as-of", then, "--json").out for command in ("link", "dossier")]

    judged(type_in, ledger, "negative", "a", "b")
    more = json.dumps({"id": "c", "text": PORT, "published": "2024-07-08", "outlet": "Daily C"}).encode()
    assert type_in("collect", "-", "--ledger", ledger, "--no-progress", stdin=more).code == 0
    again = [type_in(command, "--ledger", ledger, "--as-of", then, "--json").out for command in ("link", "dossier")]

    assert again == first
    assert len(type_in("link", "--ledger", ledger, "--as-of", asked_at, "--json").lines) == 3


def test_a_decision_on_a_report_that_the_ledger_does_not_hold_is_refused(type_in: Type, ledger: str):
    assert judged(type_in, ledger, "negative", "a", "nowhere").startswith("SS-")


def test_a_decision_on_one_report_alone_is_wrong_use(type_in: Type, ledger: str):
    assert judged(type_in, ledger, "negative", "a", "a") == "SS-901"
    assert judged(type_in, ledger, "positive", "a", "b", kind="same-speaker") == "SS-901"


def test_a_ledger_beside_inputs_is_wrong_use_for_link(type_in: Type, ledger: str, notice: Path):
    assert type_in("link", str(notice), "--ledger", ledger).error_code == "SS-901"
    assert type_in("link", str(notice), "--as-of", "2024-07-09").error_code == "SS-901"


@pytest.fixture
def own_outlets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's table of outlets, named in the environment; taken away afterwards."""
    path = tmp_path / "outlets.toml"
    path.write_text(
        'outlets = [ { name = "Eastmere Post", state = "Freedonia", '
        'aliases = ["Истмирская почта", "이스트미어 포스트"] } ]',
        encoding="utf-8",
    )
    monkeypatch.setenv("SECOND_SOURCE_OUTLETS", str(path))
    yield path
    use_outlets(None)


@pytest.mark.usefixtures("own_outlets")
@pytest.mark.parametrize("name", ["Eastmere Post", "Истмирская почта", "이스트미어 포스트"])
def test_a_users_own_outlets_are_known_to_every_command(type_in: Type, name: str):
    type_in("info")

    found = find_outlet(name)

    assert found is not None
    assert (found.name, found.controller) == ("Eastmere Post", "government of Freedonia")


def test_a_users_broken_table_stops_the_command_and_changes_nothing(type_in: Type, own_outlets: Path):
    own_outlets.write_text("outlets = 3", encoding="utf-8")

    assert type_in("info").error_code == "SS-401"
    assert find_outlet("Eastmere Post") is None
