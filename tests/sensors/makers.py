"""Flights that never were, and the shapes they would come in."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from math import cos, radians, sin

from secondsource.model.track import Airport, Fix, Track, TrackFormat
from secondsource.sensors.airports import airports

START_S = datetime(2024, 7, 9, 3, 0, tzinfo=UTC).timestamp()
ICAO24 = "14fabc"
CALLSIGN = "RFF7081"


def fix(at_s: float = 0.0, **fields: object) -> Fix:
    """A fix some seconds after the start, in cruise unless told otherwise."""
    given: dict[str, object] = {"lat": 45.0, "lon": 10.0, "altitude_ft": 35_000.0, "speed_kt": 430.0}
    given |= {"heading_deg": 90.0, "climb_fpm": 0.0, "on_ground": False}
    return Fix(at_s=START_S + at_s, **{**given, **fields})  # type: ignore[arg-type]


def track(fixes: Sequence[Fix], **fields: object) -> Track:
    """A track of one aircraft."""
    given = {"id": "t", "origin": "t.csv", "format": TrackFormat.CSV, "icao24": ICAO24, "callsign": CALLSIGN}
    return Track(fixes=tuple(fixes), **{**given, **fields})  # type: ignore[arg-type]


def arrival(
    code: str,
    *,
    from_nm: float = 80.0,
    down_to_ft: float = 0.0,
    heading_deg: float = 200.0,
    roll_s: float = 300.0,
    flags: bool = True,
    step_s: float = 5.0,
) -> list[Fix]:
    """An airliner on a straight path of three degrees to the field, with its roll and taxi unless it is cut before.

    Args:
        code: Location indicator of the field.
        from_nm: Where the track begins.
        down_to_ft: Height above the field at which reception ends; 0 for a whole landing.
        heading_deg: Of the way over ground.
        roll_s: How long it is received on the ground.
        flags: Whether the aircraft says if it is on the ground.
        step_s: Between fixes.
    """
    field, at_s, left_nm = airports()[code], 0.0, from_nm
    fixes: list[Fix] = []
    while left_nm > 0:
        speed_kt = min(430.0, 140.0 + 6 * left_nm)
        height_ft = min(31_000.0, 318.0 * left_nm)
        if height_ft < down_to_ft:
            return fixes
        lat, lon = _off(field, left_nm, heading_deg)
        fixes.append(
            fix(
                at_s,
                lat=lat,
                lon=lon,
                altitude_ft=field.elevation_ft + height_ft,
                speed_kt=speed_kt,
                heading_deg=heading_deg,
                climb_fpm=-speed_kt * 318 / 60 if height_ft < 31_000 else 0.0,
                on_ground=False if flags else None,
            )
        )
        at_s += step_s
        left_nm -= speed_kt * step_s / 3600
    return [] if down_to_ft > 0 and not fixes else fixes + ground(code, at_s, roll_s, flags=flags, step_s=step_s)


def ground(code: str, at_s: float, seconds: float, *, flags: bool = True, step_s: float = 5.0) -> list[Fix]:
    """The roll and taxi on a field."""
    field, gone = airports()[code], 0.0
    fixes: list[Fix] = []
    while gone < seconds:
        speed_kt = max(12.0, 130.0 - 2.5 * gone)
        lat, lon = _off(field, -min(0.9, gone / 120), 200.0)
        fixes.append(
            fix(
                at_s + gone,
                lat=lat,
                lon=lon,
                altitude_ft=None if flags else 0.0,
                speed_kt=speed_kt,
                heading_deg=200.0,
                climb_fpm=None,
                on_ground=True if flags else None,
            )
        )
        gone += step_s
    return fixes


def departure(code: str, at_s: float = 0.0, *, until_ft: float = 30_000.0, flags: bool = True) -> list[Fix]:
    """A climb away from the field, first heard at 500 ft."""
    field, height_ft, way_nm = airports()[code], 500.0, 1.0
    fixes: list[Fix] = []
    while height_ft < until_ft:
        lat, lon = _off(field, -way_nm, 200.0)
        speed_kt = min(420.0, 160.0 + height_ft / 60)
        fixes.append(
            fix(
                at_s,
                lat=lat,
                lon=lon,
                altitude_ft=field.elevation_ft + height_ft,
                speed_kt=speed_kt,
                heading_deg=200.0,
                climb_fpm=2_000.0,
                on_ground=False if flags else None,
            )
        )
        at_s, height_ft, way_nm = at_s + 5, height_ft + 2_000 / 12, way_nm + speed_kt * 5 / 3600
    return fixes


def cruise(*, seconds: float = 1_200.0, start_s: float = 0.0, lat: float = 45.0, lon: float = 10.0) -> list[Fix]:
    """A level flight east at 35,000 ft."""
    per_s = 430 / 3600 / 60 / cos(radians(lat))
    return [fix(start_s + s, lat=lat, lon=lon + (start_s + s) * per_s) for s in range(0, int(seconds), 10)]


def _off(field: Airport, back_nm: float, heading_deg: float) -> tuple[float, float]:
    north = -back_nm * cos(radians(heading_deg)) / 60
    east = -back_nm * sin(radians(heading_deg)) / 60 / cos(radians(field.lat))
    return field.lat + north, field.lon + east


def moment(at_s: float) -> datetime:
    """The moment, aware UTC."""
    return datetime.fromtimestamp(at_s, UTC)


def as_csv(fixes: Sequence[Fix]) -> bytes:
    """A plain table in units of aviation."""
    head = (
        "timestamp,icao24,callsign,latitude,longitude,altitude_ft,groundspeed_kt,track_deg,vertical_rate_fpm,onground"
    )
    rows = [
        f"{moment(f.at_s).isoformat()},{ICAO24},{CALLSIGN},{f.lat},{f.lon},{_cell(f.altitude_ft)},{_cell(f.speed_kt)},"
        f"{_cell(f.heading_deg)},{_cell(f.climb_fpm)},{'' if f.on_ground is None else int(f.on_ground)}"
        for f in fixes
    ]
    return "\n".join([head, *rows, ""]).encode()


def as_opensky_csv(fixes: Sequence[Fix]) -> bytes:
    """OpenSky's historical table: seconds, metres, metres a second."""
    head = "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,baroaltitude,geoaltitude,lastcontact"
    rows = [
        f"{f.at_s},{ICAO24},{f.lat},{f.lon},{_cell(f.speed_kt, 1852 / 3600)},{_cell(f.heading_deg)},"
        f"{_cell(f.climb_fpm, 0.3048 / 60)},{CALLSIGN},{f.on_ground},{_cell(f.altitude_ft, 0.3048)},,"
        for f in fixes
    ]
    return "\n".join([head, *rows, ""]).encode()


