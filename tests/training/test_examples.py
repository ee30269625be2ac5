from typing import Any

import pytest
import training.examples
from training.examples import Example, bits, encoded
from training.names import marked_names, name_example
from training.statements import statement_example
from training.swap import Changed

from secondsource.model.entity import NameType
from secondsource.reading.encoder.pieces import WordPieces
from secondsource.reading.encoder.session import encoder
from secondsource.reading.encoder.tags import N_STATEMENT_TAGS, NAME_TYPES, OUTSIDE, begin, inside

SOURCE, CUE, CONTENT = range(3)


@pytest.fixture(autouse=True)
def _packaged_vocabulary(monkeypatch: pytest.MonkeyPatch) -> None:
    # The base model's package is installed for training alone; the same vocabulary lies in ours.
    def vocabulary() -> WordPieces:
        return encoder().vocabulary

    monkeypatch.setattr(training.examples, "word_pieces", vocabulary)


def spans(text: str, *parts: str) -> list[list[int]]:
    return [[text.index(part), text.index(part) + len(part)] for part in parts]


def statement(text: str, *attributions: dict[str, Any], skip: list[list[int]] | None = None) -> Example:
    return statement_example({"text": text, "attributions": attributions, "skip": skip or []}, Changed(text, ()))


def word_at(text: str, part: str) -> int:
    found = encoded(text).words
    return next(number for number, span in enumerate(found) if span.start == text.index(part))


def test_each_word_has_its_tag_and_each_piece_its_cue():
    text = "“We left,” Orr said, “at dawn.”"
    example = statement(
        text,
        {"source": spans(text, "Orr"), "cue": spans(text, "said"), "content": spans(text, "“We left,”", "“at dawn.”")},
    )
    said, orr = word_at(text, "said"), word_at(text, "Orr")
    assert example.allowed[orr] == bits([begin(SOURCE)])
    assert example.allowed[said] == bits([begin(CUE)])
    assert example.allowed[0] == bits([begin(CONTENT)])
    assert example.allowed[1] == bits([inside(CONTENT)])
    assert example.allowed[word_at(text, ", “at")] == bits([OUTSIDE])
    assert {example.anchors[orr], example.anchors[0], example.anchors[word_at(text, "“at")]} == {said}
    assert example.sources[said] == orr


def test_a_cue_that_nobody_stands_before_points_to_itself():
    text = "It was reported that the ship sank."
    example = statement(
        text, {"source": [], "cue": spans(text, "reported"), "content": spans(text, "that the ship sank")}
    )
    cue = word_at(text, "reported")
    assert example.sources[cue] == cue


def test_one_source_serves_two_cues():
    text = "Orr said it was late and warned of snow."
    example = statement(
        text,
        {"source": spans(text, "Orr"), "cue": spans(text, "said"), "content": spans(text, "it was late")},
        {"source": spans(text, "Orr"), "cue": spans(text, "warned"), "content": spans(text, "of snow")},
    )
    assert example.sources[word_at(text, "said")] == example.sources[word_at(text, "warned")] == 0


def test_nothing_is_learned_from_what_an_annotator_left_open():
    text = "Read more here. Orr said so."
    example = statement(text, skip=[[0, 15]])
    assert example.allowed[0] == bits(range(N_STATEMENT_TAGS))
    assert example.allowed[word_at(text, "Orr")] == bits([OUTSIDE])


def names(kind: str, text: str, *marks: tuple[str, str]) -> Example:
    article = {
        "text": text,
        "spans": [{"start": text.index(w), "end": text.index(w) + len(w), "type": t} for w, t in marks],
    }
    return name_example(kind, marked_names(kind, article), Changed(text, ()))


def number(kind: NameType) -> int:
    return NAME_TYPES.index(kind)


def test_a_set_that_only_marks_locations_leaves_open_which_kind():
    text = "They met in Orsk"
    example = names("uner-en-ewt", text, ("Orsk", "LOC"))
    kinds = (NameType.GPE, NameType.LOC, NameType.FACILITY)
    assert example.allowed[3] == bits(begin(number(kind)) for kind in kinds)
    assert example.allowed[1] == bits([OUTSIDE])


def test_a_capitalised_word_may_be_of_a_type_that_the_set_does_not_know():
    text = "The Iskander flew"
    unmarked = names("uner-en-ewt", text)
    ours = names("own", text)
    assert unmarked.allowed[1] & bits([begin(number(NameType.WEAPON))])
    assert not unmarked.allowed[1] & bits([begin(number(NameType.PERSON))])
    assert ours.allowed[1] == bits([OUTSIDE])


def test_a_mention_of_gum_is_cut_to_the_words_that_name():
    text = "He met the president of Latvia , Anna Orr ."
    article = {
        "text": text,
        "spans": [
            {"start": 0, "end": 2, "type": "person"},
            {"start": 7, "end": 41, "type": "person", "wiki": "Anna_Orr"},
            {"start": 24, "end": 30, "type": "place", "wiki": "Latvia"},
            {"start": 33, "end": 41, "type": "person", "wiki": "Anna_Orr"},
        ],
    }
    found = {(text[mark.start : mark.end], mark.types) for mark in marked_names("gum-entities", article)}
    assert found == {
        ("Latvia", (NameType.GPE, NameType.LOC, NameType.FACILITY)),
        ("Anna Orr", (NameType.PERSON,)),
    }
