"""Arrays of an index in files that are named by their digest and read where they are asked for."""

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
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
    """A folder of arrays with their contents.

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
        if not _OURS.fullmatch(name):
            raise NotWhole(name)
        size, moment = marks[name]
        if (self.path / name).stat().st_size != size or (self._mark(name)[1] != moment and self._digest(name) != name):
            raise NotWhole(name)
        array: NDArray[Any] = np.load(self.path / name, mmap_mode="r", allow_pickle=False)
        if array.ndim != 1 or array.dtype != dtype:
            raise NotWhole(name)
        return array

    def put_array(self, array: NDArray[Any]) -> str:
        """Write an array and return the name of its file."""
        beside = self._beside()
        with beside.open("wb") as file:
            np.save(file, array, allow_pickle=False)
        name = self._digest(beside.name)
        # Also where there is one of that name already: it may be spoilt.
        beside.replace(self.path / name)
        return name

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
