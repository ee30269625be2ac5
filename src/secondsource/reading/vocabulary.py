"""Word lists of the reading package, read once."""

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def read_vocabulary(name: str) -> dict[str, Any]:
    """Return the TOML table ``name`` of the package's ``vocab`` folder; shared, so never changed by callers."""
    path = resources.files("secondsource.reading") / "vocab" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def word_set(table: str, key: str) -> frozenset[str]:
    """Return the words of one list of a table, which stand there parted by white space."""
    return frozenset(read_vocabulary(table)[key].split())


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the CSV table ``name`` of the package's ``vocab`` folder."""
    path = resources.files("secondsource.reading") / "vocab" / f"{name}.csv"
    return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
