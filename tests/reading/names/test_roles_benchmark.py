"""The sentences that roles are measured on, and how a triple is counted."""

import pytest
from benchmarks.roles import SENTENCES, Triple, compare, measures, parse, same

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.reading.names.find import find_found
from secondsource.reading.names.found import Found, longest
from secondsource.reading.names.roles import find_roles
from tests.reading.pages import page

FLOOR = 0.95


def triple(person: Span, office: Span, organisation: Span | None, country: str | None = None) -> Triple:
    return Triple(person=person, office=office, organisation=organisation, country=country)


def test_a_mark_ties_person_office_and_body() -> None:
    text, triples = parse("⟦P1,2 Ann⟧, ⟦O1 head⟧ and ⟦O2 owner⟧ of ⟦G1,2 Vega⟧.")

    assert text == "Ann, head and owner of Vega."
    assert [(t.person.of(text), t.office and t.office.of(text), t.organisation) for t in triples] == [
        ("Ann", "head", Span(23, 27)),
        ("Ann", "owner", Span(23, 27)),
    ]


@pytest.mark.parametrize("line", ["⟦O1 head⟧ left", "⟦P1 Ann⟧ left", "⟦P1 Ann⟧, ⟦P1 Bob⟧ ⟦O1 head⟧", "⟦X1 Ann⟧"])
def test_a_broken_triple_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"mark|lacks|twice"):
        parse(line)


def test_an_article_and_edge_marks_do_not_count_and_a_wrong_body_does() -> None:
    text = "Gen. Ann, the head of the Vega Group and of Vega."
    gold = triple(Span(5, 8), Span(14, 18), Span(26, 36))

    assert same(text, gold, triple(Span(5, 9), Span(10, 18), Span(22, 36)))
    assert not same(text, gold, triple(Span(5, 8), Span(14, 18), Span(44, 48)))
    assert not same(text, gold, triple(Span(5, 8), Span(14, 18), None))


def test_a_state_may_be_answered_by_its_country() -> None:
    text = "Iranian minister Ann left."
    gold = triple(Span(17, 20), Span(8, 16), Span(0, 7), "IRN")

    assert same(text, gold, triple(Span(17, 20), Span(8, 16), None, "IRN"))
    assert not same(text, gold, triple(Span(17, 20), Span(8, 16), None, "IRQ"))


def test_a_line_counts_what_is_missed_and_what_is_wrong() -> None:
    line = compare("⟦P1 Peter Halloran⟧, ⟦O1 head⟧ of the ⟦G1 Harbor Institute⟧, left.")

    assert measures([line])["gold triples"] == 1


@pytest.mark.parametrize("name", ["dev", "test"])
def test_every_marked_sentence_can_be_read(name: str) -> None:
    lines = (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()

    assert len([parse(line) for line in lines]) == len(lines)


def test_no_person_stands_in_both_parts() -> None:
    people = []
    for name in ("dev", "test"):
        parsed = [parse(line) for line in (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()]
        people.append({one.person.of(text) for text, triples in parsed for one in triples})

    assert not people[0] & people[1]


def test_the_rules_hold_their_floor_where_all_names_are_given() -> None:
    n_gold = n_read = n_right = 0
    for line in (SENTENCES / "dev.txt").read_text(encoding="utf-8").splitlines():
        text, gold = parse(line)
        roles = find_roles(page(text), _given(text, gold))
        read = [triple(role.person, role.office, role.organisation, role.country) for role in roles]  # type: ignore[arg-type]
        n_gold, n_read = n_gold + len(gold), n_read + len(read)
        n_right += sum(any(same(text, one, other) for other in read) for one in gold)

    assert 2 * n_right / (n_gold + n_read) >= FLOOR


def _given(text: str, gold: tuple[Triple, ...]) -> list[Found]:
    """Return the names that the rules find, with those that are marked in their place."""
    marked = [Found(one.person.start, one.person.end, NameType.PERSON, rank=9) for one in gold]
    for one in gold:
        body = one.organisation
        if body is not None and one.country is None and text[body.start].isupper():
            marked.append(Found(body.start, body.end, NameType.ORG, rank=9))
    apart = [
        name for name in find_found(page(text)) if all(name.end <= one.start or one.end <= name.start for one in marked)
    ]
    return longest([*marked, *apart])
