from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.marked import Mark, MarkedReport, MarkError, load_reports, parse_report, plain


def report(text: str) -> MarkedReport:
    return parse_report(f"title: A title\nkind: test\n\n{text}\n", id="test/00-made-up")


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_the_roles_of_one_number_make_one_attribution():
    read = report("⟦S1 Yonhap⟧ ⟦C1 said⟧ on Monday ⟦X1 that the delegation left⟧.")

    (attribution,) = read.attributions
    assert read.text == "Yonhap said on Monday that the delegation left."
    assert words(read.text, attribution.source) == ["Yonhap"]
    assert words(read.text, attribution.cue) == ["said"]
    assert words(read.text, attribution.content) == ["that the delegation left"]
    assert attribution.depth == 0


def test_a_role_in_several_pieces_keeps_them_in_text_order():
    read = report("⟦X1 “No,”⟧ ⟦S1 he⟧ ⟦C1 said⟧. ⟦X1 “Never.”⟧\n\n⟦X1 “Not here.”⟧")

    assert words(read.text, read.attributions[0].content) == ["“No,”", "“Never.”", "“Not here.”"]


def test_one_source_may_serve_two_attributions():
    read = report("⟦S1,2 The ministry⟧ ⟦C1 denied⟧ ⟦X1 it⟧, ⟦C2 saying⟧ ⟦X2 no ship had sailed⟧.")

    assert read.attributions[0].source == read.attributions[1].source == ((0, 12),)


def test_the_depth_counts_the_contents_around_the_cue():
    read = report("⟦S1 A⟧ ⟦C1 said⟧ ⟦X1 ⟦S2 B⟧ ⟦C2 wrote⟧ ⟦X2 that ⟦S3 C⟧ ⟦C3 feared⟧ ⟦X3 war⟧⟧⟧.")

    assert [attribution.depth for attribution in read.attributions] == [0, 1, 2]


def test_a_quote_that_two_tellers_hand_on_is_held_by_the_outer_one():
    read = report("⟦X1 ⟦X2 “Gone”⟧⟧, ⟦S1 the agency⟧ ⟦C1 quoted⟧ ⟦X1 ⟦S2 him⟧ ⟦C2 as saying⟧⟧.")

    assert [attribution.depth for attribution in read.attributions] == [0, 1]


def test_without_a_cue_the_content_tells_the_depth():
    read = report("⟦X1 A knock. ⟦X2 “Who is there?”⟧⟧ ⟦C1 wrote⟧ ⟦S1 the clerk⟧.")

    assert [attribution.depth for attribution in read.attributions] == [0, 1]


def test_the_header_is_read_by_key():
    assert report("⟦X1 words⟧").header == {"title": "A title", "kind": "test"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("⟦X1 not closed", "not closed"),
        ("⟦X1 a mark over\n\ntwo paragraphs⟧", "not closed"),
        ("closed⟧", "closes nothing"),
        ("⟦X1⟧", "without label or words"),
        ("⟦ words⟧", "without label or words"),
        ("⟦X1 words ⟧", "white space"),
        ("⟦X1 half⟧way", "cuts the word"),
        ("⟦S1 Yonhap⟧ ⟦C1 said⟧ so", "no content"),
        ("⟦Z1 words⟧", "unknown role"),
        ("⟦X words⟧", "unknown role"),
        ("⟦X0 words⟧", "unknown role"),
        ("⟦X1,2 words⟧", "only a source"),
        ("⟦X1 words and ⟦C1 said⟧⟧", "of its own attribution"),
        ("⟦S1 he, ⟦C2 quoted⟧ by B⟧ ⟦X1 a⟧ ⟦X2 b⟧", "only a content holds marks"),
        (" ⟦X1 words⟧", "white space"),
        ("", "no text"),
    ],
)
def test_a_broken_mark_is_refused_with_its_reason(text: str, reason: str):
    with pytest.raises(MarkError, match=reason):
        report(text)


def test_an_error_names_the_report_and_the_line_in_the_file():
    with pytest.raises(MarkError) as caught:
        report("All is well here.\n\n⟦X1 But not here.")

    assert (caught.value.report, caught.value.line) == ("test/00-made-up", 6)
    assert str(caught.value).startswith("test/00-made-up, line 6: ")


@pytest.mark.parametrize("header", ["title only\n\ntext", "title: a\ntitle: b\n\ntext", "title: a"])
def test_a_broken_header_is_refused(header: str):
    with pytest.raises(MarkError):
        parse_report(header, id="test/00-made-up")


def test_other_labels_are_read_by_the_same_marks():
    text, marks = plain("⟦PERSON Kim⟧ of ⟦ORG the ⟦LOC Seoul⟧ bureau⟧")

    assert text == "Kim of the Seoul bureau"
    assert marks == [
        Mark(label="PERSON", start=0, end=3, line=1),
        Mark(label="ORG", start=7, end=23, line=1),
        Mark(label="LOC", start=11, end=16, line=1),
    ]


WORDS = st.lists(st.sampled_from(["ship", "«no»", "é", "said", "朝鮮", "“a,”"]), min_size=1, max_size=4).map(" ".join)
PARTS = st.recursive(
    WORDS.map(lambda said: (said, said)),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(
        lambda parts: (
            "⟦A " + " ".join(marked for marked, _ in parts) + "⟧",
            " ".join(bare for _, bare in parts),
        )
    ),
    max_leaves=12,
)


@given(st.lists(PARTS, min_size=1, max_size=4), st.sampled_from([" ", "\n", "\n\n"]))
def test_the_words_stay_and_the_offsets_point_at_what_was_marked(parts: list[tuple[str, str]], gap: str):
    text, marks = plain(gap.join(marked for marked, _ in parts))

    assert text == gap.join(bare for _, bare in parts)
    assert len(marks) == sum(marked.count("⟦") for marked, _ in parts)
    outermost = [bare for marked, bare in parts if marked.startswith("⟦")]
    found = [text[mark.start : mark.end] for mark in marks]
    assert all(bare in found for bare in outermost)
    assert all(said and said == said.strip() for said in found)


def test_a_folder_is_read_by_name_and_a_report_is_named_with_its_part(tmp_path: Path):
    (tmp_path / "test").mkdir()
    for name in ("02-b", "01-a"):
        (tmp_path / "test" / f"{name}.txt").write_text("title: t\n\n⟦X1 words⟧\n", encoding="utf-8")

    assert [read.id for read in load_reports(tmp_path / "test")] == ["test/01-a", "test/02-b"]
