"""How fast copies are found: many reports at once, and one new report against ever more earlier ones."""

import random
import time
from collections.abc import Iterator
from itertools import chain

from benchmarks.data import rows
from secondsource.linking.copies import Copies
from secondsource.linking.growing import GrowingCopies, ReadReport
from secondsource.linking.kept_copies import NOTHING_KEPT, with_new
from secondsource.linking.run_index import ENTRIES_MOST
from secondsource.model.ids import ReportId
from secondsource.model.published import Published, PublishedBasis
from secondsource.model.report import Report

WORDS = 250
"""Words of an invented report, as many as the reports of the copy graph have of their own."""

VOCABULARY = 40_000
"""Words that invented reports choose from, the n-th of them as often as 1 / n."""

ASKED = 100
"""New reports that are timed at each size."""

Figure = tuple[str, str]


def at_once() -> Iterator[Figure]:
    """Yield how many reports of the copy graph are linked by exact overlap in a second of one core, three tries."""
    reports = [_report(row["id"], row["text"], row["outlet"], row["published"]) for row in rows("copygraph/dev.jsonl")]
    tries: list[float] = []
    for _ in range(3):
        start = time.process_time()
        Copies(reports, {}).links()
        tries.append(time.process_time() - start)
    told = ", ".join(f"{len(reports) / seconds:,.0f}" for seconds in tries)
    yield f"copies among {len(reports)} reports at once, exact overlap", f"{told} reports per CPU second"


def one_by_one(sizes: tuple[int, ...] = (1_000, 10_000, 100_000, 1_000_000)) -> Iterator[Figure]:
    """Yield how long a new report takes against so many invented ones; every second new one is a copy.

    The earlier reports are invented anew when they are asked for, so that only the index is held.
    """
    inventor = _Inventor()
    growing = GrowingCopies(lambda name: ReadReport(inventor.report(int(name[1:])), None), entries_most=ENTRIES_MOST)
    taken_in = 0
    for size in sizes:
        while taken_in < size:
            growing.take_in(inventor.report(taken_in))
            taken_in += 1
        yield f"a new report against {size:,} earlier ones", _asked(growing, inventor, size)


def by_what_is_kept(sizes: tuple[int, ...] = (1_000, 10_000)) -> Iterator[Figure]:
    """Yield what comparing all reports at once takes, and what it takes where all but one of them are kept."""
    inventor = _Inventor()
    for size in sizes:
        reports = [inventor.report(number) for number in range(size)]
        start = time.process_time()
        kept = with_new(NOTHING_KEPT, reports, {})
        anew_s = time.process_time() - start
        new = inventor.copy(size // 2, size)
        start = time.process_time()
        grown = with_new(kept, [*reports, new], {})
        links = grown.links([*reports, new])
        grown_s = time.process_time() - start
        right = "" if [link.parent for link in links.get(new.id, ())] == [f"r{size // 2}"] else "; WRONG"
        yield (
            f"the copies of {size:,} reports and one more",
            f"{anew_s:.2f} s of one core where all are compared, {grown_s:.3f} s where all but one are kept{right}",
        )


def _asked(growing: GrowingCopies, inventor: "_Inventor", size: int) -> str:
    chosen = random.Random(size)
    took_ms: list[float] = []
    n_right = 0
    for at in range(ASKED):
        parent = chosen.randrange(size)
        new = inventor.copy(parent, at) if at % 2 else inventor.report(10**9 + size + at)
        start = time.process_time()
        links = growing.find(new).get(new.id, ())
        took_ms.append(1000 * (time.process_time() - start))
        n_right += ([link.parent for link in links][:1] == [f"r{parent}"]) if at % 2 else not links
    took_ms.sort()
    return (
        f"median {took_ms[ASKED // 2]:.1f} ms, longest {took_ms[-1]:.1f} ms; one of {growing.sampling} runs held; "
        f"{n_right} of {ASKED} right"
    )


class _Inventor:
    """Invents reports; the same number gives the same words."""

    def __init__(self) -> None:
        self._words = [f"w{n}" for n in range(VOCABULARY)]
        self._weights: list[float] = []
        total = 0.0
        for n in range(VOCABULARY):
            total += 1 / (n + 10)
            self._weights.append(total)

    def _text(self, number: int) -> str:
        return " ".join(random.Random(number).choices(self._words, cum_weights=self._weights, k=WORDS))

    def report(self, number: int) -> Report:
        return _report(f"r{number}", self._text(number), f"outlet {number % 500}", "2024-07-09")

    def copy(self, parent: int, at: int) -> Report:
        """Return a report of which a third stands in the parent."""
        words = self._text(parent).split()[: WORDS // 3] + self._text(2 * 10**9 + at).split()[WORDS // 3 :]
        return _report(f"c{at}", " ".join(words), "the copying outlet", "2024-07-10")


def _report(name: str, text: str, outlet: str | None, published: str | None) -> Report:
    date = Published(edtf=published, basis=PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN)
    return Report(id=ReportId(name), text=text, outlet=outlet, published=date)


def main() -> None:
    """Print every figure."""
    for what, figure in chain(at_once(), by_what_is_kept(), one_by_one()):
        print(f"{what}: {figure}", flush=True)


if __name__ == "__main__":
    main()
