from dataclasses import replace

import pytest

from secondsource.dossier.check import check, evidence_in
from secondsource.model.dossier import Dossier, Sentence
from secondsource.model.evidence import Evidence
from tests.dossier.makers import dossier, texts


def with_answer(**changes: object) -> Dossier:
    answer = dossier().answer
    return replace(dossier(), answer=replace(answer, **changes))  # type: ignore[arg-type]


def planted(**changes: object) -> Dossier:
    citation = replace(dossier().answer.citations[0], **changes)  # type: ignore[arg-type]
    return with_answer(citations=(citation,))


def test_a_sound_dossier_has_no_faults():
    assert check(dossier(), texts()) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"exact": "words nobody wrote"},
        {"report_id": "elsewhere"},
        {"end": 10_000},
        {"start": -1},
        {"start": 5, "end": 5, "exact": ""},
    ],
)
def test_a_false_citation_is_found_where_it_stands(changes: dict[str, object]):
    faults = check(planted(**changes), texts())

    assert [fault.where for fault in faults] == ["answer.citations[0]"]
    assert faults[0].citation is not None


def test_a_sentence_that_cites_nothing_is_found():
    faults = check(with_answer(citations=()), texts())

    assert [(fault.where, fault.problem) for fault in faults] == [("answer", "the sentence cites nothing")]


def test_words_put_into_a_reports_mouth_are_found():
    first = dossier().events[0].what[0]
    put = replace(first, text=first.text.replace("military", "peaceful"))
    event = replace(dossier().events[0], what=(put,))

    faults = check(replace(dossier(), events=(event,)), texts())

    assert [fault.where for fault in faults] == ["events[0].what[0]"]


def test_a_saying_without_words_is_found():
    speaker = dossier().speakers[0]
    mute = replace(speaker, statements=(replace(speaker.statements[0], words=()),))

    faults = check(replace(dossier(), speakers=(mute,)), texts())

    assert [fault.problem for fault in faults] == ["the saying cites no words"]


def test_a_text_that_changed_after_reading_is_found_even_where_nothing_is_cited():
    changed = {**texts(), dossier().reports[1].report_id: texts()[dossier().reports[1].report_id] + " "}

    assert [fault.where for fault in check(dossier(), changed)] == ["reports[1]"]


def test_one_changed_character_under_a_citation_is_found():
    cited = dossier().answer.citations[0]
    text = texts()[cited.report_id]
    changed = {**texts(), cited.report_id: text[: cited.start] + "#" + text[cited.start + 1 :]}

    assert "answer.citations[0]" in [fault.where for fault in check(dossier(), changed)]


def test_every_sentence_of_the_dossier_is_looked_at():
    sound = dossier()
    parts: list[tuple[str, tuple[Sentence, ...]]] = [
        ("sensors", sound.sensors),
        ("silence", sound.silence),
        ("credits", sound.credits),
        ("unread", sound.unread),
        ("unknown", sound.unknown),
    ]
    for name, sentences in parts:
        bare = tuple(replace(sentence, citations=()) for sentence in sentences)
        faults = check(replace(sound, **{name: bare}), texts())  # type: ignore[arg-type]
        assert f"{name}[0]" in [fault.where for fault in faults]


def test_citations_are_found_however_deep_they_lie():
    deep = dossier().events[0].lines[0].reports[1].passages[0].parent

    assert deep in list(evidence_in(dossier()))
    assert all(isinstance(each, Evidence) for each in evidence_in(dossier()))
