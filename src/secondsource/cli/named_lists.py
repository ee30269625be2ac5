"""The lists that a command names: files, or lists that are kept."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secondsource.model.listed import SanctionsList


def named_lists(named: Sequence[str] | None, *, store: Path, as_of: str | None) -> "list[SanctionsList]":
    """Return the lists that are named, each a file or a kept list; without any, all that are kept.

    Args:
        named: Files and names of kept lists.
        store: The folder of the kept lists.
        as_of: Day for which the kept lists are taken, ISO 8601; the newest for None.

    Raises:
        ListUnknown: A name is neither a file nor a kept list, or nothing is named and nothing kept.
        ListNameTwice: Two lists go by one name.
    """
    from secondsource.screening.errors import ListNameTwice, ListUnknown
    from secondsource.screening.lists.read_list import read_list
    from secondsource.screening.store import ListStore

    kept = ListStore(store)
    if not named:
        found = list(kept.all_in_force(as_of=as_of))
    else:
        found = [
            read_list(Path(name)) if Path(name).is_file() else kept.in_force(name, as_of=as_of)
            for name in dict.fromkeys(named)
        ]
    if not found:
        raise ListUnknown(
            f"Names were to be screened; no list was named, and none is kept in {store}.\n"
            "Name one: --list FILE, or keep one: second-source lists add FILE"
        )
    names = [listed.name for listed in found]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ListNameTwice(
            f"Two of the lists named go by the name {twice}; hits could not be told apart.\n"
            "Give one of the files another name."
        )
    return found
