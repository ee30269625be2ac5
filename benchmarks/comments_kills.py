"""A thousand kills while comments are sent, decided and shown: ``python -m benchmarks.comments_kills [KILLS]``.

A process at work on a desk is killed (SIGKILL) at some instant, a thousand times, and after each it must hold that no
acknowledged comment is lost, nothing unapproved is public, and the page shows whole comments, as many as the desk says.
A hundred kills go to each desk, so that looking at all of it after each stays quick.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.bearing import bearing
from tests.comments.killing import ACTOR, Killed, kill_many

PER_DESK = 100


def measure(n_kills: int = 1000) -> list[tuple[str, str]]:
    """Return what came of it, as pairs of a description and a figure.

    Raises:
        AssertionError: Something was lost, public or half there that should not have been.
    """
    killed, began = Killed(), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, bearing(ACTOR) as bearer:
        for at in range(0, n_kills, PER_DESK):
            kill_many(bearer, Path(folder) / f"{at}.sqlite", min(PER_DESK, n_kills - at), seed=at, killed=killed)
            print(f"{killed.n_kills} of {n_kills} kills", file=sys.stderr)
    wall_s = time.perf_counter() - began
    what = f"{killed.n_kills} kills during submit, amend, approve, edit, reject, publish, withdraw"
    found = (
        f"none of {killed.n_acknowledged} acknowledged comments lost, no unapproved word public, no half page; "
        f"{killed.n_acts} acts told, at most {killed.n_public} comments on a page ({wall_s:.0f} s)"
    )
    return [(what, found)]


def main() -> None:
    """Kill and print a table."""
    print("| what | figure |\n| --- | --- |")
    for what, figure in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1000):
        print(f"| {what} | {figure} |")


if __name__ == "__main__":
    main()
