"""Every distinct part of the names of a set of lists, found again by any of its spellings."""

from collections import defaultdict
from collections.abc import Iterator

from secondsource.screening.names.agree import Agreement, agreement
from secondsource.screening.names.parts import Part
from secondsource.screening.names.plain import Script

_MOST_REMEMBERED = 20_000
_SHORTEST_DELETED = 4
_STEM = 5


class Vocabulary:
    """Parts by number, and the keys that lead to them."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._by_text: dict[str, int] = {}
        self._by_sound: defaultdict[str, list[int]] = defaultdict(list)
        self._by_bones: defaultdict[str, list[int]] = defaultdict(list)
        self._by_slip: defaultdict[str, list[int]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        self._by_meaning: defaultdict[str, list[int]] = defaultdict(list)
        self._found: dict[tuple[str, bool], dict[int, Agreement]] = {}

    def add(self, part: Part) -> int:
        """Return the number of ``part``, given to it now if it is new."""
        number = self._by_text.get(part.text)
        if number is None:
            number = self._by_text[part.text] = len(self.parts)
            self.parts.append(part)
            self._file(part, number)
        return number

    def number_of(self, text: str) -> int | None:
        """Return the number of the part of that text, None if there is none."""
        return self._by_text.get(text)

    def sounding(self, sound: str) -> list[int]:
        """Return the numbers of the parts that sound exactly so."""
        return self._by_sound.get(sound, [])

    def _file(self, part: Part, number: int) -> None:
        self._by_sound[part.sound].append(number)
        if part.meaning is not None:
            self._by_meaning[part.meaning].append(number)
        for bones in part.readings or ((part.bones,) if part.bones else ()):
            self._by_bones[bones].append(number)
        if part.script is Script.LATIN or part.script is Script.CYRILLIC:
            for key in _deleted(part):
                self._by_slip[key].append(number)
            if len(part.sound) >= _STEM:
                self._by_stem[part.sound[:_STEM]].append(number)

    def like(self, part: Part, *, stems: bool = False) -> dict[int, Agreement]:
        """Return the parts that agree with ``part`` under some rule, and how."""
        key = (part.text, stems)
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= _MOST_REMEMBERED:
                self._found.clear()
            found = self._found[key] = self._like(part, stems=stems)
        return found

    def _like(self, part: Part, *, stems: bool) -> dict[int, Agreement]:
        found: dict[int, Agreement] = {}
        for number in set(self._near(part, stems=stems)):
            how = agreement(part, self.parts[number], stems=stems)
            if how is not None:
                found[number] = how
        return found

    def _near(self, part: Part, *, stems: bool) -> Iterator[int]:
        yield from self._by_sound.get(part.sound, ())
        if part.meaning is not None:
            yield from self._by_meaning.get(part.meaning, ())
        if len(part.text) == 1:
            return
        for bones in part.readings or ((part.bones,) if part.bones else ()):
            yield from self._by_bones.get(bones, ())
        if part.script is Script.LATIN or part.script is Script.CYRILLIC:
            for key in _deleted(part):
                yield from self._by_slip.get(key, ())
                # One consonant fewer: such parts are too short to be filed by what is left out of them.
                yield from self._by_bones.get(key, ())
            yield from self._by_sound.get("al" + part.sound, ())
            if part.sound.startswith("al"):
                yield from self._by_sound.get(part.sound[2:], ())
            if len(part.bones) == _SHORTEST_DELETED - 1:
                yield from self._by_slip.get(part.bones, ())
            if stems and len(part.sound) >= _STEM:
                yield from self._by_stem.get(part.sound[:_STEM], ())


def _deleted(part: Part) -> set[str]:
    """Return the keys that parts one slip apart share: one letter left out, of the consonants or of the sound."""
    bones = part.bones
    if len(bones) >= _SHORTEST_DELETED:
        return {bones, *(bones[:at] + bones[at + 1 :] for at in range(len(bones)))}
    sound = part.sound
    if len(sound) >= _SHORTEST_DELETED:
        return {"~" + sound, *("~" + sound[:at] + sound[at + 1 :] for at in range(len(sound)))}
    return set()
