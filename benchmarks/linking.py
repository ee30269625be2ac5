"""How fast copies are found: many reports at once, and one new report against ever more earlier ones."""

import argparse
import json
import platform
import random
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import rows
from secondsource.linking.copies import Copies
from secondsource.linking.growing import GrowingCopies, ReadReport
from secondsource.linking.kept_copies import NOTHING_KEPT, with_new
from secondsource.linking.run_index import ENTRIES_MOST
from secondsource.linking.shingles import RUN, RunArray, Vocabulary, grams_of, set_of
from secondsource.model.ids import ReportId
from secondsource.model.published import Published, PublishedBasis
from secondsource.model.report import Report

WORDS = 250
"""Words of an invented report, as many as the reports of the copy graph have of their own."""

VOCABULARY = 40_000
"""Words that invented reports choose from, the n-th of them as often as 1 / n."""

ASKED = 100
"""New reports that are timed at each size."""

ASKED_SHORT = 50
"""New reports beside them that share a short passage."""

SHORT_WORDS = 30
"""Words of a short passage, a ninth of a report."""

BLOCK = 64
"""Reports that are invented together."""

STOCK = 1_000
"""Different stock sentences, one at the end of every report."""

STOCK_WORDS = 20
"""Words of a stock sentence: fewer than make a copy, as many as a notice has."""

DAILY = 500
"""Reports of a day: a million are those of five and a half years."""

FAR = 10**9
"""Number from which on there are no earlier reports; what is asked is invented beyond it."""

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
"""Numbers of earlier reports that are measured on the way to the largest."""

QUICK_MOST = 10_000
"""Largest size unless another is asked for; a million takes some three minutes of CPU time."""

GROWTH = Path(__file__).with_name("growth.json")
"""The growth as it was last kept."""

