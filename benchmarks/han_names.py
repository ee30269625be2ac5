"""How often persons and bodies written in Han characters meet the romanised names of the lists."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.command import answers, refused
from benchmarks.data import CORPUS
from secondsource.screening.index import free_key
from secondsource.screening.lists.read_list import read_list
from secondsource.screening.score import HIT

HAN_NAMES = "screening/han.txt"


def found_in_han(n: int | None, lists: Sequence[str]) -> dict[str, float]:
    """Measure whether the right entry comes first, at the default score.

    A line whose listed name is on none of the lists is left out.

    Args:
        n: How many lines; all for None.
        lists: Options that name the lists.
    """
    ids = _ids_by_name(lists)
    rows = [row for row in _rows() if ids[free_key(row[0])]][:n]
    answered = answers(["screen", *lists], [_question(name, schema) for _, name, schema in rows])
    right = [
        schema for (listed, _, schema), line in zip(rows, answered, strict=True) if _first(line) & ids[free_key(listed)]
    ]
    n_persons = sum(schema == "Person" for _, _, schema in rows)
    n_bodies = len(rows) - n_persons
    return {
        "persons in Han characters, right entry first": right.count("Person") / max(1, n_persons),
        "bodies in Han characters, right entry first": (len(right) - right.count("Person")) / max(1, n_bodies),
        "persons": n_persons,
        "bodies": n_bodies,
        "reports refused": refused(answered),
    }


def _ids_by_name(lists: Sequence[str]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for file in lists[1::2]:
        for entry in read_list(Path(file)).entries:
            for name in entry.names:
                found[free_key(name.text)].add(entry.id)
    return found


def _rows() -> Iterator[tuple[str, str, str]]:
    for line in (CORPUS / HAN_NAMES).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            listed, name, schema = (part.strip() for part in line.split("|"))
            yield listed, name, schema


def _question(name: str, schema: str) -> dict[str, Any]:
    return {"id": name, "query": {"schema": schema, "properties": {"name": [name]}}}


def _first(line: dict[str, Any]) -> set[str]:
    hits = [hit for hit in line.get("hits", ()) if hit["score"] >= HIT]
    return {hit["id"] for hit in hits if hit["score"] == hits[0]["score"]}
