"""What the words around a name tell of its bearer's office, with the names given."""

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.entity import NameType
from secondsource.model.territories import find_territory
from secondsource.reading.names.found import Found
from secondsource.reading.names.roles import Role, find_roles
from tests.reading.pages import page

Told = tuple[str, str | None, str | None]

# P person, O body, S state or people, E event: "[P Robert Muller], president of [O Vega Group]".
MARK = re.compile(r"\[([POSE]) ([^\]]+)\]")
TYPES = {"P": NameType.PERSON, "O": NameType.ORG, "E": NameType.EVENT}


def read(marked: str) -> tuple[str, tuple[Role, ...]]:
    pieces = MARK.split(marked)
    text = "".join(piece for place, piece in enumerate(pieces) if place % 3 != 1)
    ends = list(accumulate(0 if place % 3 == 1 else len(piece) for place, piece in enumerate(pieces)))
    found = [
        _name(pieces[place - 1], text[ends[place - 1] : ends[place]], ends[place]) for place in range(2, len(pieces), 3)
    ]
    return text, find_roles(page(text), found)


def _name(letter: str, words: str, end: int) -> Found:
    if letter != "S":
        return Found(end - len(words), end, TYPES[letter])
    people = words.endswith(("an", "ish", "ese"))
    return Found(end - len(words), end, NameType.NORP if people else NameType.GPE, find_territory(words))


def told(marked: str) -> list[Told]:
    """Return person, office and body or state of each role."""
    text, roles = read(marked)
    return [
        (
            role.person.of(text),
            None if role.office is None else role.office.of(text),
            role.country if role.organisation is None else role.organisation.of(text),
        )
        for role in roles
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[O Foreign Ministry] spokesman [P Yoon Tae-ho] left.", ("spokesman", "Foreign Ministry")),
        ("Deputy Oil Minister [P Pavel Orlov] left.", ("Deputy Oil Minister", None)),
        ("[S Russian] Defence Minister [P Pavel Orlov] left.", ("Defence Minister", "RUS")),
        ("Former [S Iranian] diplomat [P Pavel Orlov] left.", ("diplomat", "IRN")),
        ("[S Iran]'s acting oil minister [P Pavel Orlov] left.", ("acting oil minister", "IRN")),
        ("Sable Airways chief executive [P Pavel Orlov] left.", ("chief executive", "Sable Airways")),
        ("[S Russian] foreign ministry spokeswoman [P Anna Keller] left.", ("spokeswoman", "foreign ministry")),
        ("The coast guard commander, [P Pavel Orlov], left.", ("commander", "coast guard")),
        ("Minister of Foreign Affairs [P Pavel Orlov] left.", ("Minister of Foreign Affairs", None)),
        ("[O UN] special envoy for [S Yemen] [P Anna Keller] left.", ("special envoy", "UN")),
        ("Then-defence minister [P Pavel Orlov] left.", ("defence minister", None)),
        ("President-elect [P Pavel Orlov] left.", ("President-elect", None)),
        ("President Dr. [P Pavel Orlov] left.", ("President", None)),
        ("Emir of [S Qatar] [P Tamim bin Saad] left.", ("Emir", "QAT")),
    ],
)
def test_an_office_right_before_a_name_is_its_bearers(sentence: str, expected: tuple[str, str | None]) -> None:
    assert [tuple(triple[1:]) for triple in told(sentence)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[P Anna Keller], head of the Asia desk at the [O Harbor Institute], left.", ("head", "Harbor Institute")),
        ("[P Anna Keller], director of research at [O Vega Group], left.", ("director of research", "Vega Group")),
        (
            "[P Anna Keller], director of the [O Trade Ministry]'s [O Export Office], left.",
            ("director", "Export Office"),
        ),
        ("[P Anna Keller], head of [S Iran]'s nuclear agency, left.", ("head", "IRN")),
        ("[P Anna Keller], chief engineer at Vostok Yards, left.", ("chief engineer", "Vostok Yards")),
        ("[P Anna Keller], 54, the long-serving chairwoman of [O Vega Group], left.", ("chairwoman", "Vega Group")),
        ("[P Anna Keller] (director, [O Harbor Institute]) left.", ("director", "Harbor Institute")),
        ("[P Anna Keller]; Deputy Director, [O Ararat Trading]; born in 1971.", ("Deputy Director", "Ararat Trading")),
        ("[P Anna Keller] (born in 1961), head of [O Vega Group], left.", ("head", "Vega Group")),
        ("[P Anna Keller], who was the [O Treasury]'s top adviser, left.", ("top adviser", "Treasury")),
        ("[P Anna Keller], [S North Korea]'s ambassador to [S China], left.", ("ambassador", "PRK")),
        ("[P Anna Keller], a deputy in the [S Lebanese] parliament, left.", ("deputy", "parliament")),
        ("[P Anna Keller], mayor of [S Singapore], left.", ("mayor", "SGP")),
        ("[P Anna Keller], a correspondent in [S Moscow], left.", ("correspondent", None)),
        ("[P Anna Keller], a [S Russia] analyst at [O Vega Group], left.", ("analyst", "Vega Group")),
        ("[P Anna Keller], a dispatcher, saw it.", ("dispatcher", None)),
        ("[P Anna Keller], one of the president's closest aides, left.", ("closest aides", None)),
        ("[P Anna Keller], a fellow at the [E Pacific Forum], left.", ("fellow", "Pacific Forum")),
    ],
)
def test_an_office_in_apposition_is_the_persons_before_it(sentence: str, expected: tuple[str, str | None]) -> None:
    assert [tuple(triple[1:]) for triple in told(sentence)] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The head of [O Vega Group], [P Anna Keller], left.",
        "The new head of [O Vega Group], Mr [P Anna Keller], left.",
        "The head of [O Vega Group] is [P Anna Keller].",
        "[P Anna Keller] is the head of [O Vega Group].",
        "[P Anna Keller] was until March head of [O Vega Group].",
        "[P Anna Keller] took over as head of [O Vega Group] in May.",
        "[P Anna Keller] used to be head of [O Vega Group].",
        "As head of [O Vega Group], [P Anna Keller] signed.",
        "Speaking as head of [O Vega Group], [P Anna Keller] agreed.",
        "[O Vega Group] named [P Anna Keller] its new head.",
        "[O Vega Group] appointed [P Anna Keller] head.",
        "[O Vega Group] and its head, [P Anna Keller], left.",
        "[O Vega Group] closed; the company's head, [P Anna Keller], left.",
    ],
)
def test_commas_verbs_and_as_give_an_office_too(sentence: str) -> None:
    assert told(sentence) == [("Anna Keller", "head", "Vega Group")]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("[P Anna Keller], who heads the Asia desk at the [O Harbor Institute], left.", "heads"),
        ("[P Anna Keller] chairs the [O Harbor Institute].", "chairs"),
        ("The [O Harbor Institute], led by [P Anna Keller], closed.", "led"),
    ],
)
def test_a_verb_can_be_the_office(sentence: str, verb: str) -> None:
    assert told(sentence) == [("Anna Keller", verb, "Harbor Institute")]


