"""Reports marked by hand: a text with ``⟦LABEL words⟧`` in it, and the spans that the marks mean.

The format is described in ``corpus/README.md``. Nothing but the standard library is needed to read it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

OPEN, CLOSE = "⟦", "⟧"
ROLES: Mapping[str, str] = {"S": "source", "C": "cue", "X": "content"}
ROLE_LABEL = re.compile(r"([A-Z]+)([1-9]\d*(?:,[1-9]\d*)*)")
HEADER_LINE = re.compile(r"([a-z][a-z-]*): (\S.*)")

Spans = tuple[tuple[int, int], ...]


class MarkError(ValueError):
    """A marked text that cannot be read.

    Attributes:
        reason: What is wrong, in words.
        line: The line it is in, counted from 1; None where the whole report is meant.
        report: Id of the report, once it is known.
    """

    def __init__(self, reason: str, *, line: int | None = None, report: str | None = None) -> None:
        where = [part for part in (report, None if line is None else f"line {line}") if part is not None]
        super().__init__(": ".join([", ".join(where), reason]) if where else reason)
        self.reason = reason
        self.line = line
        self.report = report


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One ``⟦LABEL words⟧``, its place in the text that is left when all marks are taken out.

    Attributes:
        label: The characters between the bracket and the first space.
        start: First character of the words, in code points.
        end: One past the last.
        line: Line of the marked text, counted from 1.
    """

    label: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedAttribution:
    """Who said what by which words, as spans of code points, ends exclusive, each role in text order.

    Attributes:
        number: Its number in the report.
        source: Who says it; empty if the text does not tell.
        cue: The words that attribute; empty if there are none.
        content: What is said, never empty.
        depth: How many contents of other attributions hold its cue (its content if it has no cue); 0 is outermost.
    """

    number: int
    source: Spans
    cue: Spans
    content: Spans
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReport:
    """A report, its text without marks, and the attributions marked in it.

    Attributes:
        id: Name of its file with the part, as ``test/07-tanker``.
        header: The lines before the text, by key.
        text: The text that the spans count in; no white space at its ends.
        attributions: By number.
    """

    id: str
    header: Mapping[str, str]
    text: str
    attributions: tuple[MarkedAttribution, ...]


def plain(text: str, *, first_line: int = 1) -> tuple[str, list[Mark]]:
    """Return the text without its marks, and the marks; a mark may hold others and stays within its line.

    Args:
        text: Any text; the label of a mark is whatever stands between the bracket and the first space.
        first_line: Number of the text's first line in its file, for marks and errors.

    Returns:
        The bare text and the marks in the order of their opening brackets, an outer one before the ones in it.

    Raises:
        MarkError: A bracket without its other half, a mark without label or words, white space at an end of the words,
            or an end within a word.
    """
    lines: list[str] = []
    marks: list[Mark] = []
    length = 0
    for number, line in enumerate(text.split("\n"), first_line):
        bare, found = _plain_line(line, number=number, offset=length)
        lines.append(bare)
        marks += found
        length += len(bare) + 1
    return "\n".join(lines), marks


def parse_report(text: str, *, id: str) -> MarkedReport:  # noqa: A002 - the field is named so
    """Return the report that a marked file holds.

    Args:
        text: Header lines ``key: value``, an empty line, then the text with its marks.
        id: Kept as it is.

    Raises:
        MarkError: A broken header, or marks that cannot be read as attributions (see ``corpus/README.md``).
    """
    try:
        header, body, first_line = _split_header(text)
        bare, marks = plain(body, first_line=first_line)
        attributions = _attributions(marks)
    except MarkError as error:
        raise MarkError(error.reason, line=error.line, report=id) from None
    return MarkedReport(id=id, header=header, text=bare, attributions=attributions)


def load_reports(folder: Path) -> list[MarkedReport]:
    """Return the reports of ``folder``, by name; the id is ``folder/stem``.

    Raises:
        MarkError: The first file that cannot be read.
    """
    return [
        parse_report(path.read_text(encoding="utf-8"), id=f"{folder.name}/{path.stem}")
        for path in sorted(folder.glob("*.txt"))
    ]


