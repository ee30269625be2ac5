"""What is kept of the copies among a ledger's reports, in a folder beside it; it can be deleted and is made anew."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from secondsource import __version__
from secondsource.linking.copies import Copies
from secondsource.linking.kept_copies import NOTHING_KEPT, KeptCopies, KeptReport, with_new
from secondsource.linking.kept_runs import KeptRuns, RunPart
from secondsource.linking.naming import NamedOutlet
from secondsource.model.custody import Head
from secondsource.model.encoding import decode, encode
from secondsource.model.ids import Digest, ReportId
from secondsource.model.linked import CopyLink
from secondsource.model.outlets import own_outlets_digest
from secondsource.model.reading import Reading
from secondsource.model.report import Report

_CONTENTS = "contents.json"
_RESTS_ON = ("linking", "text", "model")
"""Packages on whose code and tables a copy link rests."""

_OURS = re.compile(r"[0-9a-f]{64}|\.[0-9a-f]{32}\.part")

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

        What is kept is used only where it is whole, was made by this very program with this very table of outlets,
        and at a moment of this very log. The answer is the same without it. A folder that cannot be written to is
        left as it is.
        """
        if len(reports) < KEPT_FROM:
            return Copies(reports, readings).links()
        kept = self._load()
        grown = with_new(kept, reports, readings)
        if grown is not kept:
            self._save(grown)
        return grown.links(reports)

    def _load(self) -> KeptCopies:
        try:
            contents = json.loads((self.path / _CONTENTS).read_text(encoding="utf-8"))
            if contents["made_by"] != made_by() or self.held(int(contents["seq"])) != contents["hash"]:
                return NOTHING_KEPT
            rows = self._read(contents["reports"]).decode("utf-8").splitlines()
            parts = [self._part(runs, holders, len(rows)) for runs, holders in contents["runs"]]
            return KeptCopies(tuple(map(_report, rows)), KeptRuns(parts), tuple(contents["outlets"]))
        except (OSError, ValueError, KeyError, TypeError):
            # Missing, cut short or not ours: all of it can be worked out anew.
            return NOTHING_KEPT

    def _read(self, name: str) -> bytes:
        data = (self.path / name).read_bytes()
        if sha256(data).hexdigest() != name:
            raise ValueError(name)
        return data

    def _part(self, runs_name: str, holders_name: str, n_reports: int) -> RunPart:
        runs, holders = self._array(runs_name), self._array(holders_name)
        fits = runs.dtype == np.uint64 and holders.dtype == np.int32 and runs.shape == holders.shape == (len(runs),)
        if not fits or not len(runs) or holders.min() < 0 or holders.max() >= n_reports:
            raise ValueError(runs_name)
        return RunPart(runs, holders)

    def _array(self, name: str) -> NDArray[Any]:
        self._read(name)
        # Mapped, so that what no new report asks for need not stay in memory.
        array: NDArray[Any] = np.load(self.path / name, mmap_mode="r", allow_pickle=False)
        return array

    def _save(self, kept: KeptCopies) -> None:
        try:
            self.path.mkdir(exist_ok=True)
            rows = "\n".join(json.dumps(encode(each), ensure_ascii=True) for each in kept.reports)
            reports = self._write(rows.encode())
            runs = [(self._write_array(part.runs), self._write_array(part.holders)) for part in kept.runs.parts]
            contents = {
                "made_by": made_by(),
                "seq": self.head.seq,
                "hash": self.head.hash,
                "reports": reports,
                "runs": runs,
                "outlets": kept.outlets,
            }
            self._put(_CONTENTS, json.dumps(contents).encode())
            self._clear({_CONTENTS, reports, *(name for pair in runs for name in pair)})
        except OSError:
            # Another's folder, a full disk: the next time takes as long as this one did.
            return

    def _write_array(self, array: NDArray[Any]) -> str:
        written = BytesIO()
        np.save(written, array, allow_pickle=False)
        return self._write(written.getvalue())

    def _write(self, data: bytes) -> str:
        name = sha256(data).hexdigest()
        if not (self.path / name).exists():
            self._put(name, data)
        return name

    def _put(self, name: str, data: bytes) -> None:
        # Under another name first: whoever reads meanwhile finds the whole of it or nothing.
        beside = self.path / f".{uuid4().hex}.part"
        beside.write_bytes(data)
        beside.replace(self.path / name)

    def _clear(self, kept: set[str]) -> None:
        for path in self.path.iterdir():
            # Whatever else somebody keeps in the folder is theirs.
            if _OURS.fullmatch(path.name) and path.name not in kept:
                path.unlink(missing_ok=True)


@cache
def made_by() -> str:
    """Return a digest of all that a copy link rests on beside the reports: our code, its tables, the user's outlets."""
    told = sha256(f"{__version__}\0{np.__version__}\0{own_outlets_digest()}".encode())
    for package in _RESTS_ON:
        for file in _files(resources.files(f"secondsource.{package}")):
            told.update(sha256(file.read_bytes()).digest())
    return told.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _files(each)
        elif each.name.endswith((".py", ".toml", ".txt", ".csv")):
            yield each


def _report(line: str) -> KeptReport:
    data = json.loads(line)
    return KeptReport(
        id=ReportId(data["id"]),
        digest=data["digest"],
        named=tuple(decode(NamedOutlet, each) for each in data["named"]),
        links=tuple(decode(CopyLink, each) for each in data["links"]),
    )
