"""Killed at any instant: nothing acknowledged is lost, nothing unapproved is public, nothing is half there."""

import os
from pathlib import Path

import pytest

from tests.bearing import bearing
from tests.comments.killing import ACTOR, Killed, kill_many

N_KILLS = 40
"""A seeded part of what ``python -m benchmarks.comments_kills`` does a thousand times."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def test_killed_at_any_instant_nothing_is_lost_and_nothing_unapproved_is_public(tmp_path: Path):
    killed = Killed()
    with bearing(ACTOR) as bearer:
        kill_many(bearer, tmp_path / "desk.sqlite", N_KILLS, seed=20, killed=killed)

    assert killed.n_kills == N_KILLS
    assert killed.n_public > 0, "nothing was ever public: the test saw nothing"
