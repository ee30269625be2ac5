"""A name taken apart into parts that can be compared one by one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.screening.names.arabic import arabic_bones, arabic_words
from secondsource.screening.names.cyrillic import cyrillic_in_latin
from secondsource.screening.names.latin import bones_of, sound_of
from secondsource.screening.names.plain import Script, fold_words, script_of
from secondsource.screening.names.words import little_words, longest_phrases, titles, word_table

_SERVANT = re.compile(r"\Aabd(?:[aeiou]{1,2}l(?=...)|[aeiou]{1,2}(?:([rnszdt])(?=\1))?(?=....)|(?=....))")
_OF_GOD = re.compile(r"(?<=...)(?:[aeou]ll?ah?|ul?lah)\Z")
_GOD = re.compile(r"\A[aou]?ll?ah\Z")
_GOD_AFTER_SERVANT = re.compile(r"\A[aou]?ll?ah?\Z")
_OF_FAITH = re.compile(r"(?<=...)(?:[aeou]dd?|[aeou]l?d)(?:i|ee|ie|y)ne?\Z")
_SHORTEST_JOINED = 3
_SHORTEST_OF_GOD = 7
_LONGEST_ABDULLAH = 9


class Part:
    """One part of a name and the keys under which its spellings meet.

    Attributes:
        text: The part, folded; Cyrillic in Latin letters.
        sound: How it sounds, whatever scheme spelt it; the text itself in writings without rules.
        bones: Its consonants; empty where the writing has no rule for them.
        script: The writing it came in.
        light: Whether it is a title, that neither helps nor hurts much.
        number: Whether it is a figure or a number word.
        meaning: What it means where several words of bodies' names mean the same, else None.
        readings: What its consonants may be, in writings that leave it open.
    """

    __slots__ = ("bones", "light", "meaning", "number", "readings", "script", "sound", "text")

    def __init__(
        self, text: str, script: Script, *, light: bool = False, number: bool = False, meaning: str | None = None
    ) -> None:
        self.text = text
        self.script = script
        self.light = light
        self.number = number
        self.meaning = meaning
        self.readings: tuple[str, ...] = ()
        if script is Script.LATIN or script is Script.CYRILLIC:
            self.sound = sound_of(text)
            self.bones = bones_of(text)
        elif script is Script.ARABIC:
            self.sound = text
            self.readings = arabic_bones(text)
            self.bones = self.readings[0]
        else:
            self.sound = text
            self.bones = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in parts.

    Attributes:
        parts: What can be compared, in order; little words are left out unless nothing else stands there.
        forms: Classes of the legal forms it carried ("limited").
    """

    parts: tuple[Part, ...]
    forms: frozenset[str] = frozenset()


def person_parts(name: str) -> Parts:
    """Return the parts of a person's name; compounds such as "Abdulrahman" and "Nuruddin" come apart."""
    words = [piece for word in fold_words(name) for piece in _person_pieces(word)]
    heavy = [(word, script) for word, script in words if word not in little_words()]
    return Parts(tuple(Part(word, script, light=word in titles()) for word, script in heavy or words))


def _person_pieces(word: str) -> Iterable[tuple[str, Script]]:
    script = script_of(word)
    if script is Script.ARABIC:
        return [(piece, script) for piece in arabic_words(word) if piece]
    if script is Script.CYRILLIC:
        latin = cyrillic_in_latin(word)
        return [(piece, script) for piece in _latin_pieces(latin)] if latin else []
    if script is Script.LATIN:
        return [(piece, script) for piece in _latin_pieces(word)]
    return [(word, script)]


_WHOLE = (
    (re.compile(r"\Aabd[aeou]?[lr]?\Z"), ["abd"]),
    (_GOD, ["lah"]),
    (re.compile(r"\Aab(?:u|o|ou)\Z"), ["abu"]),
    (re.compile(r"\A(?:(?:[aeou]l?|[aeou]d)?d(?:i|ee|ie|y)n|(?:[aeou]l?|[aeou]d)d(?:i|ee|ie|y)ne)\Z"), ["din"]),
)
"""Words that stand for one of the parts that Arabic names are joined from."""


def _latin_pieces(word: str) -> list[str]:
    if len(word) < _SHORTEST_JOINED:
        return [word]
    whole = next((pieces for pattern, pieces in _WHOLE if pattern.match(word)), None)
    if whole is not None:
        return whole
    servant = _SERVANT.match(word)
    if servant is not None:
        rest = word[servant.end() :]
        return ["abd", "lah"] if _GOD_AFTER_SERVANT.match(rest) else ["abd", *_ends_cut(rest)]
    if word.startswith("abd") and len(word) <= _LONGEST_ABDULLAH and _OF_GOD.search(word) is not None:
        return ["abd", "lah"]
    return _ends_cut(word)


def _ends_cut(word: str) -> list[str]:
    if len(word) >= _SHORTEST_OF_GOD:
        for pattern, end in ((_OF_GOD, "lah"), (_OF_FAITH, "din")):
            match = pattern.search(word)
            if match is not None:
                return [word[: match.start()], end]
    return [word]


def body_parts(name: str) -> Parts:
    """Return the parts of a body's name without its legal form; number words stand as figures."""
    words, forms = cut_phrases(fold_words(name), "legal_forms")
    heavy = [word for word in words if word not in little_words()] or list(words) or list(fold_words(name))
    return Parts(tuple(part for word in heavy for part in _body_pieces(word)), forms)


def _body_pieces(word: str) -> list[Part]:
    figure = word if word.isdigit() else word_table("numbers").get(word)
    if figure is not None:
        return [Part(figure, Script.LATIN, number=True)]
    script = script_of(word)
    if script is Script.ARABIC:
        return [Part(piece, script) for piece in arabic_words(word) if piece]
    latin = cyrillic_in_latin(word) if script is Script.CYRILLIC else word
    return [Part(latin, script, meaning=word_table("body_words").get(latin))] if latin else []


def vessel_parts(name: str) -> Parts:
    """Return the parts of a ship's or aircraft's name without what is set before it ("M/V")."""
    words = fold_words(name)
    before = next(
        (
            phrase
            for phrase, _ in longest_phrases("vessel_words").get(words[0] if words else "", ())
            if words[: len(phrase)] == phrase and len(words) > len(phrase)
        ),
        None,
    )
    if before is not None:
        return vessel_parts(" ".join(words[len(before) :]))
    return Parts(tuple(_vessel_piece(word, alone=len(words) == 1) for word in words))


def _vessel_piece(word: str, *, alone: bool) -> Part:
    figure = word if word.isdigit() else None if alone else word_table("numbers").get(word)
    if figure is not None:
        return Part(figure, Script.LATIN, number=True)
    script = script_of(word)
    return Part((cyrillic_in_latin(word) or word) if script is Script.CYRILLIC else word, script)


def cut_phrases(words: tuple[str, ...], table: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return ``words`` without the phrases of the table, and the values of those that stood there."""
    by_first = longest_phrases(table)
    kept: list[str] = []
    values: set[str] = set()
    place = 0
    while place < len(words):
        for phrase, value in by_first.get(words[place], ()):
            if words[place : place + len(phrase)] == phrase:
                values.add(value)
                place += len(phrase)
                break
        else:
            kept.append(words[place])
            place += 1
    return tuple(kept), frozenset(values)
