"""The places of an event: where they are, who names them, and what is not sure."""

from dataclasses import replace

import pytest

from secondsource.dossier.assemble import assemble
from secondsource.dossier.check import check
from secondsource.dossier.whereabouts import is_named_by, whereabouts
from secondsource.model.dossier import Dossier
from secondsource.model.event_place import EventPlace, PlaceBasis, PlaceDoubt, PlaceReach
from secondsource.model.linked import Linked
from secondsource.model.timeplace import PlaceMention
from secondsource.reading.places.gazetteer import gazetteer
from secondsource.sensors.judge import judge_all
from tests.dossier.makers import MADE_AT, alone, reading, span, time
from tests.sensors.makers import arrival, track

TEXT = (
    "A Russian aircraft landed in Pyongyang on 9 July. It had crossed the Sea of Japan. "
    "Georgia was not named, and neither was Eastmere."
)


def mention(name: str, *, placed: bool = True, words: str | None = None) -> PlaceMention:
    place = span(TEXT, words or name)
    known = whereabouts(name) if placed else None
    return PlaceMention(
        start=place.start,
        end=place.end,
        name=name,
        lat=None if known is None else known.lat,
        lon=None if known is None else known.lon,
    )


def made(*tracks: list, mentions: tuple[PlaceMention, ...] | None = None) -> Dossier:  # type: ignore[type-arg]
    linked, reports, _ = alone(TEXT)
    linked = Linked(reports=linked.reports, events=(replace(linked.events[0], places=("Pyongyang",)),))
    places = (mention("Pyongyang"), mention("Sea of Japan"), mention("Georgia", placed=False), mention("Eastmere"))
    found = reading(
        reports[0],
        places=places if mentions is None else mentions,
        times=(time(TEXT, "9 July", "2024-07-09"),),
    )
    return assemble(linked, reports, [found], made_at=MADE_AT, tracks=judge_all([track(each) for each in tracks]))


def places(dossier: Dossier) -> tuple[EventPlace, ...]:
    found = dossier.events[0].places
    assert found is not None
    return found


def named(dossier: Dossier, name: str) -> EventPlace:
    return next(place for place in places(dossier) if place.name.startswith(name))


def planted(dossier: Dossier, of: str, /, **changes: object) -> list[str]:
    """Return what the check says of the dossier with something else told of one place."""
    changed = tuple(
        replace(place, **changes) if place.name.startswith(of) else place  # type: ignore[arg-type]
        for place in places(dossier)
    )
    events = (replace(dossier.events[0], places=changed), *dossier.events[1:])
    return [fault.problem for fault in check(replace(dossier, events=events), {dossier.reports[0].report_id: TEXT})]


def test_a_place_stands_where_the_tables_have_it_with_the_words_that_name_it():
    place = named(made(), "Pyongyang")

    assert (place.lat, place.lon, place.country, place.reach) == (39.03, 125.75, "PRK", PlaceReach.SPOT)
    assert (place.basis, place.with_event, place.doubt) == (PlaceBasis.GAZETTEER, True, None)
    assert [each.exact for each in place.cited] == ["Pyongyang"]


def test_a_sea_stands_by_its_middle_and_says_so():
    place = named(made(), "Sea of Japan")

    assert (place.reach, place.with_event) == (PlaceReach.AREA, False)


def test_a_name_that_several_places_share_is_put_nowhere():
    place = named(made(), "Georgia")

    assert (place.lat, place.lon, place.reach, place.doubt) == (None, None, None, PlaceDoubt.SHARED_NAME)


def test_a_name_that_no_table_has_is_put_nowhere():
    place = named(made(), "Eastmere")

    assert (place.lat, place.lon, place.doubt) == (None, None, PlaceDoubt.IN_NO_TABLE)


def test_words_that_do_not_name_the_place_put_nothing_on_the_map():
    assert places(made(mentions=(mention("Pyongyang", words="It"),))) == ()


