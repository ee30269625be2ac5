"""Who copies from whom: passages, not quotations; directed by time, credit and containment."""

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking.copies import Copies
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyBasis, CopyLink
from secondsource.model.reading import Reading
from secondsource.model.report import Report, Section, SectionKind
from tests.linking.makers import report

NOTICE = (
    "A delegation of officers who teach at the military academy left the capital on Monday for talks with the "
    "neighbouring country, the state agency said in a notice of one sentence. It named the head of the academy as its "
    "leader and gave neither the purpose of the journey nor the length of the stay, and said nothing of who else went."
)
OTHER = (
    "Farmers in the southern valleys expect a poor harvest after three dry months, and the ministry of agriculture has "
    "begun to count the fields that will need help before the winter. Prices for grain rose by a fifth in August."
)
QUOTE = (
    '"We will answer any step that endangers our security together with our partners, firmly and at once, and nobody '
    'should be in doubt about our resolve or about the means we have to act on it," the minister told reporters.'
)


def links(
    reports: Sequence[Report], readings: dict[ReportId, Reading] | None = None
) -> dict[str, tuple[CopyLink, ...]]:
    return {str(key): value for key, value in Copies(reports, readings or {}).links().items()}


def test_a_later_report_with_the_same_words_is_a_copy_of_the_earlier() -> None:
    first = report("a", NOTICE, outlet="Agency A", published="2024-07-09")
    copy = report("b", f"{OTHER}\n\n{NOTICE}", outlet="Daily B", published="2024-07-10")

    found = links([copy, first])

    assert list(found) == ["b"]
    link = found["b"][0]
    assert (link.parent, link.basis, link.directed) == ("a", CopyBasis.PASSAGE, True)
    assert 0.4 < link.share < 0.7


def test_the_two_passages_are_shown_with_their_places() -> None:
    first = report("a", f"{OTHER} {NOTICE}", published="2024-07-09")
    copy = report("b", NOTICE.upper(), published="2024-07-10")

    link = links([first, copy])["b"][0]

    for evidence, of in ((link.child_evidence, copy), (link.parent_evidence, first)):
        assert isinstance(evidence, Evidence)
        assert Span(evidence.start, evidence.end).of(of.text) == evidence.exact
    assert link.parent_evidence is not None
    assert "left the capital on Monday" in link.parent_evidence.exact


def test_reports_on_other_things_are_not_tied() -> None:
    assert links([report("a", NOTICE, published="2024-07-09"), report("b", OTHER, published="2024-07-10")]) == {}


def test_a_shared_quotation_alone_ties_nobody() -> None:
    one = report("a", f"{NOTICE} {QUOTE}", published="2024-07-09")
    other = report("b", f"{OTHER} {QUOTE}", published="2024-07-10")
    assert links([one, other]) == {}


@given(
    st.lists(
        st.sampled_from(["port", "closed", "talks", "army", "water", "border", "minister", "vote", "train", "north"]),
        min_size=8,
        max_size=60,
    )
)
@settings(max_examples=50)
def test_no_words_inside_quote_marks_tie_two_reports(words: list[str]) -> None:
    quoted = f'"{" ".join(words)}," the envoy said.'
    one = report("a", f"{NOTICE}\n\n{quoted}", published="2024-07-09")
    other = report("b", f"{OTHER}\n\n{quoted}", published="2024-07-10")
    assert links([one, other]) == {}


def test_furniture_ties_nobody() -> None:
    notice = "Add your comment below. " + "Comments are read by a moderator and may be cut to the house rules. " * 4
    reports = [
        Report(
            id=ReportId(name),
            text=f"{body}\n\n{notice}",
            sections=(
                Section(kind=SectionKind.BODY, start=0, end=len(body)),
                Section(kind=SectionKind.NOTICE, start=len(body) + 2, end=len(body) + 2 + len(notice)),
            ),
        )
        for name, body in (("a", NOTICE), ("b", OTHER))
    ]
    assert links(reports) == {}


