"""PLOVER codes of actors: country and sector, from the words that name them."""

import re
from functools import cache

from secondsource.model.entity import Entity
from secondsource.model.territories import find_capital, find_territory
from secondsource.reading.events.forms import bases
from secondsource.reading.page import Naming
from secondsource.reading.vocabulary import read_vocabulary

_WORD = re.compile(r"(?:[^\W\d_]\.){2,8}|\w+(?:[-'’]\w+){0,4}")
_LONGEST = 4
_SHORT = 3
_CODE = re.compile(r"[A-Z]{3,12}")


def actor_code(words: str, *, country: str | None = None) -> str | None:
    """Return the PLOVER code of the actor that ``words`` name, None if not even its country or body is known.

    Args:
        words: The noun phrase, as written.
        country: ISO 3166-1 alpha-3 of the entity it stands for, where that is known already.

    Returns:
        A body's code (``UNO``, ``EUR``, ``IGO``, ``NGO``), or country and sector (``PRKMIL``); the country alone where
        no sector is told. A sector without a country is ``None``: "the army" may be anybody's.

    Source: actor codes of the PLOVER manual, draft 0.8.
    """
    grams = _grams(words)
    metonyms: dict[str, str] = read_vocabulary("actors")["metonyms"]
    for gram in grams:
        if gram.replace("_", " ") in metonyms:
            return metonyms[gram.replace("_", " ")]
    found, capital = (country, False) if country is not None else _country(words)
    body = _first_code("body", grams)
    # "Russia's Security Council" is not that of the United Nations.
    if body is not None and country is None and not (found is not None and not capital and _national(grams)):
        return body
    if found is None:
        return None
    # A capital that acts stands for its government: "Pyongyang announced".
    return found + (_first_code("sector", grams) or ("GOV" if capital else ""))


def code_of(entity: Entity, naming: Naming, *, phrase: str = "") -> str | None:
    """Return the code of ``entity``: its own where it has one, else built from its name, titles and affiliation.

    Args:
        entity: An entity of ``naming``.
        naming: The page's names.
        phrase: The noun phrase it was found in, whose other words ("Russian", "spokesman") tell more.
    """
    if entity.code is not None and _CODE.fullmatch(entity.code):
        return entity.code
    country = entity.country
    words = [phrase, entity.name, *entity.titles]
    if entity.affiliation is not None:
        affiliation = naming.entity(entity.affiliation)
        words.append(affiliation.name)
        country = country or affiliation.country
    return actor_code(" , ".join(words), country=country)


def _national(grams: list[str]) -> bool:
    return "security_council" in grams and "un" not in grams and "united_nations" not in grams


def _grams(words: str) -> list[str]:
    # Both the words as they stand and their base forms: "troops" is found as "troop", "United Nations" as it is.
    plain = [match.group().replace(".", "").replace("’", "'").removesuffix("'s") for match in _WORD.finditer(words)]
    # Short forms count in capitals only: "UN" is a body, the "Un" of "Kim Jong Un" is not.
    hidden = {index for index, word in enumerate(plain) if len(word) <= _SHORT and not word.isupper()}
    singles = [word.lower() for word in plain]
    grams: list[str] = []
    for n in range(_LONGEST, 0, -1):
        for start in range(len(singles) - n + 1):
            piece = singles[start : start + n]
            if n == 1 and start in hidden:
                continue
            grams.append("_".join(piece))
            grams.extend("_".join([*piece[:-1], base]) for base, _ in bases(piece[-1]) if base != piece[-1])
    return grams


@cache
def _codes(kind: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((row["code"], frozenset(row["words"].split())) for row in read_vocabulary("actors")[kind])


def _first_code(kind: str, grams: list[str]) -> str | None:
    found = set(grams)
    return next((code for code, words in _codes(kind) if not words.isdisjoint(found)), None)


def _country(words: str) -> tuple[str | None, bool]:
    """Return the country the words name first, longest name first, and whether its capital stands for it."""
    tokens = [match.group().removesuffix("'s").removesuffix("’s") for match in _WORD.finditer(words)]
    for find, capital in ((find_territory, False), (find_capital, True)):
        for start in range(len(tokens)):
            for n in range(min(_LONGEST, len(tokens) - start), 0, -1):
                piece = " ".join(tokens[start : start + n])
                territory = find(piece) if piece[:1].isupper() else None
                if territory is not None:
                    return territory.alpha3, capital
    return None, False
