"""Full stops that do not end a sentence."""

import re
import tomllib
from functools import cache
from importlib import resources

_BEFORE = re.compile(r"[\w.&'’-]+\Z")
_LOOKBACK = 24

# Words that begin a sentence and hardly ever go on after "U.S." or "Inc." inside one.
_BEGINNERS = re.compile(
    r"(?:The|A|An|In|On|At|It|He|She|They|We|I|But|And|This|That|These|Those|His|Her|Its|Their|There|As|After|Before|"
    r"When|While|If|For|From|With|By|Meanwhile|However|Some|Many|Most|No|Not|What|Who|Officials|State)\b"
)
_DAY_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|June|July|August|September|October|"
    r"November|December)\b|[A-Z]{3}\b"
)
# "z. B.", "т. е.": two letters with a blank between them.
_SPACED_PAIR = re.compile(r"[^\W\d_]\.")
_INITIAL = re.compile(r"[^\W\d_]\Z")
_AFTER_NUMBER = re.compile(
    r"(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jänner|jahrhundert|weltkrieg|"
    r"jahrestag|parteitag|bataillon|brigade|division|armee|regiment)\w*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:^|[\s(])\d{1,2}\Z")


def ends_with_abbreviation(text: str, begin: int, stop: int, following: int) -> bool:
    """Return whether the full stop at ``stop`` belongs to an abbreviation inside a sentence.

    Args:
        text: The whole text.
        begin: Where the sentence begins.
        stop: Place of the full stop.
        following: Place of the first character after the white space that follows.
    """
    before = _BEFORE.search(text, max(begin, stop - _LOOKBACK), stop)
    if before is None:
        return False
    token = before.group().lower()
    if len(token) == 1 and text[stop - 1].islower() and _SPACED_PAIR.match(text, following):
        return True
    if token in _words("go_on"):
        return True
    if token in _words("may_end"):
        return _goes_on(text, token, following)
    return _is_initial(before.group(), text, following)


def goes_on_after_number(text: str, begin: int, stop: int, following: int) -> bool:
    """Return whether the full stop makes a German ordinal ("26. September") or a list number ("1. First")."""
    number = _NUMBER.search(text, max(begin, stop - 3), stop)
    if number is None:
        return False
    return stop - begin <= 2 or _AFTER_NUMBER.match(text, following) is not None


def _goes_on(text: str, token: str, following: int) -> bool:
    if token in _words("months"):
        return text[following].isdigit()
    if token in ("a.m", "p.m"):
        return _DAY_NAME.match(text, following) is not None
    if token in _words("names"):
        return _BEGINNERS.match(text, following) is None and text[following] not in '"“«„'
    return False


def _is_initial(token: str, text: str, following: int) -> bool:
    last = token.rsplit(".", 1)[-1]
    if _INITIAL.match(last) is None or not last.isupper():
        return False
    # "Vitamin C. The …" against "J. Chung": "I" and single letters before a plain sentence opener end the sentence.
    return last != "I" and _BEGINNERS.match(text, following) is None


@cache
def _words(key: str) -> frozenset[str]:
    table = tomllib.loads((resources.files("secondsource.text") / "vocab" / "abbreviations.toml").read_text("utf-8"))
    return frozenset(table[key].split())
