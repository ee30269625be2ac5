from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.track import Fix, Landing, Rule, Verdict
from secondsource.sensors.judge import judge, judge_all
from secondsource.sensors.tidy import tidy
from tests.sensors.makers import START_S, arrival, cruise, departure, fix, ground, track

FIELDS = ["ZKPY", "ZKWS", "RKSI", "UHWW", "EDDF", "SKBO"]


def verdict(fixes: list[Fix], **fields: object) -> Landing:
    return judge(track(fixes, **fields)).landing


@pytest.mark.parametrize("code", FIELDS)
@pytest.mark.parametrize("flags", [True, False], ids=["with flags", "without flags"])
def test_a_landing_in_the_track_is_observed_at_its_field_and_time(code: str, flags: bool):
    fixes = arrival(code, flags=flags)
    touched_s = next(each.at_s for each in fixes if each.on_ground or not each.altitude_ft)

    landing = verdict(fixes)

    assert (landing.verdict, landing.observed, landing.rule) == (Verdict.LANDED, True, Rule.TOUCHDOWN_RECEIVED)
    assert landing.airport is not None
    assert landing.airport.icao == code
    assert landing.at is not None
    assert abs(landing.at.timestamp() - touched_s) <= 30
    assert landing.p >= 0.95


@pytest.mark.parametrize("code", FIELDS)
@pytest.mark.parametrize("down_to_ft", [300, 1_000, 2_500, 5_000, 10_000])
def test_a_landing_that_was_cut_off_has_its_field_as_the_first_candidate_and_is_never_denied(
    code: str, down_to_ft: float
):
    landing = verdict(arrival(code, down_to_ft=down_to_ft))

    assert landing.verdict is not Verdict.NOT_LANDED
    assert not landing.observed
    assert landing.airport is not None
    assert landing.airport.icao == code
    assert landing.p >= 0.7
    assert "not in the data" in landing.because or "cannot tell" in landing.because


def test_the_lower_reception_ends_the_likelier_is_a_landing():
    chances = [verdict(arrival("RKSI", down_to_ft=height)).p for height in (15_000, 10_000, 5_000, 2_500, 800)]

    assert chances == sorted(chances)


def test_only_a_final_approach_is_asserted_as_a_landing_in_a_crowded_sky():
    assert verdict(arrival("LFPO", down_to_ft=5_000)).verdict is Verdict.INDETERMINATE
    assert verdict(arrival("LFPO", down_to_ft=500)).verdict is Verdict.LANDED


def test_an_overflight_has_not_landed_in_the_record():
    landing = verdict(cruise())

    assert (landing.verdict, landing.rule) == (Verdict.NOT_LANDED, Rule.AIRBORNE_THROUGHOUT)
    assert landing.airport is None
    assert landing.p < 0.1
    assert "What came later is not in the data" in landing.because


def test_a_departure_has_not_landed():
    fixes = ground("RKSI", 0, 120) + departure("RKSI", 120)

    assert verdict(fixes).verdict is Verdict.NOT_LANDED


def test_a_low_pass_that_climbs_away_has_not_landed():
    fixes = arrival("RKSI", down_to_ft=400) + departure("RKSI", until_ft=4_000)

    landing = verdict([each._replace(at_s=START_S + 5.0 * n) for n, each in enumerate(fixes)])

    assert landing.verdict is Verdict.NOT_LANDED


def test_a_touch_and_go_is_no_landing():
    down = arrival("RKSI", roll_s=10)
    up = departure("RKSI", down[-1].at_s - START_S + 5, until_ft=5_000)

    assert verdict(down + up).verdict is Verdict.NOT_LANDED


def test_a_landing_before_a_new_departure_is_the_answer():
    down = arrival("RKSI")
    up = departure("RKSI", down[-1].at_s - START_S + 5)

    answer = judge(track(down + up))

    assert (answer.landing.verdict, answer.landing.observed) == (Verdict.LANDED, True)
    assert [landing.verdict for landing in answer.landings] == [Verdict.LANDED, Verdict.NOT_LANDED]


def test_a_flag_that_flickers_in_flight_is_no_landing():
    fixes = cruise()
    fixes[60] = replaced(fixes[60], on_ground=True)

    assert verdict(fixes).verdict is Verdict.NOT_LANDED


def test_a_helicopter_that_hovers_and_says_it_flies_has_not_landed():
    hover = [fix(s, lat=37.4691, lon=126.451, altitude_ft=300.0, speed_kt=5.0) for s in range(0, 600, 5)]

    assert verdict(hover).verdict is Verdict.INDETERMINATE


def test_a_position_that_is_repeated_in_flight_does_not_make_the_aircraft_slow():
    fixes = [replaced(each, on_ground=None) for each in arrival("RKSI", down_to_ft=400)]
    stuck = [replaced(fixes[-1], at_s=fixes[-1].at_s + 5 * n) for n in range(1, 20)]

    landing = verdict(fixes + stuck)

    assert not landing.observed


def test_an_altitude_that_was_decoded_wrongly_changes_nothing():
    fixes = arrival("RKSI")
    fixes.append(replaced(fixes[-1], at_s=fixes[-1].at_s + 5, altitude_ft=105_000.0, on_ground=False))

    assert verdict(list(tidy(fixes)[0])).observed


def test_a_gap_in_which_a_landing_fits_leaves_the_answer_open():
    before = cruise(seconds=600)
    after = [replaced(each, at_s=each.at_s + 7_200) for each in cruise(seconds=600)]

    answer = judge(track(before + after))

    assert answer.landing.verdict is Verdict.INDETERMINATE
    assert [gap.room_for_landing for gap in answer.gaps] == [True]
    assert "a landing fits into that time" in answer.landing.because


