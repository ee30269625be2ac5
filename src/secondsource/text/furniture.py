"""What on a page is not news: copyright, comment rules, newsletters, lists of other pages."""

import tomllib
from functools import cache
from importlib.resources import files

from secondsource.text.normalise import fold
from secondsource.text.units import ends_with_stop

NOTICE_MOST = 700
"""Characters that a notice has at most; a longer paragraph that mentions such words is news about them."""

HEADING_MOST = 60
"""Characters that the heading of a list of other pages has at most."""


def is_notice(words: str) -> bool:
    """Return whether a line is page furniture wherever on the page it stands."""
    if len(words) > NOTICE_MOST:
        return False
    key = fold(words)
    return key.startswith(_phrases("anywhere")) or any(phrase in key for phrase in _phrases("within"))


def is_end_notice(words: str) -> bool:
    """Return whether a line is page furniture where it stands among the last lines of a page."""
    if len(words) > NOTICE_MOST:
        return False
    key = f" {fold(words)} "
    if is_notice(words) or any(phrase in key for phrase in _bounded_phrases("at_end")):
        return True
    if key.startswith(" follow ") and any(phrase in key for phrase in _bounded_phrases("follow_on")):
        return True
    short = len(words) <= HEADING_MOST and not ends_with_stop(words)
    return short and any(phrase in key for phrase in _bounded_phrases("short_at_end"))


def is_list_heading(words: str) -> bool:
    """Return whether a line is the heading of a list of other pages or of readers' comments."""
    return len(words) <= HEADING_MOST and fold(words) in _phrases("list_headings")


@cache
def _bounded_phrases(list_name: str) -> tuple[str, ...]:
    # Korean words take their particles without a space, so only other scripts are bound to whole words.
    return tuple(phrase if phrase[0] >= "가" else f" {phrase} " for phrase in _phrases(list_name))


@cache
def _phrases(list_name: str) -> tuple[str, ...]:
    table = tomllib.loads(files("secondsource.text").joinpath("vocab/furniture.toml").read_text(encoding="utf-8"))
    return tuple(fold(phrase) for phrase in table[list_name])
