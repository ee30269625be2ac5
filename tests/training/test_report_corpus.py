import re
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from training.marked import MarkedAttribution, MarkedReport, load_reports

REPORTS = Path(__file__).resolve().parents[2] / "corpus" / "reports"
FEWEST = {"train": 26, "test": 20}


@cache
def reports(part: str) -> list[MarkedReport]:
    return load_reports(REPORTS / part)


ALL = [report for part in FEWEST for report in reports(part)]
each_report = pytest.mark.parametrize("report", ALL, ids=lambda report: report.id)


def pieces(attribution: MarkedAttribution) -> list[tuple[int, int]]:
    return [*attribution.source, *attribution.cue, *attribution.content]


def sentences(report: MarkedReport) -> set[str]:
    parts = re.split(r"(?<=[.?!:;])[\s”\"»“]+|\n+", report.text)
    plain_words = (" ".join(re.findall(r"\w+", part.lower())) for part in parts)
    return {said for said in plain_words if said.count(" ") >= 2}


@pytest.mark.parametrize("part", FEWEST)
def test_there_are_enough_reports_of_each_part(part: str):
    assert len(reports(part)) >= FEWEST[part]


@pytest.mark.parametrize("part", FEWEST)
def test_the_corpus_page_counts_what_is_there(part: str):
    page = (REPORTS.parent / "README.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"\| `{part}/` \| (.+) \|", page)

    found = [attribution for report in reports(part) for attribution in report.attributions]
    assert [int(cell.replace(",", "")) for cell in row.split(" | ")] == [
        len(reports(part)),
        sum(len(re.findall(r"\w+", report.text)) for report in reports(part)),
        len(found),
        sum(attribution.depth == 0 for attribution in found),
        sum(attribution.depth > 0 for attribution in found),
        sum(not attribution.source for attribution in found),
        sum(not attribution.cue for attribution in found),
    ]


def test_training_and_test_share_no_sentence():
    seen = {said: report.id for report in reports("train") for said in sentences(report)}

    assert {
        (said, seen[said], report.id) for report in reports("test") for said in sentences(report) & set(seen)
    } == set()


@each_report
def test_a_report_says_what_it_is_and_keeps_to_the_length_agreed(report: MarkedReport):
    assert set(report.header) == {"title", "outlet", "published", "kind"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", report.header["published"])
    assert 90 <= len(re.findall(r"\w+", report.text)) <= 350
    assert 6 <= len(report.attributions) <= 20
    assert [attribution.number for attribution in report.attributions] == list(range(1, len(report.attributions) + 1))


@each_report
def test_every_mark_points_at_whole_words(report: MarkedReport):
    for attribution in report.attributions:
        for start, end in pieces(attribution):
            said = report.text[start:end]
            assert said
            assert said == said.strip()
            assert "\n" not in said
            assert not (start and report.text[start - 1].isalnum() and said[0].isalnum())
            assert not (report.text[end : end + 1].isalnum() and said[-1].isalnum())


@each_report
def test_the_outermost_marks_of_two_attributions_never_overlap(report: MarkedReport):
    outermost = [attribution for attribution in report.attributions if attribution.depth == 0]
    # A source may serve several attributions; that is one span, not an overlap.
    spans = sorted({span for attribution in outermost for span in pieces(attribution)})

    assert [pair for pair in combinations(spans, 2) if pair[1][0] < pair[0][1]] == []


@each_report
def test_a_content_leaves_the_comma_and_the_full_stop_that_follow_it_outside(report: MarkedReport):
    ends = [report.text[end - 1] for attribution in report.attributions for _, end in attribution.content]

    # Within a quote that runs on in the next paragraph, the full stop is the speaker's.
    runs_on = {
        end
        for attribution in report.attributions
        for _, end in attribution.content
        if re.match(r"\n\n[“«\"]", report.text[end:])
    }
    stops = [
        end for attribution in report.attributions for _, end in attribution.content if report.text[end - 1] == "."
    ]
    assert not {",", ";", ":"} & set(ends)
    assert set(stops) <= runs_on


@each_report
def test_a_quote_is_marked_with_its_quote_marks(report: MarkedReport):
    outermost = [span for attribution in report.attributions if attribution.depth == 0 for span in attribution.content]

    assert [span for span in outermost if report.text[span[0] - 1 : span[0]] in tuple("“«„")] == []
    assert [span for span in outermost if report.text[span[1] : span[1] + 1] in tuple("”»")] == []


def test_attributions_within_contents_are_marked():
    nested = [attribution for report in ALL for attribution in report.attributions if attribution.depth]

    assert len(nested) >= 2 * len(ALL)


def test_half_of_the_reports_have_their_headline_in_the_text():
    with_headline = [report for report in ALL if not re.search(r"[.?!»:”“\"]\W*$", report.text.split("\n")[0])]

    assert len(with_headline) >= 0.4 * len(ALL)
