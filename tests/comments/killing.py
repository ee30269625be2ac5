"""Readers and moderators killed at any instant, and what must hold afterwards; for the test and the measurement."""

import json
import os
import random
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from secondsource.comments.desk import Desk
from secondsource.comments.dossiers import require_dossier
from secondsource.comments.showing import public_comments
from secondsource.ledger.desk.entries import find_entries
from secondsource.model.desk import DeskAction
from secondsource.web.pages import render
from tests.bearing import Bearer
from tests.comments.actor import START
from tests.comments.makers import open_desk
from tests.publishing.elements import parse

ACTOR = "tests.comments.actor"
"""What the bearer runs."""


@dataclass(slots=True)
class Killed:
    """What the kills came to.

    Attributes:
        n_kills: Processes killed.
        n_acknowledged: Comments acknowledged, each looked up after every kill.
        n_acts: Things that the killed had told of.
        n_public: Most comments on a page.
    """

    n_kills: int = 0
    n_acknowledged: int = 0
    n_acts: int = 0
    n_public: int = 0


def kill_many(bearer: Bearer, path: Path, n: int, *, seed: int, killed: Killed) -> None:
    """Kill ``n`` processes one after the other at work on one desk; after each, nothing may be lost or half there."""
    chance = random.Random(seed)
    open_desk(path).close()
    acknowledged: set[str] = set()
    for at in range(n):
        heard = kill_one(bearer, path, at, chance)
        fresh = {line[1] for line in heard if line[0] == "submitted"}
        acknowledged |= fresh
        with Desk.open(path, at=START, create=False) as desk:
            for code in acknowledged:
                assert desk.received(code).draft is not None
            if at % 10 == 9 or at == n - 1:
                assert desk.verify() == []
            killed.n_public = max(killed.n_public, check_page(desk))
        killed.n_kills += 1
        killed.n_acknowledged += len(fresh)
        killed.n_acts += sum(line[0] not in {"pid", "ended", "opened", "deciding"} for line in heard)


def kill_one(bearer: Bearer, path: Path, seed: int, chance: random.Random) -> list[list[str]]:
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
