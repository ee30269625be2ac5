"""Words from outside, made safe to print on a terminal."""

import unicodedata

# Overrides of writing direction let a text show other words than it holds (CVE-2021-42574).
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str, *, keep_lines: bool = False) -> str:
    """Return ``text`` with nothing in it that moves the cursor, colours, or turns the writing round.

    Tabs and line breaks become spaces; every other control character becomes U+FFFD, so that it is seen and not obeyed.

    Args:
        text: Words of a report or of a message that quotes one.
        keep_lines: Leave line breaks as they are.
    """
    return "".join(_plain_character(character, keep_lines) for character in text)


def _plain_character(character: str, keep_lines: bool) -> str:
    if character in "\n\t\r":
        return "\n" if keep_lines and character == "\n" else " "
    if character in _DIRECTION or unicodedata.category(character) in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return character