def test_a_credit_tells_the_parent_among_equal_copies() -> None:
    first = report("a", NOTICE, outlet="Agency A", published="2024-07-09T08:00:00Z")
    second = report("b", NOTICE, outlet="Daily B", published="2024-07-09T09:00:00Z")
    third = report("c", f"(Daily B) - {NOTICE}", outlet="Daily C", published="2024-07-09T10:00:00Z")

    link = links([first, second, third])["c"][0]

    assert (link.parent, link.basis) == ("b", CopyBasis.CREDIT)
    assert "Daily B" in link.because


def test_a_credit_is_stronger_than_the_clock() -> None:
    parent = report("a", NOTICE, outlet="Agency A", published="2024-07-09T09:00:00Z")
    child = report("b", f"{NOTICE} Agency A reported.", outlet="Daily B", published="2024-07-09T08:55:00Z")
    found = links([parent, child])
    assert list(found) == ["b"]


def test_without_dates_the_cut_is_the_child_and_the_order_is_said_to_be_open() -> None:
    whole = report("z", f"{NOTICE} {OTHER}")
    cut = report("a", NOTICE)

    found = links([whole, cut])

    assert list(found) == ["a"]
    assert not found["a"][0].directed
    assert "cannot be told" in found["a"][0].because


def test_links_never_lead_in_a_ring() -> None:
    reports = [
        report(name, f"({credit}) - {NOTICE}", outlet=outlet)
        for name, outlet, credit in (
            ("a", "Daily A", "Daily B"),
            ("b", "Daily B", "Daily C"),
            ("c", "Daily C", "Daily A"),
        )
    ]
    found = links(reports)
    for start in found:
        seen, at = set(), start
        while at in found:
            assert at not in seen
            seen.add(at)
            at = str(found[at][0].parent)


def test_korean_copies_are_found_through_changed_particles() -> None:
    text = (
        "북한이 군사교육을 맡은 간부들로 이루어진 대표단을 러시아로 보냈다고 관영매체가 화요일에 전했다. "
        "대표단을 이끄는 사람은 군사대학의 총장이며 방문의 목적과 기간은 밝혀지지 않았다고 한다."
    )
    first = report("a", text, published="2024-07-09")
    copy = report("b", text.replace("대표단을 이끄는", "대표단이 이끄는"), published="2024-07-10")
    assert [link.parent for link in links([first, copy])["b"]] == ["a"]


@given(st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_arrival_changes_nothing(shuffle: random.Random) -> None:
    reports = [
        report("a", NOTICE, outlet="Agency A", published="2024-07-09"),
        report("b", f"{NOTICE} {OTHER}", outlet="Daily B", published="2024-07-09"),
        report("c", f"(Agency A) - {NOTICE}", outlet="Daily C"),
        report("d", OTHER, outlet="Daily D", published="2024-07-11"),
    ]
    expected = links(reports)
    shuffle.shuffle(reports)
    assert links(reports) == expected


@given(st.lists(st.text(max_size=120), max_size=5))
@settings(max_examples=50)
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    reports = [report(f"r{at}", text) for at, text in enumerate(texts)]
    for found in links(reports).values():
        assert all(0 <= link.share <= 1 for link in found)


def test_nothing_and_one_report_have_no_links() -> None:
    assert links([]) == {}
    assert links([report("a", NOTICE)]) == {}


def test_of_many_reports_of_a_cited_outlet_those_of_the_days_before_are_looked_at() -> None:
    earlier = [report(f"e{n:02}", OTHER, outlet="Agency A", published=f"2024-05-{n:02}") for n in range(1, 29)]
    meant = report("meant", NOTICE, outlet="Agency A", published="2024-07-09")
    citing = report(
        "citing",
        "Officers who teach at the military academy set out for talks abroad, Agency A reported. Nobody knew more.",
        outlet="Daily B",
        published="2024-07-10",
    )

    found = links([*earlier, meant, citing])["citing"]

    assert [(link.parent, link.basis) for link in found] == [("meant", CopyBasis.ATTRIBUTION)]


def test_a_quotation_that_quotes_again_ties_nobody() -> None:
    quote = (
        '"We know him as the "bagman" who carried what the campaign owed to the men in the cells, and nobody in this '
        'house will say that he did not serve his time for it," the mayor told reporters.'
    )
    one = report("a", f"{NOTICE} {quote}", published="2024-07-09")
    other = report("b", f"{OTHER} {quote}", published="2024-07-10")
    assert links([one, other]) == {}
