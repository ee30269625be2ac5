"""What a stretch of a report speaks of: words, ideas, names, lands and numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.linking.concepts import concepts_of
from secondsource.linking.lemma import lemma
from secondsource.linking.offices import person_key
from secondsource.linking.stopwords import is_stopword
from secondsource.model.entity import Entity, NameType
from secondsource.model.ids import EntityId
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.reading import Reading

# Latin digits inside other scripts are identifiers too: an Il-62M is one in every language.
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’-](?=[^\W_]))*|\d(?:[\d.,:]*\d)?")
_ARTICLE = re.compile(r"\Athe\s+(?=\w)", re.IGNORECASE)
_LAND = frozenset({NameType.GPE, NameType.NORP, NameType.LOC})


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing a stretch speaks of.

    Attributes:
        key: ``w:`` a word, ``c:`` an idea, ``p:`` a person, ``g:`` a land, ``e:`` another name, ``n:`` a number.
        start: Where it stands.
        is_name: Whether it is written as a name is, with a capital.
    """

    key: str
    start: int
    is_name: bool

    @property
    def is_word(self) -> bool:
        """Whether only reports in the same language can share it."""
        return self.key[0] == "w"


class Features:
    """Finds the features of stretches of one text.

    Args:
        text: A report's text, or its headline where that stands apart.
        reading: Its reading, None where there is none or ``text`` is not what was read.
    """

    def __init__(self, text: str, reading: Reading | None = None) -> None:
        self._text = text
        entities: dict[EntityId, Entity] = {} if reading is None else {entity.id: entity for entity in reading.entities}
        names = () if reading is None else reading.names
        keyed = ((name.start, name.end, _named(entities[name.entity])) for name in names)
        # A resolution that is named by its number alone ("2270 and 2375") is told by the number.
        self._names = [found for found in keyed if not _says_nothing_more(found[2])]

    def between(self, start: int, end: int) -> Iterator[Feature]:
        """Yield the features of the characters from ``start`` to before ``end``: words first, then names."""
        for match in _WORD.finditer(self._text, start, end):
            yield from _of_word(match.group(), match.start())
        for name_start, name_end, key in self._names:
            if start <= name_start and name_end <= end:
                yield Feature(key, name_start, is_name=True)

    def keys(self, start: int, end: int) -> frozenset[str]:
        """Return the keys of all features of the characters from ``start`` to before ``end``."""
        return frozenset(feature.key for feature in self.between(start, end))


def _of_word(word: str, start: int) -> Iterator[Feature]:
    folded = word.casefold()
    if folded[0].isdigit():
        if len(folded) > 1:
            yield Feature(f"n:{folded}", start, is_name=False)
        return
    if is_stopword(folded):
        return
    is_name = word[0].isupper()
    yield Feature(f"w:{lemma(word)}", start, is_name)
    for idea in sorted(concepts_of(folded)):
        yield Feature(f"c:{idea}", start, is_name)


_KINDS_OF_BODIES = """
agency assembly board cabinet commission committee congress council court
department government group house ministry panel parliament party senate union
"""
_KINDS = frozenset(_KINDS_OF_BODIES.split())
"""What a body is called for short; another report may call it otherwise, and the word itself is a feature anyway."""


def _says_nothing_more(key: str) -> bool:
    name = key.removeprefix("e:")
    return name.isdecimal() or name in _KINDS


def _named(entity: Entity) -> str:
    if entity.type is NameType.PERSON:
        return person_key(entity.name)
    if entity.type in _LAND and entity.country is not None:
        return f"g:{entity.country}"
    return f"e:{fold_name(_ARTICLE.sub('', entity.name))}"
