from hypothesis import given
from hypothesis import strategies as st

from secondsource.reading.encoder.features import N_FEATURES, feature, line_features
from secondsource.reading.encoder.words import word_spans_in
from secondsource.text.quotes import quoted_spans
from secondsource.text.segment import paragraph_spans

OUTSIDE, OPENS, INSIDE, CLOSES = range(4)
PLAIN, QUOTED, GOES_ON = range(3)


def told(text: str) -> list[list[tuple[str, int]]]:
    lines = paragraph_spans(text)
    words = list(word_spans_in(text, lines))
    found = line_features(text, lines, words, quoted_spans(text))
    return [
        [(span.of(text), number) for span, number in zip(spans, numbers, strict=True)]
        for spans, numbers in zip(words, found, strict=True)
    ]


def test_words_know_whether_they_stand_between_quote_marks() -> None:
    (line,) = told('He said "the port is shut" twice.')
    places = {word: number // 3 % 4 for word, number in line}
    assert places["He"] == OUTSIDE
    assert places["port"] == INSIDE
    assert places["twice"] == OUTSIDE
    assert [number // 3 % 4 for word, number in line if word == '"'] == [OPENS, CLOSES]


def test_a_paragraph_that_goes_on_with_an_unclosed_quotation_says_so() -> None:
    first, second, third = told("“We counted them.\n\n“Then we left,” he said.\n\n“Why?” she asked.")
    assert first[1][1] % 3 == QUOTED
    assert second[1][1] % 3 == GOES_ON
    assert third[1][1] % 3 == QUOTED


def test_letter_case_is_told() -> None:
    (line,) = told("UN envoy Lee met NATO’s 3rd McCrae")
    cases = {word: number // 12 for word, number in line}
    assert cases["UN"] == cases["NATO"] == 3
    assert cases["envoy"] == 1
    assert cases["Lee"] == 2
    assert cases["3rd"] == 5
    assert cases["McCrae"] == 4


def test_every_combination_has_its_own_number() -> None:
    numbers = {feature(case, place, opening) for case in range(6) for place in range(4) for opening in range(3)}
    assert numbers == set(range(N_FEATURES))


@given(st.text(alphabet="a\" “”'‘’B.\n«»„3 \t", max_size=60))
def test_any_text_has_one_feature_a_word(text: str) -> None:
    for line in told(text):
        assert all(0 <= number < N_FEATURES for _, number in line)
