"""What asking a ledger where a report's words were before takes: a ledger of invented reports, and a large index."""

import argparse
import json
import platform
import random
import resource
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.command import COMMAND
from benchmarks.linking import ASKED, DAILY, FAR, Figure, Inventor
from secondsource.ledger.ledger import Ledger
from secondsource.linking.growing import ReadReport
from secondsource.linking.run_folder import HeldRuns, RunFolder
from secondsource.linking.run_index import RunIndex
from secondsource.linking.seen import SeenBefore
from secondsource.model.custody import Came, Head, Held
from secondsource.model.entity import Name, NameType
from secondsource.model.evidence import Span
from secondsource.model.ids import Digest, EntityId, ReportId, StatementId
from secondsource.model.intake import Intake
from secondsource.model.reading import ReaderModel, Reading
from secondsource.model.report import Capture, Report, Section, SectionKind
from secondsource.model.statement import Statement

SIZES = (1_000, 5_000, 20_000)
"""Reports of the ledgers that are measured on the way to the largest."""

QUICK_MOST = 1_000
"""Reports of the largest ledger unless another is asked for; 20,000 take some minutes of CPU time to write."""

INDEXED = (30_000, 100_000, 300_000, 1_000_000)
"""Reports of indexes that are taken up from their files, on the way to the largest."""

BATCH = 500
"""Reports that are added to a ledger together."""

CROWD = 100
"""Copies of one report that each ledger holds: the most reports that are ever compared closely are compared then."""

SAID = 12
"""Statements of an invented reading, with twice as many names: its JSON is as long as that of a real one."""

KEPT = Path(__file__).with_name("seen.json")
"""The figures as they were last kept."""

