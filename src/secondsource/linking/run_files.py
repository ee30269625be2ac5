"""Arrays and bytes of an index in files that are named by their digest and read where they are asked for."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tokenize import TokenError
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

_CONTENTS = "contents.json"
_OURS = re.compile(r"[0-9a-f]{64}|\.[0-9a-f]{32}\.part")
_BLOCK = 1 << 20


class NotWhole(ValueError):
    """A file is not what the contents say."""


@dataclass(frozen=True, slots=True)
class RunFiles:
    """A folder of files with their contents.

    Attributes:
        path: The folder.
    """

    path: Path

    def contents(self) -> dict[str, Any]:
        """Return what was last put down about the files.

        Raises:
            OSError: There is nothing, or it cannot be read.
            ValueError: It is no JSON object.
        """
        told = json.loads((self.path / _CONTENTS).read_text(encoding="utf-8"))
        if not isinstance(told, dict):
            raise NotWhole(_CONTENTS)
        return told

    def array(self, name: str, marks: dict[str, Any], dtype: Any) -> NDArray[Any]:
        """Return the one-dimensional array in a file, mapped: what is not asked for is not read.

        A file that has kept its size and its moment since it was written is taken as it is. One that was copied or
        touched is read once and compared with its digest.

        Args:
            name: The file's name, its digest.
            marks: Size and moment of each file, as :meth:`put_contents` put them down.
            dtype: Of the elements.

        Raises:
            OSError: It is not there, or cannot be read.
            ValueError: It is not what it was, or no such array.
        """
        size, moment = marks[name]
        now = self._mark(_ours(name))
        if now[0] != size or (now[1] != moment and self._digest(name) != name):
            raise NotWhole(name)
        return self._mapped(name, dtype)

    def whole_array(self, name: str, dtype: Any) -> NDArray[Any]:
        """Return the one-dimensional array in a file, mapped, once the whole file was compared with its digest.

        Raises:
            OSError: It is not there, or cannot be read.
            ValueError: It is not what it was, or no such array.
        """
        if self._digest(_ours(name)) != name:
            raise NotWhole(name)
        return self._mapped(name, dtype)

    def data(self, name: str) -> bytes:
        """Return the bytes of a file, compared with its digest.

        Raises:
            OSError: It is not there, or cannot be read.
            ValueError: It is not what it was.
        """
        data = (self.path / _ours(name)).read_bytes()
        if sha256(data).hexdigest() != name:
            raise NotWhole(name)
        return data

    def put_array(self, array: NDArray[Any]) -> str:
        """Write an array and return the name of its file."""
        return self._put(lambda file: np.save(file, array, allow_pickle=False))

    def put_data(self, data: bytes) -> str:
        """Write bytes and return the name of their file."""
        return self._put(lambda file: file.write(data))

    def put_contents(self, contents: dict[str, Any], names: set[str]) -> None:
        """Put down what stands in which of the files, and remove those that none of it names.

        Raises:
            OSError: A file that is named is gone, or the folder cannot be written to.
        """
        marks = {name: self._mark(name) for name in sorted(names)}
        beside = self._beside()
        beside.write_text(json.dumps(contents | {"files": marks}), encoding="utf-8")
        beside.replace(self.path / _CONTENTS)
        for path in self.path.iterdir():
            # Whatever else somebody keeps in the folder is theirs.
            if _OURS.fullmatch(path.name) and path.name not in names:
                path.unlink(missing_ok=True)

    def _mapped(self, name: str, dtype: Any) -> NDArray[Any]:
        try:
            array: NDArray[Any] = np.lib.format.open_memmap(self.path / name, mode="r")
        except (TokenError, MemoryError) as failure:
            # What Python's parser raises for a header that nobody would write.
            raise NotWhole(name) from failure
        if array.ndim != 1 or array.dtype != dtype:
            raise NotWhole(name)
        return array

    def _put(self, write: Callable[[Any], object]) -> str:
        told = _Told()
        write(told)
        name = told.digest.hexdigest()
        if not self._is_whole(name):
            beside = self._beside()
            with beside.open("wb") as file:
                write(file)
            beside.replace(self.path / name)
        return name

    def _is_whole(self, name: str) -> bool:
        # There may be one of that name already, and it may be spoilt.
        return (self.path / name).exists() and self._digest(name) == name

    def _mark(self, name: str) -> list[int]:
        told = (self.path / name).stat()
        return [told.st_size, told.st_mtime_ns]

    def _digest(self, name: str) -> str:
        digest = sha256()
        with (self.path / name).open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
        return digest.hexdigest()

    def _beside(self) -> Path:
        # Under another name first: whoever reads meanwhile finds the whole of it or nothing.
        return self.path / f".{uuid4().hex}.part"


def _ours(name: str) -> str:
    # Contents may name what lies elsewhere, and reading that may never end.
    if not _OURS.fullmatch(name):
        raise NotWhole(name)
    return name


class _Told:
    """A file of which only the digest is kept."""

    def __init__(self) -> None:
        self.digest = sha256()

    def write(self, data: bytes) -> int:
        """Take in what is written next."""
        self.digest.update(data)
        return len(data)
