"""How a word in Latin letters sounds, and the consonants it stands on, whatever scheme spelt it."""

import re
from functools import lru_cache

_VOWELS = frozenset("aeiouy")
_FINAL_H = re.compile(r"(?<=[aeiouy])h\Z")
_LONG_VOWEL = re.compile(r"oo|ee")
_DOUBLE_VOWEL = re.compile(r"([aiu])\1+")
_DOUBLE = re.compile(r"(.)\1+")
# Longest spellings first. Sources: the tables of BGN/PCGN, DIN 31635, the French and the German way for Arabic and
# Cyrillic; docs/explanation/screening.md#spellings.
_SOUNDS = re.compile(
    r"tsch|tch|shch|sch|dzh|dsch|sh|ch|ph|kh|gh|th|dh|dj|zh|ck|qu|ts|tz|cz|ou|oo|ee|ie|ei|ey|ay|ai|ae|yi|iy|ij\Z|yy|aw|au|ow|ya|ia"
    r"|ff\Z|w|c(?=[eiy])|c|q|x|e|o|y|j(?=\Z|[^aeiouy])"
)
_SOUND_OF = {
    "tsch": "c",
    "tch": "c",
    "shch": "s",
    "sch": "s",
    "dzh": "j",
    "dsch": "j",
    "sh": "s",
    "ch": "c",
    "ph": "f",
    "kh": "h",
    "gh": "g",
    "th": "t",
    "dh": "d",
    "dj": "j",
    "zh": "j",
    "ck": "k",
    "qu": "k",
    "ts": "ts",
    "tz": "ts",
    "cz": "c",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "ie": "i",
    "ei": "ai",
    "ey": "ai",
    "ay": "ai",
    "ai": "ai",
    "ae": "ai",
    "yi": "i",
    "iy": "i",
    "ij": "i",
    "yy": "i",
    "aw": "au",
    "au": "au",
    "ow": "au",
    "ya": "ia",
    "ia": "ia",
    "ff": "v",
    "w": "v",
    "c": "k",
    "q": "k",
    "x": "ks",
    "e": "a",
    "o": "u",
    "y": "i",
    "j": "i",
}
_BONES = re.compile(
    r"tsch|tch|shch|sch|dzh|dsch|sh|ch|cz|ph|kh|gh|th|dh|dj|zh|ck|qu|ts|tz|dz|nb|c(?=[eiy])|j(?=\Z|[^aeiouy])|[aeiouyvw]+|[a-z0-9]"
)
_BONE_OF = {
    "tsch": "c",
    "tch": "c",
    "shch": "c",
    "sch": "c",
    "dzh": "j",
    "dsch": "j",
    "sh": "c",
    "ch": "c",
    "cz": "c",
    "ph": "f",
    "kh": "h",
    "gh": "k",
    "th": "t",
    "dh": "d",
    "dj": "j",
    "zh": "j",
    "ck": "k",
    "qu": "k",
    "ts": "s",
    "tz": "s",
    "dz": "s",
    "nb": "mb",
    "g": "k",
    "q": "k",
    "z": "s",
    "x": "ks",
}


@lru_cache(maxsize=8192)
def sound_of(word: str) -> str:
    """Return ``word`` as it sounds in every scheme: one letter for each sound, three vowels, no doubled letters."""
    sounding = _SOUNDS.sub(_sound, _DOUBLE.sub(r"\1", _FINAL_H.sub("", _LONG_VOWEL.sub(_sound, word))))
    # Two letters that sound alike stay two: KCNA is not CNA.
    return _DOUBLE_VOWEL.sub(r"\1", sounding)


def _sound(match: re.Match[str]) -> str:
    found = match[0]
    if found == "c":
        following = match.string[match.end() : match.end() + 1]
        return "s" if following and following in "eiy" else "k"
    return _SOUND_OF[found]


@lru_cache(maxsize=8192)
def bones_of(word: str) -> str:
    """Return the consonants of ``word`` in classes that Arabic, Cyrillic and Latin spellings share.

    Begins with ``a`` where the word begins with a vowel; semivowels count as vowels.
    """
    word = _DOUBLE.sub(r"\1", _FINAL_H.sub("", word))
    bones = [_bone(match, word) for match in _BONES.finditer(word)]
    return ("a" if word and word[0] in _VOWELS and word[0] != "y" else "") + "".join(bones)


def _bone(match: re.Match[str], word: str) -> str:
    found = match[0]
    if found[0] in "aeiouyvw":
        return ""
    if found in _BONE_OF:
        return _BONE_OF[found]
    if found == "c":
        following = word[match.end() : match.end() + 1]
        return "s" if following and following in "eiy" else "k"
    if found == "j" and (match.end() == len(word) or word[match.end()] not in _VOWELS):
        return ""
    return found
