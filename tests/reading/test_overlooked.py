from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.reading.statements.overlooked import Overlooked, _Pieces
from secondsource.reading.statements.saying import Saying
from tests.reading.pages import page

TEXT = "The envoy left, said Orr. The ministry denied that the ship sailed, Berg told a paper. Nobody answered."
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 12))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def saying(source: str, cue: str, content: str, *, act: str = "say") -> Saying:
    return Saying(source=(at(source),), cue=(at(cue),), content=(at(content),), act=act)


def overlooked(found: list[Saying], rule: Saying, held: tuple[Span, ...] = ()) -> bool:
    return Overlooked(page(TEXT), found, held)(rule)


ORR = saying("Orr", "said", "The envoy left")
MINISTRY = saying("The ministry", "denied", "that the ship sailed", act="deny")
BERG = saying("Berg", "told", "The ministry denied that the ship sailed")


def test_a_saying_in_a_sentence_of_which_nothing_was_made_was_overlooked() -> None:
    assert overlooked([], ORR)
    assert overlooked([MINISTRY], ORR)


def test_a_saying_that_goes_round_what_was_found_was_overlooked() -> None:
    assert overlooked([MINISTRY], BERG)


def test_a_saying_that_only_crosses_what_was_found_was_not() -> None:
    crossing = saying("The ministry", "denied", "the ship sailed, Berg")
    assert not overlooked([saying("Berg", "told", "that the ship sailed")], crossing)


def test_a_saying_inside_what_somebody_says_was_overlooked_whatever_its_act() -> None:
    assert overlooked([BERG], MINISTRY)


def test_a_saying_in_words_that_were_let_go_was_overlooked() -> None:
    shortened = saying("Berg", "told", "that the ship sailed")
    assert not overlooked([shortened], MINISTRY)
    assert overlooked([shortened], MINISTRY, held=(at("The ministry denied that the ship sailed"),))


def test_the_same_cue_is_not_found_twice() -> None:
    assert not overlooked([ORR], saying("Orr", "said", "envoy left"))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_pieces_answer_as_a_look_at_each_would(spans: list[Span], asked: Span) -> None:
    pieces = _Pieces(spans)

    assert pieces.meets(asked) == any(span.meets(asked) for span in spans)
    assert pieces.covers(asked) == any(span.covers(asked) for span in spans)
    assert sorted(pieces.meeting(asked)) == sorted(span for span in spans if span.meets(asked))
