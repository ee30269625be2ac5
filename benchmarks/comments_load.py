"""Many readers and some moderators at once: ``python -m benchmarks.comments_load [SECONDS]``.

Two hundred readers look at pages and now and then send a comment, five moderators empty the queue, each with a pause
of about a second between two clicks and a connection of their own; all of it against one server process.
"""

import asyncio
import random
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from tests.comments.makers import NOON, open_desk

from benchmarks.comments import check, free_port, running
from secondsource.comments.desk import Desk
from secondsource.comments.setting import set_interval
from secondsource.model.desk import Role
from secondsource.web.accounts import set_account

N_READERS, N_MODERATORS = 200, 5
PASSWORD = "a few words nobody uses together"  # noqa: S105  (of a desk that lives as long as the measurement)
PAGES = ("/", "/dossiers/port", "/dossiers/port/comments", "/dossiers/port/comments", "/terms")
TOKEN = re.compile(
    r'action="([^"]+)"[^>]*>\s*<input type="hidden" name="token" value="([^"]+)">'
    r'(?:\s*<input[^>]*name="version" value="(\d+)")?'
)


@dataclass(slots=True)
class Heard:
    """What came back.

    Attributes:
        walls: Seconds that each answer took.
        errors: Answers that should not have been.
        n_sent: Comments that were acknowledged.
        n_decided: Decisions that were taken.
    """

    walls: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    n_sent: int = 0
    n_decided: int = 0


class Person:
    """Somebody with one connection, who clicks and waits."""

    def __init__(self, port: int, heard: Heard, seed: int) -> None:
        self.port = port
        self.heard = heard
        self.chance = random.Random(seed)
        self.cookie = ""

    async def connect(self) -> None:
        """Open the connection."""
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)

    async def ask(self, method: str, path: str, fields: dict[str, str] | None = None, *, status: int = 200) -> str:
        """Ask once and return the answer, its head included; an answer of another status is an error."""
        body = urlencode(fields or {}).encode()
        head = (
            f"{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{self.port}\r\norigin: http://127.0.0.1:{self.port}\r\n"
            f"cookie: {self.cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\n"
            f"content-length: {len(body)}\r\n\r\n"
        )
        began = time.perf_counter()
        self.writer.write(head.encode() + body)
        told = await self.reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", told)
        rest = await self.reader.readexactly(int(length[1])) if length else b""
        self.heard.walls.append(time.perf_counter() - began)
        if int(told.split(b" ", 2)[1]) != status:
            self.heard.errors.append(f"{method} {path}: {told[:60]!r}")
        return (told + rest).decode()

    async def pause(self) -> None:
        """Read for about a second."""
        await asyncio.sleep(self.chance.uniform(0.5, 1.5))


async def read(person: Person, until: float) -> None:
    """Look at pages; every tenth time write a comment."""
    await person.connect()
    while time.monotonic() < until:
        await person.pause()
        await person.ask("GET", person.chance.choice(PAGES))
        if person.chance.random() < 0.1:
            form = await person.ask("GET", "/dossiers/port/comment")
            await person.pause()
            token = TOKEN.search(form)
            words = f"Seen from the pier, {person.chance.random()}. " * 8
            fields = {"token": token[2] if token else "", "terms": "1", "name": "R", "words": words}
            await person.ask("POST", "/dossiers/port/comment", fields)
            person.heard.n_sent += 1


async def moderate(person: Person, name: str, until: float) -> None:
    """Approve what waits; a comment that another moderator has decided meanwhile is a conflict, and no error."""
    await person.connect()
    form = await person.ask("GET", "/sign-in")
    token = TOKEN.search(form)
    fields = {"token": token[2] if token else "", "account": name, "password": PASSWORD}
    told = await person.ask("POST", "/sign-in", fields, status=303)
    cookie = re.search(r"set-cookie: ([^;]+)", told)
    person.cookie = cookie[1] if cookie else ""
    skip = int(name.removeprefix("mo"))
    while time.monotonic() < until:
        await person.pause()
        queue = await person.ask("GET", f"/desk/queue?skip={skip}")
        found = next((m for m in TOKEN.finditer(queue) if m[1].endswith("/approve")), None)
        if found:
            before = len(person.heard.errors)
            await person.ask("POST", found[1], {"token": found[2], "version": found[3]}, status=303)
            if len(person.heard.errors) > before and "409" in person.heard.errors[-1]:
                person.heard.errors.pop()
            else:
                person.heard.n_decided += 1


async def load(port: int, seconds: float) -> Heard:
    """Let everybody go on for so long and return what came back."""
    heard, until = Heard(), time.monotonic() + seconds
    readers = [read(Person(port, heard, seed), until) for seed in range(N_READERS)]
    moderators = [moderate(Person(port, heard, 1000 + n), f"mo{n}", until) for n in range(N_MODERATORS)]
    await asyncio.gather(*readers, *moderators)
    return heard


def main() -> None:
    """Measure and print one line."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0
    with tempfile.TemporaryDirectory() as folder:
        path, port = Path(folder) / "desk.sqlite", free_port()
        with open_desk(path) as desk:
            for name in ("admin", *(f"mo{n}" for n in range(N_MODERATORS))):
                role = Role.ADMIN if name == "admin" else Role.MODERATOR
                set_account(desk, name, role=role, password=PASSWORD, who="benchmark", at=NOON)
            with desk.writing() as transaction:
                set_interval(transaction, 60)
        command = [sys.executable, "-m", "benchmarks.comments_server", str(path), str(port)]
        with running(command, port):
            heard = asyncio.run(load(port, seconds))
        with Desk.open(path, at=NOON) as desk:
            check(desk.verify() == [], "the desk holds")
    cuts = quantiles(heard.walls, n=100)
    print(
        f"{N_READERS} readers and {N_MODERATORS} moderators for {seconds:.0f} s: {len(heard.walls)} answers, "
        f"{len(heard.errors)} errors, {heard.n_sent} comments sent, {heard.n_decided} decided; "
        f"half within {cuts[49] * 1000:.1f} ms, 99 of 100 within {cuts[98] * 1000:.1f} ms, "
        f"the slowest {max(heard.walls) * 1000:.0f} ms"
    )
    for error in heard.errors[:5]:
        print(error)


if __name__ == "__main__":
    main()
