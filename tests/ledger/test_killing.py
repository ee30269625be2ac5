"""Killed at any instant, nothing acknowledged is lost and nothing is half there; two at once keep one chain."""

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from secondsource.ledger.ledger import Ledger
from secondsource.model.custody import Action
from secondsource.model.ids import ReportId
from tests.bearing import Bearer, bearing
from tests.ledger.makers import NOON, intake

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture(scope="module")
def bearer() -> Iterator[Bearer]:
    with bearing("tests.ledger.appender") as process:
        yield process


def ask(bearer: Bearer, line: str) -> None:
    assert bearer.stdin is not None
    bearer.stdin.write(line + "\n")
    bearer.stdin.flush()


def hear(bearer: Bearer) -> list[str]:
    assert bearer.stdout is not None
    return bearer.stdout.readline().split()


def hear_until(bearer: Bearer, word: str, n: int) -> list[list[str]]:
    heard: list[list[str]] = []
    while sum(line[0] == word for line in heard) < n:
        heard.append(hear(bearer))
    return heard


def kill_one(bearer: Bearer, path: Path, name: str, chance: random.Random) -> list[list[str]]:
    """Bear a child, kill it at some instant, and return all that it had acknowledged."""
    ask(bearer, f"{path} {name} 400")
    heard = hear_until(bearer, "pid", 1)
    child = int(next(line for line in heard if line[0] == "pid")[1])
    for _ in range(chance.choice((0, 1, 1, 2, 5, 9, 17))):
        heard.append(hear(bearer))
    time.sleep(chance.uniform(0, 0.03))
    os.kill(child, signal.SIGKILL)
    ask(bearer, "wait")
    heard += hear_until(bearer, "ended", 1)
    assert heard[-1] == ["ended", name, str(-signal.SIGKILL)]
    return heard


@needs_fork
@pytest.mark.parametrize("seed", range(5))
def test_a_killed_process_loses_nothing_acknowledged_and_leaves_nothing_half(bearer: Bearer, tmp_path: Path, seed: int):
    chance = random.Random(seed)
    path = tmp_path / "ledger.sqlite"
    heard: list[list[str]] = []
    for n in range(6):
        heard += kill_one(bearer, path, f"k{n}", chance)

        with Ledger.open(path) as ledger:
            there = {report.id for report in ledger.reports()}
            assert {line[1] for line in heard if line[0] == "report"} <= there
            read = {line[1] for line in heard if line[0] == "reading"}
            assert all(ledger.readings(ReportId(report_id)) for report_id in read)
            assert ledger.verify() == []


@needs_fork
def test_what_a_killed_process_left_can_be_read_without_writing(bearer: Bearer, tmp_path: Path):
    path = tmp_path / "ledger.sqlite"
    Ledger.open(path).close()
    ask(bearer, f"{path} k 400")
    heard = hear_until(bearer, "reading", 6)
    os.kill(int(next(line for line in heard if line[0] == "pid")[1]), signal.SIGKILL)
    ask(bearer, "wait")
    hear_until(bearer, "ended", 1)

    with Ledger.open(path, read_only=True) as ledger:
        assert len(ledger.reports()) >= 6
        assert ledger.verify() == []


@needs_fork
def test_two_processes_at_once_keep_one_unbroken_chain(bearer: Bearer, tmp_path: Path):
    path = tmp_path / "ledger.sqlite"
    for name in ("a", "b"):
        ask(bearer, f"{path} {name} 40")
    ask(bearer, "wait")
    heard = hear_until(bearer, "ended", 2)

    with Ledger.open(path) as ledger:
        assert sorted(line[2] for line in heard if line[0] == "ended") == ["0", "0"]
        assert ledger.verify() == []
        entries = ledger.log()
        assert [entry.seq for entry in entries] == list(range(1, 2 * 40 * 3 + 1))
        assert {(entry.who, entry.action) for entry in entries} == {(who, a) for who in "ab" for a in list(Action)[:3]}


def test_two_hands_in_turn_append_to_the_same_end(ledger: Ledger, ledger_path: Path):
    with Ledger.open(ledger_path) as other:
        for n, hand in enumerate((ledger, other, ledger, other)):
            hand.add(intake(f"Words {n}."), who=f"hand {n % 2}", at=NOON)

        assert other.head() == ledger.head()
    assert [entry.who for entry in ledger.log()][::2] == ["hand 0", "hand 1", "hand 0", "hand 1"]
    assert ledger.verify() == []
