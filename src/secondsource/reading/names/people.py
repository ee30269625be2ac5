"""What makes a run of capitalised words a person's name."""

import re
from collections.abc import Sequence

from secondsource.reading.names.tokens import Token
from secondsource.reading.vocabulary import word_set

# One syllable of a Korean name in the usual romanisations.
_KOREAN_SYLLABLE = (
    r"(?:kk|tt|pp|ch|[bcdghjkmnprst])?"
    r"(?:yeo|yae|wae|yu|yo|ya|ye|eo|eu|ae|oe|wi|wa|wo|we|ui|oo|ou|[aeiouwy]{1,2})(?:ng|[nmklpt])?h?"
)
_KOREAN_GIVEN = re.compile(rf"{_KOREAN_SYLLABLE}(?:-?{_KOREAN_SYLLABLE})?\Z")
_CHINESE_GIVEN = re.compile(r"[a-z]{1,6}(?:-?[a-z]{1,6})?\Z")
_SLAVIC_SURNAME = re.compile(
    r"[a-z]{2,}(?:[oe]va?|[iy]na?|sk(?:y|iy|i|aya|yi|yj)|tsky|enko|chuk|shvili|dze|yan|vich|vych|ych)\Z"
)
_SURE_SURNAME = re.compile(r"[a-z]{3,}(?:ov|ev|enko|shvili|ovich|evich|yev|iyev)\Z")
_CYRILLIC_ENDING = re.compile(r"(?:ого|ому|ыми|ими|ом|ем|ём|ой|ей|ою|ым|им|ий|ый|ая|ую|а|у|е|ы|и|ю|я|ь|й)\Z")
_LONGEST = 5


def korean_name(words: Sequence[str]) -> bool:
    """Return whether lower-case words are a Korean name with its family name first ("kim jong un", "lim soo-suk")."""
    if not 2 <= len(words) <= 3 or words[0] not in word_set("names", "korean_surnames"):
        return False
    if len(words) == 3:
        return all("-" not in word and _KOREAN_GIVEN.match(word) and len(word) <= 6 for word in words[1:])
    return _KOREAN_GIVEN.match(words[1]) is not None and len(words[1]) > 2


def chinese_name(words: Sequence[str]) -> bool:
    """Return whether lower-case words are a Chinese name with its family name first ("xi jinping")."""
    if not 2 <= len(words) <= 3 or words[0] not in word_set("names", "chinese_surnames"):
        return False
    return all(_CHINESE_GIVEN.match(word) and 2 <= len(word) <= 10 for word in words[1:])


def family_name_first(words: Sequence[str]) -> bool:
    """Return whether the name is put with its family name first, as Korean and Chinese names are."""
    given = word_set("names", "given")
    if korean_name(words):
        # "Kim Clijsters" and "Kim Darroch" fail on syllables; "Jo Cox" and "Lee Min" are told apart by the hyphen rule.
        return words[0] not in given or words[0] in ("kim", "lee", "jo") or len(words) == 3
    return chinese_name(words) and words[0] not in given and words[1] not in given


def known_person(run: Sequence[Token]) -> bool:
    """Return whether the words alone make a person's name, wherever they stand."""
    words = [token.low for token in run]
    if not 2 <= len(run) <= _LONGEST or not _plain(run):
        return False
    given = word_set("names", "given")
    if words[0] in given and words[-1] not in word_set("names", "common"):
        return True
    if family_name_first(words) and not any(word in word_set("names", "common") for word in words):
        return True
    return len(run) == 2 and _SLAVIC_SURNAME.match(words[1]) is not None and words[0] not in word_set("names", "common")


def possible_person(run: Sequence[Token]) -> bool:
    """Return whether the words may be a person's name if the words around them speak for one."""
    if not 1 <= len(run) <= _LONGEST or not _plain(run):
        return False
    common = word_set("names", "common")
    if any(token.low in common and token.low not in word_set("names", "given") for token in run):
        return False
    return not (len(run) == 1 and (run[0].text.isupper() or len(run[0].text) < 3))


def surely_surname(word: str, *, opening: bool) -> bool:
    """Return whether a lower-case word is a family name by its ending alone ("lavrov"), or is "kim".

    Args:
        word: One capitalised word, in lower case.
        opening: Whether it opens a sentence, where other words bear a capital too ("Captain", "Begin").
    """
    if word in ("kim", "xi"):
        return True
    if len(word) < 5 or word in word_set("names", "common") or word in word_set("names", "opening"):
        return False
    return _SURE_SURNAME.match(word) is not None or (not opening and _SLAVIC_SURNAME.match(word) is not None)


def family_name(words: Sequence[str]) -> str:
    """Return the family name among the lower-case words of a full name, a Cyrillic one without its case ending."""
    if "Ѐ" <= words[0][:1] <= "ӿ":
        first = words[0] in word_set("names_cyrillic", "korean_surnames")
        return cyrillic_stem(words[0] if first else words[-1])
    if family_name_first(words):
        return words[0]
    bare = [word for word in words if word not in ("jr", "sr", "ii", "iii")]
    return (bare or list(words))[-1]


def cyrillic_stem(word: str) -> str:
    """Return a lower-case Cyrillic word without its case ending, at least three letters long; others unchanged."""
    if not "Ѐ" <= word[:1] <= "ӿ":
        return word
    stem = _CYRILLIC_ENDING.sub("", word)
    return stem if len(stem) > 2 else word


def initialled(run: Sequence[Token]) -> bool:
    """Return whether an initial stands inside the run ("Claire S. Lee", "J. Chung")."""
    return len(run) >= 2 and any(len(token.text) == 2 and token.text[1] == "." for token in run[:-1])


def _plain(run: Sequence[Token]) -> bool:
    """Return whether the words hold no digits and are not all capitals, as acronyms are."""
    return not any(any(char.isdigit() for char in token.text) for token in run) and not all(
        token.text.isupper() and len(token.text) > 2 for token in run
    )
