"""What the rules notice about a draft; they order the queue and decide nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from secondsource.model.comment import Draft, Flag

LONG = 2000
"""Characters from which a comment needs time to read."""

BUSY_NETWORK = 3
"""Comments from one network within an hour that are more than a conversation."""

_MAYBE_LINK = re.compile(r"\.\w|://")
"""What every address holds and few comments do: looking for it alone takes a twentieth of the time."""

_LINK = re.compile(
    # Nothing that repeats stands before a fixed part: no words make it look twice at the same place.
    r"(?:(?:https?|ftp)://|www\.|(?<=\w)\.(?:com|net|org|info|biz|ru|cn|xyz|top|shop|online)\b)\S*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the rules look at.

    Attributes:
        draft: The draft.
        n_same: How many comments said the same words before.
        n_network: How many that still wait came from the same network in the last hour.
        watched: Words that the desk wants to be told of, in lower case.
        work: What is wrong with its proof of work; None if nothing is, or none was asked for.
    """

    draft: Draft
    n_same: int = 0
    n_network: int = 0
    watched: frozenset[str] = frozenset()
    work: str | None = None


def check_length(seen: Seen) -> str | None:
    """Tell of a comment that needs time to read."""
    length = len(seen.draft.words)
    return f"{length} characters" if length > LONG else None


def check_links(seen: Seen) -> str | None:
    """Tell of addresses; they are never made into links."""
    text = f"{seen.draft.name} {seen.draft.words}"
    n_links = len(_LINK.findall(text)) if _MAYBE_LINK.search(text) else 0
    return f"{n_links} addresses" if n_links > 1 else "1 address" if n_links else None


def check_repeats(seen: Seen) -> str | None:
    """Tell of words that came before."""
    return f"the same words came {seen.n_same} times before" if seen.n_same else None


def check_rate(seen: Seen) -> str | None:
    """Tell of a network that sends many comments."""
    return f"{seen.n_network} from one network within an hour" if seen.n_network >= BUSY_NETWORK else None


def check_words(seen: Seen) -> str | None:
    """Tell of words that the desk watches for."""
    if not seen.watched:
        return None
    found = sorted(seen.watched & set(_WORD.findall(f"{seen.draft.name} {seen.draft.words}".lower())))
    return ", ".join(found) or None


def check_work(seen: Seen) -> str | None:
    """Tell of a comment without the work that the form asks of browsers; a reader may have scripts switched off."""
    return seen.work


STEPS: dict[str, tuple[Callable[[Seen], str | None], int]] = {
    "length": (check_length, 1),
    "links": (check_links, 2),
    "repeats": (check_repeats, 4),
    "rate": (check_rate, 4),
    "work": (check_work, 4),
    "words": (check_words, 8),
}
"""Every rule in its order, and how far back it moves a comment in the queue."""


def find_flags(seen: Seen) -> tuple[Flag, ...]:
    """Return what the rules notice, in their order."""
    return tuple(_flags(seen))


def priority_of(flags: tuple[Flag, ...]) -> int:
    """Return the comment's place in the queue: 0 for one that no rule noticed, more for others."""
    return sum(STEPS[flag.step][1] for flag in flags)


def _flags(seen: Seen) -> Iterator[Flag]:
    for step, (check, _) in STEPS.items():
        why = check(seen)
        if why is not None:
            yield Flag(step=step, why=why)
