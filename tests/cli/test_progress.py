import sys

import pytest

from secondsource.cli import progress as module
from secondsource.cli.progress import progress


def test_nothing_is_told_of_a_quick_run_where_there_is_no_terminal(capfd: pytest.CaptureFixture[str]):
    with progress("Reading") as advance:
        advance("a.txt")

    assert capfd.readouterr() == ("", "")


def test_a_long_run_without_a_terminal_says_now_and_then_how_far_it_is(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "LINE_EVERY_S", 0.0)

    with progress("Reading", total=2) as advance:
        advance("a.txt")
        advance("b\x1b.txt")

    assert capfd.readouterr().err == "Reading: 1 of 2, now a.txt\nReading: 2 of 2, now b\ufffd.txt\n"


def test_a_bar_shows_on_standard_error_where_it_is_asked_for(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")

    with progress("Reading", total=2, shown=True) as advance:
        advance("[red]a.txt")
        sys.stdout.write("a result\n")

    told = capfd.readouterr()
    assert told.out == "a result\n"
    assert "Reading" in told.err
    assert "[red]a.txt" in told.err


def test_none_is_none(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "LINE_EVERY_S", 0.0)

    with progress("Reading", shown=False) as advance:
        advance("a.txt")

    assert capfd.readouterr() == ("", "")
