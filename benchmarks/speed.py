"""How fast the commands are and how much memory they take, beside a peer where one runs here."""

import html
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.command import COMMAND
from benchmarks.data import DATA, rows
from benchmarks.quality import named_lists

N_FILES = 1000
LONG_LINE = 100_000_000

# trafilatura alone, on the same files: what any reader of pages must spend before the first word is read.
PEER = """
import pathlib, sys, trafilatura
for path in sorted(pathlib.Path(sys.argv[1]).glob('*.html')):
    trafilatura.extract(path.read_bytes())
"""

LOADING = """
import time
import onnxruntime
from secondsource.reading.encoder.session import encoder
began = time.perf_counter()
encoder()
print(time.perf_counter() - began)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One finished process.

    Attributes:
        seconds: Wall time from start to end.
        cpu_seconds: Time on the processor, its own and the system's for it.
        peak_mb: Most memory it held, in 10^6 bytes.
        code: Exit code.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float
    code: int


def timed(command: Sequence[str], *, out: Path = Path(os.devnull)) -> Run:
    """Run ``command`` with its output going to ``out`` and return what it took."""
    began = time.perf_counter()
    with out.open("wb") as stdout:
        process = subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(
        seconds=time.perf_counter() - began,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_mb=usage.ru_maxrss * unit / 1e6,
        code=process.returncode,
    )


def measure() -> list[tuple[str, str]]:
    """Return what was measured, as pairs of a description and a figure with its unit."""
    texts = [row["text"] for row in rows("polnear/dev.jsonl.gz")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = timed([*COMMAND, "--version"])
        return [
            ("start-up: `second-source --version`", f"{start.seconds:.2f} s"),
            ("loading the encoder from the package, in a fresh process", f"{_loading():.2f} s"),
            *_reading(folder, texts),
            *_linking(folder),
            *_screening(folder),
            *_folder_of_files(folder / "mixed", texts),
            *_beside_the_peer(folder / "pages", texts),
            *_tracks(folder / "tracks"),
        ]


def _reading(folder: Path, texts: list[str]) -> list[tuple[str, str]]:
    path = folder / "news.jsonl"
    path.write_text("".join(json.dumps({"id": f"n{i}", "text": text}) + "\n" for i, text in enumerate(texts)))
    run = timed([*COMMAND, "read", str(path), "--json"])
    first = folder / "first.jsonl"
    first.write_text(path.read_text().splitlines()[0] + "\n")
    start = timed([*COMMAND, "read", str(first), "--json"])
    words = sum(len(text.split()) for text in texts[1:])
    return [
        (
            f"`read` on {len(texts)} news articles, all that is read in them, per second on one core",
            f"{words / (run.cpu_seconds - start.cpu_seconds):,.0f} words/s, peak {run.peak_mb:,.0f} MB",
        ),
        ("of this, start-up and the first article", f"{start.cpu_seconds:.1f} s, left out above"),
    ]


def _loading() -> float:
    run = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, encoding="utf-8", check=True)
    return float(run.stdout)


def _screening(folder: Path) -> list[tuple[str, str]]:
    asked = rows("screening/queries.jsonl")
    path = folder / "names.jsonl"
    path.write_text(
        "".join(json.dumps({"id": row["id"], "query": row["query"], "list": row["list"]}) + "\n" for row in asked)
    )
    one = folder / "one.jsonl"
    one.write_text(path.read_text().split("\n", 1)[0] + "\n")
    start = timed([*COMMAND, "screen", str(one), *named_lists(), "--json"])
    run = timed([*COMMAND, "screen", str(path), *named_lists(), "--json"])
    return [
        ("`screen` on one name: reading and indexing 9,979 entries", f"{start.seconds:.1f} s"),
        (
            f"`screen` on {len(asked):,} names and numbers, lists read and indexed before",
            f"{len(asked) / (run.seconds - start.seconds):,.0f} names/s, {run.peak_mb:.0f} MB",
        ),
    ]


def _linking(folder: Path) -> list[tuple[str, str]]:
    path = folder / "copies.jsonl"
    reports = rows("copygraph/dev.jsonl")
    path.write_text("".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in reports))
    run = timed([*COMMAND, "link", str(path), "--json"])
    return [
        (
            f"`link` (reading included) on {len(reports)} short reports",
            f"{len(reports) / run.seconds:,.1f} reports/s, peak {run.peak_mb:,.0f} MB",
        )
    ]


def _tracks(folder: Path) -> list[tuple[str, str]]:
    real = sorted((DATA / "flights" / "tracks").glob("*.csv.gz"))
    if not real:
        return []
    folder.mkdir()
    for i in range(N_FILES):
        (folder / f"{i:04}.csv.gz").write_bytes(real[i % len(real)].read_bytes())
    run = timed([*COMMAND, "track", str(folder), "--json", "--no-progress"])
    return [
        (f"`track` on {N_FILES:,} real tracks", f"{N_FILES / run.seconds:,.0f} tracks/s, peak {run.peak_mb:,.0f} MB")
    ]


def _folder_of_files(folder: Path, texts: list[str]) -> list[tuple[str, str]]:
    folder.mkdir()
    for i in range(N_FILES):
        text = f"{texts[i % len(texts)]}\n\nNumber {i}."
        if i % 20 == 0:
            _write_broken(folder / f"{i:04}", i // 20)
        else:
            _write_good(folder / f"{i:04}", i, text)
    out = folder.with_name("mixed.jsonl")
    run = timed([*COMMAND, "read", str(folder), "--json"], out=out)
    answered = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    codes = Counter(line["error"]["code"] for line in answered if "error" in line)
    return [
        (
            f"`read` on a folder of {N_FILES:,} files, text, HTML and JSON lines, {N_FILES // 20} of them broken",
            f"{run.seconds:,.0f} s, peak {run.peak_mb:,.0f} MB",
        ),
        (
            "of these",
            f"{len(answered) - codes.total()} read, {codes.total()} named with a code "
            f"({', '.join(f'{code} {n}' for code, n in sorted(codes.items()))}), exit code {run.code}",
        ),
    ]


def _write_good(path: Path, i: int, text: str) -> None:
    if i % 3 == 0:
        path.with_suffix(".html").write_text(page(text), encoding="utf-8")
    elif i % 3 == 1:
        path.with_suffix(".txt").write_text(text, encoding="utf-8")
    else:
        path.with_suffix(".jsonl").write_text(json.dumps({"id": f"m{i}", "text": text}) + "\n", encoding="utf-8")


def _write_broken(path: Path, i: int) -> None:
    if i == 0:
        path.with_suffix(".jsonl").write_bytes(b'{"id": "long", "text": "' + b"a" * LONG_LINE + b'"}\n')
        return
    kind = i % 5
    if kind == 0:
        path.with_suffix(".txt").write_bytes(b"")
    elif kind == 1:
        path.with_suffix(".txt").write_bytes(bytes(range(256)) * 40)
    elif kind == 2:
        path.with_suffix(".jsonl").write_bytes(b'{"id": "cut", "text": "')
    elif kind == 3:
        path.with_suffix(".html").write_bytes(b"<!doctype html><html><body>" + b"<div>" * 100_000)
    else:
        path.with_suffix(".html").write_bytes(b"<!doctype html><html><head><title></title></head><body></body></html>")


def page(text: str) -> str:
    """Return ``text`` as a plain news page."""
    title, *body = [html.escape(line) for line in text.splitlines() if line.strip()]
    inside = "".join(f"<p>{line}</p>" for line in body)
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{title}</h1>{inside}</article><footer>All rights reserved.</footer></body></html>"
    )


def _beside_the_peer(folder: Path, texts: list[str]) -> list[tuple[str, str]]:
    folder.mkdir()
    for i, text in enumerate(texts):
        (folder / f"{i:04}.html").write_text(page(text), encoding="utf-8")
    peer = timed([sys.executable, "-c", PEER, str(folder)])
    ours = timed([*COMMAND, "read", str(folder), "--json"])
    return [
        (
            f"`read` on {len(texts)} HTML pages beside trafilatura's extraction alone, one run each after the other",
            f"{ours.seconds:.1f} s to {peer.seconds:.1f} s: ratio {ours.seconds / peer.seconds:.1f}",
        )
    ]
