"""Outlets, agencies, sensors and official bodies: who they are and who controls them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path

from secondsource.model.outlet_phrases import PhraseFinder, fold_name
from secondsource.model.outlet_table import Row, read_builtin_rows, read_rows


class OutletKind(StrEnum):
    """What sort of source a name in the table stands for."""

    AGENCY = "agency"
    OUTLET = "outlet"
    OFFICIAL = "official"
    SENSOR = "sensor"
    DOCUMENT = "document"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A source by its canonical name.

    Attributes:
        name: Short usual English name.
        kind: What sort of source; a group is many outlets named together ("Russian state media").
        aliases: Other names, in any script; all of them are found by name, not all in running text.
        country: ISO 3166-1 alpha-3 of its seat, None if it has none.
        family: Publisher or parent body; outlets of one family are not independent of one another.
        controller: Who decides what it says ("government of North Korea"), None if no state does.
        state_controlled: Whether that is a state.
        funder: The state that pays for it without deciding what it says, None if none.
        whole: Aliases that are common words too and only count when they are the whole name asked for.
    """

    name: str
    kind: OutletKind = OutletKind.OUTLET
    aliases: tuple[str, ...] = ()
    country: str | None = None
    family: str = ""
    controller: str | None = None
    state_controlled: bool = False
    funder: str | None = None
    whole: tuple[str, ...] = ()


class OutletTable:
    """Outlets by every name they have."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._outlets = tuple(outlets)
        self._by_name: dict[str, Outlet] = {}
        finder: list[tuple[str, Outlet]] = []
        for outlet in self._outlets:
            for name in (outlet.name, *outlet.aliases, *outlet.whole):
                # The first entry that claims a name keeps it, so that the order of the table settles a clash.
                self._by_name.setdefault(fold_name(name), outlet)
        for outlet in self._outlets:
            spoken = [name for name in (outlet.name, *outlet.aliases) if name not in outlet.whole]
            finder += [(name, self._by_name[fold_name(name)]) for name in spoken]
        self._finder = PhraseFinder(finder)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._outlets)

    def find(self, name: str) -> Outlet | None:
        """Return the outlet of exactly that name or alias; None if unknown.

        An article before the name and a remark in brackets after it do not count ("Example Daily (via Portal)").
        """
        for words in dict.fromkeys((name, name.partition("(")[0])):
            key = fold_name(words)
            outlet = self._by_name.get(key) or self._by_name.get(key.removeprefix("the "))
            outlet = outlet or self._by_name.get(f"the {key}")
            if outlet is not None:
                return outlet
        return None

    def find_in(self, text: str) -> list[tuple[int, int, Outlet]]:
        """Return where names of the table stand in ``text``, as (start, end, outlet).

        The longest name wins at each place; names never overlap and come in text order. Latin and Cyrillic names
        are whole words with the table's capitals, Cyrillic ones in any case ending; Korean, Chinese and Japanese
        ones may carry particles. The time needed grows with the length of the text alone.
        """
        return self._finder.find(text)


def _outlet(row: Row) -> Outlet:
    return Outlet(
        name=row.name,
        kind=OutletKind(row.kind),
        aliases=row.aliases,
        country=row.country,
        family=row.family or row.name,
        controller=None if row.state is None else f"government of {row.state}",
        state_controlled=row.state is not None,
        funder=row.funder,
        whole=row.whole,
    )


@cache
def builtin_table() -> OutletTable:
    """Return the packaged table; read once."""
    return OutletTable(_outlet(row) for row in read_builtin_rows())


def load_outlets(path: Path) -> OutletTable:
    """Return the packaged table with a user's own entries before it.

    Args:
        path: A TOML file with ``outlets = [{ name = …, … }]``, keys as in the packaged table. An entry with a
            name of the packaged table replaces what it says there and keeps the aliases of both.

    Raises:
        BadOutletTable: The file is no such table.
    """
    own = [_outlet(row) for row in read_rows(path)]
    taken = {fold_name(outlet.name): outlet for outlet in own}
    rest: list[Outlet] = []
    for outlet in builtin_table():
        replacement = taken.get(fold_name(outlet.name))
        if replacement is None:
            rest.append(outlet)
        else:
            # Names the user left out still lead to the user's entry.
            own[own.index(replacement)] = _joined(replacement, outlet)
    return OutletTable([*own, *rest])


def _joined(one: Outlet, other: Outlet) -> Outlet:
    return Outlet(
        name=one.name,
        kind=one.kind,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        country=one.country or other.country,
        family=one.family,
        controller=one.controller,
        state_controlled=one.state_controlled,
        funder=one.funder,
        whole=tuple(dict.fromkeys((*one.whole, *other.whole))),
    )


class _Standing:
    """The table that is asked, and the digest of the user's part of it."""

    table: OutletTable | None = None
    digest: str | None = None


def use_outlets(path: Path | None) -> None:
    """Ask the packaged table with the entries of the file at ``path`` before it from now on; None takes them away.

    To be called before anything is read or linked: what was read goes by the table that stood then.

    Raises:
        BadOutletTable: The file is no such table; the table that stood before still stands.
    """
    table = None if path is None else load_outlets(path)
    _Standing.digest = None if path is None else sha256(path.read_bytes()).hexdigest()
    _Standing.table = table


def own_outlets_digest() -> str | None:
    """Return the SHA-256 of the user's file of outlets, None where the packaged table stands alone."""
    return _Standing.digest


def _standing_table() -> OutletTable:
    return builtin_table() if _Standing.table is None else _Standing.table


def outlets() -> tuple[Outlet, ...]:
    """Return every outlet of the table, in its order, the user's own first."""
    return tuple(_standing_table())


def find_outlet(name: str) -> Outlet | None:
    """Return the outlet of exactly that name or alias, None if unknown."""
    return _standing_table().find(name)


def find_outlets_in(text: str) -> list[tuple[int, int, Outlet]]:
    """Return where names of the table stand in ``text``; see :meth:`OutletTable.find_in`."""
    return _standing_table().find_in(text)
