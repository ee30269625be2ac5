"""Who made a report."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.text.credits import find_credits
from secondsource.text.sections import find_sections
from tests.support import SHARED, needs_shared
from tests.text.test_sections import LINES, PAGE


def credited(text: str) -> list[tuple[str, str]]:
    return [(str(credit.role), credit.name) for credit in find_credits(text, find_sections(text))]


def test_a_whole_page_names_all_who_made_it():
    assert credited(PAGE) == [
        ("author", "Ann Poe"),
        ("photographer", "Cy Roe"),
        ("agency", "AFP"),
        ("photographer", "Cy Roe"),
        ("agency", "AFP"),
        ("translator", "Di B. Moe"),
        ("translator", "Al Fry"),
        ("editor", "Ed Fox"),
    ]


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("By Ann Poe. The pier is closed.", [("author", "Ann Poe")]),
        ("SEOUL, Oct. 17 (HN). The pier is closed.", [("agency", "HN")]),
        ("The pier is closed. (Harbour News)", [("agency", "Harbour News")]),
        ("[Source: Harbour News] The pier is closed.", [("agency", "Harbour News")]),
        ("The pier is closed, they say. Source: HN.", [("agency", "HN")]),
        (
            "The pier is closed.\n\n(Reporting by Guy Poe in Moscow and Min-ji Park in Seoul; "
            "Additional reporting by Bo Li; Editing by Ed Fox)",
            [("author", "Guy Poe"), ("author", "Min-ji Park"), ("contributor", "Bo Li"), ("editor", "Ed Fox")],
        ),
        ("(서울=항구통신) 홍길동 기자 = 부두가 닫혔다.", [("agency", "항구통신"), ("author", "홍길동")]),
        ("부두가 닫혔다고 한다.\n홍길동 기자 hong@example.com", [("author", "홍길동")]),
        ("МОСКВА, 9 июля. /ГАВАНЬ/. Причал закрыт.", [("agency", "ГАВАНЬ")]),
        ("The pier is closed, the ministry said.", []),
    ],
)
def test_each_form_of_credit_names_its_maker(text: str, makers: list[tuple[str, str]]):
    assert credited(text) == makers


@settings(max_examples=50)
@given(st.one_of(st.text(max_size=80), st.lists(LINES, max_size=14).map("".join)))
def test_a_credit_stands_where_it_says(text: str):
    for credit in find_credits(text, find_sections(text)):
        assert text[credit.start : credit.end] == credit.name
        assert credit.name.strip()


@needs_shared
def test_the_seed_page_names_its_author_translators_and_editor():
    text = (SHARED / "data/case/seed-report.txt").read_text(encoding="utf-8")

    assert [role for role, _ in credited(text)] == [
        "author", *["photographer", "agency"] * 3, "translator", "translator", "editor",
    ]  # fmt: skip
