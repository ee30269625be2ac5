"""The table of the kinds of act that a cue can name, and of who is told."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def act_table() -> Mapping[str, Mapping[str, str]]:
    """Return the table as it stands: kind of word, then class, then words."""
    text = files("secondsource.reading").joinpath("vocab", "acts.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def hearer_words(kind: str) -> frozenset[str]:
    """Return the words of one kind by which the one who was told is found ("tell")."""
    return frozenset(act_table()["hearers"][kind].split())
