"""What tells one program from another, so that what an index rests on is the same when it is used again."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np

from secondsource import __version__
from secondsource.model.outlets import own_outlets_digest

_RESTS_ON = ("linking", "text", "model")
"""Packages on whose code and tables a copy link rests."""


@cache
def made_by() -> str:
    """Return a digest of all that a copy link rests on beside the reports: our code, its tables, the user's outlets."""
    told = sha256(f"{__version__}\0{np.__version__}\0{own_outlets_digest()}".encode())
    for package in _RESTS_ON:
        for file in _files(resources.files(f"secondsource.{package}")):
            told.update(sha256(file.read_bytes()).digest())
    return told.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _files(each)
        elif each.name.endswith((".py", ".toml", ".txt", ".csv")):
            yield each
