"""Rows of a CSV file with the line each begins at; a row that does not fit breaks the list."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from secondsource.screening.lists.source import NoText, broken, guarded, text_lines

Row = dict[str, str]
T = TypeVar("T")

UTF_8 = ("utf-8",)
UTF_8_OR_WESTERN = ("utf-8", "cp1252")
"""OFAC, the European Union and the United Kingdom have published CSV in Windows' western code too."""


def with_lines(path: Path, work: Callable[[Iterator[str]], T], encodings: Sequence[str] = UTF_8_OR_WESTERN) -> T:
    """Return what ``work`` makes of the file's lines, in the first encoding that fits.

    Args:
        path: The file.
        work: Reads the lines; it is begun anew for each encoding.
        encodings: Those that the list's publisher has used.

    Raises:
        ListBroken: The file is in none of the encodings or not CSV.
    """
    failed: list[NoText] = []
    for encoding in encodings:
        try:
            return guarded(path, lambda stream, encoding=encoding: work(text_lines(stream, encoding)))  # type: ignore[misc]
        except NoText as error:
            failed.append(error)
    raise broken(path.name, f"at line {failed[-1].line}", failed[-1].what) from failed[-1]


def plain_rows(name: str, lines: Iterator[str], *, n_columns: int, delimiter: str = ",") -> Iterator[list[str]]:
    """Yield rows without a heading, each of ``n_columns`` fields; empty rows are left out.

    Raises:
        ListBroken: A row has another number of fields, or a quotation is not closed.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    for line, row in _counted(name, reader):
        if len(row) != n_columns:
            raise broken(name, f"at line {line}", f"it has {len(row)} fields where the format has {n_columns}")
        yield row


def headed_rows(
    name: str, lines: Iterator[str], *, delimiter: str = ",", n_before: int = 0
) -> Iterator[tuple[int, Row]]:
    """Yield the rows under a heading by the heading's names in lower case, with the line that each ends at.

    Args:
        name: The file's name, for errors.
        lines: The lines from the heading on.
        delimiter: What parts fields.
        n_before: How many lines of the file stand before the heading.

    Raises:
        ListBroken: A row has more fields than the heading, or a quotation is not closed.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows = _counted(name, reader, n_before=n_before)
    _, heading = next(rows, (0, []))
    columns = [column.strip().casefold() for column in heading]
    for line, row in rows:
        if len(row) != len(columns):
            raise broken(name, f"at line {line}", f"it has {len(row)} fields where the heading has {len(columns)}")
        found: Row = {}
        for column, value in zip(columns, row, strict=True):
            # Some layouts repeat a column's name for the key of each block; the first that is filled counts.
            if not found.get(column):
                found[column] = value.strip()
        yield line, found


def _counted(name: str, reader: Iterable[list[str]], *, n_before: int = 0) -> Iterator[tuple[int, list[str]]]:
    rows = iter(reader)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise broken(name, f"at line {reader.line_num + n_before}", str(error)) from error  # type: ignore[attr-defined]
        if any(field.strip() for field in row):
            yield reader.line_num + n_before, row  # type: ignore[attr-defined]


def unwrapped(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines of which each was put into one pair of quotes, padded with tabs, without either."""
    for line in lines:
        text = line.rstrip("\r\n")
        if text.startswith('"') and text.rstrip('\t"') != text and text.count('"') >= 2 and text.endswith('"'):
            text = text[1:-1].rstrip("\t").replace('""', '"')
        yield text + "\n"
