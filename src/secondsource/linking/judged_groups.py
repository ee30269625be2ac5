"""What people decided about two reports being of one event, put above what the machine found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement, JudgementKind, Verdict

Scores = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions on pairs of items that can all hold together.

    Attributes:
        units: Item to the lowest item it must stay with; items that nobody judged are left out.
        apart: Pairs of such lowest items that must not be together, the lower first.
    """

    units: dict[int, int]
    apart: frozenset[tuple[int, int]]

    def unit(self, item: int) -> int:
        """Return the lowest item that ``item`` must stay with, itself if none."""
        return self.units.get(item, item)

    def are_apart(self, one: int, other: int) -> bool:
        """Return whether two items must not be together."""
        return _ordered(self.unit(one), self.unit(other)) in self.apart


def decided(judgements: Sequence[Judgement], places: Mapping[ReportId, int]) -> Decided:
    """Return the positive and negative answers on two of these reports; ``unsure`` leaves it to the machine.

    Where answers cannot all hold (a and b together, b and c together, a and c apart), the later ones stand.
    """
    latest_first = sorted(judgements, key=lambda each: (each.at, each.subject), reverse=True)
    pairs = [(_pair(each, places), each.value) for each in latest_first if each.value is not Verdict.UNSURE]
    return resolved((*pair, value is Verdict.POSITIVE) for pair, value in pairs if pair is not None)


def resolved(answers: Iterable[tuple[int, int, bool]]) -> Decided:
    """Return the answers that can all hold.

    Args:
        answers: Two items, and whether they belong together; those that stand above the others first.
    """
    units: dict[int, int] = {}
    apart: set[tuple[int, int]] = set()
    for first, second, together in answers:
        one, other = sorted(units.get(item, item) for item in (first, second))
        if not together and one != other:
            apart.add((one, other))
        elif together and (one, other) not in apart:
            units |= {item: one for item, unit in units.items() if unit == other} | {one: one, other: one}
            apart = {_ordered(units.get(lower, lower), units.get(higher, higher)) for lower, higher in apart}
    return Decided(units, frozenset(apart))


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _pair(judgement: Judgement, places: Mapping[ReportId, int]) -> tuple[int, int] | None:
    found = [places[ReportId(name)] for name in judgement.subject if ReportId(name) in places]
    is_asked = judgement.kind is JudgementKind.SAME_EVENT and len(judgement.subject) == 2
    return (found[0], found[1]) if is_asked and len(set(found)) == 2 else None


def judged_groups(groups: Sequence[Sequence[int]], scores: Scores, judged: Decided) -> list[list[int]]:
    """Return the groups with those joined that must be one and those parted that must not.

    A positive answer joins the whole groups of its two reports. A negative one parts a group in two: every other
    member goes with the side it is more like.

    Returns:
        Groups in order of their first item, each in ascending order.
    """
    if not judged.units and not judged.apart:
        return [list(group) for group in groups]
    joined = _joined(groups, judged)
    return sorted(sorted(part) for group in joined for part in _parted(group, scores, judged))


def _joined(groups: Sequence[Sequence[int]], judged: Decided) -> list[list[int]]:
    joined: list[tuple[set[int], list[int]]] = []
    for group in groups:
        units, members = {judged.unit(item) for item in group}, list(group)
        for other in [other for other in joined if other[0] & units]:
            joined.remove(other)
            units, members = units | other[0], other[1] + members
        joined.append((units, members))
    return [members for _, members in joined]


def _parted(group: Sequence[int], scores: Scores, judged: Decided) -> list[list[int]]:
    units: dict[int, list[int]] = {}
    for item in sorted(group):
        units.setdefault(judged.unit(item), []).append(item)
    kept_apart = {unit for pair in judged.apart if pair[0] in units and pair[1] in units for unit in pair}
    if not kept_apart:
        return [list(group)]
    parts: list[list[int]] = []
    seeds: list[set[int]] = []
    # Those that must be apart first, so that each of the others finds all the sides it can go to.
    for unit in sorted(units, key=lambda unit: (unit not in kept_apart, unit)):
        free = [at for at, seed in enumerate(seeds) if not any(_ordered(unit, other) in judged.apart for other in seed)]
        best = max(free, key=lambda at: (_likeness(units[unit], parts[at], scores), -at), default=None)
        if best is None or (unit in kept_apart and not _likeness(units[unit], parts[best], scores)):
            parts.append(list(units[unit]))
            seeds.append({unit})
        else:
            parts[best] += units[unit]
            seeds[best].add(unit)
    return parts


def _likeness(one: Sequence[int], other: Sequence[int], scores: Scores) -> float:
    total = sum(scores.get(_ordered(first, second), 0.0) for first in one for second in other)
    return total / (len(one) * len(other))


def told_judgements(judgements: Sequence[Judgement], reports: set[ReportId]) -> Iterator[str]:
    """Yield what was decided about these reports: one event or not, who speaks, on which day; in the answers' order."""
    for judgement in sorted(judgements, key=lambda each: (each.at, each.subject)):
        asked = _asked(judgement) if reports & {ReportId(name) for name in judgement.subject} else None
        if asked is not None:
            value = judgement.value or "taken back"
            yield f"{judgement.who} on {asked}: {value}; {judgement.why}"


def _asked(judgement: Judgement) -> str | None:
    if judgement.kind is JudgementKind.SAME_EVENT:
        return f"whether {' and '.join(judgement.subject)} are of one event"
    if judgement.kind is JudgementKind.SPEAKER:
        return f"who says the words at {judgement.subject[-1]} of {judgement.subject[0]}"
    return f"the day that {judgement.subject[0]} tells of" if judgement.kind is JudgementKind.EVENT_DAY else None
