"""Successive snapshots of a list laid over one another: when an entry came, and when it went."""

from collections.abc import Iterable
from dataclasses import replace

from secondsource.model.listed import ListChange, ListedEntry, SanctionsList
from secondsource.screening.lists.entry_digest import changes_between


def with_history(snapshots: Iterable[SanctionsList]) -> SanctionsList:
    """Return the latest of ``snapshots`` with the days that all of them tell, and with the entries that are gone.

    An entry that came with a later snapshot was listed on that snapshot's day, unless the list itself gives a day.
    One that is gone keeps its last wording and bears the day of the first snapshot without it.

    Args:
        snapshots: At least one, oldest first, each with a day.
    """
    standing: dict[str, ListedEntry] = {}
    latest: SanctionsList | None = None
    for snapshot in snapshots:
        now = {entry.id: entry for entry in snapshot.entries}
        for key, entry in now.items():
            standing[key] = _seen(standing.get(key), entry, snapshot.list_on, first=latest is None)
        for key, entry in standing.items():
            if key not in now and entry.delisted_on is None:
                standing[key] = replace(entry, delisted_on=snapshot.list_on)
        latest = snapshot
    if latest is None:
        raise ValueError("a history has at least one snapshot")
    return replace(latest, entries=tuple(standing.values()))


def _seen(before: ListedEntry | None, entry: ListedEntry, day: str | None, *, first: bool) -> ListedEntry:
    if entry.listed_on is not None or first:
        return entry
    # Whoever comes back after having gone is listed anew from that day.
    came = before.listed_on if before is not None and before.delisted_on is None else day
    return replace(entry, listed_on=came)


def difference(before: SanctionsList, after: SanctionsList) -> ListChange:
    """Return what came, went and changed between two snapshots of a list."""
    old = {entry.id: entry for entry in before.entries}
    new = {entry.id: entry for entry in after.entries}
    return ListChange(
        before=before.list_on or "",
        after=after.list_on or "",
        added=tuple(entry for key, entry in new.items() if key not in old),
        removed=tuple(entry for key, entry in old.items() if key not in new),
        changed=tuple(
            (entry, changes_between(old[key], entry)) for key, entry in new.items() if key in old and old[key] != entry
        ),
    )


def listed_then(entry: ListedEntry, list_on: str | None, day: str | None) -> bool | None:
    """Return whether the entry was listed on ``day``, None where that is not asked or cannot be known.

    Args:
        entry: The entry with what its snapshots tell.
        list_on: Day of the latest snapshot; after it nothing is known to have changed.
        day: ISO 8601.
    """
    if day is None:
        return None
    if entry.delisted_on is not None and day >= entry.delisted_on:
        return False
    if entry.listed_on is not None:
        return day >= entry.listed_on
    return True if list_on is not None and day >= list_on else None
