"""Whether decoded text looks like words that people write, or like bytes read in the wrong encoding."""

import unicodedata
from collections import Counter

SAMPLE_MOST = 50_000
"""Characters that are looked at."""

# The most frequent letters of running text; wrong readings have them no more often than others.
_COMMON_CYRILLIC = frozenset("оеаинтсрвл")
_COMMON_HANGUL = frozenset("이다는의에을가고하한은로지사를기대도서정시일인자러부나국해어")
_WESTERN_MARKS = frozenset("“”‘’„‚–—…«»‹›€£©®™°·§¿¡ºª²³½¼¾×±•†\u00a0\u00ad´¨")


def is_plausible(text: str, codec: str) -> bool:
    """Return whether ``text``, decoded with ``codec``, has the letters that text in that encoding has."""
    counts = Counter(text[:SAMPLE_MOST])
    n_controls = sum(
        n for char, n in counts.items() if unicodedata.category(char) == "Cc" and char not in "\t\n\r\x0b\x0c\x1b"
    )
    if n_controls or not counts:
        return False
    if codec == "cp949":
        return _is_korean(counts)
    if codec in ("cp1251", "koi8-r", "iso8859-5", "cp866"):
        return _is_cyrillic(counts)
    if codec in ("cp1252", "latin-1", "iso8859-1", "iso8859-15"):
        return _is_western(counts)
    return _is_one_of_known_scripts(counts)


def _beyond_ascii(counts: Counter[str]) -> int:
    return sum(n for char, n in counts.items() if char > "\x7f")


def _share(counts: Counter[str], chars: frozenset[str], of: int) -> float:
    return sum(counts[char] for char in chars) / of if of else 0.0


def _is_korean(counts: Counter[str]) -> bool:
    n_hangul = sum(n for char, n in counts.items() if "가" <= char <= "힣")
    # Chinese characters and marks stand between the syllables, but never in most places.
    return n_hangul >= 0.7 * _beyond_ascii(counts) and _share(counts, _COMMON_HANGUL, n_hangul) >= 0.15


def _is_cyrillic(counts: Counter[str]) -> bool:
    letters = {char: n for char, n in counts.items() if "Ѐ" <= char <= "ӿ"}
    n_letters = sum(letters.values())
    n_capitals = sum(n for char, n in letters.items() if char.isupper())
    sensible = n_letters >= 0.75 * _beyond_ascii(counts) and n_capitals <= 0.5 * n_letters
    # Russian and Bulgarian running text has more than half of its letters among these ten.
    return sensible and _share(counts, _COMMON_CYRILLIC, n_letters) >= 0.4


def _is_western(counts: Counter[str]) -> bool:
    n_beyond = _beyond_ascii(counts)
    n_ascii_letters = sum(n for char, n in counts.items() if char.isascii() and char.isalpha())
    fits = sum(n for char, n in counts.items() if char > "\x7f" and (char in _WESTERN_MARKS or char.isalpha()))
    n_capitals = sum(n for char, n in counts.items() if char > "\x7f" and char.isupper())
    return fits == n_beyond and n_beyond <= 0.3 * n_ascii_letters and n_capitals <= 0.4 * n_beyond + 1


def _is_one_of_known_scripts(counts: Counter[str]) -> bool:
    n_all = sum(counts.values())
    n_common = sum(n for char, n in counts.items() if _is_common(char))
    n_ascii = sum(n for char, n in counts.items() if char.isascii())
    # Blanks and stops are ASCII in every script written here but Chinese and Japanese; wrong byte order has none.
    return n_common >= 0.9 * n_all and (n_ascii >= 0.02 * n_all or n_all < 20)


def _is_common(char: str) -> bool:
    return (
        char < "ԯ"
        or "가" <= char <= "힣"
        or "\u2000" <= char <= "\u206f"
        or "\u3000" <= char <= "ヿ"
        or "一" <= char <= "鿿"
        or "\u0590" <= char <= "ۿ"
    )
