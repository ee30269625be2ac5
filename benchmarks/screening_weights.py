"""Fits the weights of ``secondsource.screening.weights`` anew and prints them.

Run it with ``python -m benchmarks.screening_weights``.

Questions are those of the screening set with one alias of an entry hidden; beside them, entries of the lists are taken
out and looked for, so that bodies and ships, of which the set has no negatives, learn what a chance likeness is.
"""

import random
from collections.abc import Iterator
from math import log

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import DATA, rows
from benchmarks.quality import named_lists
from secondsource.model.listed import Schema
from secondsource.screening.candidates import ask, candidates
from secondsource.screening.features import FEATURES, features
from secondsource.screening.index import Index, free_key, parted_key
from secondsource.screening.lists.read_list import read_list
from secondsource.screening.questions import question
from secondsource.screening.score import HIT
from secondsource.screening.screen import lay_beside

Example = tuple[Schema, list[tuple[tuple[float, ...], bool]], bool]
"""What was looked for; the figures of each entry found and whether it is the right one; whether any is right."""

N_TAKEN_OUT = 3000
TAKEN_OUT_WEIGHT = 0.3
NEGATIVE_WEIGHT = 3.0
FALSE_HITS_MOST = 0.005
# Where the measure has no negatives, the threshold is set lower by hand: a listed body that is taken out is mostly
# taken for a relative of it, which a person wants to see.
SHIFT = {Schema.PERSON: 0.0, Schema.BODY: 0.95, Schema.VESSEL: 0.0}


def main() -> None:
    """Fit and print."""
    gold = [(row, question(row, number=0)) for row in rows("screening/queries.jsonl")]
    hidden = {(asked.hidden[0], parted_key(asked.hidden[1])) for _, asked in gold if asked.hidden is not None}
    lists = [read_list(DATA / "sanctions-lists" / name) for name in named_lists()[1::2]]
    index = Index(lists, hidden=hidden)
    asked_about = [
        _example(index, asked.subject.names[0], asked.subject.schema, asked.lists, set(row["expected"]))
        for row, asked in gold
        if asked.subject.names and not row["category"].startswith("identifier")
    ]
    weights = {schema: _fit(schema, [*asked_about, *_bodies(index)], list(_taken_out(index))) for schema in SHIFT}
    threshold = _threshold(asked_about, weights)
    for schema, found in weights.items():
        found[0] += log(HIT / (1 - HIT)) - threshold + SHIFT[schema]
        print(schema, {name: round(float(value), 3) for name, value in zip(FEATURES, found, strict=True)})


def _example(
    index: Index, name: str, schema: Schema, lists: frozenset[str] | None, right: set[str], *, skip: int | None = None
) -> Example:
    asked = ask(index, name, schema)
    places = [place for place, listed in enumerate(index.lists) if lists is None or listed.name in lists]
    best: dict[int, tuple[float, tuple[float, ...]]] = {}
    for place in candidates(index, asked, places):
        found = lay_beside(index, asked, place)
        # Korean names have a rule of their own.
        if found.entry != skip and not found.evidence.both_korean:
            # Of an entry's names the one counts that the present weights take; so a few runs settle.
            here = found.points, features(found.evidence)
            best[found.entry] = max(best.get(found.entry, here), here)
    return schema, [(figures, index.entries[entry].id in right) for entry, (_, figures) in best.items()], bool(right)


def _taken_out(index: Index) -> Iterator[Example]:
    for place in random.Random(3).sample(range(len(index.entries)), N_TAKEN_OUT):
        entry = index.entries[place]
        here = frozenset({index.lists[index.list_of[place]].name})
        yield _example(index, entry.names[0].text, entry.schema, here, set(), skip=place)


def _bodies(index: Index) -> Iterator[Example]:
    """Yield bodies that texts name and no list holds letter for letter, for what the world's bodies are called."""
    listed = {free_key(name.text) for entry in index.entries for name in entry.names}
    seen: set[str] = set()
    for row in rows("gum-entities/train.jsonl"):
        for span in row["spans"]:
            name = row["text"][span["start"] : span["end"]]
            key = free_key(name)
            # A mention with a title in an encyclopedia is a name; what runs on for long is more than one.
            if span["type"] == "organization" and span.get("wiki") and key not in listed and key not in seen:
                seen.add(key)
                if name[:1].isupper() and len(name.split()) <= 8:
                    yield _example(index, name, Schema.BODY, None, set())


def _fit(schema: Schema, asked: list[Example], taken_out: list[Example]) -> NDArray[np.float64]:
    data = [
        (figures, right, 1.0 if known else NEGATIVE_WEIGHT)
        for of, found, known in asked
        for figures, right in found
        if of is schema
    ]
    weight = 1.0 if schema is Schema.VESSEL else TAKEN_OUT_WEIGHT
    data += [(figures, False, weight) for of, found, _ in taken_out for figures, _ in found if of is schema]
    x = np.array([figures for figures, _, _ in data], dtype=np.float64)
    y = np.array([right for _, right, _ in data], dtype=np.float64)
    w = np.array([counted for _, _, counted in data], dtype=np.float64)
    found = np.zeros(x.shape[1])
    ridge = np.eye(x.shape[1])
    ridge[0, 0] = 1e-6
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        curvature = w * p * (1 - p) + 1e-6
        step = np.linalg.solve(x.T @ (x * curvature[:, None]) + ridge, x.T @ (w * (p - y)) + ridge @ found)
        found = found - step
    return found


def _threshold(asked: list[Example], weights: dict[Schema, NDArray[np.float64]]) -> float:
    best = sorted(
        (
            max((float(np.dot(figures, weights[of])) for figures, _ in found), default=-99.0)
            for of, found, known in asked
            if not known and of in weights
        ),
        reverse=True,
    )
    return best[int(FALSE_HITS_MOST * len(best))]


if __name__ == "__main__":
    main()