_READER = ReaderModel(name="invented", version="0", sha256=Digest("0" * 64))
_AT = datetime(2024, 7, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What asking a ledger of so many invented reports takes; times are CPU time.

    Attributes:
        reports: Reports that the ledger holds, each with a reading, beside :data:`CROWD` copies of one of them.
        making_s: Making the index anew from the ledger, reports and readings fetched and taken apart.
        median_ms: Telling where the words of a report were before, the index taken up and the report read; half of
            those that were asked. What is fetched from the ledger for it is part of it.
        longest_ms: The longest of them.
        crowded_ms: The median for reports of which :data:`CROWD` copies are held.
        right: How many of :data:`ASKED` were told to repeat their parent, or nothing where they have none.
        command_s: The whole command for one report: start, reading it by the model, the index taken up, the answer.
        command_wall_s: The same by the clock.
        after_one_s: The whole command where one report had come into the ledger since.
        read_s: The whole command ``read`` for that report: what of it is start and reading.
        index_mb: The index on the disk, in 10^6 bytes.
    """

    reports: int
    making_s: float
    median_ms: float
    longest_ms: float
    crowded_ms: float
    right: int
    command_s: float
    command_wall_s: float
    after_one_s: float
    read_s: float
    index_mb: float

    @property
    def figure(self) -> Figure:
        """What was measured, and the figure, in words."""
        return (
            f"where a report's words were before, asked of a ledger of {self.reports:,} invented reports",
            f"median {self.median_ms:.1f} ms, longest {self.longest_ms:.1f} ms, reports fetched from the ledger "
            f"included; {self.crowded_ms:.1f} ms where {CROWD} copies are held; {self.right} of {ASKED} right; "
            f"the whole command {self.command_s:.2f} s of CPU time ({self.command_wall_s:.2f} s by the clock), of "
            f"which starting and reading the report are {self.read_s:.2f} s, and {self.after_one_s:.2f} s where one "
            f"report came since; the index is made in {self.making_s:.1f} s and has {self.index_mb:.1f} MB",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """What an index of so many invented reports takes that lies in files; there is no ledger. Times are CPU time.

    Attributes:
        reports: Reports of the index.
        taking_up_ms: Taking it up from its files, which are mapped.
        median_ms: Telling where the words of a report were before, half of those that were asked; what inventing the
            earlier reports takes is left out.
        longest_ms: The longest of them.
        right: How many of :data:`ASKED` were right.
        one_more_ms: Taking in one more report and keeping the index again.
        sampling: One of how many runs is held.
        index_mb: The index on the disk, in 10^6 bytes.
    """

    reports: int
    taking_up_ms: float
    median_ms: float
    longest_ms: float
    right: int
    one_more_ms: float
    sampling: int
    index_mb: float

    @property
    def figure(self) -> Figure:
        """What was measured, and the figure, in words."""
        return (
            f"an index of {self.reports:,} invented reports, taken up from its files, without a ledger",
            f"taken up in {self.taking_up_ms:.0f} ms; a report asked: median {self.median_ms:.1f} ms, longest "
            f"{self.longest_ms:.1f} ms, {self.right} of {ASKED} right; one more taken in and kept in "
            f"{self.one_more_ms:.0f} ms; one of {self.sampling} runs held, {self.index_mb:,.0f} MB",
        )


class _Invented:
    """Earlier reports as a ledger would hand them out, invented when they are asked for."""

    def __init__(self, inventor: Inventor, size: int) -> None:
        self._inventor = inventor
        self.size = size

    def hash_of(self, seq: int, /) -> Digest | None:
        return Digest(f"{seq:064x}")

    def held_at(self, entry: int, /) -> Held:
        found = self._inventor.earlier(ReportId(f"r{entry - 1}"))
        return Held(entry=entry, report=found.report, reading=None)

    def came_since(self, seq: int, *, upto: int) -> Iterator[Came]:
        for entry in range(seq + 1, upto + 1):
            yield Came(held=self.held_at(entry), before=None)

    def head(self) -> Head:
        return Head(seq=self.size, hash=Digest(f"{self.size:064x}"))


def by_ledger(sizes: Sequence[int]) -> Iterator[Asked]:
    """Yield what is asked of one ledger that grows to each of the sizes."""
    inventor = Inventor()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite"
        n_held = 0
        for size in sizes:
            _fill(path, inventor, n_held, size)
            if not n_held:
                _crowd(path, inventor)
            n_held = size
            yield _asked(path, inventor, size)
            # One report more was taken in, to be found by the command.
            n_held += 1


def by_index(sizes: Sequence[int]) -> Iterator[TakenUp]:
    """Yield what an index of each of the sizes takes that was kept in files."""
    inventor = Inventor()
    index = RunIndex()
    with TemporaryDirectory() as folder:
        for size in sizes:
            for number in range(len(index), size):
                index.add(inventor.runs(number), float(number // DAILY))
            archive = _Invented(inventor, size)
            path = Path(folder) / f"{size}.runs"
            entries = np.arange(1, size + 1, dtype=np.int64)
            RunFolder(path, archive, archive.head()).keep(HeldRuns(_kept_nowhere(index), entries, size))
            yield _taken_up(path, archive, inventor)


def _kept_nowhere(index: RunIndex) -> RunIndex:
    """Return an index of the same runs that no folder holds yet; the runs are shared."""
    state = index.state()
    large, small = (tuple(replace(part, place=None) for part in parts) for parts in (state.large, state.small))
    fresh = None if state.fresh is None else replace(state.fresh, place=None)
    return RunIndex(state=replace(state, large=large, small=small, fresh=fresh))


def _taken_up(path: Path, archive: _Invented, inventor: Inventor) -> TakenUp:
    size = archive.size
    start = time.process_time()
    held = RunFolder(path, archive, archive.head()).kept()
    taking_up_s = time.process_time() - start
    if held is None:
        raise RuntimeError("the index was not taken up")
    took_ms, n_right = _each(SeenBefore(held.index, held.entries, archive), inventor, size)
    index_mb = _megabytes(path)
    archive.size += 1
    folder = RunFolder(path, archive, archive.head())
    start = time.process_time()
    folder.grown(held, lambda _: None)
    return TakenUp(
        reports=size,
        taking_up_ms=round(1000 * taking_up_s, 1),
        median_ms=round(median(took_ms), 2),
        longest_ms=round(max(took_ms), 2),
        right=n_right,
        one_more_ms=round(1000 * (time.process_time() - start), 1),
        sampling=held.index.sampling,
        index_mb=index_mb,
    )


def _each(before: SeenBefore, inventor: Inventor, size: int) -> tuple[list[float], int]:
    """Return what each of those asked took in milliseconds, what inventing took left out, and how many were right."""
    chosen = random.Random(size)
    # What is loaded when it is first used is no part of any figure.
    before.of(ReadReport(inventor.copy(0, 2 * ASKED), None))
    took_ms: list[float] = []
    n_right = 0
    for at in range(ASKED):
        # The first has many copies in some ledgers.
        parent = chosen.randrange(1, size)
        new = inventor.copy(parent, at) if at % 2 else inventor.report(FAR + size + at, day=size // DAILY + 1)
        inventor.took_s = 0.0
        start = time.process_time()
        seen = before.of(ReadReport(new, None))
        took_ms.append(1000 * (time.process_time() - start - inventor.took_s))
        found = [each.holder.id for each in seen.repeats][:1]
        n_right += found == ([f"r{parent}"] if at % 2 else [])
    return took_ms, n_right


def _crowded(before: SeenBefore, inventor: Inventor) -> float:
    took_ms: list[float] = []
    for at in range(ASKED // 4):
        new = replace(inventor.copy(0, 2 * ASKED + at), id=ReportId("new"))
        start = time.process_time()
        before.of(ReadReport(new, None))
        took_ms.append(1000 * (time.process_time() - start))
    return median(took_ms)


def _fill(path: Path, inventor: Inventor, first: int, size: int) -> None:
    with Ledger.open(path) as ledger:
        for start in range(first, size, BATCH):
            with ledger.batch(who="benchmark", at=_AT) as batch:
                for number in range(start, min(start + BATCH, size)):
                    report = inventor.report(number)
                    batch.add(_intake(report))
                    batch.add_reading(_reading(report))


def _crowd(path: Path, inventor: Inventor) -> None:
    """Add copies of the first report to the ledger, all of the next day."""
    with Ledger.open(path) as ledger, ledger.batch(who="benchmark", at=_AT) as batch:
        for at in range(CROWD):
            copy = replace(inventor.copy(0, 10 * ASKED + at), id=ReportId(f"k{at}"))
            batch.add(_intake(copy))
            batch.add_reading(_reading(copy))


def _asked(path: Path, inventor: Inventor, size: int) -> Asked:
    runs = path.with_name(f"{path.name}.runs")
    with Ledger.open(path, create=False, read_only=True) as ledger:
        folder = RunFolder(runs, ledger, ledger.head())
        start = time.process_time()
        folder.grown(None, lambda _: None)
        making_s = time.process_time() - start
        held = folder.kept()
        if held is None:
            raise RuntimeError("the index was not kept")
        before = SeenBefore(held.index, held.entries, ledger)
        took_ms, n_right = _each(before, inventor, size)
        crowded_ms = _crowded(before, inventor)
    index_mb = _megabytes(runs)
    new = inventor.copy(size // 2, ASKED)
    asked = path.with_name("asked.jsonl")
    line = {"id": str(new.id), "text": new.text, "outlet": new.outlet, "published": new.published.edtf}
    asked.write_text(json.dumps(line) + "\n", encoding="utf-8")
    seen = ["seen", str(asked), "--ledger", str(path), "--json", "--no-progress"]
    commands = [_command(seen) for _ in range(3)]
    reading = [_command(["read", str(asked), "--json", "--no-progress"]) for _ in range(3)]
    with Ledger.open(path) as ledger:
        one_more = inventor.report(size)
        ledger.add(_intake(one_more), who="benchmark", at=_AT)
        ledger.add_reading(_reading(one_more), who="benchmark", at=_AT)
    return Asked(
        reports=size,
        making_s=round(making_s, 1),
        median_ms=round(median(took_ms), 2),
        longest_ms=round(max(took_ms), 2),
        crowded_ms=round(crowded_ms, 2),
        right=n_right,
        command_s=round(median(cpu for cpu, _ in commands), 2),
        command_wall_s=round(median(wall for _, wall in commands), 2),
        after_one_s=round(_command(seen)[0], 2),
        read_s=round(median(cpu for cpu, _ in reading), 2),
        index_mb=index_mb,
    )


def _command(arguments: Sequence[str]) -> tuple[float, float]:
    """Return the seconds that a command took, of CPU time and by the clock."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([*COMMAND, *arguments], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu_s, time.monotonic() - start


def _megabytes(folder: Path) -> float:
    return round(sum(path.stat().st_size for path in folder.iterdir()) / 1e6, 1)


def _intake(report: Report) -> Intake:
    data = report.text.encode()
    digest = Digest(sha256(data).hexdigest())
    capture = Capture(sha256=digest, data=data, media_type="text/plain", origin=f"{report.id}.txt", captured_at=_AT)
    return Intake(report=report, capture=capture)


def _reading(report: Report) -> Reading:
    """Return a reading of about the length of a real one; what is in it does not matter."""
    end = len(report.text)
    step = end // (2 * SAID)
    spans = [Span(at * step, at * step + 8) for at in range(2 * SAID)]
    return Reading(
        id=report.id,
        language="en",
        published=report.published.edtf,
        published_basis=str(report.published.basis),
        model=_READER,
        sections=(Section(kind=SectionKind.BODY, start=0, end=end),),
        names=tuple(
            Name(start=span.start, end=span.end, type=NameType.ORG, entity=EntityId(f"e{at}"))
            for at, span in enumerate(spans)
        ),
        statements=tuple(
            Statement(id=StatementId(f"s{at}"), source=(span,), cue=(span,), content=(Span(span.start, span.end + 40),))
            for at, span in enumerate(spans[:SAID])
        ),
    )


def measure() -> Iterator[Figure]:
    """Yield what ``make bench`` tells: a small ledger, and the larger ones as they were kept."""
    for asked in by_ledger([QUICK_MOST]):
        yield asked.figure
    yield from kept_figures()


def kept_figures() -> Iterator[Figure]:
    """Yield the figures as they were last measured and kept, with their date: the larger sizes take minutes."""
    if not KEPT.exists():
        yield "where a report's words were before, asked of ever larger ledgers", "not measured"
        return
    told = json.loads(KEPT.read_text(encoding="utf-8"))
    yield (
        "where a report's words were before, asked of ever larger ledgers",
        f"not measured in this run but kept from {told['measured_on']} ({told['machine']}; one process, CPU time); "
        f"anew with `{told['command']}`",
    )
    for row in told["ledgers"]:
        yield Asked(**row).figure
    for row in told["indexes"]:
        yield TakenUp(**row).figure


def _keep(command: str, ledgers: Sequence[Asked], indexes: Sequence[TakenUp]) -> None:
    told = {
        "about": "Where a report's words were before. Kept, since the larger sizes take too long for `make bench`; the "
        "command makes it anew. CPU time of one process unless said otherwise.",
        "command": command,
        "measured_on": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
        "ledgers": [asdict(each) for each in ledgers],
        "indexes": [asdict(each) for each in indexes],
    }
    KEPT.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Print every figure."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--most", type=int, default=QUICK_MOST, help="reports of the largest ledger, 1000 at least")
    asked.add_argument("--index", type=int, default=0, help="reports of the largest index without a ledger; else none")
    asked.add_argument("--keep", action="store_true", help=f"keep the figures in {KEPT.name}")
    options = asked.parse_args()
    command = f"python -m benchmarks.seen --most {options.most} --index {options.index} --keep"
    ledgers: list[Asked] = []
    indexes: list[TakenUp] = []
    for index in by_index(_up_to(INDEXED, options.index)):
        print(": ".join(index.figure), flush=True)
        indexes.append(index)
    for ledger in by_ledger(_up_to(SIZES, options.most)):
        print(": ".join(ledger.figure), flush=True)
        ledgers.append(ledger)
        if options.keep:
            # After each size, so that a run that is cut off leaves what it had.
            _keep(command, ledgers, indexes)


def _up_to(sizes: Sequence[int], most: int) -> list[int]:
    return [size for size in sizes if size < most] + ([most] if most else [])


if __name__ == "__main__":
    main()
