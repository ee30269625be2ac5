import pytest

from secondsource.model.listed import Schema
from secondsource.model.screening import Hit
from secondsource.screening.compare import compare
from secondsource.screening.identifiers import is_imo
from secondsource.screening.score import HIT
from secondsource.screening.screen import screen
from tests.screening.makers import entry, index, subject


def ids(found: list[Hit]) -> list[str]:
    return [hit.id for hit in found]


def test_a_hit_says_what_agreed_what_speaks_against_and_where_it_stands():
    listed = index(entry("Rudolf Hentzau Strelsau", key="un-RUi.001", listed_on="2016-03-02"))

    (hit,) = screen(listed, subject("Rudolph HENTZAU"))

    told = "\n".join(hit.because)
    assert hit.score >= HIT
    assert "rudolph ~ rudolf" in told
    assert "only in the listed name: strelsau" in told
    assert "un-RUi.001 on test-list of 2026-01-31, programme RURITANIA, listed on 2016-03-02" in told
    assert "not an identity" in told


@pytest.mark.parametrize(
    "name",
    ["HENTZAU, Rudolf", "Rudolf Hentzau", "rudolf hentzu", "Рудольф Гентцау", "Rudolf M. Hentzau", "Rudolf Hen-tzau"],
)
def test_order_slips_scripts_and_initials_do_not_hide_a_rare_name(name: str):
    assert ids(screen(index(entry("Rudolf Hentzau", "Рудольф Гентцау")), subject(name))) == ["t-1"]


def test_a_common_name_says_less_than_a_rare_one():
    listed = index(entry("Juan Alberto Garcia Lopez", key="common"), entry("Juan Alberto Hentzau Zenda", key="rare"))

    (rare,) = screen(listed, subject("Juan Hentzau"), least=0.0, most=1)
    common = screen(listed, subject("Juan Garcia"), least=0.0, most=1)

    assert rare.score > common[0].score


def test_two_koreans_whose_names_differ_in_a_syllable_are_no_hit():
    listed = index(entry("KIM TOK HUN", key="same"), entry("KIM TOK NAM", key="other"))

    assert ids(screen(listed, subject("김덕훈"))) == ["same"]


def test_a_name_in_arabic_letters_finds_the_latin_entry():
    listed = index(entry("MUHAMMAD SHARIF QANDAHARI"), entry("Rudolf Hentzau", key="t-2"))

    assert ids(screen(listed, subject("محمد شریف قندهاری"))) == ["t-1"]


def test_a_body_is_found_without_its_legal_form_and_by_its_initials():
    listed = index(entry("ZENDA MINING DEVELOPMENT CORPORATION OF STRELSAU", schema=Schema.BODY))

    assert ids(screen(listed, subject("Zenda Mining Development of Strelsau, OOO", schema=Schema.BODY))) == ["t-1"]
    assert ids(screen(listed, subject("ZMDCS", schema=Schema.BODY), least=0.0)) == ["t-1"]


def test_a_number_is_found_whatever_the_name_says():
    listed = index(entry("STRELSAU STAR", schema=Schema.VESSEL, imo="9074729"))

    (hit,) = screen(listed, subject("SEA BREEZE", schema=Schema.VESSEL, imo="IMO 9074729"))

    assert hit.score > 0.95
    assert hit.because[0] == "same IMO number: IMO 9074729"


def test_another_imo_number_speaks_against_the_same_name():
    listed = index(entry("STRELSAU STAR", schema=Schema.VESSEL, imo="9074729"))

    assert ids(screen(listed, subject("STRELSAU STAR", schema=Schema.VESSEL))) == ["t-1"]
    assert screen(listed, subject("STRELSAU STAR", schema=Schema.VESSEL, imo="9224740")) == []


def test_an_imo_number_checks_itself():
    assert is_imo("9074729")
    assert not is_imo("9074728")


def test_a_person_is_not_looked_for_among_ships_but_a_bare_name_is_looked_for_everywhere():
    listed = index(entry("STRELSAU STAR", schema=Schema.VESSEL))

    assert screen(listed, subject("Strelsau Star")) == []
    assert ids(screen(listed, subject("Strelsau Star", schema=Schema.THING))) == ["t-1"]


def test_days_of_birth_and_countries_count():
    listed = index(entry("Rudolf Hentzau", birth_dates=["1957-04-15"], countries=["Germany"]))

    (plain,) = screen(listed, subject("Rudolf M Hentzau"), least=0.0)
    (born,) = screen(listed, subject("Rudolf M Hentzau", birth_dates=["1957-04-15"]), least=0.0)
    (younger,) = screen(listed, subject("Rudolf M Hentzau", birth_dates=["1990"], countries=["France"]), least=0.0)

    assert younger.score < plain.score <= born.score
    assert any("born 1990, the list says 1957-04-15" in reason for reason in younger.because)
    assert any("country is France, the list says Germany" in reason for reason in younger.because)


@pytest.mark.parametrize(
    ("listed_on", "day", "then"),
    [("2016-03-02", "2015-01-01", False), ("2016-03-02", "2016-03-02", True), (None, "2015-01-01", None)],
)
def test_a_hit_tells_whether_it_was_listed_at_the_time_of_the_event(listed_on: str | None, day: str, then: bool | None):
    (hit,) = screen(index(entry("Rudolf Hentzau", listed_on=listed_on)), subject("Rudolf Hentzau"), event_on=day)

    assert hit.listed_then is then
    assert day in hit.because[-1]


def test_a_country_with_its_name_turned_round_is_the_same_country():
    (hit,) = screen(
        index(entry("Rudolf Hentzau", countries=["Korea, North"])), subject("Rudolf Hentzau", countries=["North Korea"])
    )

    assert "same country: Korea, North" in hit.because


def test_initials_that_only_sound_alike_are_two_names():
    assert screen(index(entry("C.N.A. Tours", schema=Schema.BODY)), subject("KCNA", schema=Schema.BODY)) == []


def test_a_name_that_is_like_nothing_gives_no_hit():
    assert screen(index(entry("Rudolf Hentzau")), subject("Antoinette de Mauban")) == []


@pytest.mark.parametrize("name", ["", "...", "́", "   ", "-", "\u202e"])
def test_a_name_without_words_gives_no_hit(name: str):
    assert screen(index(entry("Rudolf Hentzau")), subject(name, schema=Schema.THING)) == []


def test_the_same_question_gets_the_same_answer():
    listed = index(*(entry(f"Rudolf Hentzau {name}", key=name) for name in ("Zenda", "Strelsau", "Tarlenheim")))

    assert screen(listed, subject("Rudolf Hentzau")) == screen(listed, subject("Rudolf Hentzau"))


def test_a_pair_is_compared_without_any_list():
    same, because = compare(subject("Rudolf Hentzau"), subject("HENTZAU, Rudolph"))
    other, _ = compare(subject("Rudolf Hentzau"), subject("Antoinette de Mauban"))

    assert same > 0.9 > 0.1 > other
    assert any("rudolf ~ rudolph" in reason for reason in because)


def test_a_pair_with_the_same_number_is_told_by_it():
    score, because = compare(subject("A", imo="9074729"), subject("B", imo="IMO9074729"))

    assert score == 0.99
    assert "9074729" in because[0]


def test_a_pair_without_anything_to_compare_scores_nothing():
    assert compare(subject(), subject("Rudolf Hentzau"))[0] == 0.0
