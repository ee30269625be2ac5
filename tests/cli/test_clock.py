import getpass
from datetime import UTC

import pytest

from secondsource.cli.clock import now, who_is_it


def test_the_present_moment_says_that_it_is_utc():
    assert now().tzinfo is UTC


def test_a_name_that_is_given_is_taken():
    assert who_is_it("night desk") == "night desk"


def test_a_login_without_a_name_is_unknown(monkeypatch: pytest.MonkeyPatch):
    def nameless() -> str:
        raise KeyError("uid not found: 4242")

    monkeypatch.setattr(getpass, "getuser", nameless)

    assert who_is_it(None) == "unknown"
