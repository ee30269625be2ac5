import subprocess
import sys
from pathlib import Path

import pytest

from secondsource import __version__
from secondsource.cli import main as module
from secondsource.cli import read as read_module
from secondsource.cli.ledger_file import ledger_file
from secondsource.model.errors import SecondSourceError
from tests.cli.conftest import Type


def test_the_version_is_told(type_in: Type):
    ran = type_in("--version")

    assert (ran.code, ran.out) == (0, f"second-source {__version__}\n")


WRONG = [["reed"], ["read", "--yson"], ["ledger", "search"], ["dossier", "--html"]]


@pytest.mark.parametrize("argv", WRONG, ids=" ".join)
def test_wrong_use_is_told_in_house_form_with_exit_code_2(type_in: Type, argv: list[str]):
    ran = type_in(*argv)

    assert ran.code == 2
    assert ran.out == ""
    assert ran.error_code == "SS-901"
    assert "second-source --help" in ran.err


def test_without_a_command_the_help_is_shown(type_in: Type):
    ran = type_in()

    assert ran.code == 2
    assert "dossier" in ran.out


def test_an_error_is_told_without_a_traceback(type_in: Type, monkeypatch: pytest.MonkeyPatch):
    class Torn(SecondSourceError):
        code = "SS-299"

    def fail(**_: object) -> None:
        raise Torn("The page was to be read\x1b[2J; it is torn.\nMend it.")

    monkeypatch.setattr(module, "app", fail)
    ran = type_in("read", "x")

    assert ran.code == 1
    assert ran.err == "SS-299: The page was to be read\ufffd[2J; it is torn.\n        Mend it.\n"


def test_stopping_by_hand_ends_quietly_with_130(type_in: Type, monkeypatch: pytest.MonkeyPatch):
    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(read_module, "inputs_or_stdin", stopped)
    ran = type_in("read", "x")

    assert ran.code == 130
    assert ran.err == "\nStopped. What was done so far is kept.\n"


def test_a_reader_that_has_had_enough_is_no_error():
    lines = b'{"id": "a", "text": "The port is closed."}\n' * 50
    command = f"{sys.executable} -c 'import sys; from secondsource.cli.main import main; sys.exit(main())'"
    piped = ["bash", "-c", f"{command} read - --json | head -n 1"]
    ran = subprocess.run(piped, input=lines, capture_output=True, timeout=60, check=False)

    assert ran.stderr == b""
    assert ran.stdout.count(b"\n") == 1


def test_the_ledger_named_is_taken_before_that_of_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SECOND_SOURCE_LEDGER", "desk.sqlite")

    assert ledger_file(Path("mine.sqlite")) == Path("mine.sqlite")
    assert ledger_file(None) == Path("desk.sqlite")


def test_without_any_name_the_ledger_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert ledger_file(None).name == "ledger.sqlite"
    assert "second-source" in ledger_file(None).parts