def test_a_gap_that_the_way_itself_needs_leaves_no_room_for_a_landing():
    flown = cruise(seconds=7_200)
    heard = flown[:60] + flown[-60:]

    answer = judge(track(heard))

    assert answer.landing.verdict is Verdict.NOT_LANDED
    assert [gap.room_for_landing for gap in answer.gaps] == [False]


def test_a_later_departure_from_the_field_shows_that_it_had_landed_there():
    down = arrival("ZKPY", down_to_ft=6_000)
    up = departure("ZKPY", down[-1].at_s - START_S + 7_200)

    landing = verdict(down + up)

    assert (landing.verdict, landing.rule, landing.observed) == (Verdict.LANDED, Rule.LATER_DEPARTURE, False)
    assert landing.airport is not None
    assert landing.airport.icao == "ZKPY"


def test_a_later_departure_in_another_file_tells_the_same_for_the_same_aircraft_only():
    down = track(arrival("ZKPY", down_to_ft=6_000), id="down")
    later = departure("ZKPY", down.fixes[-1].at_s - START_S + 7_200)

    same = judge_all([track(later, id="up"), down], keep_fixes=False)
    other = judge_all([track(later, id="up", icao24="14ffff"), down], keep_fixes=False)

    assert [answer.track.id for answer in same] == ["up", "down"]
    assert same[1].landing.rule is Rule.LATER_DEPARTURE
    assert other[1].landing.rule is Rule.DESCENT


def test_a_track_of_the_next_week_tells_nothing_of_this_one():
    down = track(arrival("ZKPY", down_to_ft=6_000), id="down")
    later = track(departure("ZKPY", 7 * 24 * 3600.0), id="up")

    assert judge_all([down, later])[0].landing == judge(down).landing


def test_a_record_that_begins_and_ends_on_the_ground_does_not_say_how_it_came_there():
    landing = verdict(ground("RKSI", 0, 300))

    assert landing.verdict is Verdict.INDETERMINATE


def test_without_altitudes_and_flags_nothing_is_asserted():
    fixes = [replaced(each, altitude_ft=None, climb_fpm=None, on_ground=None) for each in cruise()]

    assert (verdict(fixes).verdict, verdict(fixes).rule) == (Verdict.INDETERMINATE, Rule.NO_HEIGHT)


def test_a_single_fix_is_enough_for_an_answer():
    assert verdict([fix()]).verdict is Verdict.NOT_LANDED


any_fix = st.builds(
    Fix,
    at_s=st.integers(0, 20_000).map(lambda s: START_S + s),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    altitude_ft=st.none() | st.floats(-2_000, 70_000),
    speed_kt=st.none() | st.floats(0, 1_600),
    heading_deg=st.none() | st.floats(0, 359.9),
    climb_fpm=st.none() | st.floats(-20_000, 20_000),
    on_ground=st.none() | st.booleans(),
)


@settings(max_examples=150)
@given(st.lists(any_fix, min_size=1, max_size=12, unique_by=lambda each: each.at_s))
def test_whatever_was_received_the_answer_keeps_its_promises(fixes: list[Fix]):
    answer = judge(track(sorted(fixes)))

    for landing in answer.landings:
        assert 0 <= landing.p <= 1
        assert not landing.observed or landing.verdict is Verdict.LANDED
        assert landing.airport is None or landing.verdict is not Verdict.NOT_LANDED
        assert sum(candidate.p for candidate in landing.candidates) <= landing.p + 0.01
        assert landing.because
        assert landing.shows
    assert answer.landing in answer.landings


def replaced(one: Fix, **fields: object) -> Fix:
    return one._replace(**fields)  # type: ignore[arg-type]


def test_the_answer_holds_the_whole_track_unless_it_need_not():
    long = track(cruise())

    assert judge_all([long])[0].track == long
    assert judge_all([long], keep_fixes=False)[0].track == replace(long, fixes=(long.fixes[0], long.fixes[-1]))


def test_an_aircraft_that_passes_a_busy_airport_close_by_is_bound_for_the_field_it_points_at():
    landing = verdict(arrival("LFPB", down_to_ft=900, heading_deg=255.0))

    assert landing.airport is not None
    assert landing.airport.icao == "LFPB"


def test_a_slow_aircraft_that_flies_round_the_field_may_still_land_there():
    north = [fix(s, lat=45.43 + s / 2_000, lon=9.25, altitude_ft=1_500.0 - 6 * s) for s in range(0, 100, 5)]

    landing = verdict([each._replace(heading_deg=0.0, speed_kt=110.0) for each in north])

    assert landing.verdict is Verdict.INDETERMINATE
    assert "LIML" in [candidate.airport.icao for candidate in landing.candidates]


def test_an_altitude_that_climbs_steeper_than_aircraft_can_is_no_climb():
    odd = [fix(s, altitude_ft=2_000.0 + s * 50, speed_kt=57.0, climb_fpm=None) for s in range(0, 90, 5)]

    assert verdict(odd).rule is Rule.NO_HEIGHT


def test_a_climb_that_has_just_begun_may_be_a_second_approach():
    low = [fix(s, lat=37.46, lon=126.44, altitude_ft=600.0 + s * 15, speed_kt=150.0) for s in range(0, 60, 5)]

    landing = verdict(low)

    assert landing.verdict is Verdict.INDETERMINATE
    assert 0.02 < landing.p <= 0.2
