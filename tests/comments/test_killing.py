"""Killed at any instant: nothing acknowledged is lost, nothing unapproved is public, nothing is half there."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.comments.desk import Desk
from secondsource.comments.dossiers import require_dossier
from secondsource.comments.showing import public_comments
from secondsource.ledger.desk.entries import find_entries
from secondsource.model.desk import DeskAction
from secondsource.web.pages import render
from tests.comments.actor import START
from tests.comments.makers import open_desk
from tests.publishing.elements import parse

ROOT = Path(__file__).resolve().parents[2]
N_KILLS = int(os.environ.get("KILLS", "40"))
"""A seeded part; ``KILLS=1000 python -m pytest tests/comments/test_killing.py`` takes some minutes."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture
def bearer() -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.comments.actor"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    with process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def kill_one(bearer: "subprocess.Popen[str]", path: Path, seed: int, chance: random.Random) -> list[list[str]]:
    """Bear a child, kill it at some instant, and return all that it had told."""
    assert bearer.stdin is not None
    assert bearer.stdout is not None
    bearer.stdin.write(f"{path} k{seed} {seed} 400\n")
    bearer.stdin.flush()
    heard = [bearer.stdout.readline().split()]
    while heard[-1][0] != "pid":
        heard.append(bearer.stdout.readline().split())
    child = int(heard[-1][1])
    heard += [bearer.stdout.readline().split() for _ in range(chance.choice((0, 1, 2, 5, 9)))]
    time.sleep(chance.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    while heard[-1][0] != "ended":
        heard.append(bearer.stdout.readline().split())
    assert heard[-1] == ["ended", str(-signal.SIGKILL)]
    return heard


def test_killed_at_any_instant_nothing_is_lost_and_nothing_unapproved_is_public(
    bearer: "subprocess.Popen[str]", tmp_path: Path
):
    chance = random.Random(20)
    path = tmp_path / "desk.sqlite"
    open_desk(path).close()
    acknowledged: set[str] = set()
    n_public = 0
    for seed in range(N_KILLS):
        heard = kill_one(bearer, path, seed, chance)
        acknowledged |= {line[1] for line in heard if line[0] == "submitted"}

        with Desk.open(path, at=START, create=False) as desk:
            for code in acknowledged:
                assert desk.received(code).draft is not None
            if seed % 10 == 9 or seed == N_KILLS - 1:
                assert desk.verify() == []
            n_public = max(n_public, check_page(desk))
    assert n_public > 0, "nothing was ever public: the test saw nothing"


def check_page(desk: Desk) -> int:
    """Whatever is on the page was approved as it stands there, by an entry of the log."""
    with desk.reading() as transaction:
        shown = public_comments(transaction, "port")
        seqs = dict(transaction.execute("SELECT id, public_seq FROM standings WHERE public_seq IS NOT NULL").fetchall())
        approved = {
            (entry.subject, entry.body["on"])
            for entry in find_entries(transaction)
            if entry.action is DeskAction.APPROVE
        }
        edited = {(entry.subject, entry.seq) for entry in find_entries(transaction) if entry.action is DeskAction.EDIT}
        texts = {
            row[0]: json.loads(row[1])["words"]
            for row in transaction.execute("SELECT seq, text FROM contents WHERE text LIKE '%words%'")
        }
        dossier = require_dossier(transaction, "port")
    for comment in shown:
        assert texts[seqs[comment.id]] == comment.draft.words
        assert (comment.id, seqs[comment.id]) in approved | edited
    assert dossier.n_comments == len(shown)
    page = parse(render("comments.html.j2", site_name="s", dossier=dossier, comments=shown))
    items = [item for item in page.all("li") if item.attributes.get("class") == "comment"]
    assert len(items) == len(shown)
    return len(shown)
