"""A process that bears appenders, each to be killed: ``python -m tests.ledger.appender``.

For each line ``PATH NAME N`` on standard input it forks a child that adds N reports with readings to the ledger at
PATH, and tells on standard output the child's number, what is acknowledged, one line each, and when the child ended.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

import alembic.command  # noqa: F401  (so that a child need not load it)

from secondsource.ledger.ledger import Ledger
from tests.ledger.makers import NOON, TEXT, intake, reading


def append(path: Path, name: str, n_reports: int) -> None:
    with Ledger.open(path) as ledger:
        tell(f"opened {name}")
        for n in range(0, n_reports, 4):
            first, *rest = (intake(f"{TEXT} {name} {m}", id=f"{name}-{m}") for m in range(n, min(n + 4, n_reports)))
            tell(f"report {ledger.add(first, who=name, at=NOON).report_id}")
            ledger.add_reading(replace(reading(first.report.id)), who=name, at=NOON)
            tell(f"reading {first.report.id}")
            with ledger.batch(who=name, at=NOON) as batch:
                for taken in rest:
                    batch.add(taken)
                    batch.add_reading(reading(taken.report.id))
            for taken in rest:
                tell(f"report {taken.report.id}")
                tell(f"reading {taken.report.id}")


def tell(line: str) -> None:
    # One write a line: what two children say does not run together.
    os.write(1, f"{line}\n".encode())


def main() -> None:
    children: dict[int, str] = {}
    for line in sys.stdin:
        if line.strip() != "wait":
            path, name, n_reports = line.split()
            child = os.fork()
            if child == 0:
                append(Path(path), name, int(n_reports))
                os._exit(0)
            children[child] = name
            tell(f"pid {child}")
        else:
            while children:
                child, status = os.wait()
                tell(f"ended {children.pop(child)} {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
