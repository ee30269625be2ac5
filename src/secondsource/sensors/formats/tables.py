"""Tables of fixes: plain CSV, and OpenSky's state vectors as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice
from operator import itemgetter
from typing import Any

from secondsource.model.track import Fix, TrackFormat
from secondsource.sensors.errors import TrackMalformed
from secondsource.sensors.formats.columns import NEEDED, Columns, find_columns
from secondsource.sensors.formats.flight import Flight, require_few
from secondsource.sensors.formats.moments import has_zone, seconds_of_all
from secondsource.sensors.limits import FIXES_MOST

NO_ZONE = "its times name no zone and are taken as UTC"
_TRUE, _FALSE = frozenset({"1", "true", "t", "yes", "-1", "ground"}), frozenset({"0", "false", "f", "no", "air"})
_SEPARATORS = ",;\t"
_CELLS_A_ROW = 60


def read_rows(text: str) -> tuple[list[str], list[list[str]]]:
    """Return the header of a table and its rows.

    Raises:
        TrackMalformed: A cell is longer than any cell is, or quotes do not close.
        TrackTooLarge: There are more rows than are taken in.
    """
    head = text[: text.find("\n")] if "\n" in text else text
    separator = max(_SEPARATORS, key=head.count)
    require_few(max(text.count(separator) // _CELLS_A_ROW, text.count("\n") - 1))
    # Without quotes a row is what stands between two line ends, which needs no parser.
    plain = '"' not in text
    lines = text.replace("\r\n", "\n").split("\n") if plain else []
    rows = [line.split(separator) for line in lines if line] if plain else _quoted_rows(text, separator)
    require_few(len(rows) - 1)
    return (rows[0] if rows else []), rows[1:]


def _quoted_rows(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return list(islice(reader, FIXES_MOST + 2))
    except csv.Error as error:
        raise TrackMalformed(
            f"a table of fixes was to be read; line {reader.line_num} breaks off: {error}.\n"
            "Export the track again; each row stands on one line, with the same columns."
        ) from error


def read_table(text: str) -> list[Flight]:
    """Return the flights of a table of fixes, one for each aircraft that it names.

    Raises:
        TrackMalformed: A column that every track has is missing.
        TrackTooLarge: There are too many rows or aircraft.
    """
    header, rows = read_rows(text)
    columns = find_columns(header)
    missing = [part for part in NEEDED if part not in columns]
    if missing:
        raise TrackMalformed(
            f"a table of fixes was to be read; no column for {', '.join(missing)} is among {', '.join(header)[:200]}.\n"
            "Name the columns timestamp, latitude, longitude, altitude_ft; docs/reference/tracks.md lists all names."
        )
    shape = TrackFormat.OPENSKY if _is_opensky(header) else TrackFormat.CSV
    whole = rows if set(map(len, rows)) <= {len(header)} else [row for row in rows if len(row) == len(header)]
    flights = [_flight(group, columns, shape) for group in _by_aircraft(whole, columns)]
    if flights and len(whole) < len(rows):
        flights[0].n_unread += sum(1 for row in rows if row and len(row) != len(header))
    return flights


def _is_opensky(header: Sequence[str]) -> bool:
    return {"velocity", "baroaltitude"} <= {name.strip().lower() for name in header}


def _by_aircraft(rows: list[list[str]], columns: Columns) -> list[list[list[str]]]:
    place = columns.get("icao24")
    if place is None or len(set(map(itemgetter(place[0]), rows))) <= 1:
        return [rows] if rows else []
    groups: dict[str, list[list[str]]] = {}
    for row in rows:
        groups.setdefault(row[place[0]].strip().lower(), []).append(row)
    require_few(len(rows), len(groups))
    return list(groups.values())


def _flight(rows: list[list[str]], columns: Columns, shape: TrackFormat) -> Flight:
    cells = list(zip(*rows, strict=True))
    times = cells[columns["at"][0]]
    parts: list[Sequence[float | None]] = [
        seconds_of_all(times),
        *(_numbers(cells, columns, part) for part in ("lat", "lon", "altitude_ft", "speed_kt", "heading_deg")),
        _numbers(cells, columns, "climb_fpm"),
        _flags(cells, columns),
    ]
    made: Iterable[tuple[Any, ...]] = zip(*parts, strict=True)
    if any(None in needed for needed in parts[:3]):
        made = (each for each in made if None not in each[:3])
    # What Fix._make does, without a call in Python for each of a hundred thousand rows.
    fixes: list[Fix] = [*map(partial(tuple.__new__, Fix), made)]
    return Flight(
        format=shape,
        fixes=fixes,
        icao24=_said(cells, columns, "icao24"),
        callsign=_said(cells, columns, "callsign"),
        registration=_said(cells, columns, "registration"),
        n_unread=len(rows) - len(fixes),
        notes=() if has_zone(times[0]) else (NO_ZONE,),
    )


def _numbers(cells: list[tuple[str, ...]], columns: Columns, part: str) -> list[float | None]:
    if part not in columns:
        return [None] * len(cells[0])
    place, factor = columns[part]
    column = cells[place]
    read: list[float | None]
    try:
        # Most columns are whole, and most of the time of a table goes into them.
        read = [float(cell) if cell else None for cell in column] if "" in column else [*map(float, column)]
    except ValueError:
        read = [_number(cell) for cell in column]
    return read if factor == 1.0 else [None if value is None else value * factor for value in read]


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _flags(cells: list[tuple[str, ...]], columns: Columns) -> list[bool | None]:
    if "on_ground" not in columns:
        return [None] * len(cells[0])
    column = cells[columns["on_ground"][0]]
    said = {cell: _flag(cell) for cell in set(column)}
    return [*map(said.__getitem__, column)]


def _flag(cell: str) -> bool | None:
    word = cell.strip().lower().removesuffix(".0")
    return True if word in _TRUE else False if word in _FALSE else None


def _said(cells: list[tuple[str, ...]], columns: Columns, part: str) -> str | None:
    if part not in columns:
        return None
    return next((said for cell in cells[columns[part][0]] if (said := cell.strip())), None)
