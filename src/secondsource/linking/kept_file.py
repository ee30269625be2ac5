"""What is kept of the copies among a ledger's reports, in a folder beside it; it can be deleted and is made anew."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from secondsource.linking.copies import Copies
from secondsource.linking.index_folder import Contents, IndexFolder
from secondsource.linking.kept_copies import NOTHING_KEPT, KeptCopies, KeptReport, with_new
from secondsource.linking.kept_runs import KeptRuns, RunPart
from secondsource.linking.naming import NamedOutlet
from secondsource.linking.run_files import NotWhole, RunFiles
from secondsource.model.custody import Head
from secondsource.model.encoding import decode, encode
from secondsource.model.ids import Digest, ReportId
from secondsource.model.linked import CopyLink
from secondsource.model.reading import Reading
from secondsource.model.report import Report

KEPT_FROM = 500
"""Reports from which an index is kept; fewer are compared in less time than it takes to read one."""

HashOf = Callable[[int], Digest | None]
Readings = Mapping[ReportId, Reading]


@dataclass(frozen=True, slots=True)
class KeptFolder:
    """A folder that holds the index of one ledger.

    Attributes:
        path: The folder; made when something is first kept.
        head: The end of the ledger's log as it is.
        held: The hash of the entry of the log with a number, None where there is none.
    """

    path: Path
    head: Head
    held: HashOf

    def copies(self, reports: Sequence[Report], readings: Readings) -> dict[ReportId, tuple[CopyLink, ...]]:
        """Return the copy links of ``reports``, and keep what was worked out for the next time.

        What is kept is used and left alone as :class:`IndexFolder` says. The answer is the same without it.
        """
        if len(reports) < KEPT_FROM:
            return Copies(reports, readings).links()
        folder = IndexFolder(self.path, self.held, _taken)
        kept = folder.kept()
        before = NOTHING_KEPT if kept is None else kept
        grown = with_new(before, reports, readings)
        if grown is not before:
            folder.keep(self.head.seq, partial(_put, grown))
        return grown.links(reports)


def _taken(files: RunFiles, told: Contents) -> KeptCopies:
    # Links rest on every byte and are not compared with the reports again: each file is checked by its digest.
    rows = files.data(told["reports"]).decode("utf-8").splitlines()
    parts = [_part(files, runs, holders, len(rows)) for runs, holders in told["runs"]]
    return KeptCopies(tuple(map(_report, rows)), KeptRuns(parts), tuple(told["outlets"]))


def _part(files: RunFiles, runs_name: str, holders_name: str, n_reports: int) -> RunPart:
    runs, holders = files.whole_array(runs_name, np.uint64), files.whole_array(holders_name, np.int32)
    if not 0 < len(runs) == len(holders) or holders.min() < 0 or holders.max() >= n_reports:
        raise NotWhole(runs_name)
    return RunPart(runs, holders)


def _report(line: str) -> KeptReport:
    data = json.loads(line)
    return KeptReport(
        id=ReportId(data["id"]),
        digest=data["digest"],
        named=tuple(decode(NamedOutlet, each) for each in data["named"]),
        links=tuple(decode(CopyLink, each) for each in data["links"]),
    )


def _put(kept: KeptCopies, files: RunFiles) -> tuple[Contents, set[str]]:
    rows = "\n".join(json.dumps(encode(each), ensure_ascii=True) for each in kept.reports)
    reports = files.put_data(rows.encode())
    runs = [(files.put_array(part.runs), files.put_array(part.holders)) for part in kept.runs.parts]
    told = {"reports": reports, "runs": runs, "outlets": kept.outlets}
    return told, {reports, *(name for pair in runs for name in pair)}
