from collections.abc import Sequence
from dataclasses import replace

import pytest

from secondsource.model.evidence import Span
from secondsource.model.linked import EventStatus, Linked, OriginKind
from secondsource.model.published import Published, PublishedBasis
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.statement import Stance
from secondsource.model.timeplace import PlaceMention
from secondsource.model.track import BearingKind, Track, TrackBearing
from secondsource.sensors.bear_on import bear_on
from secondsource.sensors.claims import landing_claims
from secondsource.sensors.confirm import with_tracks
from secondsource.sensors.judge import judge_all
from tests.dossier.makers import departure, event, line, linked_report, reading, report, span, statement, time
from tests.sensors.makers import arrival, cruise, fix, track

PYONGYANG = {"name": "Pyongyang", "lat": 39.03, "lon": 125.75, "country": "PRK"}
LANDED = "A Russian aircraft landed in Pyongyang on 9 July."
WHOLE_DAYS = 60 * 3600


def read(text: str = LANDED, *, day: str | None = "2024-07-09", **fields: object) -> tuple[Report, Reading]:
    """A report that tells of a landing in Pyongyang on that day, as a reader finds it."""
    told = report("post", text)
    place = span(text, "Pyongyang")
    found: dict[str, object] = {
        "places": (PlaceMention(start=place.start, end=place.end, **PYONGYANG),),  # type: ignore[arg-type]
        "times": (time(text, "9 July", day),) if "9 July" in text else (),
        **fields,
    }
    return told, reading(told, **found)


def linked_to(told: Report, *, label: str = "Russian aircraft lands in Pyongyang") -> Linked:
    lines = (line((told,), origin="Harbour Post", origin_kind=OriginKind.OUTLET),)
    about = event((told,), lines, label=label, status=EventStatus.SINGLE_ORIGIN)
    return Linked(reports=(linked_report(told, event=about.id, events=(about.id,)),), events=(about,))


def bearings(told: tuple[Report, Reading], *tracks: Track) -> list[TrackBearing]:
    return bear_on(linked_to(told[0]), [told[0]], [told[1]], judge_all(tracks))


def kinds(found: Sequence[TrackBearing]) -> list[BearingKind]:
    return [bearing.kind for bearing in found]


def test_a_landing_in_the_track_confirms_words_that_fit_it_in_place_and_day():
    told = read()

    [bearing] = bearings(told, track(arrival("ZKPY")))

    assert bearing.kind is BearingKind.CONFIRMS
    assert bearing.words.exact == LANDED
    assert any("12 NM from Pyongyang" in reason for reason in bearing.because)


def test_whose_statement_it_is_stands_beside_the_words():
    text = "The ministry said a Russian aircraft landed in Pyongyang on 9 July."
    said = statement(text, "s1", text[18:-1], speaker_name="The ministry")

    [bearing] = bearings(read(text, statements=(said,)), track(arrival("ZKPY")))

    assert bearing.speaker == "The ministry"


def test_a_landing_that_is_inferred_supports_and_says_so():
    [bearing] = bearings(read(), track(arrival("ZKPY", down_to_ft=500)))

    assert bearing.kind is BearingKind.SUPPORTS
    assert any("inferred" in reason for reason in bearing.because)


def test_a_track_that_is_lost_on_the_way_down_cannot_tell():
    assert kinds(bearings(read(), track(arrival("ZKPY", down_to_ft=9_000)))) == [BearingKind.CANNOT_TELL]


@pytest.mark.parametrize("day", ["2024-07-02", "2023-09-09"])
def test_a_track_of_another_day_bears_on_nothing(day: str):
    assert bearings(read(day=day), track(arrival("ZKPY"))) == []


def test_a_landing_elsewhere_says_nothing_of_an_aircraft_that_is_not_named():
    assert bearings(read(), track(arrival("RKSI"))) == []


def parked(seconds: int) -> Track:
    """The aircraft on the apron in Incheon, all the time."""
    still = fix(-WHOLE_DAYS, lat=37.46, lon=126.44, altitude_ft=None, speed_kt=0.0, on_ground=True)
    return track([still._replace(at_s=still.at_s + s) for s in range(0, seconds, 300)])


NAMED = "The Russian aircraft RFF7081 landed in Pyongyang on 9 July."


def test_a_named_aircraft_that_was_elsewhere_all_the_time_contradicts():
    [bearing] = bearings(read(NAMED), parked(3 * WHOLE_DAYS))

    assert bearing.kind is BearingKind.CONTRADICTS
    assert any("RFF7081" in reason for reason in bearing.because)