def as_opensky_states(fixes: Sequence[Fix], *, beside: str | None = None) -> bytes:
    """OpenSky's answers, asked for again and again, one a line; ``beside`` adds another aircraft to each."""
    lines = []
    for f in fixes:
        state = [ICAO24, f"{CALLSIGN} ", "Russian Federation", f.at_s, f.at_s, f.lon, f.lat]
        state += [_metres(f.altitude_ft), f.on_ground, None if f.speed_kt is None else f.speed_kt * 1852 / 3600]
        state += [f.heading_deg, None if f.climb_fpm is None else f.climb_fpm * 0.3048 / 60, None, None, None, False, 0]
        others = (
            [] if beside is None else [[beside, None, "", f.at_s, f.at_s, 5.0, 50.0, 9000.0, False, 200.0, 90.0, 0.0]]
        )
        lines.append(json.dumps({"time": f.at_s, "states": [state, *others]}))
    return "\n".join(lines).encode()


def as_opensky_track(fixes: Sequence[Fix]) -> bytes:
    """OpenSky's track of one flight."""
    path = [[f.at_s, f.lat, f.lon, _metres(f.altitude_ft), f.heading_deg, f.on_ground] for f in fixes]
    return json.dumps({"icao24": ICAO24, "callsign": CALLSIGN, "startTime": fixes[0].at_s, "path": path}).encode()


