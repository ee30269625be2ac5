"""How much the agreement of one part of a name says: the rarer the part, the more."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from secondsource.screening.names.agree import Agreement, Rule
from secondsource.screening.names.frequency import frequencies, word_frequencies
from secondsource.screening.names.parts import Part

_UNSEEN = 5e-5
"""Share of names that hold a given part which neither the lists nor the table of frequent names know."""
_LEAST_SHARE = 2e-5
_FEWEST_NAMES = 10_000
"""A list shorter than this says nothing about how rare its names are: of three names each is a third."""
_BY_CONSONANTS = frozenset({Rule.BONES, Rule.SCRIPT})


class Rarity:
    """Weights of parts, from how many names of the lists hold them and how frequent they are in the world."""

    def __init__(self, names: Iterable[Iterable[Part]] = ()) -> None:
        self._sounds: Counter[str] = Counter()
        self._bones: Counter[str] = Counter()
        self._n_names = 0
        self._words: Mapping[str, float] = word_frequencies()
        self._weights: dict[tuple[str, bool], float] = {}
        self._for_pairs: Rarity | None = None
        for parts in names:
            self.count(parts)

    def count(self, parts: Iterable[Part]) -> None:
        """Take note of one name (of one entry: its other names are no further bearers)."""
        parts = list(parts)
        self._n_names += 1
        self._sounds.update({part.meaning or part.sound for part in parts})
        self._bones.update({part.bones for part in parts if part.bones})

    def for_pairs(self) -> "Rarity":
        """Return the weights for two names that somebody lays side by side.

        What many bodies are called says little where all of a list was searched, but tells two given names apart.
        """
        if self._for_pairs is None:
            self._for_pairs = Rarity()
            self._for_pairs._sounds, self._for_pairs._bones = self._sounds, self._bones
            self._for_pairs._n_names, self._for_pairs._words = self._n_names, {}
        return self._for_pairs

    def weight(self, part: Part) -> float:
        """Return what it says that two names share ``part``, in natural log units of chance."""
        return self._weight(part.meaning or part.sound, self._sounds, by_bones=False)

    def of(self, part: Part, how: Agreement) -> float:
        """Return what an agreement over ``part`` says: less where only consonants agree, for more names share them."""
        if how.rule not in _BY_CONSONANTS or not part.bones:
            return self.weight(part) * how.trust
        by_bones = self._weight(part.bones, self._bones, by_bones=True)
        # A part in Arabic letters has no sound of its own that others could share.
        return how.trust * (by_bones if part.readings else min(by_bones, self.weight(part)))

    def _weight(self, key: str, counts: Mapping[str, int], *, by_bones: bool) -> float:
        found = self._weights.get((key, by_bones))
        if found is None:
            on_lists = counts.get(key, 0) / max(self._n_names, _FEWEST_NAMES)
            in_world = _UNSEEN if by_bones else max(frequencies().get(key, _UNSEEN), self._words.get(key, 0.0))
            found = self._weights[key, by_bones] = -log(max(_LEAST_SHARE, (on_lists + in_world) / 2, in_world / 2))
        return found
