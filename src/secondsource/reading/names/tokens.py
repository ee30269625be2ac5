"""The words of a sentence as the name rules see them."""

import re
from functools import lru_cache
from typing import NamedTuple

from secondsource.model.evidence import Span

_SUFFIXES = (
    "based|led|backed|made|born|owned|run|linked|style|controlled|era|trained|allied|aligned|supplied|built|sponsored|"
    "funded|occupied|held|affiliated|class|wide|like|related|mediated|brokered|speaking|level|type|range|only|bound|"
    "flagged|operated|registered|designed|friendly|proof|elect|designate|general|turned|educated|sanctioned|imposed"
)
# The owner is part of the name: "Korean People's Army", "Workers' Party".
_OWNERS = "People|Worker|Women|Children|Nurse|Lawyer|Journalist|Farmer|Veteran|Teacher"
_TITLES = "Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sen|Rep|Gov|Adm|Capt|Sgt|Prof|St|Mt|Jr|Sr|Hon|Rev|Brig|Cmdr|Pres|Messrs|Mme"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|(?:{_TITLES})\.|[^\W\d_]\.(?=[\s-])"
    rf"|(?:{_OWNERS})(?:[’']s|s[’'](?=\s))"
    rf"|\w+(?:[’'](?!s\b)[^\W\d]\w*|-(?!(?:{_SUFFIXES})\b)\w+|&\w+)*"
)


class Token(NamedTuple):
    """A word.

    Attributes:
        start: First character.
        end: One past the last character.
        text: The word as written.
        low: The word in lower case, the dot of an abbreviated title left out.
        capital: Whether it begins with a capital letter.
        joined: Whether only blanks part it from the word before.
    """

    start: int
    end: int
    text: str
    low: str
    capital: bool
    joined: bool


def tokens_of(text: str, span: Span) -> list[Token]:
    """Return the words of a sentence; "'s" and endings such as "-based" are words of their own."""
    return list(_tokens_of(text, span.start, span.end))


# Several rules in turn ask for the words of the sentence at hand.
@lru_cache(maxsize=256)
def _tokens_of(text: str, start: int, end: int) -> tuple[Token, ...]:
    tokens: list[Token] = []
    previous_end = -1
    for match in _TOKEN.finditer(text, start, end):
        begin, over = match.span()
        word = match.group()
        between = text[previous_end:begin] if previous_end >= 0 else ""
        joined = between == " " or between.isspace()
        tokens.append(Token(begin, over, word, word.lower().rstrip("."), word[0].isupper(), joined))
        previous_end = over
    return tuple(tokens)


def title_case(tokens: list[Token]) -> bool:
    """Return whether a line is set like a headline, so that its capitals say nothing about names."""
    long_words = [token for token in tokens if len(token.text) > 3 and not token.text[0].isdigit()]
    if len(long_words) < 4:
        return False
    return sum(token.capital for token in long_words) >= 0.8 * len(long_words)
