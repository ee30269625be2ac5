"""What stands between quote marks."""

import re

from secondsource.model.evidence import Span
from secondsource.text.segment import paragraph_spans

# Opening mark and the marks that may close it. The German »…« and the Swedish ”…” open with what closes elsewhere.
_CLOSERS = {
    "“": "”",
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    "”": "”",
    '"': '"',
    "＂": "＂",
    "''": "''",
    "``": "''",
    "‘": "’",
    "‚": "‘",
    "'": "'",
}
# One set of signs first, which is looked for many times as fast as whole marks; a lone ` is no mark.
_MARK = re.compile(r"[“”„«»‹›「」『』《》\"＂‘’‚'`](?:(?<=')'|(?<=`)`)?")
_NO_MARK = "`"
_SINGLE = frozenset("‘‚'")
# Marks that look the same at both ends, or open only where another language would close.
_TWO_FACED = frozenset(['"', "＂", "''", "»", "”", "'"])
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|n|round|bout)\b|\d0s\b", re.IGNORECASE)
# How far a single mark may be from its other half, in characters and in marks; past that it was an apostrophe.
_SINGLE_LONGEST = 600
_SINGLE_MARKS = 24
# How long a quotation may be that holds others in the same straight marks; past that one of the marks was a slip.
_PAIRED_LONGEST = 700


def quoted_spans(text: str) -> list[Span]:
    """Return the insides of the outermost quotations of ``text`` in order.

    A mark left open closes at its paragraph's end; the next paragraph goes on with the quotation when it opens with
    a mark of its own. Single marks count only where they close within their paragraph, so that an apostrophe opens
    nothing. A straight mark before a word inside a quotation opens another one within it, where both find their end.
    """
    spans: list[Span] = []
    for paragraph in paragraph_spans(text):
        spans.extend(_in_paragraph(text, paragraph))
    return spans


def _in_paragraph(text: str, paragraph: Span) -> list[Span]:
    spans: list[Span] = []
    marks = [mark for mark in _MARK.finditer(text, paragraph.start, paragraph.end) if mark.group() != _NO_MARK]
    index = 0
    while index < len(marks):
        mark = marks[index]
        if not _opens(text, mark, paragraph):
            index += 1
            continue
        closing = _paired(text, marks, index) if mark.group() == '"' else None
        is_doubled = closing is None and _is_doubled(text, marks, index, paragraph)
        if is_doubled:
            index += 1
            mark = marks[index]
        if closing is None:
            closing = _closing(text, marks, index, paragraph)
        # Two marks that nothing closes hold nothing.
        if closing is None and (is_doubled or mark.group() in _SINGLE):
            index += 1
            continue
        end = paragraph.end if closing is None else marks[closing].start()
        if text[mark.end() : end].strip():
            spans.append(Span(mark.end(), end))
        index = len(marks) if closing is None else closing + 1
    return spans


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    sign = mark.group()
    if sign not in _CLOSERS:
        return False
    if mark.end() >= paragraph.end:
        return False
    if sign not in _TWO_FACED and sign not in _SINGLE:
        return True
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    if text[mark.end()].isspace() or (before.isalnum() and not _is_cjk(before)) or before in ".,!?%":
        return False
    return sign != "'" or _ELISION.match(text, mark.end()) is None


def _paired(text: str, marks: list[re.Match[str]], index: int) -> int | None:
    """Return the index of the straight mark that closes a quotation, other quotations inside it left closed in pairs.

    None where the marks do not pair.
    """
    depth, opens = 0, True
    for place in range(index, len(marks)):
        mark = marks[place]
        if mark.group() != '"':
            continue
        if mark.start() - marks[index].end() > _PAIRED_LONGEST:
            break
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        # A quotation that begins with another one opens twice.
        opens = place == index or (opens if before == '"' else before.isspace() and bool(after.strip()))
        depth += 1 if opens else -1
        if depth == 0:
            return place
    return None


def _is_doubled(text: str, marks: list[re.Match[str]], index: int, paragraph: Span) -> bool:
    """Return whether the mark opens a quotation together with the same mark at once after it."""
    mark = marks[index]
    after = marks[index + 1] if index + 1 < len(marks) else None
    if mark.group() != '"' or after is None or after.group() != '"' or after.start() != mark.end():
        return False
    return mark.start() == paragraph.start or text[mark.start() - 1].isspace()


def _closing(text: str, marks: list[re.Match[str]], index: int, paragraph: Span) -> int | None:
    """Return the index of the mark that closes the quotation opened by mark ``index``."""
    opening = marks[index]
    closers = _CLOSERS[opening.group()]
    fallback: int | None = None
    for place in range(index + 1, len(marks)):
        mark = marks[place]
        sign = mark.group()
        if opening.group() in _SINGLE:
            if mark.start() - opening.end() > _SINGLE_LONGEST or place - index > _SINGLE_MARKS:
                break
            if sign != closers or not _single_closes(text, mark, paragraph):
                continue
            if text[mark.start() - 1] not in "sS":
                return place
            # "our allies' help": a later, surer mark is the end; this one only if there is none.
            fallback = place if fallback is None else fallback
        elif sign == closers or (len(sign) == 1 and sign in closers):
            return place
    return fallback


def _single_closes(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if text[mark.start() - 1].isspace():
        return False
    if mark.end() >= paragraph.end:
        return True
    after = text[mark.end()]
    return not after.isalnum() or _is_cjk(after)


def _is_cjk(character: str) -> bool:
    """Return whether the character is Hangul, Han or kana: there a particle follows a closing mark at once."""
    return "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3"
