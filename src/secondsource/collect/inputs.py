"""From the names a person gives to the files they stand for."""

import errno
import glob
import os
from collections.abc import Iterator
from pathlib import Path

from secondsource.collect.errors import (
    InputNotFound,
    InputUnreadable,
    LinkBroken,
    NothingMatches,
)
from secondsource.model.errors import SecondSourceError

NoFile = tuple[str, SecondSourceError]
"""A name that stands for no file, and why."""


def shown(path: Path) -> str:
    """Return the path as it can be printed and written as JSON, whatever bytes its name holds."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def find_files(name: str) -> Iterator[Path | NoFile]:
    """Yield the files that ``name`` stands for, or a name with the reason why it stands for none.

    A file stands for itself, a folder for every file in it and below, sorted by name, hidden ones left out; a
    pattern for what it matches, ``**`` for folders of any depth. A name that exists is never taken as a pattern.
    """
    path = Path(name)
    try:
        is_folder, exists = path.is_dir(), os.path.lexists(path)
    except (OSError, ValueError) as error:
        yield (
            name,
            InputNotFound(
                f"{name!r} was to be read; it is not a name that a file can have ({error}).\nName a file that exists."
            ),
        )
        return
    if is_folder:
        yield from _walk_whole(path)
    elif exists:
        yield _checked(path)
    elif glob.has_magic(name):
        yield from _match(name)
    else:
        yield (
            name,
            InputNotFound(f"{name} was to be read; there is no such file or folder.\nCheck the name: ls {path.parent}"),
        )


def _walk_whole(folder: Path) -> Iterator[Path | NoFile]:
    empty = True
    for item in _walk(folder):
        empty = False
        yield item
    if empty:
        yield (
            shown(folder),
            NothingMatches(
                f"The folder {shown(folder)} was to be read; it holds no files but hidden ones.\n"
                f"Name another folder, or the hidden files one by one."
            ),
        )


def _match(pattern: str) -> Iterator[Path | NoFile]:
    found = False
    for path in _matches(pattern):
        if not path.is_dir():
            found = True
            yield _checked(path)
        elif "**" not in pattern:
            # As if the shell had put the folder's name there; with ** its files are matches of their own.
            found = True
            yield from _walk_whole(path)
    if not found:
        yield (
            pattern,
            NothingMatches(f"{pattern} was to be read; no file matches the pattern.\nTry it: ls {pattern}"),
        )


def _matches(pattern: str) -> list[Path]:
    """Return what the pattern matches, sorted; links to folders are not followed and hidden names not matched."""
    parts = Path(pattern).parts
    first = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    root, wild = Path(*parts[:first]), [*parts[first:]]
    if wild[-1] == "**":
        wild.append("*")
    try:
        found = sorted(root.glob(str(Path(*wild))))
    except (ValueError, OSError):
        # Two stars beside other signs are no pattern before Python 3.13.
        return []
    hidden_wanted = any(part.startswith(".") for part in wild)
    return [path for path in found if hidden_wanted or not _is_hidden(path.relative_to(root))]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _walk(folder: Path) -> Iterator[Path | NoFile]:
    # A stack in place of recursion: a folder may nest deeper than Python calls may.
    stack = [folder]
    while stack:
        path = stack.pop()
        if path is not folder and path.is_symlink() and path.is_dir():
            yield (
                shown(path),
                LinkBroken(
                    f"{shown(path)} was to be read; it links to a folder, and such links are not followed in a "
                    f"folder, since they may lead round in a circle.\nName it by itself if you want it: {shown(path)}/"
                ),
            )
        elif path.is_dir():
            entries = _entries(path)
            if isinstance(entries, SecondSourceError):
                yield shown(path), entries
            else:
                stack.extend(reversed(entries))
        else:
            yield _checked(path)


def _entries(folder: Path) -> list[Path] | SecondSourceError:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        return InputUnreadable(
            f"The folder {shown(folder)} was to be read; the system says: {error.strerror}.\n"
            f"Check its permissions: ls -ld {shown(folder)}"
        )


def _checked(path: Path) -> Path | NoFile:
    """Return ``path``, or what is wrong where it is a link that leads to no file."""
    if not path.is_symlink():
        return path
    try:
        path.stat()
    except FileNotFoundError:
        return shown(path), LinkBroken(
            f"{shown(path)} was to be read; it links to a file that does not exist.\n"
            f"See where it leads: ls -l {shown(path)}"
        )
    except OSError as error:
        if error.errno == errno.ELOOP:
            return shown(path), LinkBroken(
                f"{shown(path)} was to be read; it links in a circle.\nSee where it leads: ls -l {shown(path)}"
            )
        return path
    return path
