"""Reports and readings: in once, out unchanged, beside one another."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.ledger.ledger import Ledger
from secondsource.model.evidence import Span
from secondsource.model.ids import Digest, ReportId, StatementId
from secondsource.model.published import Published, PublishedBasis
from secondsource.model.reading import NotReported
from secondsource.model.report import Section, SectionKind
from secondsource.model.statement import Stance, Statement
from tests.ledger import makers
from tests.ledger.makers import NOON, OTHER_READER, READER, capture, intake, json_intakes, reading
from tests.support import raises_code


def test_a_report_comes_out_as_it_went_in_with_its_bytes(ledger: Ledger):
    taken = intake("Слова\r\nand 말.\n", published=makers.given("2024-07-09"), title="A title", outlet="Daily B")

    added = ledger.add(taken, who="desk", at=NOON)

    assert added.new
    assert ledger.report(added.report_id) == taken.report
    assert ledger.capture(taken.capture.sha256) == taken.capture


def test_the_same_report_twice_changes_nothing(ledger: Ledger):
    taken = intake()
    ledger.add(taken, who="desk", at=NOON)
    before = (ledger.log(), ledger.reports())

    again = ledger.add(replace(taken, capture=replace(taken.capture, origin="copy.txt")), who="other", at=NOON)

    assert not again.new
    assert again.beside is None
    assert (ledger.log(), ledger.reports()) == before


def test_the_same_id_with_other_words_is_kept_beside_and_said_so(ledger: Ledger):
    first = ledger.add(intake("The port is open.", id="a1"), who="desk", at=NOON)
    second = ledger.add(intake("The port is closed.", id="a1"), who="desk", at=NOON)
    again = ledger.add(intake("The port is closed.", id="a1"), who="desk", at=NOON)

    digest = makers.digest(b"The port is closed.")
    assert first.report_id == "a1"
    assert (second.report_id, second.new, second.beside) == (f"a1~{digest[:6]}", True, "a1")
    assert (again.report_id, again.new) == (second.report_id, False)
    assert ledger.report(ReportId("a1")).text == "The port is open."


def test_the_same_words_from_another_capture_are_another_report(ledger: Ledger):
    plain = intake("The port is closed.")
    (line,) = json_intakes({"id": "b7", "text": "The port is closed."})

    ledger.add(plain, who="desk", at=NOON)
    ledger.add(line, who="desk", at=NOON)

    assert [report.id for report in ledger.reports()] == [plain.report.id, "b7"]


def test_a_longer_file_of_the_same_lines_adds_only_the_new_lines(ledger: Ledger):
    one = {"id": "a", "text": "One."}
    two = {"id": "b", "text": "Two."}
    for taken in (*json_intakes(one), *json_intakes(one, two)):
        ledger.add(taken, who="desk", at=NOON)

    assert [report.id for report in ledger.reports()] == ["a", "b"]
    assert ledger.verify() == []


def test_a_surer_date_revises_a_report_and_a_less_sure_one_does_not(ledger: Ledger):
    unknown = intake()
    dated = intake(published=makers.given("2024-07-09"))
    ledger.add(unknown, who="desk", at=NOON)

    revised = ledger.add(dated, who="desk", at=NOON + timedelta(hours=1))
    behind = ledger.add(unknown, who="desk", at=NOON + timedelta(hours=2))

    assert (revised.new, revised.revised) == (False, True)
    assert (behind.new, behind.revised) == (False, False)
    assert [report.published.edtf for report in ledger.reports()] == ["2024-07-09"]
    assert ledger.reports(as_of=NOON)[0].published.edtf is None
    assert len(ledger.search("Pyongyang")) == 1
    assert ledger.verify() == []


def test_a_capture_that_is_not_what_it_claims_is_refused(ledger: Ledger):
    taken = intake()
    wrong = replace(taken.capture, data=b"Other words.")

    with raises_code("SS-213"):
        ledger.add(replace(taken, capture=wrong), who="desk", at=NOON)

    assert ledger.log() == []


def test_half_characters_moments_without_zone_and_nobody_are_refused(ledger: Ledger):
    broken = intake()
    with raises_code("SS-212"):
        ledger.add(replace(broken, report=replace(broken.report, text="half \ud800")), who="desk", at=NOON)
    with raises_code("SS-212"):
        ledger.add(broken, who="desk", at=NOON.replace(tzinfo=None))
    with raises_code("SS-212"):
        ledger.add(broken, who="  ", at=NOON)

    assert ledger.log() == []


def test_what_the_ledger_does_not_hold_is_named(ledger: Ledger):
    with raises_code("SS-209"):
        ledger.report(ReportId("r-none"))
    with raises_code("SS-209"):
        ledger.verify(ReportId("r-none"))
    with raises_code("SS-209"):
        ledger.add_reading(reading("r-none"), who="desk", at=NOON)
    with raises_code("SS-211"):
        ledger.capture(Digest("0" * 64))


def test_a_reading_stands_beside_another_reader_s_and_twice_the_same_changes_nothing(ledger: Ledger):
    report_id = ledger.add(intake(), who="desk", at=NOON).report_id
    first, second = reading(report_id), reading(report_id, model=OTHER_READER, speaker="Korean Central News Agency")

    news = [ledger.add_reading(each, who="desk", at=NOON) for each in (first, first, second, first)]

    assert news == [True, False, True, False]
    assert ledger.readings(report_id) == [first, second]
    assert ledger.reading(report_id) == second
    assert ledger.reading(report_id, READER.sha256) == first
    assert ledger.info().readers == (READER, OTHER_READER)


def test_a_reader_that_finds_something_else_leaves_a_new_reading(ledger: Ledger):
    report_id = ledger.add(intake(), who="desk", at=NOON).report_id

    news = [ledger.add_reading(reading(report_id, speaker=name), who="desk", at=NOON) for name in ("A", "B", "A")]

    assert news == [True, True, True]
    assert ledger.reading(report_id) == reading(report_id, speaker="A")


def test_a_reading_that_points_outside_the_text_is_refused(ledger: Ledger):
    report_id = ledger.add(intake(), who="desk", at=NOON).report_id
    beyond = Span(0, len(makers.TEXT) + 1)
    head = ledger.head()

    for wrong in (
        replace(reading(report_id), not_reported=(NotReported(who="Someone", what=(beyond,)),)),
        replace(reading(report_id), sections=(Section(kind=SectionKind.BODY, start=5, end=4),)),
    ):
        with raises_code("SS-210"):
            ledger.add_reading(wrong, who="desk", at=NOON)

    assert ledger.head() == head


def test_a_batch_is_kept_whole_without_what_was_refused(ledger: Ledger):
    with ledger.batch(who="desk", at=NOON) as batch:
        report_id = batch.add(intake()).report_id
        with raises_code("SS-209"):
            batch.add_reading(reading("r-none"))
        batch.add_reading(reading(report_id))
        assert ledger.reading(report_id) is not None

    assert [entry.action for entry in ledger.log()] == ["capture", "report", "reading"]
    assert ledger.verify() == []


def test_a_batch_that_fails_leaves_nothing(ledger: Ledger):
    with raises_code("SS-209"), ledger.batch(who="desk", at=NOON) as batch:
        batch.add(intake())
        batch.add_reading(reading("r-none"))

    assert ledger.reports() == []
    assert ledger.log() == []


def test_large_bytes_are_packed_and_come_out_as_they_went_in(ledger: Ledger, ledger_path: Path):
    taken = intake("The same words again and again. " * 20_000)
    ledger.add(taken, who="desk", at=NOON)

    assert ledger.capture(taken.capture.sha256) == taken.capture


characters = st.characters(exclude_categories=["Cs"])
dates = st.sampled_from(
    (
        Published(edtf=None, basis=PublishedBasis.UNKNOWN),
        makers.given("2024-07-09"),
        makers.given("2024-07-01/2024-07-09"),
    )
)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    text = draw(st.text(characters, max_size=60))
    ends = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=4))
    return text, tuple(Span(min(pair), max(pair)) for pair in ends)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=texts_with_spans(), title=st.none() | st.text(characters, max_size=10), published=dates)
def test_whatever_is_taken_in_and_read_comes_out_the_same_and_holds(
    ledger: Ledger, drawn: tuple[str, tuple[Span, ...]], title: str | None, published: Published
):
    text, spans = drawn
    taken = intake(text, title=title, published=published)
    captured = capture(text.encode("utf-16"))
    report = replace(taken.report, capture_sha256=captured.sha256, encoding="utf-16", id=ReportId(f"x{text}{title}"))
    statement = Statement(id=StatementId("s1"), source=(), cue=spans, content=spans, stance=Stance.POSSIBLE)
    added = ledger.add(replace(taken, report=report, capture=captured), who="desk", at=NOON)
    found = replace(reading(added.report_id), statements=(statement,), events=())
    ledger.add_reading(found, who="desk", at=NOON)

    assert ledger.report(added.report_id).text == text
    assert ledger.reading(added.report_id) == found
    assert ledger.verify(added.report_id) == []
