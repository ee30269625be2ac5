"""Which language a text is in."""

import unicodedata
from collections import Counter

import py3langid

LETTERS_LEAST = 20
"""Letters below which a text in an alphabet that many languages share is not told."""

LOOK_MOST = 6_000
"""Characters that are looked at; more of them do not change the answer."""

_OWN_SCRIPT = {"HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "GREEK": "el", "HEBREW": "he", "THAI": "th"}
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn"})
_NOT_LATIN = _CYRILLIC - {"sr"} | frozenset(
    {
        "ar", "fa", "ur", "ps", "ug", "he", "el", "ko", "ja", "zh", "th", "hi", "mr", "ne", "bn", "ta", "te", "kn",
        "ml", "gu", "pa", "or", "si", "km", "lo", "ka", "hy", "am", "dz",
    }
)  # fmt: skip
_MADE_UP = frozenset({"la", "vo", "eo"})


def find_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language most of ``text`` is in, None where the words are too few to tell.

    A script that one language writes decides at once; among the languages of a shared script the letters do.
    """
    look = text[:LOOK_MOST]
    scripts = _scripts(look)
    if not scripts:
        return None
    script, n_letters = scripts.most_common(1)[0]
    if script == "CJK" and scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * n_letters:
        return "ja"
    if script == "CJK":
        return "ko" if scripts["HANGUL"] > 0.2 * n_letters else "zh"
    if script in _OWN_SCRIPT:
        return _OWN_SCRIPT[script]
    return _by_letters(look, script) if n_letters >= LETTERS_LEAST else None


def _by_letters(look: str, script: str) -> str | None:
    code = str(py3langid.classify(look)[0])
    fits = {"CYRILLIC": code in _CYRILLIC, "LATIN": code not in _NOT_LATIN}.get(script, True)
    return code if fits and len(code) == 2 and code not in _MADE_UP else None


def _scripts(text: str) -> Counter[str]:
    """Return how many letters of each script ``text`` holds, the script being the first word of a letter's name."""
    letters = Counter(char for char in text if char.isalpha())
    scripts: Counter[str] = Counter()
    for char, n in letters.items():
        scripts[unicodedata.name(char, "UNKNOWN").split()[0]] += n
    return scripts
