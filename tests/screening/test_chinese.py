"""Chinese names: characters, pinyin and Wade–Giles meet syllable by syllable; Koreans' names are read in Korean too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.listed import Schema
from secondsource.screening.names.chinese import agree_chinese, chinese_readings
from secondsource.screening.names.chinese_spellings import syllables, wade_giles
from secondsource.screening.names.han import mandarin, sino_korean
from secondsource.screening.names.han_bodies import body_in_latin
from secondsource.screening.names.korean import agree_korean, korean_readings
from secondsource.screening.screen import screen
from tests.screening.makers import entry, index, subject


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("周恩来", "Zhou Enlai"),
        ("周恩來", "ZHOU, En Lai"),
        ("周恩来", "Chou En-lai"),
        ("恩来 周", "Zhou Enlai"),
        ("Zhang Xueliang", "Chang Hsueh-liang"),
        ("欧阳修", "Ouyang Xiu"),
        ("吕布", "Lü Bu"),
        ("吕布", "Lyu Bu"),
        ("周恩来", "周恩來"),
    ],
)
def test_chinese_names_agree_across_ways_of_writing(one: str, other: str):
    assert agree_chinese(chinese_readings(one), chinese_readings(other)) is not None


@pytest.mark.parametrize(
    ("characters", "spelt"),
    [
        ("单田芳", "Shan Tianfang"),
        ("解缙", "Xie Jin"),
        ("区大相", "Ou Daxiang"),
        ("仇英", "Qiu Ying"),
        ("曾巩", "Zeng Gong"),
    ],
)
def test_a_surname_that_is_read_in_its_own_way_is_read_so(characters: str, spelt: str):
    assert agree_chinese(chinese_readings(characters), chinese_readings(spelt)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("周恩来", "Zhou Enguang"),
        ("周恩来", "Zhou En"),
        ("单田芳", "Dan Tianfang"),
        ("花子 松本", "Song Benhua"),
        ("山田はなこ", "Shan Tian"),
    ],
)
def test_chinese_names_that_differ_in_a_syllable_do_not_agree(one: str, other: str):
    assert agree_chinese(chinese_readings(one), chinese_readings(other)) is None


@pytest.mark.parametrize("name", ["", "周", "Zhou", "Mohammed Ali", "周恩来周恩来", "はなこ 山田"])
def test_a_name_that_cannot_be_chinese_has_no_chinese_reading(name: str):
    assert chinese_readings(name) == ()


@pytest.mark.parametrize(
    ("syllable", "spelt"),
    [
        ("zhang", "chang"), ("qing", "ching"), ("xue", "hsueh"), ("guo", "kuo"), ("duo", "to"), ("gui", "kuei"),
        ("zi", "tzu"), ("shi", "shih"), ("yan", "yen"), ("rong", "jung"), ("ge", "ko"), ("qian", "chien"),
        ("xiong", "hsiung"), ("you", "yu"), ("bei", "pei"),
    ],
)  # fmt: skip
def test_wade_giles_follows_from_pinyin(syllable: str, spelt: str):
    assert spelt in wade_giles(syllable)


def test_the_syllables_are_those_of_mandarin():
    # Hanyu Pinyin knows some four hundred, tones not counted.
    assert 390 <= len(syllables()) <= 420
    assert {"zhuang", "xiong", "er", "lv", "a"} <= syllables()
    assert not {"bong", "zian", "fi"} & syllables()


def test_characters_are_read_with_all_their_readings():
    assert set(mandarin("长")) >= {"chang", "zhang"}
    assert mandarin("a") == ()
    assert set(sino_korean("金")) == {"김", "금"}


@pytest.mark.parametrize(
    ("characters", "spelt"),
    [("金日成", "Kim Il Sung"), ("李舜臣", "이순신"), ("金大中", "Kim Dae-jung"), ("卢武铉", "노무현")],
)
def test_a_korean_name_in_characters_meets_its_korean_reading(characters: str, spelt: str):
    assert agree_korean(korean_readings(characters), korean_readings(spelt)) is not None


def test_a_body_in_characters_is_put_into_the_words_that_lists_use():
    assert "heilongjiang trading company limited" in body_in_latin("黑龙江贸易有限公司")
    assert body_in_latin("トヨタ自動車") == ()
    assert body_in_latin("Heilongjiang Trading") == ()


def test_a_person_in_characters_hits_the_romanised_entry_and_the_reason_tells_the_syllables():
    (hit,) = screen(index(entry("ZHOU, Enlai")), subject("周恩來"))

    assert hit.score < 0.99
    assert any("恩 ~ en" in line for line in hit.because)
    assert any("many Chinese characters share a syllable" in line for line in hit.because)


def test_an_alias_in_characters_is_found_by_its_romanised_name():
    (hit,) = screen(index(entry("Some Other", "周恩来")), subject("Zhou Enlai"))

    assert hit.name == "周恩来"


def test_a_body_in_characters_hits_the_romanised_entry():
    listed = index(entry("HEILONGJIANG TRADING CO., LTD", schema=Schema.BODY))

    (hit,) = screen(listed, subject("黑龙江贸易有限公司", schema=Schema.BODY))

    assert hit.because[0].startswith("the name asked about, “黑龙江贸易有限公司, read as heilongjiang trading")


def test_names_spelt_alike_are_not_weighed_as_a_reading():
    (hit,) = screen(index(entry("LIU, Chang Qing")), subject("Liu Chang Qing"))

    assert not any("in pinyin" in line for line in hit.because)


def test_a_word_of_trade_keeps_its_letters():
    assert body_in_latin("黑龙江发展公司")[0] == "heilongjiang development company"


@given(st.text(alphabet="周恩来金正单はa -", max_size=12))
def test_any_mixture_of_characters_is_read_or_refused(name: str):
    for reading in chinese_readings(name):
        assert len(reading.spelt) == len(reading.family) + len(reading.given)
    body_in_latin(name)
