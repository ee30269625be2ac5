"""What a comment costs the server, beside Isso's: ``python -m benchmarks.comments [ISSO_VENV]``.

Both take the same comments from the same client, one connection for each request, moderation on and every comment
on the disk before it is acknowledged. Isso runs as its own guide says: gunicorn with one sync worker, its defaults,
but for its rate limit, which is off as ours is loose. What counts is the processor time of the serving processes.
"""

import http.client
import json
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from tests.comments.makers import NOON, open_desk

from benchmarks.comments_server import settings
from secondsource.comments.deciding import Ruling
from secondsource.comments.desk import Desk
from secondsource.comments.receipts import keyed_digest
from secondsource.comments.viewing import waiting
from secondsource.model.desk import DeskAction
from secondsource.web.tokens import FormTokens

N_COMMENTS = 1000
ROUNDS = 5
SENTENCES = "The ferry ran on Tuesday, says the harbour. Nobody has seen it since, says the crew of a tug. " * 4

JSON = {"content-type": "application/json"}

ISSO_CONFIG = """[general]
dbpath = {folder}/isso.db
host = http://127.0.0.1:{port}/
[moderation]
enabled = true
[guard]
enabled = false
"""


def words(n: int) -> str:
    """Return the words of comment ``n``, 400 characters and its number."""
    return f"{n} {SENTENCES[:400]}"


def measure(isso: Path | None) -> list[tuple[str, str]]:
    """Return what was measured, as pairs of a description and a figure with its unit.

    Args:
        isso: An environment in which Isso and gunicorn are installed; None measures ours alone.
    """
    with tempfile.TemporaryDirectory() as folder:
        found = _ours(Path(folder))
    if isso is not None:
        with tempfile.TemporaryDirectory() as folder:
            found += _isso(Path(folder), isso)
    return found


def _ours(folder: Path) -> list[tuple[str, str]]:
    path, port = folder / "desk.sqlite", free_port()
    open_desk(path).close()
    command = [sys.executable, "-m", "benchmarks.comments_server", str(path), str(port)]
    with Desk.open(path, at=NOON) as desk, running(command, port) as pids:
        origin = f"http://127.0.0.1:{port}"
        tokens = FormTokens(keyed_digest(desk.secret, "forms", origin).encode(), ends_s=settings(port).form_ends_s)

        def post(n: int) -> None:
            token = tokens.issue("/dossiers/{dossier_id}/comment", "")
            fields = {"token": token, "terms": "1", "name": f"reader {n % 97}", "words": words(n)}
            headers = {"content-type": "application/x-www-form-urlencoded", "origin": origin}
            ask(port, "POST", "/dossiers/port/comment", body=urlencode(fields), headers=headers)

        sent = [cost("ours: accept a comment with its entry in the log, on the disk", pids, N_COMMENTS, post)]
        sent.append(cost("ours: the form for it", pids, 300, lambda _: ask(port, "GET", "/dossiers/port/comment")))
        check(desk.n_waiting() == N_COMMENTS, "every comment that was sent waits")
        with desk.reading() as transaction:
            found = waiting(transaction, limit=N_COMMENTS)
        rulings = [Ruling(comment_id=c.id, version=c.version, action=DeskAction.APPROVE) for c in found]
        # The server's own clock publishes what its moderators approved; here a batch of the past is due at once.
        long_ago = found[0].submitted_at + timedelta(hours=1)
        check(desk.decide_each(rulings, who="mo", at=long_ago) == [], "every comment is approved")
        check(len(desk.publish_due(at=long_ago + timedelta(hours=1))) == N_COMMENTS, "every comment is public")
        page = "/dossiers/port/comments"
        packed = {"accept-encoding": "gzip"}
        sent.append(cost("ours: render 1,000 comments anew, once", pids, 1, lambda _: ask(port, "GET", page)))
        sent.append(cost("ours: read 1,000 comments", pids, N_COMMENTS, lambda _: ask(port, "GET", page)))
        sent.append(cost("ours: the same, packed", pids, N_COMMENTS, lambda _: ask(port, "GET", page, headers=packed)))
        check(desk.verify() == [], "the desk holds")
    return sent


