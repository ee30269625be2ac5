"""Texts with other names in them, so that no person of one year is learned by heart."""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from training.sources import SWAPS


@dataclass(frozen=True, slots=True)
class Change:
    """Words to be put in the place of others; ``start`` and ``end`` count code points of the old text."""

    start: int
    end: int
    words: str


class Changed:
    """A text after its changes, and where its old places lie in it."""

    def __init__(self, text: str, changes: Iterable[Change]) -> None:
        """Apply ``changes``; of two that overlap the first in text order is made."""
        self._moves: list[tuple[int, int, int, int]] = []
        parts: list[str] = []
        at = length = 0
        for change in sorted(changes, key=lambda change: (change.start, -change.end)):
            if change.start < at:
                continue
            length += change.start - at
            parts += [text[at : change.start], change.words]
            self._moves.append((change.start, change.end, length, length + len(change.words)))
            length += len(change.words)
            at = change.end
        parts.append(text[at:])
        self.text = "".join(parts)

    def place(self, at: int, *, end: bool) -> int:
        """Return where the old place ``at``, a start or an end, lies now."""
        shift = 0
        for old_start, old_end, new_start, new_end in self._moves:
            if at <= old_start and not (end and at == old_start and old_start == old_end):
                break
            if at < old_end:
                return new_end if end else new_start
            shift = new_end - old_end
        return at + shift

    def span(self, span: Sequence[int]) -> tuple[int, int]:
        """Return where the old span lies now."""
        return self.place(span[0], end=False), self.place(span[1], end=True)


@cache
def listed(name: str) -> tuple[str, ...]:
    """Return the entries of one of the lists of names."""
    return tuple(line for line in (SWAPS / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line)


_PAIR = re.compile(r"\b([A-Z][a-z]+)\s+(?:[A-Z]\.\s+)?((?:Mc|Mac|O[’'])?[A-Z][a-z]{2,})\b")
_NOT_SURNAMES = frozenset(
    ["House", "States", "Party", "News", "Street", "University", "County", "City", "Times", "Post", "Journal", "Court"]
)


def swap_people(text: str, rng: random.Random) -> list[Change]:
    """Return changes that give every person named in full in ``text`` another name, the same all through."""
    given = frozenset(listed("given_names"))
    names: dict[str, str] = {}
    for match in _PAIR.finditer(text):
        first, last = match.groups()
        if first not in given or last in _NOT_SURNAMES or last in names or first == last:
            continue
        names[last] = rng.choice(listed("surnames"))
        names.setdefault(first, rng.choice(listed("given_names")))
    if not names:
        return []
    pattern = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")\b")
    return [Change(match.start(), match.end(), names[match.group()]) for match in pattern.finditer(text)]


def swap_spans(
    text: str, spans: Sequence[tuple[int, int, str]], rng: random.Random, *, share: float = 0.6
) -> list[Change]:
    """Return changes that give names of people, places and bodies others of their kind, each the same all through.

    Args:
        text: The text.
        spans: Start, end and kind of each name: ``person``, ``place`` or ``body``; other kinds are left alone.
        rng: Where chance comes from.
        share: Share of the distinct names that are changed, in [0, 1].
    """
    chosen: dict[tuple[str, str], str | None] = {}
    changes = []
    for start, end, kind in spans:
        words = text[start:end]
        key = (words, kind)
        if key not in chosen:
            chosen[key] = _another(words, kind, rng) if rng.random() < share else None
        new = chosen[key]
        if new is not None:
            changes.append(Change(start, end, new))
    return changes


def _another(words: str, kind: str, rng: random.Random) -> str | None:
    parts = words.split()
    if not parts or not all(part[0].isupper() for part in parts) or words.isupper():
        return None
    if kind == "person":
        if len(parts) == 1:
            return rng.choice(listed("surnames"))
        return " ".join([rng.choice(listed("given_names")) for _ in parts[:-1][:2]] + [rng.choice(listed("surnames"))])
    if kind == "place":
        return rng.choice(listed("places"))
    if kind == "body" and len(parts) > 1 and rng.random() < 0.5:
        return rng.choice(listed("organisations"))
    return None
