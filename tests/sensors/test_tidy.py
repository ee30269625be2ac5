from secondsource.sensors.tidy import tidy
from tests.sensors.makers import cruise, fix


def test_fixes_come_earliest_first_and_none_twice():
    fixes = [fix(20), fix(0), fix(10), fix(10, speed_kt=400.0)]

    tidied, n_dropped = tidy(fixes)

    assert [each.at_s for each in tidied] == sorted({each.at_s for each in fixes})
    assert tidied[1].speed_kt == 400
    assert n_dropped == 0


def test_a_place_that_cannot_have_been_reached_is_dropped_and_counted():
    fixes = cruise(seconds=200)
    fixes[5] = fixes[5]._replace(lat=-30.0)

    tidied, n_dropped = tidy(fixes)

    assert len(tidied) == len(fixes) - 1
    assert n_dropped == 1


def test_if_it_was_the_first_place_that_was_wrong_the_others_are_kept():
    fixes = cruise(seconds=200)
    fixes[0] = fixes[0]._replace(lat=-30.0)

    tidied, _ = tidy(fixes)

    assert [each.lat for each in tidied[1:]] == [each.lat for each in fixes[1:]]


def test_a_value_that_cannot_be_true_is_left_out_and_the_fix_kept():
    odd = fix(10, altitude_ft=105_000.0, speed_kt=5_000.0, heading_deg=1e6, climb_fpm=1e9)

    _, after = tidy([fix(0), odd])[0]

    assert (after.altitude_ft, after.speed_kt, after.heading_deg, after.climb_fpm) == (None, None, None, None)
    assert after.on_ground is None
