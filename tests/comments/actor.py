"""A process that bears readers and moderators, each to be killed: ``python -m tests.comments.actor``.

For each line ``PATH NAME SEED N`` on standard input it forks a child that does N things to the desk at PATH, chosen
by SEED: it submits, amends, approves, edits, rejects, publishes and withdraws, and tells each on standard
output once it is acknowledged.
"""

import os
import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from secondsource.comments.desk import Desk
from secondsource.comments.drafts import make_draft
from secondsource.comments.viewing import waiting
from secondsource.model.comment import Reason
from secondsource.model.desk import DeskAction
from secondsource.model.errors import SecondSourceError
from tests.comments.makers import ruling, submission

START = datetime(2026, 3, 1, tzinfo=UTC)


def act(path: Path, name: str, seed: int, n_acts: int) -> None:
    chance = random.Random(seed)
    codes: list[str] = []
    with Desk.open(path, at=START, create=False) as desk:
        tell(f"opened {name}")
        for n in range(n_acts):
            at = START + timedelta(hours=seed, minutes=15 * n)
            try:
                do_one(desk, chance, name, n, codes, at)
            except SecondSourceError as error:
                assert error.code in {"SS-806", "SS-807"}, error  # noqa: PT017


def do_one(desk: Desk, chance: random.Random, name: str, n: int, codes: list[str], at: datetime) -> None:
    what = chance.choice(("submit", "submit", "amend", "approve", "approve", "edit", "reject", "publish", "withdraw"))
    # Words that no moderator has approved say so; an approval is told before and after.
    if what == "submit":
        code = desk.submit(submission(f"unread {name}-{n}", form=f"{name}-{n}"), at=at)
        assert code is not None
        codes.append(code)
        tell(f"submitted {code}")
    elif what in ("amend", "withdraw") and codes:
        code = chance.choice(codes)
        version = desk.received(code).version
        if what == "amend":
            desk.amend(code, make_draft("", f"unread again {name}-{n}"), version=version, at=at)
        else:
            desk.withdraw(code, version=version, at=at)
        tell(f"{what} {code}")
    elif what == "publish":
        desk.publish_due(at=at)
        tell("published")
    else:
        decide(desk, chance, what, at)


def decide(desk: Desk, chance: random.Random, what: str, at: datetime) -> None:
    with desk.reading() as transaction:
        found = waiting(transaction, limit=5)
    if not found:
        return
    comment = chance.choice(found)
    assert comment.draft is not None
    tell(f"deciding {comment.id} {comment.content_seq}")
    if what == "approve":
        desk.decide(ruling(comment), who="mo", at=at)
    elif what == "reject":
        desk.decide(ruling(comment, DeskAction.REJECT, reason=Reason.INSULT), who="mo", at=at)
    else:
        draft = make_draft("", f"edited {comment.id}")
        desk.decide(ruling(comment, DeskAction.EDIT, reason=Reason.INSULT, draft=draft), who="mo", at=at)


def tell(line: str) -> None:
    # One write a line: what two children say does not run together.
    os.write(1, f"{line}\n".encode())


def main() -> None:
    for line in sys.stdin:
        path, name, seed, n_acts = line.split()
        child = os.fork()
        if child == 0:
            act(Path(path), name, int(seed), int(n_acts))
            os._exit(0)
        tell(f"pid {child}")
        _, status = os.waitpid(child, 0)
        tell(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