Figure = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What a new report takes against so many earlier ones; times are CPU time in milliseconds.

    Attributes:
        reports: Earlier reports.
        median_ms: Finding the links of a new one, half of those that were asked. What inventing the earlier reports
            takes with which it is compared is left out.
        longest_ms: The longest of them.
        taking_in_ms: Taking a report's runs into the index, the average since the size before.
        taking_in_longest_ms: The longest of them, in which parts of the index were joined.
        sampling: One of how many runs is held.
        right: How many of :data:`ASKED` were linked to their parent, of which a third of their words are, or to nothing
            where they have none.
        short_found: How many of :data:`ASKED_SHORT` with no more than :data:`SHORT_WORDS` words from their parent were
            linked to it. The fewer runs are held, the more of these are missed.
        peak_mb: Most memory the process held so far, in 10^6 bytes.
    """

    reports: int
    median_ms: float
    longest_ms: float
    taking_in_ms: float
    taking_in_longest_ms: float
    sampling: int
    right: int
    short_found: int
    peak_mb: int

    @property
    def what(self) -> str:
        """What was measured, in words."""
        return f"linking a new report against {self.reports:,} earlier ones"

    @property
    def told(self) -> str:
        """The figure in words."""
        return (
            f"median {self.median_ms:.1f} ms, longest {self.longest_ms:.1f} ms; the index takes it in within "
            f"{self.taking_in_ms:.2f} ms, at most {self.taking_in_longest_ms:.0f} ms; "
            f"one of {self.sampling} runs held; {self.right} of {ASKED} right, "
            f"{self.short_found} of {ASKED_SHORT} passages of {SHORT_WORDS} words found; peak {self.peak_mb:,} MB"
        )


def peak_mb() -> float:
    """Return the most memory this process held so far, in 10^6 bytes."""
    # Linux counts in KiB, macOS in bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


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


def one_by_one(sizes: Iterable[int]) -> Iterator[Growth]:
    """Yield what a new report takes against so many invented ones; every second new one is a copy.

    The runs of the earlier reports are put into the index as they come out of their texts; the texts themselves are
    invented anew when they are asked for, so that only the index is held.
    """
    inventor = Inventor()
    # What is loaded when it is first used is no part of any figure.
    Copies([inventor.report(FAR, day=0), inventor.copy(FAR, 0)], {}).links()
    growing = GrowingCopies(inventor.earlier, entries_most=ENTRIES_MOST)
    for size in sizes:
        took_ms: list[float] = []
        for number in range(len(growing), size):
            runs = inventor.runs(number)
            start = time.process_time()
            growing.take_in_runs(ReportId(f"r{number}"), runs, float(number // DAILY))
            took_ms.append(1000 * (time.process_time() - start))
        yield _asked(growing, inventor, took_ms)


def by_what_is_kept(sizes: tuple[int, ...] = (1_000, 10_000)) -> Iterator[Figure]:
    """Yield what comparing all reports at once takes, and what it takes where all but one of them are kept."""
    inventor = Inventor()
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


def _asked(growing: GrowingCopies, inventor: "Inventor", taken_in_ms: Sequence[float]) -> Growth:
    size = len(growing)
    chosen = random.Random(size)
    took_ms: list[float] = []
    n_right = 0
    for at in range(ASKED):
        parent = chosen.randrange(size)
        new = inventor.copy(parent, at) if at % 2 else inventor.report(FAR + size + at, day=size // DAILY + 1)
        inventor.took_s = 0.0
        start = time.process_time()
        links = growing.find(new).get(new.id, ())
        took_ms.append(1000 * (time.process_time() - start - inventor.took_s))
        n_right += ([link.parent for link in links][:1] == [f"r{parent}"]) if at % 2 else not links
    return Growth(
        reports=size,
        median_ms=round(median(took_ms), 2),
        longest_ms=round(max(took_ms), 2),
        taking_in_ms=round(sum(taken_in_ms) / len(taken_in_ms), 3),
        taking_in_longest_ms=round(max(taken_in_ms), 1),
        sampling=growing.sampling,
        right=n_right,
        short_found=_short_found(growing, inventor),
        peak_mb=round(peak_mb()),
    )


def _short_found(growing: GrowingCopies, inventor: "Inventor") -> int:
    chosen = random.Random(-len(growing))
    n_found = 0
    for at in range(ASKED_SHORT):
        parent = chosen.randrange(len(growing))
        new = inventor.copy(parent, ASKED + at, n_words=SHORT_WORDS)
        n_found += [link.parent for link in growing.find(new).get(new.id, ())][:1] == [f"r{parent}"]
    return n_found


class Inventor:
    """Invents reports; the same number gives the same words.

    Each ends with one of a thousand stock sentences, as many real ones do.

    Attributes:
        took_s: CPU time that handing out earlier reports took so far.
    """

    def __init__(self) -> None:
        self._words = np.array([f"w{n}" for n in range(VOCABULARY)], np.object_)
        vocabulary = Vocabulary()
        self._numbers = np.array([vocabulary[word] for word in self._words], np.uint64)
        weights = 1 / (np.arange(VOCABULARY) + 10)
        # Drawing from a table takes a twentieth of the time that looking up shares does.
        self._table = np.repeat(np.arange(VOCABULARY), np.ceil(weights / weights.sum() * 2**20).astype(np.int64))
        self._stock = self._drawn(0, (STOCK, STOCK_WORDS))
        self._block: tuple[int, NDArray[np.int64]] = (-1, self._stock)
        self.took_s = 0.0

    def _drawn(self, seed: int, shape: tuple[int, int]) -> NDArray[np.int64]:
        return self._table[np.random.default_rng(seed).integers(0, len(self._table), shape)]

    def _chosen(self, number: int, stock: int) -> NDArray[np.int64]:
        if self._block[0] != number // BLOCK:
            self._block = (number // BLOCK, self._drawn(number // BLOCK + 1, (BLOCK, WORDS)))
        return np.concatenate([self._block[1][number % BLOCK], self._stock[stock % STOCK]])

    def runs(self, number: int) -> RunArray:
        """Return the long runs of the report of that number, as they come out of its text."""
        return set_of(grams_of(self._numbers[self._chosen(number, number)], RUN, ()))

    def earlier(self, name: ReportId) -> ReadReport:
        """Return a report by its id, as an archive does."""
        start = time.process_time()
        found = self.report(int(name[1:]))
        self.took_s += time.process_time() - start
        return ReadReport(found, None)

    def report(self, number: int, *, day: int | None = None) -> Report:
        """Return the report of that number, of its own day unless another is given."""
        text = " ".join(self._words[self._chosen(number, number)])
        return _report(f"r{number}", text, f"outlet {number % 500}", _date(number // DAILY if day is None else day))

    def copy(self, parent: int, at: int, *, n_words: int = WORDS // 3) -> Report:
        """Return a report of which so many words stand in the parent, a day younger."""
        chosen = self._chosen(3 * FAR + at, at)
        chosen[:n_words] = self._chosen(parent, parent)[:n_words]
        return _report(f"c{at}", " ".join(self._words[chosen]), "the copying outlet", _date(parent // DAILY + 1))


def _date(day: int) -> str:
    return (date(2019, 1, 1) + timedelta(days=day)).isoformat()


def _report(name: str, text: str, outlet: str | None, published: str | None) -> Report:
    date = Published(edtf=published, basis=PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN)
    return Report(id=ReportId(name), text=text, outlet=outlet, published=date)


def measure() -> Iterator[Figure]:
    """Yield what ``make bench`` tells: what is quickly measured, and the growth that was kept."""
    yield from at_once()
    yield from by_what_is_kept()
    yield from kept_growth()


def kept_growth() -> Iterator[Figure]:
    """Yield the growth as it was last measured and kept, with its date: a million take too long for each run."""
    if not GROWTH.exists():
        yield "linking a new report against ever more earlier ones", "not measured"
        return
    told = json.loads(GROWTH.read_text(encoding="utf-8"))
    yield (
        "the growth of the copies' index, on invented reports",
        f"not measured in this run but kept from {told['measured_on']} ({told['machine']}; one process, CPU time); "
        f"anew with `{told['command']}`",
    )
    for growth in (Growth(**row) for row in told["sizes"]):
        yield growth.what, growth.told


def _keep(growths: Sequence[Growth], most: int) -> None:
    told = {
        "about": "A new report against ever more invented ones. Kept, since the largest size takes too long for "
        "`make bench`; the command makes it anew. CPU time of one process.",
        "command": f"python -m benchmarks.linking --most {most} --keep",
        "measured_on": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
        "sizes": [asdict(growth) for growth in growths],
    }
    GROWTH.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Print every figure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--most", type=int, default=QUICK_MOST, help="reports of the largest size, 1000 at least")
    asked.add_argument("--keep", action="store_true", help=f"measure the growth alone and keep it in {GROWTH.name}")
    options = asked.parse_args()
    if not options.keep:
        for what, figure in chain(at_once(), by_what_is_kept()):
            print(f"{what}: {figure}", flush=True)
    growths: list[Growth] = []
    for growth in one_by_one([size for size in SIZES if size < options.most] + [options.most]):
        print(f"{growth.what}: {growth.told}", flush=True)
        growths.append(growth)
        if options.keep:
            # After each size, so that a run that is cut off leaves what it had.
            _keep(growths, options.most)


if __name__ == "__main__":
    main()
