"""How often a body that stands on no list gives a hit by name alone."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.command import answers, refused
from benchmarks.data import DATA, rows
from secondsource.screening.index import free_key
from secondsource.screening.lists.read_list import read_list
from secondsource.screening.score import HIT

BODIES = "uner-en-ewt/dev.jsonl"
_MORE = "wnut17/train.jsonl"
_TYPES = frozenset({"ORG", "corporation", "group"})


def false_hits(n: int | None, lists: Sequence[str]) -> dict[str, float]:
    """Measure hits on names of bodies that people marked in weblogs, mails and short messages.

    Names that a list holds letter for letter (Hamas) are left out; what else stands on the lists under another name
    counts as a false hit all the same, so the true share is this or less.

    Args:
        n: How many names; all for None.
        lists: Options that name the lists.
    """
    entries = [entry for file in lists[1::2] for entry in read_list(Path(file)).entries]
    listed = {free_key(name.text) for entry in entries for name in entry.names}
    names = [name for name in _names() if free_key(name) not in listed][:n]
    answered = answers(["screen", *lists], [_question(name) for name in names])
    hit = [name for name, line in zip(names, answered, strict=True) if _best(line) >= HIT]
    in_words = {name for name in names if len(name.split()) > 1}
    return {
        "bodies on no list: false hits at the default score, share (lower is better)": len(hit) / len(names),
        "of these, names of two words and more, share (lower is better)": len(in_words & set(hit)) / len(in_words),
        "bodies on no list": len(names),
        "reports refused": refused(answered),
    }


def _names() -> Iterator[str]:
    files = [BODIES] + ([_MORE] if (DATA / _MORE).exists() else [])
    seen: set[str] = set()
    for row in (row for file in files for row in rows(file)):
        for span in row["spans"]:
            name = row["text"][span["start"] : span["end"]]
            key = free_key(name)
            # Handles of accounts ("@nasa") are no names.
            if span["type"] in _TYPES and key and key not in seen and not name.startswith(("@", "#")):
                seen.add(key)
                yield name


def _question(name: str) -> dict[str, Any]:
    return {"id": name, "query": {"schema": "Organization", "properties": {"name": [name]}}}


def _best(line: dict[str, Any]) -> float:
    return max((float(hit["score"]) for hit in line.get("hits", ())), default=0.0)
