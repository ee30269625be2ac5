from hypothesis import given
from hypothesis import strategies as st

from secondsource.dossier.compose import compose, listed, name, one_line, words
from secondsource.model.dossier import MarkKind
from secondsource.model.evidence import Evidence
from secondsource.model.ids import ReportId


def cited(exact: str, start: int = 0) -> Evidence:
    return Evidence(report_id=ReportId("one"), exact=exact, start=start, end=start + len(exact))


def test_words_of_a_report_stand_in_quote_marks_and_are_marked_as_such():
    said = cited("the port is closed")

    sentence = compose(name("KCNA"), " says: ", words(said), ".", citing=[said])

    assert sentence.text == "KCNA says: “the port is closed”."
    assert [(m.kind, sentence.text[m.start : m.end]) for m in sentence.marks] == [
        (MarkKind.NAME, "KCNA"),
        (MarkKind.WORDS, "the port is closed"),
    ]


def test_words_that_quote_in_turn_stand_in_single_marks():
    said = cited("they saw “closer ties” and no more")

    assert compose(words(said), citing=[said]).text == "‘they saw “closer ties” and no more’"


def test_words_that_bring_their_own_marks_get_no_second_pair():
    said = cited("“the port is closed”")

    assert compose(words(said), citing=[said]).text == "“the port is closed”"


def test_a_word_of_doubt_is_marked_where_it_stands_in_the_words():
    said = cited("the port,\n  it   could be closed", 40)
    doubt = cited("could", said.start + said.exact.index("could"))

    sentence = compose(words(said, hedges=[doubt]), citing=[said])

    hedge = next(mark for mark in sentence.marks if mark.kind is MarkKind.HEDGE)
    assert sentence.text[hedge.start : hedge.end] == "could"


def test_a_word_of_doubt_elsewhere_is_not_marked():
    said = cited("the port is closed", 40)

    sentence = compose(words(said, hedges=[cited("may", 10)]), citing=[said])

    assert [mark.kind for mark in sentence.marks] == [MarkKind.WORDS]


def test_the_same_words_are_cited_once():
    said = cited("the port is closed")

    assert compose("It is closed.", citing=[said, said]).citations == (said,)


def test_a_list_of_three_has_a_comma_and_an_and():
    pieces = listed(name(each) for each in ("Seoul", "Moscow", "Pyongyang"))

    assert compose(*pieces, citing=[cited("x")]).text == "Seoul, Moscow and Pyongyang"


@given(st.text(min_size=1), st.data())
def test_marks_always_point_at_the_words_they_mark(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    said, doubt = cited(text), cited(text[start:end], start)

    sentence = compose("It says ", words(said, hedges=[doubt]), citing=[said])

    marked = {mark.kind: sentence.text[mark.start : mark.end] for mark in sentence.marks}
    assert marked[MarkKind.WORDS] == one_line(text)
    assert marked.get(MarkKind.HEDGE, "") == one_line(text[start:end])
