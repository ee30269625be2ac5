"""Two names laid side by side: which parts agree, and what is left over on either side."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from secondsource.screening.names.agree import Agreement
from secondsource.screening.names.parts import Part
from secondsource.screening.names.rarity import Rarity


class Pairing(NamedTuple):
    """A part of the one name and the part of the other that agrees with it.

    Attributes:
        asked: Place of the part among those asked about.
        listed: Place of the part in the listed name.
        how: How they agree.
        weight: What the agreement says, in natural log units of chance.
    """

    asked: int
    listed: int
    how: Agreement
    weight: float


class Alignment(NamedTuple):
    """Two names side by side.

    Attributes:
        pairings: The parts that agree, each used once.
        asked_over: Places of the parts asked about that nothing agrees with.
        listed_over: Places of the listed parts that nothing agrees with.
    """

    pairings: tuple[Pairing, ...]
    asked_over: tuple[int, ...]
    listed_over: tuple[int, ...]


def align(
    agreeing: Sequence[Mapping[int, Agreement]],
    listed_numbers: Sequence[int],
    listed_parts: Sequence[Part],
    rarity: Rarity,
    merged: Sequence[tuple[Sequence[int], Sequence[int]]] = (),
) -> Alignment:
    """Return the best pairing of parts, the weightiest agreements taken first.

    Args:
        agreeing: For each part asked about, the numbers of the vocabulary's parts that agree with it.
        listed_numbers: The parts of the listed name by number.
        listed_parts: The same parts.
        rarity: What parts weigh.
        merged: Places on both sides that agree when they are joined; they are spoken for.
    """
    taken = {at for places, _ in merged for at in places}
    spoken_for = {at for _, places in merged for at in places}
    possible = []
    for asked, like in enumerate(agreeing):
        if asked in taken:
            continue
        for listed, number in enumerate(listed_numbers):
            how = like.get(number)
            if how is not None and listed not in spoken_for:
                # Of two equal ones the pair that stands in the same order is taken.
                possible.append((-rarity.of(listed_parts[listed], how), abs(asked - listed), asked, listed, how))
    possible.sort()
    asked_left = set(range(len(agreeing))) - taken
    listed_left = set(range(len(listed_numbers))) - spoken_for
    pairings = []
    for weight, _, asked, listed, how in possible:
        if asked in asked_left and listed in listed_left:
            asked_left.discard(asked)
            listed_left.discard(listed)
            pairings.append(Pairing(asked, listed, how, -weight))
    return Alignment(tuple(pairings), tuple(sorted(asked_left)), tuple(sorted(listed_left)))