def _plain_line(line: str, *, number: int, offset: int) -> tuple[str, list[Mark]]:
    """Take the marks out of one line whose first character stands at ``offset`` of the bare text."""
    bare = ""
    still_open: list[tuple[str, int, int]] = []  # label, start, place among the opening brackets of the line
    closed: dict[int, Mark] = {}
    n_opened = place = 0
    while place < len(line):
        sign = line[place]
        place += 1
        if sign == OPEN:
            label = line[place:].partition(" ")[0]
            if not label or OPEN in label or CLOSE in label:
                raise MarkError(f"a mark without label or words: {line[place - 1 : place + 30]!r}", line=number)
            still_open.append((label, len(bare), n_opened))
            n_opened += 1
            place += len(label) + 1
        elif sign == CLOSE:
            if not still_open:
                raise MarkError(f"a bracket closes nothing after {bare[-30:]!r}", line=number)
            label, start, opened = still_open.pop()
            words = bare[start:]
            if not words or words != words.strip():
                raise MarkError(f"mark {label}: no words, or white space at an end of {words[-30:]!r}", line=number)
            closed[opened] = Mark(label=label, start=offset + start, end=offset + len(bare), line=number)
        else:
            bare += sign
    if still_open:
        label, start, _ = still_open[-1]
        raise MarkError(f"mark {label} is not closed in its line: {bare[start : start + 30]!r}", line=number)
    marks = [closed[opened] for opened in range(n_opened)]
    for mark in marks:
        _refuse_cut_words(mark, bare, offset=offset)
    return bare, marks


def _refuse_cut_words(mark: Mark, bare: str, *, offset: int) -> None:
    for border in (mark.start - offset, mark.end - offset):
        if 0 < border < len(bare) and bare[border - 1].isalnum() and bare[border].isalnum():
            raise MarkError(f"mark {mark.label} cuts the word at {bare[border - 1 : border + 20]!r}", line=mark.line)


def _split_header(text: str) -> tuple[dict[str, str], str, int]:
    """Return the header, the text after it, and the line that the text begins in."""
    head, _, body = text.partition("\n\n")
    header: dict[str, str] = {}
    for number, line in enumerate(head.split("\n"), 1):
        match = HEADER_LINE.fullmatch(line)
        if match is None or match[1] in header:
            raise MarkError(f"not a new header line 'key: value': {line[:60]!r}", line=number)
        header[match[1]] = match[2]
    body = body.rstrip("\n")
    if not body or body != body.strip():
        raise MarkError("no text, or white space at an end of it", line=head.count("\n") + 3)
    return header, body, head.count("\n") + 3


def _attributions(marks: list[Mark]) -> tuple[MarkedAttribution, ...]:
    """Gather the marks of each number, once it is sure that they can stand together."""
    read = [(mark, *_role(mark)) for mark in marks]
    _refuse_overlaps(read)
    spans: dict[int, dict[str, list[tuple[int, int]]]] = {}
    for mark, role, numbers in read:
        for number in numbers:
            spans.setdefault(number, {name: [] for name in ROLES.values()})[role].append((mark.start, mark.end))
    for mark, _, numbers in read:
        for number in numbers:
            if not spans[number]["content"]:
                raise MarkError(f"attribution {number} has no content", line=mark.line)
    return tuple(
        MarkedAttribution(
            number=number,
            source=tuple(spans[number]["source"]),
            cue=tuple(spans[number]["cue"]),
            content=tuple(spans[number]["content"]),
            depth=_depth(number, read),
        )
        for number in sorted(spans)
    )


def _role(mark: Mark) -> tuple[str, frozenset[int]]:
    match = ROLE_LABEL.fullmatch(mark.label)
    if match is None or match[1] not in ROLES:
        raise MarkError(f"unknown role {mark.label!r}; S, C or X with a number are known", line=mark.line)
    numbers = frozenset(int(number) for number in match[2].split(","))
    if match[1] != "S" and len(numbers) > 1:
        raise MarkError(f"{mark.label}: only a source may serve several attributions", line=mark.line)
    return ROLES[match[1]], numbers


def _refuse_overlaps(read: list[tuple[Mark, str, frozenset[int]]]) -> None:
    """Raise on a mark within a source or a cue, or within another mark of its own attribution.

    Brackets cannot cross, so two marks that share a character lie one in the other, the inner one later in the list.
    """
    for place, (outer, role, numbers) in enumerate(read):
        for inner, _, inner_numbers in read[place + 1 :]:
            if inner.start >= outer.end:
                break
            if role != "content":
                raise MarkError(
                    f"mark {inner.label} overlaps {outer.label}: only a content holds marks", line=inner.line
                )
            if numbers & inner_numbers:
                raise MarkError(f"mark {inner.label} overlaps {outer.label} of its own attribution", line=inner.line)


def _depth(number: int, read: list[tuple[Mark, str, frozenset[int]]]) -> int:
    """Count the attributions whose content is open where the first cue of ``number`` begins (its content without)."""
    own = {role: place for place, (_, role, numbers) in reversed(list(enumerate(read))) if number in numbers}
    place = own.get("cue", own["content"])
    held = read[place][0]
    return len(
        {
            outer
            for mark, role, numbers in read[:place]
            if role == "content" and mark.end >= held.end
            for outer in numbers
        }
    )
