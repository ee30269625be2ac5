"""Where the data and the scorers stand, and how a file of them is told apart from another."""

import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data"
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SCORERS = SHARED / "score"


def rows(name: str, *, n: int | None = None) -> list[dict[str, Any]]:
    """Return the first ``n`` JSON lines of the file ``name`` under the data folder; all without ``n``."""
    path = DATA / name
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    found = [json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()]
    return found if n is None else found[:n]


def digest(path: Path) -> str:
    """Return the first twelve hex digits of the SHA-256 of a file, or of all files of a folder one after another."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def score(
    scorer: str, gold: Path | Iterable[Mapping[str, Any]], answered: Iterable[Mapping[str, Any]], *options: str
) -> dict[str, Any]:
    """Return what the scorer of that name says in JSON.

    Args:
        scorer: File name of the script.
        gold: A folder or a file as it is, or lines to be written into one.
        answered: Lines of predictions.
        options: Further arguments; ``{out}`` in one stands for a file whose JSON is then the result.

    Raises:
        subprocess.CalledProcessError: The scorer refused the files.
    """
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        gold_path = gold if isinstance(gold, Path) else _write(there / "gold.jsonl", gold)
        out = there / "score.json"
        run = subprocess.run(
            [
                sys.executable,
                str(SCORERS / scorer),
                str(gold_path),
                str(_write(there / "answered.jsonl", answered)),
                *(option.format(out=out) for option in options),
            ],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        result: dict[str, Any] = json.loads(out.read_text(encoding="utf-8") if out.exists() else run.stdout)
        return result


def _write(path: Path, lines: Iterable[Mapping[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path
