"""Where the marked texts lie and how they are parted."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
CORPUS = ROOT / "corpus"
SWAPS = Path(__file__).resolve().parent / "swaps"
WORK = ROOT / "work-in-progress" / "training"
PACKAGED = ROOT / "src" / "secondsource" / "reading" / "encoder" / "weights"

Article = dict[str, Any]

_DEV_SHARE = 2
"""Tenths of the documents of a set without a dev part of its own that are kept for tuning."""


def articles(path: Path) -> Iterator[Article]:
    """Yield the records of a JSON lines file, packed by gzip or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in content.decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def in_dev(key: str) -> bool:
    """Return whether the document ``key`` belongs to the dev part that is cut from a train file."""
    return hashlib.sha256(key.encode()).digest()[0] % 10 < _DEV_SHARE


def name_articles(name: str, *, dev: bool) -> list[Article]:
    """Return the train or the dev documents of one of the names' sets.

    A set given as sentences is parted by the document they stand in, and sentences of one document are joined, so
    that the encoder sees them in their company.
    """
    path = DATA / name / ("dev.jsonl" if name == "uner-en-ewt" else "train.jsonl")
    return [article for article in _joined(articles(path)) if in_dev(article["id"]) == dev]


def _joined(sentences: Iterator[Article]) -> Iterator[Article]:
    document: Article | None = None
    for sentence in sentences:
        key = sentence.get("doc")
        if key is None:
            yield sentence
            continue
        if document is not None and document["id"] == key:
            _append(document, sentence)
            continue
        if document is not None:
            yield document
        document = {"id": key, "text": "", "spans": [], "parts": []}
        _append(document, sentence)
    if document is not None:
        yield document


def _append(document: Article, sentence: Article) -> None:
    start = len(document["text"])
    document["parts"].append((sentence["id"], start, start + len(sentence["text"])))
    document["text"] += sentence["text"] + "\n\n"
    document["spans"].extend(
        {**span, "start": span["start"] + start, "end": span["end"] + start} for span in sentence["spans"]
    )
