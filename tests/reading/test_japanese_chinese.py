"""Who says what in Japanese and Chinese reports."""

import time

import pytest

from secondsource.model.evidence import Span
from secondsource.reading.statements.chinese import read_chinese
from secondsource.reading.statements.japanese import read_japanese
from tests.reading.statement_makers import statements_of, words


def told(text: str, language: str) -> list[tuple[str | None, list[str]]]:
    return [(each.speaker_name, words(text, each.content)) for each in statements_of(text, language=language)]


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("朝鮮中央通信は9日、船が出港したと伝えた。", "KCNA", "船が出港した"),
        ("船が出港したと、共同通信が報じた。", "Kyodo", "船が出港した"),
        ("フライトレーダー24によると、機体は夕方に着陸したという。", "Flightradar24", "機体は夕方に着陸した"),
        ("ロシア国防省は会見で、演習は終わったと発表した。", "Russian Ministry of Defence", "演習は終わった"),
    ],
)
def test_a_japanese_saying_has_its_speaker_and_its_words(text, who, said):
    assert told(text, "ja") == [(who, [said])]


def test_a_japanese_hearsay_goes_on_with_the_last_speaker():
    text = "朝鮮中央通信は9日、船が出港したと伝えた。乗組員は三十人だったという。"

    assert told(text, "ja") == [("KCNA", ["船が出港した"]), ("KCNA", ["乗組員は三十人だった"])]


def test_a_japanese_spokesperson_speaks_for_the_ministry():
    (said,) = statements_of("韓国外務省報道官は8日の記者会見で、「決議に反する」と述べた。", language="ja")

    assert said.organisation == "South Korean Ministry of Foreign Affairs"


def test_what_happens_in_japanese_is_no_saying():
    assert told("船は昨日、友人と港に着いた。", "ja") == []


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("据韩联社9日报道，船只已经离港。", "Yonhap", "船只已经离港"),
        ("塔斯社报道，船只已经离港。", "TASS", "船只已经离港"),
        ("俄罗斯国防部9日表示，演习已经结束。", "Russian Ministry of Defence", "演习已经结束"),
    ],
)
def test_a_chinese_saying_has_its_speaker_and_its_words(text, who, said):
    assert told(text, "zh") == [(who, [said])]


def test_a_chinese_pronoun_is_the_one_who_spoke_before():
    text = "韩国外交部发言人在记者会上表示，合作违反决议。他还说，政府将密切关注。"

    assert [who for who, _ in told(text, "zh")] == ["韩国外交部发言人", "韩国外交部发言人"]


def test_what_happens_in_chinese_is_no_saying():
    assert told("船只昨天到达港口，天气很好。", "zh") == []


@pytest.mark.parametrize("piece", ["と、は", "は日、", "と", "によると", "、通信は", "说，", "据据", "在就对向通过"])
def test_time_grows_with_the_length_alone(piece):
    text = piece * 4000
    start = time.process_time()

    read_japanese(text, Span(0, len(text)))
    read_chinese(text, Span(0, len(text)))

    assert time.process_time() - start < 1
