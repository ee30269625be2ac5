"""KML, as Flightradar24 and others export it: a placemark for each fix, or a track of times and places."""

import io
import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from secondsource.model.track import Fix, TrackFormat
from secondsource.sensors.errors import TrackMalformed
from secondsource.sensors.formats.flight import FT_PER_M, Flight, number, require_few, words
from secondsource.sensors.formats.moments import seconds_of
from secondsource.sensors.limits import FIXES_MOST

# The height of a KML point is in metres; the description gives what was sent, in feet.
_TOLD = re.compile(
    r"(altitude|speed|heading)\s{0,20}:?\s{0,20}(?:<[^>]{0,40}>\s{0,20}){0,6}(-?[\d.,]{1,12})", re.IGNORECASE
)
_DESCRIPTION_MOST = 4_000
_DEPTH_MOST = 60
_HOLDERS = frozenset({"Placemark", "Track"})
_ELEMENTS_A_FIX = 3


def read_kml(data: bytes) -> list[Flight]:
    """Return the one flight of the file.

    Raises:
        TrackMalformed: It is no well-formed XML, defines entities or a document type, or nests too deep.
        TrackTooLarge: It has too many fixes.
    """
    flight = Flight(format=TrackFormat.KML)
    try:
        _walk(data, flight)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        raise TrackMalformed(
            f"a KML file was to be read; it is no plain well-formed XML ({type(error).__name__}: {error}).\n"
            "Export the flight again; a file with a document type or entities of its own is not taken in."
        ) from error
    return [flight]


def _walk(data: bytes, flight: Flight) -> None:
    depth = kept = kept_before = 0
    for event, element in iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True):
        depth += 1 if event == "start" else -1
        if depth > _DEPTH_MOST:
            raise ValueError(f"elements nest deeper than {_DEPTH_MOST}")
        kind = _local(element)
        if event == "start":
            kept_before = kept if kind in _HOLDERS else kept_before
            kept += 1
            # What is not let go of again stays in memory; a fix or a placemark's text takes two or three elements.
            require_few(kept // _ELEMENTS_A_FIX)
            continue
        if kind in _HOLDERS:
            (_take_placemark if kind == "Placemark" else _take_track)(element, flight)
            element.clear()
            kept = kept_before + 1
        elif kind == "name" and flight.callsign is None:
            flight.callsign = _callsign(element.text)
        if len(flight.fixes) > FIXES_MOST:
            require_few(len(flight.fixes))


def _take_placemark(placemark: Element, flight: Flight) -> None:
    when, place = _text(placemark, "when"), _text(placemark, "coordinates")
    if when is None or place is None:
        return
    told = _told(_text(placemark, "description") or "")
    fix = _fix(when, re.split(r"[,\s]+", place.strip()), told)
    flight.fixes += [] if fix is None else [fix]
    flight.n_unread += fix is None


def _take_track(track: Element, flight: Flight) -> None:
    times = [child.text or "" for child in track if _local(child) == "when"]
    places = [child.text or "" for child in track if _local(child) == "coord"]
    for when, place in zip(times, places, strict=False):
        fix = _fix(when, place.split(), {})
        flight.fixes += [] if fix is None else [fix]
        flight.n_unread += fix is None
    flight.n_unread += abs(len(times) - len(places))


def _fix(when: str, place: list[str], told: dict[str, float]) -> Fix | None:
    at_s = seconds_of(when.strip())
    lon, lat = (number(place[0]), number(place[1])) if len(place) >= 2 else (None, None)
    if at_s is None or lat is None or lon is None:
        return None
    height_m = number(place[2]) if len(place) > 2 else None
    return Fix(
        at_s=at_s,
        lat=lat,
        lon=lon,
        altitude_ft=told.get("altitude", None if height_m is None else height_m * FT_PER_M),
        speed_kt=told.get("speed"),
        heading_deg=told.get("heading"),
    )


def _told(description: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, value in _TOLD.findall(description[:_DESCRIPTION_MOST]):
        figure = number(value.replace(",", ""))
        if figure is not None:
            found.setdefault(name.lower(), figure)
    return found


def _text(element: Element, name: str) -> str | None:
    return next((each.text for each in element.iter() if _local(each) == name), None)


def _callsign(name: str | None) -> str | None:
    # Flightradar24 calls the document "Flight KE123" or "KE123/KAL123"; other names are not call signs.
    match = re.search(r"\b([A-Z]{2,3}\d{1,4}[A-Z]{0,2})\b", (words(name) or "")[:200])
    return None if match is None else match[1]


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
