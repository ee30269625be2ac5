import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.dossier.tracks import tell_tracks
from secondsource.model.dossier import Dossier
from secondsource.model.track import Fix
from secondsource.model.track_account import TrackAccount
from secondsource.publishing.page import render_page
from secondsource.publishing.track_map import WIDTH, Panel, draw_track
from secondsource.sensors.judge import judge_all
from tests.dossier.makers import dossier, reports
from tests.publishing.elements import Element, parse
from tests.sensors.makers import arrival, cruise, fix, track


def account(fixes: list[Fix], **fields: object) -> TrackAccount:
    return tell_tracks(judge_all([track(fixes, **fields)]), [])[0]


def places(panel: Panel) -> list[tuple[float, float]]:
    return [
        (float(x), float(y))
        for points in (*panel.lines, *panel.gaps)
        for x, y in (pair.split(",") for pair in points.split())
    ]


def test_a_short_track_has_one_panel_and_a_long_one_an_overview_first():
    short, long = draw_track(account(arrival("RKSI", from_nm=40))), draw_track(account(cruise(seconds=7_200)))

    assert [panel.caption for panel in short.panels] == ["The whole track"]
    assert [panel.caption for panel in long.panels] == ["The whole track", "The last 60 NM"]


def test_the_field_is_marked_where_the_track_ends_and_north_is_up():
    [panel] = draw_track(account(arrival("RKSI", from_nm=40, heading_deg=180.0))).panels

    field = next(mark for mark in panel.marks if mark.shape == "field")
    first = next(mark for mark in panel.marks if mark.shape == "first")
    assert field.label == "RKSI"
    assert first.y < field.y
    assert first.x == pytest.approx(field.x, abs=2)


def test_what_was_not_received_is_drawn_apart():
    fixes = cruise(seconds=1_200)

    [panel] = draw_track(account(fixes[:90] + fixes[105:])).panels

    assert (len(panel.lines), len(panel.gaps)) == (2, 1)


def test_a_track_over_the_date_line_is_one_short_line():
    fixes = [fix(n * 10, lat=50.0, lon=(179.9 + n * 0.01 + 180) % 360 - 180) for n in range(20)]

    [panel] = draw_track(account(fixes)).panels

    assert len(panel.lines) == 1
    xs = [x for x, _ in places(panel)]
    assert xs == sorted(xs)


def test_the_scale_is_as_long_as_it_says():
    [panel] = draw_track(account(arrival("RKSI", from_nm=40, heading_deg=180.0))).panels

    length_nm = float(panel.scale_label.removesuffix(" NM"))
    first, last = places(panel)[0], max(places(panel), key=lambda place: place[1])
    assert (last[1] - first[1]) / (panel.scale / length_nm) == pytest.approx(40.4, abs=1.5)


def test_the_profile_shows_height_against_time_and_the_field():
    profile = draw_track(account(arrival("RKSI", from_nm=40))).profile

    assert profile is not None
    assert profile.field_y is not None
    assert profile.start_label.endswith("UTC")


def test_without_altitudes_there_is_no_profile():
    assert draw_track(account([each._replace(altitude_ft=None) for each in cruise()])).profile is None


any_fix = st.builds(
    fix,
    st.integers(0, 5_000).map(float),
    lat=st.floats(-89, 89),
    lon=st.floats(-180, 180),
    altitude_ft=st.none() | st.floats(-1_000, 60_000),
)


@settings(max_examples=60)
@given(st.lists(any_fix, min_size=1, max_size=10, unique_by=lambda each: each.at_s))
def test_whatever_the_track_it_is_drawn_inside_its_panels(fixes: list[Fix]):
    for panel in draw_track(account(sorted(fixes))).panels:
        assert all(-1 <= x <= WIDTH + 1 and -1 <= y <= panel.height + 1 for x, y in places(panel))
        assert 0 < panel.scale <= WIDTH


HOSTILE = "<script>alert(1)</script>"


@cache
def with_tracks() -> Dossier:
    landing = account(arrival("ZKPY"), id=HOSTILE, callsign=HOSTILE, notes=(HOSTILE,))
    return replace(dossier(), tracks=(landing, account(arrival("LFPO", down_to_ft=5_000))))


@cache
def html() -> str:
    return render_page(with_tracks(), reports())


def page() -> Element:
    return parse(html())


def test_the_page_draws_each_track_and_says_in_words_what_it_shows():
    drawings = [
        svg for svg in page().all("svg") if "drawn from the track alone" in str(svg.attributes.get("aria-label"))
    ]

    assert len(drawings) == 2
    assert "What the track shows" in html()
    assert "Fields that fit" in html()


def test_what_a_track_file_says_is_text_on_the_page():
    assert HOSTILE not in html()
    assert page().all("script") == []


def test_the_map_asks_no_host_for_anything():
    assert re.findall(r"(?:src|href|xlink:href)=\"(?!#)", html()) == []
    assert "url(" not in html()


def test_provisions_have_a_section_that_is_reached_from_the_contents():
    assert "May bear on UNSCR 2270 (2016) para 9" in html()
    assert 'href="#provisions"' in html()
    assert "Nothing here says that a provision is breached" in html()
