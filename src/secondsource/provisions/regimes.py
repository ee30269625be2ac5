"""The regimes that come with the program, or stand in a folder: one TOML and one CSV each."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from secondsource.model.provision import Body, Provision, Regime
from secondsource.provisions.errors import BadRegime


@cache
def regimes() -> tuple[Regime, ...]:
    """Return the regimes that come with the program, by the name of their files."""
    return read_regimes(files("secondsource.provisions") / "regimes")


def read_regimes(folder: Traversable) -> tuple[Regime, ...]:
    """Return the regimes of a folder, by the name of their files.

    Raises:
        BadRegime: A file is missing or cannot be read; the message names file and place.
    """
    found = sorted((item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name)
    return tuple(_regime(item, folder / f"{item.name.removesuffix('.toml')}.csv") for item in found)


def _regime(about: Traversable, table: Traversable) -> Regime:
    try:
        told = tomllib.loads(about.read_text(encoding="utf-8"))
        return Regime(
            id=told["id"],
            name=told["name"],
            state=told["state"],
            called=tuple(told.get("called", ())),
            note=told["note"],
            provisions=tuple(_provisions(table, told["id"])),
            machinery=tuple(_body(each) for each in told.get("machinery", ())),
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadRegime(
            f"the sanctions regime {about.name} was to be read; {type(error).__name__}: {error}.\n"
            "Mend the file; docs/reference/provisions.md says what stands in it."
        ) from error


def _body(told: Mapping[str, Any]) -> Body:
    return Body(
        name=told["name"],
        from_on=told["from"],
        until_on=told.get("until"),
        before=told.get("before"),
        during=told["during"],
        after=told.get("after"),
    )


def _provisions(table: Traversable, regime: str) -> Iterator[Provision]:
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines(), strict=True)
    for number, row in enumerate(rows, 2):
        try:
            yield _provision(row, regime)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{table.name}, line {number}: {error}") from error


def _provision(row: Mapping[str, str], regime: str) -> Provision:
    return Provision(
        id=row["id"],
        regime=regime,
        conduct=row["conduct"],
        direction=row["direction"],
        instrument=row["instrument"],
        paragraph=row["paragraph"],
        adopted_on=date.fromisoformat(row["adopted"]),
        in_force_until=date.fromisoformat(row["in_force_until"]) if row["in_force_until"] else None,
        force=row["force"],
        bound=row["bound"],
        exemption=row["exemption"] or None,
        facts=row["facts"],
        sources_seen=int(row["sources_seen"]),
        unchecked=row["unchecked"] or None,
    )
