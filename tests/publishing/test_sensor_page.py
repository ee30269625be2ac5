"""A flight track beside the reports, all the way: in the dossier's event, in its JSON, and on its page with the map."""

import json
from dataclasses import replace

from secondsource.dossier.assemble import assemble
from secondsource.model.dossier import Dossier
from secondsource.model.encoding import encode
from secondsource.model.linked import EventStatus, Linked
from secondsource.model.report import Report
from secondsource.model.timeplace import PlaceMention
from secondsource.publishing.page import render_page
from secondsource.sensors.judge import judge_all
from tests.dossier.makers import MADE_AT, alone, reading, span, time
from tests.publishing.elements import Element, parse
from tests.sensors.makers import CALLSIGN, START_S, arrival, fix, track

DAY_S = 24 * 3600
TEXT = f"The Russian aircraft {CALLSIGN} landed in Pyongyang on 9 July."


def made(*tracks: list) -> tuple[Dossier, list[Report]]:  # type: ignore[type-arg]
    linked, reports, _ = alone(TEXT)
    linked = Linked(reports=linked.reports, events=(replace(linked.events[0], status=EventStatus.SINGLE_ORIGIN),))
    place = span(TEXT, "Pyongyang")
    pyongyang = PlaceMention(start=place.start, end=place.end, name="Pyongyang", lat=39.03, lon=125.75, country="PRK")
    found = reading(reports[0], places=(pyongyang,), times=(time(TEXT, "9 July", "2024-07-09"),))
    answers = judge_all([track(fixes, id=f"t{number}") for number, fixes in enumerate(tracks, 1)])
    return assemble(linked, reports, [found], made_at=MADE_AT, tracks=answers), reports


def landed() -> list:  # type: ignore[type-arg]
    return arrival("ZKPY")


def elsewhere() -> list:  # type: ignore[type-arg]
    """The same aircraft on the apron in Incheon on all of the days that can be meant."""
    still = fix(lat=37.46, lon=126.44, altitude_ft=None, speed_kt=0.0, on_ground=True)
    return [still._replace(at_s=START_S + s) for s in range(-2 * DAY_S, 6 * DAY_S, 300)]


def page(dossier: Dossier, reports: list[Report]) -> Element:
    return parse(render_page(dossier, reports))


def maps(of: Element) -> list[Element]:
    return [svg for svg in of.all("svg") if "drawn from the track alone" in str(svg.attributes.get("aria-label"))]


def test_a_track_that_shows_the_landing_confirms_the_event_in_the_data_and_on_the_page():
    dossier, reports = made(landed())
    told = json.loads(json.dumps(encode(dossier)))
    drawn = page(dossier, reports)

    assert told["events"][0]["status"] == "sensor-confirmed"
    [bearing] = told["tracks"][0]["bearings"]
    assert (bearing["kind"], bearing["words"]["exact"]) == ("confirms", TEXT)
    assert bearing["because"]
    assert told["tracks"][0]["landing"]["observed"] is True
    assert "confirmed by a flight track looked at here" in drawn.words()
    assert "The touchdown is in the data." in drawn.words()
    assert maps(drawn)


def test_a_track_that_was_elsewhere_contradicts_the_event_in_the_data_and_on_the_page():
    dossier, reports = made(elsewhere())
    told = json.loads(json.dumps(encode(dossier)))
    drawn = page(dossier, reports)

    assert told["events"][0]["status"] == "disputed"
    [bearing] = told["tracks"][0]["bearings"]
    assert bearing["kind"] == "contradicts"
    assert any(CALLSIGN in reason for reason in bearing["because"])
    assert "a flight track looked at here speaks against it" in drawn.words()
    assert "Contradicts" in drawn.words()
    assert maps(drawn)


def test_of_two_tracks_that_say_otherwise_both_are_shown_and_the_event_is_disputed():
    dossier, reports = made(landed(), elsewhere())
    drawn = page(dossier, reports)

    assert dossier.events[0].status is EventStatus.DISPUTED
    assert [bearing.kind.value for account in dossier.tracks for bearing in account.bearings] == [
        "confirms",
        "contradicts",
    ]
    assert "Confirms" in drawn.words()
    assert "Contradicts" in drawn.words()
    assert len(maps(drawn)) >= len(dossier.tracks)
