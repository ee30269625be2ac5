"""Questions to the lists from a file, a pipe or the command line."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from secondsource.collect.json_lines import id_in, parse_line, raw_lines
from secondsource.model.errors import SecondSourceError
from secondsource.model.intake import Failure
from secondsource.model.listed import Schema
from secondsource.model.screening import Subject
from secondsource.screening.errors import QuestionMalformed
from secondsource.screening.questions import Question, question

STDIN = "-"


def name_question(name: str) -> Question:
    """Return the question for a name of which nothing else is known."""
    if not name.strip():
        raise QuestionMalformed(
            "A name was to be screened; what was given is blank.\nGive a name: second-source screen 'Kim Yong Chol'"
        )
    return Question(id=name, subject=Subject(schema=Schema.THING, names=(name,)))


def lines_of(source: str) -> Iterator[Question | Failure]:
    """Yield the questions of a file or of standard input, or why a line asks nothing, in order."""
    if source == STDIN:
        yield from _read(sys.stdin.buffer, "standard input")
        return
    with Path(source).open("rb") as stream:
        yield from _read(stream, source)


def _read(stream: BinaryIO, origin: str) -> Iterator[Question | Failure]:
    for line in raw_lines(stream):
        where = f"{origin}, line {line.number}"
        try:
            if line.is_too_long:
                raise QuestionMalformed(
                    f"{where} was to be screened; the line has {line.n_bytes:,} bytes.\nWrite one question a line."
                )
            yield question(parse_line(line.data, origin=where), number=line.number)
        except SecondSourceError as error:
            yield Failure(id=id_in(line.data) or str(line.number), origin=where, code=error.code, message=error.message)
