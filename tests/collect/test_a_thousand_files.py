"""A thousand files, some of them broken in every way we know: the good ones are done, the bad ones named."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.collect.makers import NEWS, line, page

N_FILES = 1_000
PEAK_MOST_MB = 500

PARAGRAPH = f"<p>{NEWS} The owner did not answer, and the flag state said that it knew of nothing at all.</p>"

# Runs in a process of its own, so that the peak is that of taking in and not of the tests before it.
SCRIPT = """
import json, resource, sys
from datetime import datetime, UTC
from secondsource.collect.collect import collect
from secondsource.model.intake import Failure

outcome = []
for item in collect(sys.argv[1:], captured_at=datetime(2023, 3, 6, tzinfo=UTC)):
    failed = isinstance(item, Failure)
    outcome.append([item.origin if failed else item.capture.origin, item.code if failed else item.report.id])
# On Linux the usage counts what the process was before it became this one: the test run itself.
if sys.platform == "linux":
    peak = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)
print(json.dumps({"outcome": outcome, "peak_mb": peak}))
"""


def run(*inputs: Path) -> tuple[list[list[str]], float]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *map(str, inputs)], capture_output=True, text=True, check=True, timeout=120
    )
    answer = json.loads(done.stdout)
    return answer["outcome"], answer["peak_mb"]


BROKEN = {
    "empty.txt": (b"", "SS-105"),
    "blank.txt": (b" \n\t\n", "SS-105"),
    "zeros.txt": (b"words\x00\x00\x00" * 40, "SS-106"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(200), "SS-106"),
    "picture.txt": (b"\xff\xd8\xff\xe0" + bytes(200), "SS-106"),
    "archive.zip": (b"PK\x03\x04" + bytes(200), "SS-106"),
    "paper.pdf": (b"%PDF-1.7\n" + b"words " * 60, "SS-106"),
    "noise.txt": (bytes((i * 7919 + i * i) % 223 + 33 for i in range(4_000)), "SS-107"),
    "cut.jsonl": (b'{"id": "x", "text": "The pier', "SS-110"),
    "list.jsonl": (b"[1, 2, 3]", "SS-110"),
    "wordless.jsonl": (b'{"id": "x"}', "SS-111"),
    "deep.html": (b"<html><body>" + b"<div>" * 50_000, "SS-112"),
    "wide.html": (b"<html><body><div " + b"a " * 90_000 + b">", "SS-112"),
    "hollow.html": (b"<html><body></body></html>", "SS-113"),
}


def good_bytes(i: int) -> tuple[str, bytes]:
    match i % 5:
        case 0:
            return "txt", f"{NEWS} Note {i}.".encode()
        case 1:
            return "html", page(
                f"<nav><a href='/'>Home</a></nav><article><h1>Note {i}</h1>{PARAGRAPH * 3}</article>"
            ).encode()
        case 2:
            return "jsonl", line(id=f"n{i}").encode()
        case 3:
            return "txt", f"부두가 닫혔다고 부처가 {i}번째로 밝혔다. 대변인은 배 두 척이 있다고 말했다.".encode("cp949")
        case _:
            return "txt", f"Причал закрыт, сообщило министерство портов в записке номер {i}.".encode("cp1251")


def fill(folder: Path) -> dict[str, str]:
    """Write the files and return the code that each broken one must have, by its path."""
    codes: dict[str, str] = {}
    broken = list(BROKEN.items())
    for i in range(N_FILES):
        below = folder / f"{i // 100:02d}"
        below.mkdir(exist_ok=True)
        if i % 20 != 7:
            ending, data = good_bytes(i)
            (below / f"{i:04d}.{ending}").write_bytes(data)
            continue
        name, (data, code) = broken[(i // 20) % (len(broken) + 2) % len(broken)]
        path = below / f"{i:04d}-{name}"
        if (i // 20) % (len(broken) + 2) >= len(broken):
            path, code = below / f"{i:04d}-link", "SS-114"
            path.symlink_to("nowhere" if i % 40 == 7 else path.name)
        else:
            path.write_bytes(data)
        codes[str(path)] = code
    return codes


@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is asked of a Unix system")
def test_of_a_thousand_files_every_good_one_is_done_and_every_bad_one_named(tmp_path: Path):
    codes = fill(tmp_path)

    outcome, peak_mb = run(tmp_path)

    names = [origin.split(".jsonl:")[0] + ".jsonl" if ".jsonl:" in origin else origin for origin, _ in outcome]
    assert len(codes) == 50
    assert names == sorted(os.path.join(root, name) for root, _, found in os.walk(tmp_path) for name in found)  # noqa: PTH118
    assert {name: code for name, (_, code) in zip(names, outcome, strict=True) if code.startswith("SS-")} == codes
    assert peak_mb < PEAK_MOST_MB, f"the peak was {peak_mb:.0f} MB"


@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is asked of a Unix system")
def test_a_line_of_a_hundred_megabytes_is_refused_in_bounded_memory_and_the_next_one_read(tmp_path: Path):
    path = tmp_path / "set.jsonl"
    with path.open("wb") as file:
        file.write(line(id="a").encode() + b'\n{"id": "b", "text": "')
        for _ in range(100):
            file.write(b"word " * 200_000)
        file.write(b'"}\n' + line(id="c").encode())

    outcome, peak_mb = run(path)

    assert [result for _, result in outcome] == ["a", "SS-109", "c"]
    assert peak_mb < PEAK_MOST_MB, f"the peak was {peak_mb:.0f} MB"