def _isso(folder: Path, environment: Path) -> list[tuple[str, str]]:
    port = free_port()
    (folder / "isso.cfg").write_text(ISSO_CONFIG.format(folder=folder, port=port), encoding="utf-8")
    gunicorn = [str(environment / "bin" / "gunicorn"), "-w", "1", "-b", f"127.0.0.1:{port}", "isso.run:application"]
    with running(gunicorn, port, ISSO_SETTINGS=str(folder / "isso.cfg")) as pids:

        def post(n: int) -> None:
            fields = {
                "text": words(n),
                "author": f"reader {n % 97}",
                "email": f"r{n % 97}@example.org",
                "title": "Port",
            }
            ask(port, "POST", "/new?uri=%2Fport%2F", body=json.dumps(fields), headers=JSON, status=202)

        sent = [cost("Isso: accept a comment", pids, N_COMMENTS, post)]
        with sqlite3.connect(folder / "isso.db") as connection:
            connection.execute("UPDATE comments SET mode = 1")
        connection.close()
        sent.append(cost("Isso: read 1,000 comments", pids, 5, lambda _: ask(port, "GET", "/?uri=%2Fport%2F")))
    return sent


def check(holds: bool, what: str) -> None:
    """Stop where what the figures rest on does not hold.

    Raises:
        RuntimeError: It does not.
    """
    if not holds:
        raise RuntimeError(f"It was to be that {what}; it is not.")


def cost(what: str, pids: list[int], n: int, do: Callable[[int], None]) -> tuple[str, str]:
    """Do it ``n`` times and return the processor time of the serving processes for each, and how long they took.

    In five rounds, of which the middle one counts and the least and the most are told: on a machine that others use,
    one of them may take twice as long for reasons that are not ours.
    """
    n_rounds = ROUNDS if n >= ROUNDS else 1
    spent, walls = [], []
    for number in range(n_rounds):
        before, batch = cpu_s(pids), range(n * number // n_rounds, n * (number + 1) // n_rounds)
        for each in batch:
            began = time.perf_counter()
            do(each)
            walls.append(time.perf_counter() - began)
        spent.append((cpu_s(pids) - before) / len(batch) * 1000)
    p99_ms = (quantiles(walls, n=100)[-1] if n > 1 else walls[0]) * 1000
    between = f" (rounds {min(spent):.2f} to {max(spent):.2f})" if n_rounds > 1 else ""
    return what, f"{median(spent):.2f} ms of processor time each{between}; 99 of 100 within {p99_ms:.0f} ms ({n} times)"


def cpu_s(pids: list[int]) -> float:
    """Return the processor time that the processes have used so far, their own and the kernel's for them."""
    # The clock of another process, as clock_getcpuclockid(3) names it: to the nanosecond, with threads that have ended.
    return sum(time.clock_gettime((~pid << 3) | 2) for pid in pids)


def ask(
    port: int,
    method: str,
    path: str,
    *,
    body: str | None = None,
    headers: dict[str, str] | None = None,
    status: int = 200,
) -> None:
    """Ask once, by a connection of its own, and read the whole answer.

    Raises:
        RuntimeError: The answer has another status.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body, headers or {})
    answer = connection.getresponse()
    told = answer.read()
    connection.close()
    if answer.status != status:
        raise RuntimeError(f"{method} {path}: {answer.status} {told[:300]!r}")


@contextmanager
def running(command: list[str], port: int, **environment: str) -> Iterator[list[int]]:
    """Run a server and yield the numbers of its processes once it listens."""
    process = subprocess.Popen(command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL)
    try:
        # On a machine that does much else a server may take a minute to begin.
        for _ in range(1200):
            with socket.socket() as sock:
                if sock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        time.sleep(1)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("utf-8").split()
        yield [process.pid, *(int(child) for child in children)]
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def main() -> None:
    """Measure and print a table."""
    isso = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    print("| what | figure |\n| --- | --- |")
    for what, figure in measure(isso):
        print(f"| {what} | {figure} |")


if __name__ == "__main__":
    main()
