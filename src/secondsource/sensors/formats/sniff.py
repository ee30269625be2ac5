"""Telling in which shape a flight track came, by what is in it and not by its ending."""

import json
import zlib
from typing import Any

from secondsource.sensors.errors import TrackMalformed, TrackTooLarge, TrackUnknown
from secondsource.sensors.formats.columns import find_columns
from secondsource.sensors.formats.flight import Flight, require_few
from secondsource.sensors.formats.flightradar import is_flightradar, read_flightradar
from secondsource.sensors.formats.kml import read_kml
from secondsource.sensors.formats.opensky import is_opensky, read_opensky
from secondsource.sensors.formats.readsb import read_readsb
from secondsource.sensors.formats.sbs import is_sbs, read_sbs
from secondsource.sensors.formats.tables import read_table
from secondsource.sensors.limits import UNPACKED_MOST

_GZIP = b"\x1f\x8b"
_AS_GZIP = 31
"""What zlib wants to be told to expect the head of a gzip file."""
_HEAD = 4_000
_BRACKETS_A_ROW, _COMMAS_A_ROW = 3, 25


def read_flights(data: bytes) -> list[Flight]:
    """Return the flights of a track file, packed with gzip or not, as they stand in it.

    Raises:
        TrackUnknown: It is a track in no shape that is known here.
        TrackMalformed: It has the shape of one and breaks it.
        TrackTooLarge: It is larger than is taken in.
    """
    data = unpack(data)
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<"):
        return read_kml(data)
    text = data.decode("utf-8-sig", errors="replace")
    if head.startswith((b"{", b"[")):
        return _read_json(text)
    if is_sbs(text[:_HEAD].lstrip()):
        return read_sbs(text)
    first = text.lstrip()[:_HEAD].partition("\n")[0]
    if is_flightradar(first):
        return read_flightradar(text.lstrip())
    if _is_table(first):
        return read_table(text.lstrip())
    raise _unknown()


def unpack(data: bytes) -> bytes:
    """Return the bytes as they are, or what a gzip file holds.

    Raises:
        TrackMalformed: The packed bytes break off or are damaged.
        TrackTooLarge: Unpacked they are more than is taken in.
    """
    if not data.startswith(_GZIP):
        return data
    packed = zlib.decompressobj(_AS_GZIP)
    try:
        unpacked = packed.decompress(data, UNPACKED_MOST + 1)
    except zlib.error as error:
        raise TrackMalformed(
            f"a packed flight track was to be read; it cannot be unpacked ({error}).\nFetch or pack the file again."
        ) from error
    if len(unpacked) > UNPACKED_MOST:
        raise TrackTooLarge(
            f"a packed flight track was to be read; it holds more than the {UNPACKED_MOST // 1024 // 1024} MiB "
            "that are taken in.\nSplit the file by aircraft or by day."
        )
    if not packed.eof:
        raise TrackMalformed("a packed flight track was to be read; it breaks off.\nFetch or pack the file again.")
    return unpacked


def _read_json(text: str) -> list[Flight]:
    data = _parsed(text)
    if isinstance(data, dict) and "trace" in data:
        return read_readsb(data)
    if is_opensky(data):
        return read_opensky(data)
    raise _unknown()


def _parsed(text: str) -> Any:
    # Brackets and commas are counted first: parsed, each may take thirty times the room it has in the file.
    require_few(max((text.count("[") + text.count("{")) // _BRACKETS_A_ROW, text.count(",") // _COMMAS_A_ROW))
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        # OpenSky's answers, asked for again and again, are often kept one a line.
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1:
            try:
                return [json.loads(line) for line in lines]
            except (ValueError, RecursionError):
                pass  # told below
        place = f"breaks at character {error.pos}" if isinstance(error, json.JSONDecodeError) else "cannot be read"
        raise TrackMalformed(
            f"a flight track was to be read as JSON; it {place}.\nSave the file again, whole."
        ) from error


def _is_table(first: str) -> bool:
    for separator in ",;\t":
        columns = find_columns(first.split(separator))
        if "lat" in columns or "lon" in columns:
            return True
    return False


def _unknown() -> TrackUnknown:
    return TrackUnknown(
        "a flight track was to be read; the file is in none of the shapes that are known.\n"
        "Give a trace of readsb or tar1090, OpenSky's answers, an export of Flightradar24 (CSV, KML), SBS-1 lines, "
        "or a table with timestamp, latitude, longitude and altitude."
    )
