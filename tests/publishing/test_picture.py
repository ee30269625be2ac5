from hypothesis import given
from hypothesis import strategies as st

from secondsource.dossier.assemble import assemble
from secondsource.model.ids import ReportId
from secondsource.model.linked import Linked
from secondsource.publishing.picture import WIDTH, draw_lines, fit
from secondsource.publishing.places import Places
from tests.dossier.makers import MADE_AT, dossier, event, line, linked_report, reading, report


def test_each_origin_is_joined_to_the_reports_that_rest_on_it():
    drawn = draw_lines(dossier().events[0], Places(dossier()))

    assert [node.label for node in drawn.origins] == ["KCNA", "Park Ji-ho", "Flightradar24"]
    assert [node.label for node in drawn.reports[:2]] == ["1  KCNA", "2  Harbour Post"]
    assert len(drawn.edges) == 5


def test_a_sensor_has_a_shape_of_its_own():
    drawn = draw_lines(dossier().events[0], Places(dossier()))

    assert [node.shape for node in drawn.origins] == ["origin", "origin", "sensor"]


def test_the_origins_own_report_is_drawn_otherwise_than_a_repeat():
    drawn = draw_lines(dossier().events[0], Places(dossier()))

    assert [node.shape for node in drawn.reports[:3]] == ["own", "repeat", "repeat"]


def test_nothing_is_drawn_outside_the_picture():
    drawn = draw_lines(dossier().events[0], Places(dossier()))

    assert drawn.width == WIDTH
    assert all(0 < node.y < drawn.height for node in (*drawn.origins, *drawn.reports))


def test_a_line_of_many_reports_says_how_many_more_there_are():
    many = [report(f"r{n}", "Ships left.") for n in range(20)]
    linked = Linked(
        reports=tuple(linked_report(each) for each in many), events=(event(tuple(many), (line(tuple(many)),)),)
    )
    made = assemble(linked, many, [reading(each) for each in many], made_at=MADE_AT)

    drawn = draw_lines(made.events[0], Places(made))

    assert (len(drawn.reports), drawn.reports[-1].label, drawn.reports[-1].shape) == (13, "and 8 more", "more")
    assert made.events[0].reports[0] == ReportId("r0")


def test_a_long_name_is_cut_with_an_ellipsis():
    assert fit("Continental Observer of Record", 104).endswith("…")
    assert fit("KCNA", 104) == "KCNA"


@given(st.text(), st.integers(30, 300))
def test_a_name_never_takes_more_than_its_room(name: str, room: int):
    kept = fit(name, room)

    assert kept == name or len(kept) <= len(name) + 1
    assert fit(kept, room + 12) == kept
