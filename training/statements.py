"""Texts marked with who says what, as examples."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.model.evidence import Span
from secondsource.reading.encoder.tags import N_STATEMENT_TAGS, OUTSIDE, ROLES, begin, inside
from training.examples import Example, bits, empty_targets, encoded, starts_of, words_in
from training.marked import MarkedReport, load_reports
from training.sources import CORPUS, DATA, Article, articles
from training.swap import Change, Changed, swap_people

_ANY = bits(range(N_STATEMENT_TAGS))

Attribution = Mapping[str, Sequence[Sequence[int]]]


_LEAST_WORDS = 6
"""Words of a content below which it is not read a second time; as the reader has it."""


def statement_examples(rng: random.Random, *, own_reports: int, versions: int) -> list[list[Example]]:
    """Return the versions of each text that is trained on: itself first, then copies with other names."""
    texts = [*articles(DATA / "polnear" / "train.jsonl.gz"), *list(_own()) * own_reports]
    return [list(_versions(article, rng, versions)) for article in texts]


def _own() -> Iterator[Article]:
    for report in load_reports(CORPUS / "reports" / "train"):
        yield as_article(report)
        yield from _contents(report)


def _contents(report: MarkedReport) -> Iterator[Article]:
    """Yield the longer contents of a report as texts by themselves, with what is attributed inside them.

    So the reader's second look learns what a content looks like alone, most of all one that holds nothing more.
    """
    for outer in report.attributions:
        for start, end in outer.content:
            if len(report.text[start:end].split()) < _LEAST_WORDS:
                continue
            inner = [
                {role: [(s - start, e - start) for s, e in getattr(item, role)] for role in ROLES}
                for item in report.attributions
                if item.depth == outer.depth + 1
                and all(start <= s and e <= end for role in ROLES for s, e in getattr(item, role))
            ]
            yield {"id": f"{report.id}/{outer.number}", "text": report.text[start:end], "attributions": inner}


def as_article(report: MarkedReport) -> Article:
    """Return one of our own reports as the scorer wants it: its outermost attributions alone."""
    return {
        "id": report.id,
        "text": report.text,
        "attributions": [
            {"source": item.source, "cue": item.cue, "content": item.content}
            for item in report.attributions
            if item.depth == 0
        ],
    }


def _versions(article: Article, rng: random.Random, versions: int) -> Iterator[Example]:
    yield statement_example(article, Changed(article["text"], ()))
    for _ in range(versions - 1):
        changes: list[Change] = swap_people(article["text"], rng)
        yield statement_example(article, Changed(article["text"], changes))


def statement_example(article: Article, changed: Changed) -> Example:
    """Return a marked text, its names changed, as an example."""
    text = encoded(changed.text)
    starts = starts_of(text.words)
    targets = _Targets(text.words, starts)
    attributions: list[Attribution] = article["attributions"]
    for attribution in attributions:
        targets.add({role: [changed.span(span) for span in attribution.get(role) or ()] for role in ROLES})
    for span in article.get("skip") or ():
        targets.skip(*changed.span(span))
    return Example(
        kind="statements",
        pieces=text.pieces,
        features=text.features,
        first=text.first,
        allowed=targets.allowed,
        anchors=targets.anchors,
        sources=targets.sources,
    )


class _Targets:
    """What is right for each word, filled in attribution by attribution."""

    def __init__(self, words: Sequence[Span], starts: NDArray[np.int64]) -> None:
        self._words = words
        self._starts = starts
        self.allowed = np.full(len(words), bits([OUTSIDE]), dtype=np.uint32)
        self.anchors = empty_targets(len(words))
        self.sources = empty_targets(len(words))

    def skip(self, start: int, end: int) -> None:
        """Say that nothing is known of these words."""
        for word in words_in(self._words, start, end, starts=self._starts):
            if self.allowed[word] == bits([OUTSIDE]):
                self.allowed[word] = _ANY

    def add(self, roles: Mapping[str, Sequence[tuple[int, int]]]) -> None:
        """Mark the words of one attribution and link them."""
        opened: dict[str, list[int]] = {role: [] for role in ROLES}
        for number, role in enumerate(ROLES):
            for start, end in sorted(roles[role]):
                words = words_in(self._words, start, end, starts=self._starts)
                if not words:
                    continue
                opened[role].append(words[0])
                self.allowed[words[0]] = bits([begin(number)])
                self.allowed[words[0] + 1 : words[-1] + 1] = bits([inside(number)])
        heads = opened["cue"] or opened["content"]
        if heads:
            self._link(heads[0], opened)

    def _link(self, anchor: int, opened: Mapping[str, Sequence[int]]) -> None:
        for word in (*opened["source"], *opened["content"]):
            # A source that serves two attributions points to the nearer one; the second points back to it.
            if self.anchors[word] < 0 or abs(word - anchor) < abs(word - self.anchors[word]):
                self.anchors[word] = anchor
        nearest: Any = min(opened["source"], key=lambda word: abs(word - anchor), default=anchor)
        self.sources[anchor] = nearest
