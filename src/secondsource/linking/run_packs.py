"""The parts of an index in few files: those that are written together stand in one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.run_files import NotWhole, RunFiles
from secondsource.linking.run_index import Part, Place

PACK_MOST = 8_000_000
"""Runs of one file, some 100 megabytes with their holders."""

PACKS_MOST = 16
"""Files that are opened one after the other; one more and the small ones are joined."""

DEAD_MOST = 0.5
"""Share of a file that may be out of use before what is still used is written anew."""

_KINDS = ("large", "small", "fresh")

_Pack = tuple[str, str]


def put_parts(files: RunFiles, parts: Sequence[Part]) -> None:
    """Write the parts that no file holds, and those of files that are little used; then each has its place."""
    living = Counter[_Pack]()
    lengths: dict[_Pack, int] = {}
    for part in parts:
        if part.place is not None:
            living[part.place.pack] += len(part.runs)
            lengths[part.place.pack] = part.place.length
    stale = {pack for pack, length in lengths.items() if living[pack] < (1 - DEAD_MOST) * length}
    if len(lengths) > PACKS_MOST:
        stale |= {pack for pack, length in lengths.items() if length < PACK_MOST // 2}
    waiting = [part for part in parts if part.place is None or part.place.pack in stale]
    for together in _in_packs(waiting):
        arrays = (np.concatenate([part.runs for part in together]), np.concatenate([part.holders for part in together]))
        pack = (files.put_array(arrays[0]), files.put_array(arrays[1]))
        start = 0
        for part in together:
            part.place = Place(pack, start, len(arrays[0]))
            start += len(part.runs)


def placed(part: Part) -> Place:
    """Return where a part is that :func:`put_parts` has put somewhere."""
    if part.place is None:
        raise AssertionError("a part has no place after it was put")
    return part.place


def taken_parts(files: RunFiles, marks: dict[str, Any], told: Iterable[Any]) -> list[tuple[str, Part]]:
    """Return parts as they were put, with the kind that each was said to be.

    Args:
        files: Where they are.
        marks: Size and moment of each file.
        told: For each part its kind, one of how many runs it holds, how many runs, and its place.

    Raises:
        OSError, ValueError, KeyError, TypeError: They are not whole.
    """
    opened: dict[_Pack, tuple[NDArray[Any], NDArray[Any]]] = {}
    parts: list[tuple[str, Part]] = []
    for kind, sampling, n_runs, (runs_name, holders_name), start, length in told:
        pack = (str(runs_name), str(holders_name))
        if pack not in opened:
            opened[pack] = (files.array(pack[0], marks, np.uint64), files.array(pack[1], marks, np.int32))
        runs, holders = opened[pack]
        if (
            kind not in _KINDS
            or len(runs) != length
            or len(holders) != length
            or not 0 <= start <= start + n_runs <= length
        ):
            raise NotWhole(pack[0])
        place = Place(pack, start, length)
        end = start + n_runs
        parts.append((kind, Part(runs[start:end], holders[start:end], power_of_two(sampling), place)))
    return parts


def power_of_two(value: Any) -> int:
    """Return ``value`` if it is a whole power of 2 and a share of runs can be told by it.

    Raises:
        ValueError: It is not.
    """
    if not isinstance(value, int) or not 1 <= value < 2**63 or value & (value - 1):
        raise NotWhole(str(value))
    return value


def _in_packs(parts: Iterable[Part]) -> Iterator[list[Part]]:
    together: list[Part] = []
    for part in parts:
        if together and sum(len(each.runs) for each in together) + len(part.runs) > PACK_MOST:
            yield together
            together = []
        together.append(part)
    if together:
        yield together
