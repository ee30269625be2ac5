import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.screening.names.agree import Rule, agreement, slips
from secondsource.screening.names.arabic import arabic_bones
from secondsource.screening.names.korean import agree_korean, korean_readings
from secondsource.screening.names.korean_spellings import Scheme
from secondsource.screening.names.latin import bones_of, sound_of
from secondsource.screening.names.parts import body_parts, person_parts, vessel_parts
from secondsource.screening.names.plain import fold_words
from secondsource.screening.names.split_names import split_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("최룡해", "CHOE RYONG HAE"),
        ("최룡해", "Choi Ryong-hae"),
        ("이설주", "Ri Sol Ju"),
        ("Lee Seol-ju", "RI SOL JU"),
        ("Park Pong Ju", "PAK PONG-JU"),
        ("Ju Pak Pong", "PAK PONG JU"),
        ("No Kwang Chol", "NO KWANG CHOL"),
        ("Roh Gwang-cheol", "No Kwang Chol"),
        ("Kim Tok Hun", "Kim Deok-hun"),
        ("김덕훈", "KIM TOK HUN"),
        ("Kim Tokhun", "KIM TOK HUN"),
        ("Jin Yongzhe", "Kim Yong Chol"),
    ],
)
def test_korean_names_agree_across_schemes_and_orders(one: str, other: str):
    assert agree_korean(korean_readings(one), korean_readings(other)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Tok Hun", "Kim Tok Nam"),
        ("김덕훈", "KIM TOK CHOL"),
        ("Kim Hun", "Kim Tok Hun"),
        ("Pak Tok Hun", "Kim Tok Hun"),
        # A Chinese reading holds for the whole name or not at all.
        ("Kim Yongzhe", "Kim Yong Chol"),
    ],
)
def test_korean_names_that_differ_in_a_syllable_do_not_agree(one: str, other: str):
    assert agree_korean(korean_readings(one), korean_readings(other)) is None


@pytest.mark.parametrize("name", ["Rudolf Hentzau", "Maria", "Muhammad Ali", "", "김", "北京"])
def test_a_name_that_cannot_be_korean_has_no_korean_reading(name: str):
    assert korean_readings(name) == ()


def test_the_reason_tells_each_syllable_and_the_schemes():
    found = agree_korean(korean_readings("Kim Deok-hun"), korean_readings("KIM TOK HUN"))

    assert found is not None
    assert found.syllables == (("kim", "kim", "김"), ("deok", "tok", "덕"), ("hun", "hun", "훈"))
    assert Scheme.REVISED in found.schemes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hussein", "Husayn"),
        ("Yusuf", "Youssouf"),
        ("Shaikh", "Sheikh"),
        ("Sergey", "Sergei"),
        ("Zhukov", "Jukov"),
        ("Khalid", "Halid"),
        ("Mustapha", "Mustafa"),
    ],
)
def test_two_spellings_of_one_sound_sound_alike(one: str, other: str):
    assert sound_of(one.casefold()) == sound_of(other.casefold())


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("محمد", "muhammad"),
        ("خالد", "khaled"),
        ("قاسم", "qasem"),
        ("جمال", "gamal"),
        ("جمال", "jamal"),
        ("ظاهر", "zahir"),
        ("عثمان", "uthman"),
        ("عثمان", "osman"),
        ("شریف", "sharif"),
    ],
)
def test_an_arabic_word_meets_its_latin_spellings_in_the_consonants(arabic: str, latin: str):
    assert bones_of(latin) in arabic_bones(arabic)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Abdulrahman al-Masri", ["abd", "rahman", "masri"]),
        ("Abd al-Rahman AL-MASRI", ["abd", "rahman", "masri"]),
        ("Abderrahmane El Masri", ["abd", "rahmane", "masri"]),
        ("Abdullah", ["abd", "lah"]),
        ("Ubaidullah bin Saif ul-Din", ["ubaid", "lah", "saif", "din"]),
        ("Nuruddin", ["nur", "din"]),
        ("عبدالله نورالدين", ["عبد", "له", "نور", "دین"]),
        ("al", ["al"]),
    ],
)
def test_joined_arabic_names_come_apart(name: str, parts: list[str]):
    assert [part.text for part in person_parts(name).parts] == parts


def test_a_legal_form_is_no_part_of_a_body_s_name():
    plain, full = body_parts("Zenda"), body_parts("Obshchestvo s ogranichennoy otvetstvennostyu “Zenda”")

    assert [part.text for part in full.parts] == [part.text for part in plain.parts]
    assert full.forms == {"limited"}


@pytest.mark.parametrize("name", ["M/V Strelsau Star", "the tanker Strelsau Star", "MT STRELSAU STAR", "Strelsau Star"])
def test_what_stands_before_a_ship_s_name_is_no_part_of_it(name: str):
    assert [part.text for part in vessel_parts(name).parts] == ["strelsau", "star"]


def test_number_words_and_figures_are_one():
    assert [p.text for p in body_parts("First Zenda Bank").parts] == [
        p.text for p in body_parts("1st Zenda Bank").parts
    ]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("a) Rudolf Hentzau; b) Rupert of Hentzau", ("Rudolf Hentzau", "Rupert of Hentzau")),
        ("Jin Tiesan (金铁三)", ("Jin Tiesan", "金铁三")),
        ("Rudolf (original script: Рудольф)", ("Rudolf", "Рудольф")),
        ("Rudolf Hentzau (previously listed as)", ("Rudolf Hentzau",)),
        ("ZENDA SOCIETY / ZS", ("ZENDA SOCIETY", "ZS")),
        ("Rudolf Hentzau", ("Rudolf Hentzau",)),
    ],
)
def test_several_names_in_one_field_come_apart(field: str, names: tuple[str, ...]):
    assert split_names(field) == names


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("hentzau", "hentzau", Rule.EQUAL),
        ("sergey", "sergei", Rule.SOUND),
        ("mohammed", "muhamid", Rule.BONES),
        ("strelsau", "streslau", Rule.SLIP),
        ("r", "rudolf", Rule.INITIAL),
        ("kassar", "alkassar", Rule.ARTICLE),
    ],
)
def test_the_rule_by_which_parts_agree_is_named(one: str, other: str, rule: Rule):
    found = agreement(person_parts(one).parts[0], person_parts(other).parts[0])

    assert found is not None
    assert found.rule is rule


def test_parts_of_different_names_do_not_agree():
    assert agreement(person_parts("Rudolf").parts[0], person_parts("Antoinette").parts[0]) is None


WORDS = st.text(alphabet="abcdeh", max_size=7)


@given(WORDS, WORDS)
def test_slips_are_symmetric_and_none_only_between_equals(one: str, other: str):
    assert slips(one, other, 9) == slips(other, one, 9)
    assert (slips(one, other, 9) == 0) == (one == other)


@given(WORDS, WORDS, st.integers(0, 3))
def test_a_bound_changes_no_count_below_it(one: str, other: str, most: int):
    whole = slips(one, other, 9)

    assert whole is not None
    assert slips(one, other, most) == (whole if whole <= most else None)


@given(st.text(max_size=30))
def test_any_text_comes_apart_and_folding_twice_changes_nothing(name: str):
    for parts in (person_parts(name), body_parts(name), vessel_parts(name)):
        assert all(part.text for part in parts.parts)
    words = fold_words(name)
    assert fold_words(" ".join(words)) == words or not unicodedata.is_normalized("NFKC", name.casefold())
