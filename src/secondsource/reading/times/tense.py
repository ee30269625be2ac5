"""Whether the words around a day without a year look back or ahead."""

import re

_CUE = re.compile(
    r"\b(?:(?P<were>had\sbeen\s(?:due|set|scheduled|expected|planned|slated)\b)"
    r"|(?P<future>will|shall|won['’]t|would|(?:is|are|was|were|be)\s(?:to|due|set|scheduled|expected|planned|slated)\b|"
    r"(?:set|slated|supposed|scheduled|expected|hop(?:es?|ing)|wants?|going)\sto|plan(?:s|ned|ning)?\s(?:to|for)|due|effective|payable|"
    r"upcoming|forthcoming|coming|to\sbe|until|starting|beginning|by|wird|werden|планиру\w+|будет|будут|состоится|пройд[её]т)"
    r"|(?P<past>said|told|says|was|were|had|has|have|did|since|took|came|went|left|held|met|began|made|sent|saw|fell|rose|flew|"
    r"gave|got|won|lost|became|hit|shot|put|ran|set|wrote|spoke|fought|broke|stood|found|brought|paid|cut|\w{3,20}ed))\b",
    re.IGNORECASE,
)
_WINDOW = 160
_NEAR = 60


def direction(text: str, sentence: int, start: int, end: int) -> int:
    """Return 1 where the nearest verb looks ahead, -1 where it looks back, 0 where none stands near.

    Args:
        text: The whole text.
        sentence: Where the sentence begins.
        start: First character of the time expression.
        end: One past its last character.
    """
    found: str | None = None
    for match in _CUE.finditer(text, max(sentence, start - _WINDOW), start):
        # "expected to land" and "was scheduled" look ahead though a past form stands in them.
        found = match.lastgroup
    if found is None:
        stop = text.find(".", end, end + _NEAR)
        following = _CUE.search(text, end, stop if stop > 0 else min(len(text), end + _NEAR))
        found = None if following is None else following.lastgroup
    return {"future": 1, "past": -1, "were": -1}.get(found or "", 0)
