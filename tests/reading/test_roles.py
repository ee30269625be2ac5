import pytest

from secondsource.reading.names.find import find_found
from secondsource.reading.names.roles import find_roles
from tests.reading.pages import entity_of, page

Triple = tuple[str, str | None, str | None]


def roles(text: str, *, language: str = "en") -> list[Triple]:
    laid_out = page(text, language=language)
    return [
        (
            role.person.of(text),
            None if role.office is None else role.office.of(text),
            None if role.organisation is None else role.organisation.of(text),
        )
        for role in find_roles(laid_out, find_found(laid_out))
    ]


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "Kang Chol Min, the president of Moranbong Military University, led it.",
            ("Kang Chol Min", "president", "Moranbong Military University"),
        ),
        (
            "Peter Halloran, vice president at the Center for Pacific Strategy, said no.",
            ("Peter Halloran", "vice president", "Center for Pacific Strategy"),
        ),
        (
            "Anna Keller, a senior fellow at the U.S.-based Harbor Institute, agreed.",
            ("Anna Keller", "senior fellow", "Harbor Institute"),
        ),
        (
            "Foreign Ministry spokesman Yoon Tae-ho declined to comment.",
            ("Yoon Tae-ho", "spokesman", "Foreign Ministry"),
        ),
        ("Defence Minister Pavel Orlov came on Monday.", ("Pavel Orlov", "Defence Minister", None)),
        ("Gen. Robert Hale spoke.", ("Robert Hale", "Gen.", None)),
        ("Laura Stein of the Harbor Institute disagreed.", ("Laura Stein", None, "Harbor Institute")),
        (
            "Paul Novak, who is the chief executive officer of Vega Group, left.",
            ("Paul Novak", "chief executive officer", "Vega Group"),
        ),
    ],
)
def test_person_office_and_body_are_found_with_their_places(text: str, triple: Triple) -> None:
    assert triple in roles(text)


def test_the_ministry_is_the_one_named_before() -> None:
    text = "The Unification Ministry spoke. Seo Jin-woo, a spokesperson for the ministry, said no."

    assert roles(text) == [("Seo Jin-woo", "spokesperson", "Unification Ministry")]


def test_a_korean_office_stands_after_the_name() -> None:
    assert roles("김민호 외교부 대변인은 말했다.", language="ko") == [("김민호", "대변인", "외교부")]
    assert roles("러시아 외무장관 라브로프가 왔다.", language="ko") == [("라브로프", "외무장관", None)]


def test_a_russian_office_stands_before_the_name() -> None:
    assert roles("Это сказал генсек НАТО Иван Петров.", language="ru") == [("Иван Петров", "генсек", "НАТО")]


def test_the_next_person_of_a_list_is_no_office_of_the_one_before() -> None:
    text = "It was signed by Paul Novak, President Anna Keller and others."

    assert roles(text) == [("Anna Keller", "President", None)]


def test_a_verb_phrase_is_no_office() -> None:
    assert roles("Anna Keller, speaking to an analyst, said no.") == []


def test_roles_fill_titles_affiliation_and_country() -> None:
    text = "Russian President Pavel Orlov met Anna Keller, head of the Vega Group."

    orlov = entity_of("Pavel Orlov", text)
    keller = entity_of("Anna Keller", text)

    assert (orlov.titles, orlov.country, orlov.code) == (("President",), "RUS", "RUSGOV")
    assert (keller.titles, keller.affiliation) == (("head",), entity_of("Vega Group", text).id)
