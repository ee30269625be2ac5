"""What differs between two versions of a dossier, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LEAST_ALIKE = 0.4
"""Share of words in common from which two sentences are one that changed; chosen by looking, not measured."""


class ChangeKind(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """A stretch of words with one fate.

    Attributes:
        kind: What became of it.
        text: The words.
    """

    kind: ChangeKind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence that changed, came or went.

    Attributes:
        words: Its stretches, in order.
    """

    words: tuple[ChangedWords, ...]


def changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Return the sentences that differ, in the order of the new version.

    Put together, the kept and gone words of a change give the old sentence, the kept and new ones the new.
    """
    found: list[Change] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _exchanged(before[i1:i2], after[j1:j2])
    return found


def _exchanged(gone: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    waiting = list(gone)
    for sentence in new:
        like = max(waiting, key=lambda old: _alike(old, sentence), default=None)
        if like is not None and _alike(like, sentence) >= LEAST_ALIKE:
            # Those ahead of it have no like in the new version: a pair must not cross another.
            place = waiting.index(like)
            yield from (Change((ChangedWords(ChangeKind.GONE, old),)) for old in waiting[:place])
            waiting = waiting[place + 1 :]
            yield Change(tuple(_words(like, sentence)))
        else:
            yield Change((ChangedWords(ChangeKind.NEW, sentence),))
    yield from (Change((ChangedWords(ChangeKind.GONE, old),)) for old in waiting)


def _alike(one: str, other: str) -> float:
    first, second = set(one.split()), set(other.split())
    return len(first & second) / max(len(first | second), 1)


def _words(old: str, new: str) -> Iterator[ChangedWords]:
    one, other = old.split(), new.split()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield ChangedWords(ChangeKind.KEPT, " ".join(one[i1:i2]))
            continue
        if i2 > i1:
            yield ChangedWords(ChangeKind.GONE, " ".join(one[i1:i2]))
        if j2 > j1:
            yield ChangedWords(ChangeKind.NEW, " ".join(other[j1:j2]))
