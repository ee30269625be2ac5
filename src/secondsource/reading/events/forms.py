"""What base form a written English word may stand for."""

from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache

from secondsource.reading.vocabulary import read_vocabulary


class Form(Enum):
    """How a verb is inflected; a noun in the singular reads as BASE, in the plural as THIRD."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    PAST_OR_PARTICIPLE = auto()
    ING = auto()

    @property
    def passive(self) -> bool:
        """Whether the form can stand in a passive."""
        return self in (Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE)

    @property
    def finite_past(self) -> bool:
        """Whether the form can be a past tense."""
        return self in (Form.PAST, Form.PAST_OR_PARTICIPLE)


_BE = ("am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re")
_DOUBLING = frozenset("bdgklmnprstvz")


def _rows(key: str) -> Iterator[list[str]]:
    return (row.split() for row in str(read_vocabulary("event_words")[key]).split("|"))


def _irregular() -> dict[str, tuple[tuple[str, Form], ...]]:
    table: dict[str, tuple[tuple[str, Form], ...]] = dict.fromkeys(_BE, (("be", Form.BASE),))
    for base, form in _rows("same"):
        both = ((base, Form.BASE), (base, Form.PAST_OR_PARTICIPLE)) if base == form else ()
        table[form] = both or ((base, Form.PAST_OR_PARTICIPLE),)
    for base, past, participle in _rows("parted"):
        if past == base:
            continue
        table[past] = ((base, Form.PAST),)
        same = ((base, Form.BASE),) if participle == base else ()
        table[participle] = (*table.get(participle, ()), *same, (base, Form.PARTICIPLE))
    table["has"] = (("have", Form.THIRD),)
    return table


_IRREGULAR = _irregular()


@lru_cache(maxsize=20_000)
def bases(word: str) -> tuple[tuple[str, Form], ...]:
    """Return the base forms that the lower-case ``word`` may stand for, itself among them, each with its form.

    Spelling rules only; that a base exists is for the caller's table to say.
    """
    found = [(word, Form.BASE), *_IRREGULAR.get(word, ())]
    if len(word) > 3:
        found.extend(_past(word) if word.endswith("ed") else _other(word))
    return tuple(dict.fromkeys(found))


def _past(word: str) -> list[tuple[str, Form]]:
    if word.endswith("ied"):
        return [(word[:-3] + "y", Form.PAST_OR_PARTICIPLE)]
    return [(stem, Form.PAST_OR_PARTICIPLE) for stem in _stems(word[:-2])]


def _other(word: str) -> list[tuple[str, Form]]:
    if word.endswith("ing") and len(word) > 4:
        return [(stem, Form.ING) for stem in _stems(word[:-3])]
    if word.endswith("ies"):
        return [(word[:-3] + "y", Form.THIRD)]
    if word.endswith("es"):
        return [(word[:-2], Form.THIRD), (word[:-1], Form.THIRD)]
    return [(word[:-1], Form.THIRD)] if word.endswith("s") and not word.endswith("ss") else []


def _stems(stem: str) -> list[str]:
    stems = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLING:
        stems.append(stem[:-1])
    return stems
