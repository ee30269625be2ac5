"""The rows of a table of outlets, read from TOML."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import resources
from itertools import product
from pathlib import Path
from typing import Any, ClassVar

from secondsource.model.errors import SecondSourceError

_KINDS = ("agency", "outlet", "official", "sensor", "document", "group")


class BadOutletTable(SecondSourceError):
    """A table of outlets cannot be read."""

    code: ClassVar[str] = "SS-401"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry as the table writes it; see :class:`secondsource.model.outlets.Outlet`."""

    name: str
    kind: str = "outlet"
    aliases: tuple[str, ...] = ()
    country: str | None = None
    family: str | None = None
    state: str | None = None
    funder: str | None = None
    whole: tuple[str, ...] = ()


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a user's table.

    Raises:
        BadOutletTable: The file cannot be read, is no TOML, or an entry lacks its name or has an unknown key.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadOutletTable(
            f"the table of outlets {path} was asked for and cannot be read ({error}). "
            'It must be TOML in UTF-8 with lines such as: outlets = [ { name = "Example Daily", country = "FRA" } ]'
        ) from error
    return [_row(entry, str(path)) for entry in _entries(table, str(path))]


def read_builtin_rows() -> list[Row]:
    """Return the rows of the packaged table, the bodies of each state made from their patterns; names are unique."""
    source = resources.files("secondsource.model").joinpath("vocab/outlets.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    rows: dict[str, Row] = {}
    listed = [_row(entry, "outlets.toml") for entry in table["outlets"]]
    local = [Row(name=entry["name"], aliases=tuple(entry["aliases"])) for entry in table["named_groups"]]
    for row in (*listed, *_bodies(table), *local):
        known = rows.get(row.name)
        rows[row.name] = row if known is None else replace(known, aliases=_merged(known.aliases, row.aliases))
    return list(rows.values())


def _merged(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _entries(table: dict[str, Any], origin: str) -> list[Any]:
    entries = table.get("outlets")
    if not isinstance(entries, list):
        raise BadOutletTable(
            f"the table of outlets {origin} has no list named outlets; "
            'write: outlets = [ { name = "Example Daily", country = "FRA" } ]'
        )
    return entries


def _row(entry: Any, origin: str) -> Row:
    allowed = Row.__dataclass_fields__
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str) or not entry["name"].strip():
        raise BadOutletTable(f"an entry of {origin} has no name: {entry!r:.80}. Give each entry a name.")
    unknown = sorted(set(entry) - set(allowed))
    kind = entry.get("kind", "outlet")
    if unknown or kind not in _KINDS:
        raise BadOutletTable(
            f"the entry {entry['name']!r} of {origin} has unknown keys {unknown} or kind {kind!r}. "
            f"Keys: {', '.join(allowed)}. Kinds: {', '.join(_KINDS)}."
        )
    return Row(**{key: _value(key, value, entry["name"], origin) for key, value in entry.items()})


def _value(key: str, value: Any, name: str, origin: str) -> Any:
    if key in {"aliases", "whole"}:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
    elif isinstance(value, str):
        return value
    raise BadOutletTable(
        f"the entry {name!r} of {origin} has {value!r:.60} as {key}. "
        "Give a list of words for aliases and whole, words for all else."
    )


def _bodies(table: dict[str, Any]) -> Iterator[Row]:
    for state, body in product(table["states"], table["bodies"]):
        canonical = body["canonical"].format(adjective=state["adjectives"][0])
        renamed = state.get("canonical", {}).get(canonical, canonical)
        controlled = body.get("controlled", True)
        yield Row(
            name=renamed,
            kind=body.get("kind", "official"),
            aliases=tuple(dict.fromkeys((canonical, *_filled((body["canonical"], *body["aliases"]), state)))),
            country=state["country"],
            state=state["state"] if controlled else None,
        )


def _filled(patterns: tuple[str, ...], state: dict[str, Any]) -> Iterator[str]:
    for pattern in patterns:
        slots = state["adjectives"] if "{adjective}" in pattern else state["names"] if "{name}" in pattern else [""]
        for slot in slots:
            yield pattern.format(adjective=slot, name=slot, capital=state["capital"])