def test_one_person_may_hold_several_offices() -> None:
    assert told("Gen. [P Robert Hale], commander of [O U.S. Forces Korea], left.") == [
        ("Robert Hale", "Gen.", None),
        ("Robert Hale", "commander", "U.S. Forces Korea"),
    ]
    assert told("Deputy Defence Minister General [P Robert Hale] left.") == [
        ("Robert Hale", "Deputy Defence Minister", None),
        ("Robert Hale", "General", None),
    ]
    assert told("[P Robert Hale], chairman and founder of [O Vega Group], left.") == [
        ("Robert Hale", "chairman", "Vega Group"),
        ("Robert Hale", "founder", "Vega Group"),
    ]


def test_several_persons_may_hold_one_office() -> None:
    assert told("Foreign ministers [P Anton Reyl] and [P Boris Kade] left.") == [
        ("Anton Reyl", "Foreign ministers", None),
        ("Boris Kade", "Foreign ministers", None),
    ]
    assert told("[P Anton Reyl] and [P Boris Kade], both vice directors of [O Vega Group], left.") == [
        ("Anton Reyl", "vice directors", "Vega Group"),
        ("Boris Kade", "vice directors", "Vega Group"),
    ]


def test_each_of_a_list_has_the_office_beside_the_name() -> None:
    text = "[S Kosovo]'s foreign minister, [P Besa Krasniqi], and the [O EU]'s envoy, [P Hannes Koller], spoke."

    assert told(text)[1] == ("Hannes Koller", "envoy", "EU")


def test_a_counterpart_holds_the_office_named_before() -> None:
    text = "[S Russian] Prime Minister [P Leonid Vlasov] met his [S Iranian] counterpart, [P Ivo Karimi], there."

    assert told(text) == [("Leonid Vlasov", "Prime Minister", "RUS"), ("Ivo Karimi", "Prime Minister", "IRN")]


def test_the_body_after_the_name_belongs_to_the_office_before_it() -> None:
    assert told("Professor [P Keith Hale] of the [O Harbor Institute] left.") == [
        ("Keith Hale", "Professor", "Harbor Institute")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr [P Tomlinson] left, and Lady [P Ferrand] stayed.",
        "[P Stefan Milic], brother of the banker, left.",
        "[P Karim Haddad], a resident of [S Cyprus], left.",
        "[P Ivan Kuzmin] is not the director of [O Vega Group].",
        "If [P Ivan Kuzmin] becomes president, it is over.",
        "[P Ivan Kuzmin] met the president of [O Vega Group].",
        "[P Ivan Kuzmin], chief suspect in the case, left.",
        "[P Ivan Kuzmin], speaking to an analyst, left.",
        "The minister thanked [P Selma Yilmaz], her old teacher.",
    ],
)
def test_no_office_is_given_where_the_words_give_none(sentence: str) -> None:
    assert told(sentence) == []


def test_only_the_one_beside_the_office_holds_it() -> None:
    assert told("[P Peter Lind] met Prime Minister [P Helena Saar].") == [("Helena Saar", "Prime Minister", None)]
    assert told("[P Anna Keller], a senior adviser to Chancellor [P Rupert Hanisch], left.") == [
        ("Anna Keller", "senior adviser", None),
        ("Rupert Hanisch", "Chancellor", None),
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            *[
                "minister",
                "of",
                "the",
                "and",
                ",",
                ".",
                "'",
                "former",
                "deputy",
                "chief",
                "as",
                "is",
                "by",
                "led",
                "heads",
                "who",
                "(",
                ")",
                ";",
                "-",
                "its",
                "foreign",
                "ministry",
                "to",
            ],
            *["'s", "counterpart", "Dr", "Col.", "presidents", "then-", "61", "a", "State", "Affairs"],
            "[P Anna Keller]",
            "[O Vega Group]",
            "[S Iran]",
        ]
    ),
    max_size=30,
)


@given(PIECES)
def test_any_words_give_roles_of_the_names_that_stand_in_them(pieces: list[str]) -> None:
    text, roles = read(" ".join(pieces))

    assert {role.person.of(text) for role in roles} <= {"Anna Keller"}
    assert all(role.office is None or role.office.of(text).strip() for role in roles)
    assert all(role.office is not None or role.organisation is not None for role in roles)
