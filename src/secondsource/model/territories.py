"""The states and territories of the world, their names, peoples and capitals."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

_SHORT = 3
_PLURAL_LESS = ("ese", "ish", "ch", "s", "x", "men", "bé")


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A state or territory.

    Attributes:
        alpha3: ISO 3166-1 alpha-3; ``XKX`` for Kosovo, which ISO does not list.
        name: Its common English name.
        aliases: Other names of it in English, Korean, Russian and German, and usual short forms.
        demonyms: Words for its people and what belongs to it ("Russian", "Russians").
        capital: Its capital; None where it has none of its own.
        lat: Latitude of its middle in degrees.
        lon: Longitude of its middle in degrees.
        capital_lat: Latitude of the capital; None with the capital.
        capital_lon: Longitude of the capital; None with the capital.
        capital_aliases: Other names of the capital in English, Korean, Russian and German.
        german: The German ones among the aliases; they take a genitive "s".
    """

    alpha3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    lat: float
    lon: float
    capital_lat: float | None
    capital_lon: float | None
    capital_aliases: tuple[str, ...] = ()
    german: tuple[str, ...] = ()


@cache
def territories() -> tuple[Territory, ...]:
    """Return all territories in the order of the table."""
    path = resources.files("secondsource.model") / "vocab" / "territories.csv"
    return tuple(_territory(row) for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def find_territory(name: str) -> Territory | None:
    """Return the territory that ``name`` or the demonym ``name`` stands for, None if no table row has it.

    Case, hyphens and the dots of initials do not matter, except that names of up to three letters must stand in
    capitals: "US" is a country and "us" is not. Capitals are not names of their countries: see :func:`find_capital`.
    """
    return _found(_by_name(), name) or _found(_by_demonym(), name)


def find_demonym(word: str) -> Territory | None:
    """Return the territory whose people ``word`` names ("Russians", "North Korean"), None if there is none."""
    return _found(_by_demonym(), word)


def find_capital(name: str) -> Territory | None:
    """Return the territory whose capital is ``name`` ("Pyongyang"), None if there is none."""
    return _found(_by_capital(), name)


def territory_of(alpha3: str) -> Territory | None:
    """Return the territory with that code, None if there is none."""
    return _by_code().get(alpha3)


def territory_name(alpha3: str) -> str:
    """Return the English name of the territory with that code; of one that the table does not have, the code."""
    found = territory_of(alpha3)
    return alpha3 if found is None else found.name


def _territory(row: dict[str, str]) -> Territory:
    demonyms = _parts(row["demonyms"])
    plurals = tuple(f"{word}s" for word in demonyms if not word.endswith(_PLURAL_LESS))
    return Territory(
        alpha3=row["alpha3"],
        name=row["name"],
        aliases=tuple(
            dict.fromkeys(
                _parts(row["aliases"]) + _parts(row["korean"]) + _parts(row["russian"]) + _parts(row["german"])
            )
        ),
        demonyms=tuple(dict.fromkeys(demonyms + plurals + _parts(row["other_demonyms"]))),
        capital=row["capital"] or None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        capital_lat=float(row["capital_lat"]) if row["capital_lat"] else None,
        capital_lon=float(row["capital_lon"]) if row["capital_lon"] else None,
        capital_aliases=_parts(row["capital_aliases"]),
        german=_parts(row["german"]),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _key(name: str) -> str:
    plain = name.replace(".", "").replace("-", " ").replace("’", "'").casefold()
    return " ".join(plain.split()).removeprefix("the ")


def _found(table: dict[str, Territory], name: str) -> Territory | None:
    bare = name.replace(".", "").strip()
    if len(bare) <= _SHORT and bare.isascii() and not bare.isupper():
        return None
    return table.get(_key(name))


@cache
def _by_code() -> dict[str, Territory]:
    return {territory.alpha3: territory for territory in territories()}


@cache
def _by_name() -> dict[str, Territory]:
    return {_key(name): found for found in territories() for name in (found.name, *found.aliases)}


@cache
def _by_demonym() -> dict[str, Territory]:
    # A word that two rows could claim ("Congolese") stands in neither, since nothing tells the two apart.
    table: dict[str, Territory] = {}
    for found in territories():
        for word in found.demonyms:
            table.setdefault(_key(word), found)
    return table


@cache
def _by_capital() -> dict[str, Territory]:
    return {
        _key(name): found
        for found in territories()
        if found.capital is not None
        for name in (found.capital, *found.capital_aliases)
    }