def as_readsb(fixes: Sequence[Fix]) -> bytes:
    """A trace of readsb."""
    start_s = fixes[0].at_s
    rows = [
        [
            f.at_s - start_s,
            f.lat,
            f.lon,
            "ground" if f.on_ground else f.altitude_ft,
            f.speed_kt,
            f.heading_deg,
            0,
            f.climb_fpm,
            {"flight": f"{CALLSIGN} "} if index == 0 else None,
        ]
        for index, f in enumerate(fixes)
    ]
    return json.dumps({"icao": ICAO24, "r": "RA-86572", "timestamp": start_s, "trace": rows}).encode()


def as_flightradar(fixes: Sequence[Fix]) -> bytes:
    """Flightradar24's CSV: whole feet and knots, 0 feet on the ground."""
    rows = [
        f'{f.at_s:.0f},{moment(f.at_s):%Y-%m-%dT%H:%M:%SZ},{CALLSIGN},"{f.lat},{f.lon}",'
        f"{0 if f.on_ground else round(f.altitude_ft or 0)},{round(f.speed_kt or 0)},{round(f.heading_deg or 0)}"
        for f in fixes
    ]
    return "\n".join(["Timestamp,UTC,Callsign,Position,Altitude,Speed,Direction", *rows, ""]).encode()


def as_kml(fixes: Sequence[Fix]) -> bytes:
    """A placemark for each fix, as Flightradar24 writes it."""
    marks = "".join(
        f"<Placemark><name>fix</name><TimeStamp><when>{moment(f.at_s):%Y-%m-%dT%H:%M:%S+00:00}</when></TimeStamp>"
        f"<description><![CDATA[<div><span><b>Altitude:</b></span> <span>{round(f.altitude_ft or 0):,} ft</span></div>"
        f"<div><span><b>Speed:</b></span> <span>{round(f.speed_kt or 0)} kt</span></div>"
        f"<div><span><b>Heading:</b></span> <span>{round(f.heading_deg or 0)}&deg;</span></div>]]></description>"
        f"<Point><coordinates>{f.lon},{f.lat},{(f.altitude_ft or 0) * 0.3048}</coordinates></Point></Placemark>"
        for f in fixes
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    return f"{head}<name>{CALLSIGN}</name><Folder>{marks}</Folder></Document></kml>".encode()


def as_kml_track(fixes: Sequence[Fix]) -> bytes:
    """One track of times and places, as Google's extension writes it."""
    whens = "".join(f"<when>{moment(f.at_s).isoformat()}</when>" for f in fixes)
    places = "".join(f"<gx:coord>{f.lon} {f.lat} {(f.altitude_ft or 0) * 0.3048}</gx:coord>" for f in fixes)
    head = '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Placemark>'
    return f"{head}<gx:Track>{whens}{places}</gx:Track></Placemark></kml>".encode()


def as_sbs(fixes: Sequence[Fix]) -> bytes:
    """A message for the call sign, then for each fix one for the motion and one for the place."""
    lines = [_sbs(1, fixes[0].at_s, callsign=CALLSIGN)]
    for f in fixes:
        lines.append(_sbs(4, f.at_s, speed=f.speed_kt, heading=f.heading_deg, climb=f.climb_fpm))
        kind = 2 if f.on_ground else 3
        lines.append(_sbs(kind, f.at_s, altitude=f.altitude_ft, lat=f.lat, lon=f.lon, ground=-1 if f.on_ground else 0))
    return "\r\n".join(lines).encode()


def _sbs(kind: int, at_s: float, **cells: object) -> str:
    at = moment(at_s)
    day, clock = f"{at:%Y/%m/%d}", f"{at:%H:%M:%S}.{at.microsecond // 1000:03}"
    names = ["callsign", "altitude", "speed", "heading", "lat", "lon", "climb"]
    told = ["" if cells.get(name) is None else str(cells[name]) for name in names]
    flags = ["", "", "", "", str(cells.get("ground", ""))]
    return ",".join(["MSG", str(kind), "1", "1", ICAO24.upper(), "1", day, clock, day, clock, *told, *flags])


def _cell(value: float | None, factor: float = 1.0) -> str:
    return "" if value is None else str(value * factor)


def _metres(value: float | None) -> float | None:
    return None if value is None else value * 0.3048
