"""What a desk can set: how long approved comments wait, which words it is told of, who publishes with whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from secondsource.comments.errors import BadSetting
from secondsource.comments.writing import record
from secondsource.ledger.desk import accounts
from secondsource.ledger.desk.file import Transaction
from secondsource.model.desk import DeskAction

LEAST_INTERVAL_S = 60
"""No desk can be set to publish faster."""

DEFAULT_INTERVAL_S = 600
"""Ten minutes: time to notice a slip of the hand and reverse it before anybody sees it."""


def interval(transaction: Transaction) -> timedelta:
    """Return how long an approved comment waits, and how far batches are apart."""
    kept = accounts.find_setting(transaction, "interval_s")
    return timedelta(seconds=max(LEAST_INTERVAL_S, DEFAULT_INTERVAL_S if kept is None else int(kept)))


def set_interval(transaction: Transaction, interval_s: int) -> None:
    """Set how long an approved comment waits.

    Raises:
        BadSetting: It is under a minute.
    """
    if interval_s < LEAST_INTERVAL_S:
        raise BadSetting(
            f"An interval of {interval_s} seconds was asked for; comments never appear at once.\n"
            f"Give at least {LEAST_INTERVAL_S} seconds: second-source desk set --interval {LEAST_INTERVAL_S}"
        )
    accounts.put_setting(transaction, "interval_s", str(interval_s))


MOST_WORK_BITS = 24
"""Sixteen million digests on average: minutes of a telephone. More would keep people out, and not machines."""


def work_bits(transaction: Transaction) -> int:
    """Return how many bits of work the form asks of a browser; 0, as to begin with, asks for none."""
    return int(accounts.find_setting(transaction, "work_bits") or 0)


def set_work_bits(transaction: Transaction, bits: int, *, who: str, at: datetime) -> None:
    """Ask the browsers of readers for so much work with a comment, 0 for none; that stands in the log.

    Raises:
        BadSetting: It is less than none or more than :data:`MOST_WORK_BITS`.
    """
    if not 0 <= bits <= MOST_WORK_BITS:
        raise BadSetting(
            f"A work of {bits} bits was asked for; browsers are asked for 0, which is none, to {MOST_WORK_BITS}.\n"
            "Sixteen is a second or two of a laptop: second-source desk set --work 16"
        )
    record(transaction, DeskAction.SET, "desk", {"work_bits": bits}, text=None, who=who, at=at)
    accounts.put_setting(transaction, "work_bits", str(bits))


def set_watched(transaction: Transaction, words: str) -> None:
    """Set the words that the desk wants to be told of; they are parted by blanks, case does not count."""
    accounts.put_setting(transaction, "watched", " ".join(sorted(set(words.lower().split()))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What the rules look for in this desk.

    Attributes:
        words: Words that it wants to be told of, in lower case.
        work_bits: How many bits of work its form asks of a browser; 0 asks for none.
    """

    words: frozenset[str] = frozenset()
    work_bits: int = 0


def watch(transaction: Transaction) -> Watch:
    """Return what the rules look for."""
    kept = accounts.find_settings(transaction, "watched", "work_bits")
    return Watch(words=frozenset(kept.get("watched", "").split()), work_bits=int(kept.get("work_bits", 0)))


def four_eyes(transaction: Transaction) -> bool:
    """Return whether a draft is published only by another person than the one who prepared it; so to begin with."""
    return accounts.find_setting(transaction, "four_eyes") != "off"


def set_four_eyes(transaction: Transaction, on: bool, *, who: str, at: datetime) -> None:
    """Ask for a second person at publication, or no longer; that stands in the log."""
    record(transaction, DeskAction.SET, "desk", {"four_eyes": on}, text=None, who=who, at=at)
    accounts.put_setting(transaction, "four_eyes", "on" if on else "off")


def shows_names(transaction: Transaction) -> bool:
    """Return whether published dossiers name the accounts of those who decided; not so to begin with."""
    return accounts.find_setting(transaction, "names") == "on"


def set_shows_names(transaction: Transaction, on: bool, *, who: str, at: datetime) -> None:
    """Name those who decided in dossiers made from now on, or no longer; that stands in the log."""
    record(transaction, DeskAction.SET, "desk", {"names": on}, text=None, who=who, at=at)
    accounts.put_setting(transaction, "names", "on" if on else "off")
