"""The map on a dossier's page: drawn by the server, in words too, light, and absent from dossiers of before."""

import gzip
import json
from dataclasses import replace

import pytest

from secondsource.model.dossier import Dossier
from secondsource.model.encoding import decode, encode
from secondsource.model.event_place import EventPlace, PlaceBasis, PlaceReach
from secondsource.model.track_account import TrackAccount
from secondsource.publishing.page import render_page
from secondsource.publishing.shown_sentences import shown_sentences
from tests.publishing.elements import Element, parse
from tests.publishing.test_any_words import HOSTILE
from tests.publishing.test_sensor_page import landed, made
from tests.publishing.test_whole_way import example

MOST_BYTES_BARE = 60_000
MOST_BYTES = 150_000
"""Of a public page without and with its map, compressed as it is sent."""


def before(dossier: Dossier) -> Dossier:
    """Return the dossier as it was made before places were kept."""
    return replace(dossier, events=tuple(replace(event, places=None) for event in dossier.events))


def weight(html: str) -> int:
    return len(gzip.compress(html.encode(), 6))


def charts(html: str) -> list[Element]:
    return [each for each in parse(html).all("figure") if "chart" in str(each.attributes.get("class")).split()]


def test_the_example_shows_its_map_with_land_places_and_words():
    dossier, reports = example()
    html = render_page(dossier, reports)
    [chart] = charts(html)

    assert [path.attributes["d"] for path in chart.all("path") if path.attributes.get("class") == "land"] != [""]
    assert chart.all("desc")[0].words().startswith("North up, from ")
    assert "Pyongyang" in [text.words() for text in chart.all("text")]
    assert any(
        sentence.startswith("Pyongyang, 39° N 125.8° E: named with the event") for sentence in shown_sentences(html)
    )


def test_every_place_of_the_list_leads_to_the_words_that_name_it():
    dossier, reports = example()
    html = parse(render_page(dossier, reports))
    [listed] = [each for each in html.all("details") if each.attributes.get("class") == "places"]
    ids = {each.attributes["id"]: each.words() for each in html.all() if "id" in each.attributes}
    links = {
        item.words().split(",")[0]: [str(a.attributes["href"])[1:] for a in item.all("a")] for item in listed.all("li")
    }

    assert all(links.values())
    assert {ids[anchor] for anchor in links["Pyongyang"]} <= {"Pyongyang", "평양", "Пхеньяна", "Пхеньяне", "Пхеньян"}


def test_a_dossier_made_before_places_were_kept_is_read_and_shown_as_it_was():
    dossier, reports = example()
    told = encode(dossier)
    for event in told["events"]:
        del event["places"]
    old = decode(Dossier, json.loads(json.dumps(told)))
    html = render_page(old, reports)

    assert old == before(dossier)
    assert charts(html) == []
    assert ".land" not in html
    assert "on a map" not in html


def test_a_dossier_with_its_map_is_the_same_after_its_json():
    dossier, reports = made(landed())
    again = decode(Dossier, json.loads(json.dumps(encode(dossier))))

    assert again == dossier
    assert render_page(again, reports) == render_page(dossier, reports)


def test_nothing_that_can_be_placed_is_said_in_words():
    dossier, reports = made()
    unplaced = replace(dossier, events=(replace(dossier.events[0], places=()),))

    assert charts(render_page(unplaced, reports)) == []
    assert "No place that the reports name with it can be put on a map." in render_page(unplaced, reports)


def test_the_map_reaches_for_nothing_and_is_styled_by_the_page_alone():
    dossier, reports = made(landed())
    html = render_page(dossier, reports)

    assert not any(found in html for found in ("<image", "url(", "xlink", "<script", "style=", "http-equiv=refresh"))
    assert "http://" not in html.replace("http://www.w3.org/2000/svg", "")


def test_a_public_page_keeps_to_its_weight_without_and_with_its_map():
    for dossier, reports in (example(), made(landed())):
        assert weight(render_page(before(dossier), reports)) <= MOST_BYTES_BARE
        assert weight(render_page(dossier, reports)) <= MOST_BYTES


def test_the_heaviest_map_there_is_weighs_less_than_what_is_left_for_it():
    dossier, _ = made(landed(), landed())
    # All the world with every coast, as many places as are drawn, and tracks of as many positions as are kept.
    cited = dossier.events[0].rating.citations
    far = tuple(
        EventPlace(
            name=f"A place with a rather long name {number}",
            basis=PlaceBasis.GAZETTEER,
            with_event=True,
            cited=cited,
            lat=-55.0 + number * 3,
            lon=-170.0 + number * 8.5,
            reach=PlaceReach.SPOT,
        )
        for number in range(40)
    )
    tracks = tuple(zigzag(track) for track in dossier.tracks)
    chart = weight(drawing(replace(dossier, events=(replace(dossier.events[0], places=far),), tracks=tracks)))

    assert chart <= MOST_BYTES - MOST_BYTES_BARE


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_a_place_is_called_it_is_text_on_the_map_and_in_its_list(words: str):
    def tree(name: str) -> str:
        dossier, _ = made()
        cited = dossier.events[0].rating.citations
        unplaced = EventPlace(name=name, basis=PlaceBasis.GAZETTEER, with_event=True, cited=cited)
        # Drawn though no table has it, between edges that leave every name its room.
        placed = replace(unplaced, lat=39.0, lon=125.0, reach=PlaceReach.SPOT)
        return parse(drawing(replace(dossier, events=(replace(dossier.events[0], places=(placed, unplaced)),)))).shape()

    assert tree(words) == tree("x")


def zigzag(track: TrackAccount) -> TrackAccount:
    """Return the track with a path over half of the world, of 900 positions."""
    path = tuple(
        replace(track.path[0], at_s=track.path[0].at_s + n, lat=n * 37 % 120 - 60.0, lon=n * 0.37 - 160)
        for n in range(900)
    )
    return replace(track, path=path)


def drawing(dossier: Dossier) -> str:
    """Return the map as it stands on a page, without the check that the page itself has to pass."""
    from secondsource.publishing.event_map import draw_event  # noqa: PLC0415
    from secondsource.publishing.page import _environment  # noqa: PLC0415

    chart = draw_event(dossier.events[0], dossier.tracks)
    template = _environment().from_string(
        "{% import 'map.html.j2' as mapped %}{{ mapped.drawing(chart, 'm') }}"
        "{% call(place) mapped.listed(chart) %}{% endcall %}"
    )
    return template.render(chart=chart)
