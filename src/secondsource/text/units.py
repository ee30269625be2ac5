"""The lines of a text, with lines that were only wrapped put together again."""

import re
from itertools import pairwise

from secondsource.model.evidence import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\n\r]*(?:\r\n?|\n)|\u2029|\x0c")
_STOP = re.compile(r"[.!?…。！？:;][\"'”’»›)\]）」』]{0,4}$")

WRAP_LEAST = 45
"""Characters that a wrapped line has at least; a shorter one ends its paragraph. Usual widths are 60 to 100."""

WRAP_MOST = 120
"""Characters that a wrapped line has at most; a longer one was not wrapped."""


def line_units(text: str) -> list[Span]:
    """Return the lines of ``text`` that hold words, in text order, without white space at their ends.

    Lines of one block that were only wrapped to a width are one unit: all but the last have 45 to 120 characters,
    and at least one goes on in the next with a small letter or breaks off without a stop among three or more.
    """
    units: list[Span] = []
    for block in _blocks(text):
        if _is_wrapped(text, block):
            units.append(Span(block[0].start, block[-1].end))
        else:
            units.extend(block)
    return units


def ends_with_stop(words: str) -> bool:
    """Return whether ``words`` end as a sentence or a lead-in does, closing marks and brackets allowed after it."""
    return _STOP.search(words) is not None


def _blocks(text: str) -> list[list[Span]]:
    blocks: list[list[Span]] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = _stripped(text, match.start(), match.end())
        if line is None:
            continue
        if blocks and _BLANK_LINE.search(text, last_end, match.start()) is None:
            blocks[-1].append(line)
        else:
            blocks.append([line])
        last_end = match.end()
    return blocks


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + len(words.rstrip())) if words.strip() else None


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < 2 or not all(WRAP_LEAST <= line.end - line.start <= WRAP_MOST for line in lines[:-1]):
        return False
    if any(text[after.start].islower() and not ends_with_stop(before.of(text)) for before, after in pairwise(lines)):
        return True
    # Without small letters (Korean) or by chance with capitals only at line starts: equal widths tell wrapped lines.
    widths = [line.end - line.start for line in lines[:-1]]
    open_ends = sum(not ends_with_stop(line.of(text)) for line in lines[:-1])
    return len(lines) > 3 and max(widths) - min(widths) <= 12 and open_ends * 2 > len(widths)
