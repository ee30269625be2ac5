"""The map of an event: what is sure is drawn as sure, what is not is not, and all of it is said in words."""

from dataclasses import replace

from secondsource.model.dossier import EventAccount
from secondsource.model.event_place import EventPlace, PlaceBasis, PlaceDoubt, PlaceReach
from secondsource.model.ids import EventId
from secondsource.publishing.event_map import EventMap, draw_event
from secondsource.publishing.map_frame import WIDTH
from tests.dossier.makers import dossier
from tests.publishing.test_sensor_page import elsewhere, landed, made


def place(name: str, lat: float | None = None, lon: float | None = None, **told: object) -> EventPlace:
    """Return a place named with the event, a town unless told otherwise."""
    given = {"basis": PlaceBasis.GAZETTEER, "with_event": True, "cited": dossier().answer.citations}
    given |= {"reach": None if lat is None else PlaceReach.SPOT}
    return EventPlace(name=name, lat=lat, lon=lon, **{**given, **told})  # type: ignore[arg-type]


PYONGYANG = place("Pyongyang", 39.03, 125.75)
WONSAN = place("Wonsan", 39.15, 127.44)
RUSSIA = place("Russia", 61.5, 96.7, reach=PlaceReach.STATE)
SEA = place("Sea of Japan", 40.0, 135.0, reach=PlaceReach.AREA, with_event=False)
GENEVA = place("Geneva", 46.2, 6.1, with_event=False)
GEORGIA = place("Georgia", doubt=PlaceDoubt.SHARED_NAME)
EASTMERE = place("Eastmere", doubt=PlaceDoubt.IN_NO_TABLE)


def event(*places: EventPlace) -> EventAccount:
    return replace(dossier().events[0], places=places)


def drawn(*places: EventPlace) -> EventMap:
    chart = draw_event(event(*places), ())
    assert chart is not None
    return chart


def labels(chart: EventMap) -> list[str]:
    return [spot.label.text for spot in reversed(chart.spots) if spot.label is not None]


def test_places_stand_on_land_by_their_names():
    chart = drawn(PYONGYANG, WONSAN)

    assert labels(chart) == ["Pyongyang", "Wonsan"]
    assert {(spot.shape, spot.open) for spot in chart.spots} == {("event", False)}
    assert chart.land


def test_a_far_place_of_the_reports_does_not_stretch_the_map_and_is_told_as_not_drawn():
    chart = drawn(PYONGYANG, WONSAN, GENEVA)

    assert labels(chart) == ["Pyongyang", "Wonsan"]
    assert "1 more place not on the drawing." in chart.description
    assert [told.notes[-1] for told in chart.places] == [*["named with the event"] * 2, "not on the drawing"]


def test_one_place_alone_is_shown_with_the_others_of_its_reports():
    assert labels(drawn(PYONGYANG, GENEVA)) == ["Pyongyang", "Geneva"]


def test_the_middle_of_a_state_is_drawn_only_where_nothing_nearer_is_known():
    assert labels(drawn(PYONGYANG, RUSSIA)) == ["Pyongyang"]

    alone = drawn(RUSSIA)
    assert [(spot.shape, spot.open) for spot in alone.spots] == [("event", True)]
    assert "Named with the event: Russia (of a state, its middle)." in alone.description


def test_the_middle_of_a_sea_is_dashed_and_said():
    chart = drawn(PYONGYANG, SEA)

    assert [(spot.shape, spot.open) for spot in chart.spots] == [("other", True), ("event", False)]
    assert chart.places[1].notes == ("of an area, its middle",)


def test_what_no_table_has_and_what_several_share_is_listed_and_not_drawn():
    chart = drawn(PYONGYANG, GEORGIA, EASTMERE)

    assert labels(chart) == ["Pyongyang"]
    assert [told.where for told in chart.places] == ["39° N 125.8° E", "", ""]
    assert "which one is meant is not told" in chart.places[1].notes[-1]
    assert "no table has it" in chart.places[2].notes[-1]


def test_where_nothing_can_be_placed_there_is_no_map():
    assert draw_event(event(GEORGIA, EASTMERE), ()) is None
    assert draw_event(event(), ()) is None
    assert draw_event(replace(event(), places=None), ()) is None


def test_a_landing_that_a_track_shows_is_a_filled_square_and_its_path_a_line():
    told, _ = made(landed())
    chart = draw_event(told.events[0], told.tracks)
    assert chart is not None

    assert ("field", False) in {(spot.shape, spot.open) for spot in chart.spots}
    assert "ZKPY" in labels(chart)
    assert chart.lines
    assert len(chart.ends) == 1
    assert "A flight track from " in chart.description
    assert any("the aircraft was on the ground here" in note for each in chart.places for note in each.notes)


def test_a_landing_that_is_only_likely_is_a_dashed_square_with_a_question_mark():
    told, _ = made(landed()[:40])
    chart = draw_event(told.events[0], told.tracks)
    assert chart is not None

    fields = [spot for spot in chart.spots if spot.shape == "field"]
    assert fields
    assert all(spot.open for spot in fields)
    assert not any(label.startswith("ZKPY") and not label.endswith("?") for label in labels(chart))
    assert "(not sure)" in chart.description


def test_a_track_of_another_event_is_not_drawn():
    told, _ = made(elsewhere())
    other = replace(told.events[0], event_id=EventId("ev-other"))

    chart = draw_event(other, told.tracks)
    assert chart is not None
    assert (chart.lines, chart.ends) == ((), ())


def test_more_places_than_can_be_drawn_are_all_in_the_list():
    many = [place(f"Town {number}", 36 + number % 8, 124 + number // 8, with_event=True) for number in range(60)]
    chart = drawn(*many)

    assert len(chart.spots) < len(chart.places) == 60
    assert f"{60 - len(chart.spots)} more places not on the drawing." in chart.description
    assert all(0 <= spot.x <= WIDTH and 0 <= spot.y <= chart.height for spot in chart.spots)
