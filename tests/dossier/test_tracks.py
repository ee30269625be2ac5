from dataclasses import replace

from secondsource.dossier.assemble import assemble
from secondsource.dossier.check import check
from secondsource.dossier.tracks import tell_tracks
from secondsource.model.dossier import Dossier
from secondsource.model.linked import EventStatus, Linked
from secondsource.model.timeplace import PlaceMention
from secondsource.sensors.judge import judge_all
from tests.dossier.makers import MADE_AT, alone, reading, span, time
from tests.sensors.makers import START_S, arrival, cruise, track

TEXT = "A Russian aircraft landed in Pyongyang on 9 July."


def made(*fixes_of: list, status: EventStatus = EventStatus.SINGLE_ORIGIN) -> Dossier:  # type: ignore[type-arg]
    linked, reports, _ = alone(TEXT)
    linked = Linked(reports=linked.reports, events=(replace(linked.events[0], status=status),))
    place = span(TEXT, "Pyongyang")
    pyongyang = PlaceMention(start=place.start, end=place.end, name="Pyongyang", lat=39.03, lon=125.75, country="PRK")
    found = reading(reports[0], places=(pyongyang,), times=(time(TEXT, "9 July", "2024-07-09"),))
    answers = judge_all([track(fixes) for fixes in fixes_of])
    return assemble(linked, reports, [found], made_at=MADE_AT, tracks=answers)


def test_a_track_that_shows_the_landing_makes_the_event_sensor_confirmed_and_the_rating_says_by_what():
    dossier = made(arrival("ZKPY"))

    assert dossier.events[0].status is EventStatus.SENSOR_CONFIRMED
    assert "confirmed by a flight track looked at here" in dossier.events[0].rating.text
    assert any("flight track t" in reason for reason in dossier.events[0].admiralty.because)


def test_an_inferred_landing_only_supports_in_the_rating():
    assert "supported by a flight track looked at here" in made(arrival("ZKPY", down_to_ft=400)).events[0].rating.text


def test_without_a_track_a_sensor_is_only_said_to_confirm():
    dossier = made(status=EventStatus.SENSOR_CONFIRMED)

    assert "said to be confirmed by a sensor" in dossier.events[0].rating.text
    assert dossier.tracks == ()


def test_what_a_track_bears_on_is_cited_to_the_words_of_the_report():
    dossier = made(arrival("ZKPY"))

    [bearing] = dossier.tracks[0].bearings
    assert bearing.words.exact == TEXT
    assert check(dossier, {dossier.reports[0].report_id: TEXT}) == []
    broken = replace(dossier.tracks[0], bearings=(replace(bearing, words=replace(bearing.words, exact="Other words")),))
    assert check(replace(dossier, tracks=(broken,)), {dossier.reports[0].report_id: TEXT}) != []


def test_a_long_track_is_thinned_for_drawing_and_keeps_both_ends_and_every_gap():
    fixes = cruise(seconds=20_000)
    fixes = fixes[:900] + fixes[1_000:]

    [account] = tell_tracks(judge_all([track(fixes)]), [])

    assert len(account.path) <= 310
    assert (account.path[0].at_s, account.path[-1].at_s) == (START_S, fixes[-1].at_s)
    assert [point.at_s for point in account.path if point.after_gap] == [fixes[900].at_s]
    assert account.n_fixes == len(fixes)
