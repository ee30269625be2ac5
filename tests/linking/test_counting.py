"""What must never change the count of origins."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.linking.link import link
from secondsource.model.linked import Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from tests.linking.makers import event, reading, report, upstream

NOTICE = (
    "A delegation of officers who teach at the academy left Pyongyang on Monday for talks in Russia, KCNA said in a "
    "notice of one sentence. It named the head of the academy as the leader and gave no purpose of the journey."
)
OWN = (
    "Officers who teach at the academy in Pyongyang have left for Russia; Yonhap learnt of the journey of the "
    "delegation from the ministry on Monday, before the North told its own people anything about these talks."
)
Pair = tuple[Report, Reading]


def pair(name: str, text: str, outlet: str, day: int, source: str) -> Pair:
    of = report(name, text, outlet=outlet, published=f"2024-07-{day:02}")
    return of, reading(of, upstream=(upstream(of, source, source),), events=(event(of, "left"),))


def first_set() -> list[Pair]:
    return [pair("a", NOTICE, "Daily A", 9, "KCNA"), pair("b", OWN, "Daily B", 9, "Yonhap")]


def linked(pairs: list[Pair]) -> Linked:
    return link([of for of, _ in pairs], [read for _, read in pairs])


def counts(found: Linked) -> list[int | None]:
    return sorted((event.n_origins for event in found.events), key=str)


@given(st.integers(1, 6), st.sampled_from(["a", "b"]), st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_a_verbatim_copy_adds_no_origin_whenever_and_in_whatever_order_it_comes(
    n_copies: int, of: str, shuffle: random.Random
) -> None:
    text, source = (NOTICE, "KCNA") if of == "a" else (OWN, "Yonhap")
    copies = [pair(f"copy{at}", text, f"Daily {at}", 10 + at, source) for at in range(n_copies)]
    pairs = [*first_set(), *copies]
    shuffle.shuffle(pairs)

    assert counts(linked(pairs)) == counts(linked(first_set()))


@given(st.integers(1, 5), st.data())
@settings(max_examples=20)
def test_taking_away_a_copy_that_nobody_copies_from_takes_no_origin_away(n_copies: int, data: st.DataObject) -> None:
    pairs = [*first_set(), *(pair(f"copy{at}", NOTICE, f"Daily {at}", 10 + at, "KCNA") for at in range(n_copies))]
    found = linked(pairs)
    parents = {parent for each in found.reports for parent in each.parents}
    leaves = [each.id for each in found.reports if each.share == 1.0 and each.id not in parents]
    gone = data.draw(st.sampled_from(leaves))

    assert counts(linked([each for each in pairs if each[0].id != gone])) == counts(found)


@given(st.lists(st.sampled_from(["port", "talks", "army", "water", "border", "vote"]), min_size=10, max_size=60))
@settings(max_examples=20)
def test_a_quotation_that_two_reports_share_makes_neither_the_copy_of_the_other(words: list[str]) -> None:
    quoted = f'\n\n"{" ".join(words)}," the envoy said.'
    pairs = [pair("a", NOTICE + quoted, "Daily A", 9, "KCNA"), pair("b", OWN + quoted, "Daily B", 10, "Yonhap")]

    assert all(not each.parents for each in linked(pairs).reports)
