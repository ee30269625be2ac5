"""The names of a set of lists, indexed once so that a question is a few look-ups."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from secondsource.model.listed import ListedEntry, ListedName, NameKind, SanctionsList, Schema
from secondsource.screening.identifiers import identifier_key
from secondsource.screening.names.chinese import ChineseName, chinese_readings
from secondsource.screening.names.han_bodies import body_in_latin
from secondsource.screening.names.joined import initials, joined_sounds
from secondsource.screening.names.korean import KoreanName, korean_readings
from secondsource.screening.names.korean_spellings import southern
from secondsource.screening.names.parts import Part, Parts, body_parts, person_parts, vessel_parts
from secondsource.screening.names.plain import fold_words
from secondsource.screening.names.rarity import Rarity
from secondsource.screening.names.split_names import split_names
from secondsource.screening.names.vocabulary import Vocabulary
from secondsource.screening.names.words import little_words

_MOST_JOINED = 8
_PIECE = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class IndexedName:
    """One name of one entry in parts.

    Attributes:
        entry: Place of the entry.
        text: The name.
        kind: How good the list calls it.
        numbers: Its parts in the vocabulary, in order.
        forms: Classes of its legal forms.
        korean: The ways to read it as a Korean name.
        chinese: The ways to read it as a Chinese name.
    """

    entry: int
    text: str
    kind: NameKind
    numbers: tuple[int, ...]
    forms: frozenset[str]
    korean: tuple[KoreanName, ...]
    chinese: tuple[ChineseName, ...]


def parts_of(name: str, schema: Schema) -> Parts:
    """Return the parts of a name of a thing of that kind."""
    if schema is Schema.PERSON:
        return person_parts(name)
    if schema in (Schema.VESSEL, Schema.AIRCRAFT):
        return vessel_parts(name)
    return body_parts(name)


def spellings(name: str, schema: Schema) -> tuple[str, ...]:
    """Return the name as given and, for a body called in Han characters, how lists may write it in Latin letters."""
    return (name, *body_in_latin(name)) if schema in (Schema.BODY, Schema.VESSEL) else (name,)


def parted_key(name: str) -> str:
    """Return ``name`` without case, accents and order, parted at every mark: "So'ng" is not "Song"."""
    return " ".join(sorted(word for piece in _PIECE.findall(name) for word in fold_words(piece)))


def free_key(name: str) -> str:
    """Return ``name`` without case, accents, punctuation and order."""
    return " ".join(sorted(fold_words(name)))


class Index:
    """Entries of several lists and the ways to find them.

    Attributes:
        lists: The lists, without their entries' order changed.
        entries: All entries.
        list_of: For each entry the place of its list.
        names: All names.
        names_of: For each entry the places of its names.
        vocabulary: All parts of names.
        rarity: What parts weigh.
    """

    def __init__(self, lists: Iterable[SanctionsList], *, hidden: Collection[tuple[str, str]] = ()) -> None:
        """Index ``lists``.

        Args:
            lists: What is to be found.
            hidden: Entry ids with a name (see :func:`parted_key`) that is left out, for tests.
        """
        self.lists = tuple(lists)
        self.entries: list[ListedEntry] = []
        self.list_of: list[int] = []
        self.names: list[IndexedName] = []
        self.names_of: list[list[int]] = []
        self.vocabulary = Vocabulary()
        self.rarity = Rarity()
        self.by_part: defaultdict[int, list[int]] = defaultdict(list)
        self.by_joined: defaultdict[str, list[int]] = defaultdict(list)
        self.by_initials: defaultdict[str, list[int]] = defaultdict(list)
        self.by_family: defaultdict[str, list[int]] = defaultdict(list)
        self.by_surname: defaultdict[str, list[int]] = defaultdict(list)
        self.by_identifier: defaultdict[str, list[int]] = defaultdict(list)
        self._by_id: dict[tuple[str, str], int] = {}
        for place, listed in enumerate(self.lists):
            for entry in listed.entries:
                self._add(entry, place, hidden)

    def entry(self, listed: str, entry_id: str) -> ListedEntry:
        """Return the entry of that id on the list of that name.

        Raises:
            KeyError: There is none.
        """
        return self.entries[self._by_id[listed, entry_id]]

    def parts_of_entry(self, entry: int) -> frozenset[int]:
        """Return the parts of all names of an entry, by number."""
        return frozenset(number for name in self.names_of[entry] for number in self.names[name].numbers)

    def _add(self, entry: ListedEntry, place: int, hidden: Collection[tuple[str, str]]) -> None:
        number = len(self.entries)
        self._by_id[self.lists[place].name, entry.id] = number
        self.entries.append(entry)
        self.list_of.append(place)
        self.names_of.append([])
        for identifier in entry.identifiers:
            key = identifier_key(identifier)
            if key is not None:
                self.by_identifier[key].append(number)
        seen: set[tuple[int, ...]] = set()
        for listed in entry.names:
            if hidden and (entry.id, parted_key(listed.text)) in hidden:
                continue
            for text in split_names(listed.text):
                for spelt in spellings(text, entry.schema):
                    self._add_name(number, ListedName(text, listed.kind), spelt, seen)
        self.rarity.count([self.vocabulary.parts[part] for part in self.parts_of_entry(number)])

    def _add_name(self, entry: int, listed: ListedName, spelt: str, seen: set[tuple[int, ...]]) -> None:
        text, kind, schema = listed.text, listed.kind, self.entries[entry].schema
        parts = parts_of(spelt, schema)
        numbers = tuple(self.vocabulary.add(part) for part in parts.parts)
        if not numbers or numbers in seen:
            return
        seen.add(numbers)
        person = schema is Schema.PERSON
        korean, chinese = (korean_readings(text), chinese_readings(text)) if person else ((), ())
        place = len(self.names)
        self.names.append(IndexedName(entry, text, kind, numbers, parts.forms, korean, chinese))
        self.names_of[entry].append(place)
        for number in set(numbers):
            self.by_part[number].append(place)
        self._file_joined(place, parts.parts)
        for family in {southern(family) for reading in korean for family in reading.family}:
            self.by_family[family].append(place)
        for surname in {syllable for reading in chinese for syllable in reading.family[0]}:
            self.by_surname[surname].append(place)
        if schema is Schema.BODY:
            for letters in acronyms_of(spelt, parts):
                self.by_initials[letters].append(place)

    def _file_joined(self, place: int, parts: tuple[Part, ...]) -> None:
        if 1 < len(parts) <= _MOST_JOINED:
            keys = {joined_sounds(parts[at : at + 2]) for at in range(len(parts) - 1)}
            for key in keys | {joined_sounds(parts)}:
                self.by_joined[key].append(place)


def acronyms_of(text: str, parts: Parts) -> set[str]:
    """Return what a body may be called by its initials, with and without its little words and its legal form."""
    words = fold_words(text)
    heavy = [word for word in words if word not in little_words()]
    found = (initials([part.text for part in parts.parts]), initials(heavy), initials(words))
    return {letters for letters in found if letters is not None}
