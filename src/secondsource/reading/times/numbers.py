"""English numbers in words and digits."""

import re
from functools import cache

from secondsource.reading.times.rules import either, numbered

_OPEN = re.compile(r"several|few|many|some|recent|number", re.IGNORECASE)


@cache
def english_number_pattern() -> str:
    """Return the pattern of a number as it stands before a unit of time."""
    words = either(numbered("english", "numbers"))
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    return (
        rf"(?:\d{{1,4}}(?:\.\d)?(?:\s?(?:to|or|[-–])\s?\d{{1,4}})?|(?:{tens})[-\s](?:one|two|three|four|five|six|seven|eight|nine)"
        rf"|a\scouple(?:\sof)?|couple(?:\sof)?|a\sfew|few|several|many|a\snumber\sof|half\sa(?:n)?|a\shalf|a\shundred|a\sdozen"
        rf"|(?:two|three|four|five)\shundred|one\sor\stwo|two\sor\sthree|(?:{words})(?:\sand\sa\shalf)?)"
    )


def english_number(words: str) -> int | None:
    """Return the number that the words say; None for one that is open ("several") or no whole number."""
    low = " ".join(words.lower().replace("-", " ").split())
    if low.isdigit():
        return int(low)
    if "couple" in low:
        return 2
    if _OPEN.search(low) or "half" in low or " or " in low or " to " in low or not low[0].isalpha():
        return None
    parts = [numbered("english", "numbers").get(word) for word in low.split()]
    if any(part is None for part in parts):
        return None
    known = [part for part in parts if part is not None]
    if len(known) == 2 and known[1] == 100:
        return known[0] * 100
    return sum(known) if len(known) == 1 or known[0] >= 20 else known[-1]