def test_the_aerodrome_that_a_track_landed_at_is_a_place_of_the_event_and_sure():
    place = named(made(arrival("ZKPY")), "Pyongyang International")

    assert (place.basis, place.doubt, place.tracks) == (PlaceBasis.TRACK, None, ("t",))
    assert [each.exact for each in place.cited] == ["A Russian aircraft landed in Pyongyang on 9 July."]


def test_an_aerodrome_that_only_fits_a_track_is_not_sure():
    found = [place for place in places(made(arrival("ZKPY", down_to_ft=3_000))) if place.basis is PlaceBasis.TRACK]

    assert found
    assert {place.doubt for place in found} == {PlaceDoubt.ONLY_FITS}


def test_of_two_tracks_of_one_name_the_surer_counts():
    found = [
        place
        for place in places(made(arrival("ZKPY", down_to_ft=3_000), arrival("ZKPY")))
        if place.name.endswith("(ZKPY)")
    ]

    assert [(place.doubt, place.tracks) for place in found] == [(None, ("t",))]


def test_a_track_elsewhere_that_bears_on_nothing_gives_no_place():
    assert {place.basis for place in places(made(arrival("SKBO")))} == {PlaceBasis.GAZETTEER}


@pytest.mark.parametrize(
    ("name", "changes", "problem"),
    [
        ("Pyongyang", {"lat": 12.0}, "no table has Pyongyang at that place"),
        ("Pyongyang", {"reach": PlaceReach.STATE}, "no table has Pyongyang at that place"),
        ("Pyongyang", {"name": "Atlantis"}, "the words cited for Atlantis do not name it"),
        ("Pyongyang", {"cited": ()}, "the place Pyongyang cites no words"),
        ("Georgia", {"lat": 42.0, "lon": 43.5}, "it is not sure where Georgia is"),
        ("Eastmere", {"doubt": None, "lat": 1.0, "lon": 1.0}, "no table has Eastmere at that place"),
    ],
)
def test_a_place_that_is_not_where_its_basis_puts_it_is_found(name: str, changes: dict[str, object], problem: str):
    assert planted(made(), name, **changes) == [problem]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"lat": 12.0}, "no track of the dossier was judged by"),
        ({"tracks": ("other",)}, "no track of the dossier was judged by"),
        ({"doubt": PlaceDoubt.ONLY_FITS}, "its tracks are not so sure of"),
    ],
)
def test_an_aerodrome_that_no_track_shows_so_is_found(changes: dict[str, object], problem: str):
    [found] = planted(made(arrival("ZKPY")), "Pyongyang International", **changes)

    assert found.startswith(problem)


def test_a_false_citation_of_a_place_is_found_where_it_stands():
    dossier = made()
    [cited] = named(dossier, "Pyongyang").cited

    assert planted(dossier, "Pyongyang", cited=(replace(cited, start=0, end=9),)) == [
        "the words at 0–9 are not the ones cited"
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Pyongyang", "Pyongyang"),
        ("Pyongyang", "Пхеньяне"),
        ("Pyongyang", "평양"),
        ("North Korea", "DPRK"),
        ("Russia", "России"),
        ("Russia", "the Russians"),
        ("Seoul", "Сеула"),
        ("Eastmere", "the town of Eastmere"),
    ],
)
def test_a_place_is_named_by_each_of_its_names_and_their_bent_forms(name: str, words: str):
    assert is_named_by(name, words)


@pytest.mark.parametrize("words", ["there", "Moscow", "it", "the port is closed", "…", ""])
def test_a_place_is_not_named_by_other_words(words: str):
    assert not is_named_by("Pyongyang", words)


def test_a_short_name_is_not_found_inside_another_word():
    assert is_named_by("United States", "the US")
    assert not is_named_by("United States", "Russia")


def test_the_middle_of_a_sea_or_region_is_told_apart_from_a_town():
    reaches = {place.kind: found.reach for place in gazetteer() if (found := whereabouts(place.name)) is not None}

    assert {kind for kind, reach in reaches.items() if reach is PlaceReach.AREA} == {"region", "area", "sea", "strait"}
    assert whereabouts("Russia").reach is PlaceReach.STATE  # type: ignore[union-attr]
    assert whereabouts("Eastmere") is None