def test_a_named_aircraft_that_was_not_received_for_a_while_contradicts_nothing():
    whole = parked(3 * WHOLE_DAYS)
    gap = track([each for n, each in enumerate(whole.fixes) if not 700 < n < 760])
    late = track(whole.fixes[len(whole.fixes) // 2 :])

    assert kinds(bearings(read(NAMED), gap)) == [BearingKind.CANNOT_TELL]
    assert kinds(bearings(read(NAMED), late)) == [BearingKind.CANNOT_TELL]


def test_a_denial_of_a_landing_is_contradicted_by_the_landing():
    text = "No Russian aircraft landed in Pyongyang on 9 July, the ministry said."
    told = read(text, statements=(statement(text, "s1", text[:48], stance=Stance.DENIED),))

    assert kinds(bearings(told, track(arrival("ZKPY")))) == [BearingKind.CONTRADICTS]


def test_what_is_planned_or_comes_from_a_place_is_no_claim_of_a_landing_there():
    planned = "A Russian aircraft will land in Pyongyang on 9 July."
    mention = departure(planned, "land", stance=Stance.PLANNED)

    assert landing_claims(*read(planned, events=(mention,))) == []
    assert landing_claims(*read("An aircraft from Pyongyang landed on 9 July."))[0].places == ()


def test_a_claim_without_a_day_is_of_the_days_before_its_report():
    told, found = read("A Russian aircraft landed in Pyongyang.")
    older = replace(told, published=Published(edtf="2024-07-30", basis=PublishedBasis.GIVEN))

    assert kinds(bearings((told, found), track(arrival("ZKPY")))) == [BearingKind.CONFIRMS]
    assert bearings((older, found), track(arrival("ZKPY"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "러시아 항공기가 9 July Pyongyang 공항에 착륙했다.",
        "Самолет из России приземлился 9 July в Pyongyang.",
        "Ein russisches Flugzeug landete am 9 July in Pyongyang.",
    ],
)
def test_a_landing_is_understood_in_other_languages(text: str):
    [kind] = kinds(bearings(read(text), track(arrival("ZKPY"))))

    assert kind in {BearingKind.CONFIRMS, BearingKind.SUPPORTS}


def test_words_that_name_no_state_are_only_supported_for_any_aircraft_may_be_meant():
    [bearing] = bearings(read("An aircraft landed in Pyongyang on 9 July."), track(arrival("ZKPY")))

    assert bearing.kind is BearingKind.SUPPORTS
    assert any("not known" in reason for reason in bearing.because)


def test_an_aircraft_of_another_state_than_the_words_name_confirms_nothing():
    [bearing] = bearings(read(), track(arrival("ZKPY"), icao24="720001", callsign="KOR151"))

    assert bearing.kind is BearingKind.CANNOT_TELL
    assert any("allotted to North Korea" in reason for reason in bearing.because)
    assert any("speak of Russia" in reason for reason in bearing.because)


def test_an_aircraft_that_is_named_is_meant_whatever_its_address():
    [bearing] = bearings(read(NAMED), track(arrival("ZKPY"), icao24="720001"))

    assert bearing.kind is BearingKind.CONFIRMS


def status_with(*found: TrackBearing, status: EventStatus = EventStatus.SINGLE_ORIGIN) -> tuple[EventStatus, int, str]:
    linked = linked_to(read()[0])
    before = replace(linked, events=(replace(linked.events[0], status=status),))
    [after] = with_tracks(before, [replace(bearing, event_id=before.events[0].id) for bearing in found]).events
    return after.status, after.admiralty.credibility, after.admiralty.because[-1]


def a_bearing(kind: BearingKind) -> TrackBearing:
    return replace(bearings(read(), track(arrival("ZKPY")))[0], kind=kind)


def test_a_track_turns_an_event_sensor_confirmed_with_the_reason():
    status, credibility, why = status_with(a_bearing(BearingKind.CONFIRMS))

    assert (status, credibility) == (EventStatus.SENSOR_CONFIRMED, 1)
    assert "flight track t" in why


def test_an_inference_alone_is_rated_lower_than_a_touchdown_that_was_received():
    assert status_with(a_bearing(BearingKind.SUPPORTS))[:2] == (EventStatus.SENSOR_CONFIRMED, 2)


def test_a_track_elsewhere_makes_the_event_disputed():
    status, credibility, why = status_with(a_bearing(BearingKind.CONTRADICTS), a_bearing(BearingKind.CONFIRMS))

    assert status is EventStatus.DISPUTED
    assert credibility >= 4
    assert "elsewhere" in why


def test_a_track_that_cannot_tell_changes_nothing():
    assert status_with(a_bearing(BearingKind.CANNOT_TELL))[0] is EventStatus.SINGLE_ORIGIN


def test_a_track_does_not_end_a_dispute_but_its_reason_is_added():
    status, _, why = status_with(a_bearing(BearingKind.CONFIRMS), status=EventStatus.DISPUTED)

    assert status is EventStatus.DISPUTED
    assert "flight track t" in why


def test_an_event_that_is_no_flight_is_left_alone():
    told, found = read()
    linked = linked_to(told, label="Talks on trade in Moscow")

    [bearing] = bear_on(linked, [told], [found], judge_all([track(arrival("ZKPY"))]))

    assert bearing.event_id is None
    assert with_tracks(linked, [bearing]) == linked


def test_the_words_of_a_claim_stand_in_the_report():
    told, found = read(f"Trade talks ended.\n\n{LANDED} Nobody knows why.")

    for claim in landing_claims(told, found):
        assert Span(claim.words.start, claim.words.end).of(told.text) == claim.words.exact


def test_a_flight_that_only_passes_high_above_bears_on_no_claim():
    over = track(cruise(lat=39.03, lon=125.0))

    assert bearings(read(), over) == []
