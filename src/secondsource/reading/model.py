"""Which reader makes the readings, and a digest of all its answers depend on."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import secondsource
from secondsource.model.ids import Digest
from secondsource.model.outlets import own_outlets_digest
from secondsource.model.reading import ReaderModel

_PARTS = ("reading", "text", "model")
_ENDINGS = (".py", ".toml", ".csv", ".json")


@cache
def reader_model() -> ReaderModel:
    """Return the reader: its name, the package's version, and a SHA-256 over its weights, sources and tables.

    The digest covers every ``.py``, ``.toml``, ``.csv`` and ``.json`` file of the packages ``reading``, ``text`` and
    ``model``, names and contents in order of their names, and a user's own table of outlets. Among them is
    ``encoder.json``, which holds the digest of the encoder's weights, and weights that do not have it are refused. So
    two readings with the same digest are answers of the same weights and rules.
    """
    digest = hashlib.sha256()
    for name, part in sorted(_sources()):
        content = part.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    digest.update((own_outlets_digest() or "").encode())
    return ReaderModel(name="encoder and rules", version=secondsource.__version__, sha256=Digest(digest.hexdigest()))


def _sources() -> Iterator[tuple[str, Traversable]]:
    for package in _PARTS:
        yield from _below(files("secondsource").joinpath(package), package)


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            yield from _below(item, name)
        elif item.name.endswith(_ENDINGS):
            yield name, item
