"""Where a speaker ends, and which pieces of what was said are one."""

import pytest

from secondsource.model.evidence import Span
from secondsource.reading.statements.encoded import without_seams
from secondsource.reading.statements.source_edges import speaker_alone


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "source", "cue", "speaker"),
    [
        ("The court on Friday rejected the plea.", "The court on Friday", "rejected", "The court"),
        ("Prosecutors in April charged two men.", "Prosecutors in April", "charged", "Prosecutors"),
        ("Orr, who in 2010 said so, left.", "who in 2010", "said", "who"),
        ("The Eastgate Courier late last week wrote it.", "The Eastgate Courier late last week", "wrote", None),
        # The time is the speaker's own: a thing of that day, a deed of that day.
        ("A poll in June showed a tie.", "A poll in June", "showed", "A poll in June"),
        ("Those voting on Tuesday said so.", "Those voting on Tuesday", "said", "Those voting on Tuesday"),
        ("The man who ran in 2008 said so.", "The man who ran in 2008", "said", "The man who ran in 2008"),
        # Not beside the verb, or after it.
        ("The court on Friday, by vote, said no.", "The court on Friday", "said", "The court on Friday"),
        ("It is so, said the court on Friday.", "the court on Friday", "said", "the court on Friday"),
        # A clause beside the speaker is opened by its pronoun.
        ("An official, who asked not to be named, left.", "An official, who", "asked", "An official"),
        ("A lawmaker who claimed it left.", "A lawmaker who", "claimed", "A lawmaker who"),
    ],
)
def test_a_speaker_is_told_without_the_time_that_parts_it_from_the_verb(
    text: str, source: str, cue: str, speaker: str | None
):
    found = speaker_alone(text, span(text, source), span(text, cue))

    assert found.of(text) == ("The Eastgate Courier" if speaker is None else speaker)


def test_a_speaker_without_a_verb_keeps_its_words():
    text = "The court on Friday"

    assert speaker_alone(text, Span(0, len(text)), None).of(text) == text


@pytest.mark.parametrize("seam", [" ", ", ", " — ", " -- ", " … "])
def test_what_a_comma_or_a_dash_parts_is_one(seam: str):
    text = f"With so many sides{seam}“no one of them fails.”"
    start = len("With so many sides")

    assert without_seams(text, [Span(0, start), Span(start + len(seam), len(text))]) == (Span(0, len(text)),)


@pytest.mark.parametrize("seam", [". ", ", he said, ", "\n\n", "; "])
def test_what_words_a_stop_or_a_line_part_stays_two(seam: str):
    text = f"“We wait{seam}we go.”"
    pieces = [span(text, "“We wait"), span(text, "we go.”")]

    assert without_seams(text, pieces) == tuple(pieces)


def test_what_a_transcript_tells_in_brackets_is_nobodys_words():
    text = "We shall win. (APPLAUSE.) We shall."
    said = [span(text, "We shall win."), span(text, "(APPLAUSE.)"), Span(text.rindex("We shall."), len(text))]

    assert without_seams(text, said) == (said[0], said[2])
    assert without_seams(text, said[1:2]) == (said[1],)
