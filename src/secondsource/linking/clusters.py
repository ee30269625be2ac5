"""Groups by average likeness."""

import heapq
from collections.abc import Mapping, Sequence

NEAREST = 3
"""Members of a group that decide whether an item belongs to it."""

MOVE_LEAST = 0.03
"""Likeness that another group must have more for an item to leave its own."""

LONER_MORE = 0.07
"""Likeness beyond the least that a group must have for an item that stands alone.

Chosen with NEAREST and MOVE_LEAST on the train part of ECB+; from nothing to a tenth it makes no difference there.
"""

ROUNDS_MOST = 5
"""Passes over all items; two or three settle."""


def average_groups(n_items: int, scores: Mapping[tuple[int, int], float], *, least: float) -> list[list[int]]:
    """Return groups of the items 0 to ``n_items`` - 1, joined while two groups are alike on average.

    Args:
        n_items: How many items there are.
        scores: Likeness of pairs, the lower item first; pairs left out have none.
        least: Least average likeness over all pairs of two groups for joining them.

    Returns:
        Groups in order of their first item, each in ascending order. Of equal likenesses the pair with the lower
        items is joined first.
    """
    members: dict[int, list[int]] = {item: [item] for item in range(n_items)}
    totals: dict[int, dict[int, float]] = {item: {} for item in range(n_items)}
    for (one, other), score in scores.items():
        totals[one][other] = score
        totals[other][one] = score
    heap = [(-score, one, other) for (one, other), score in scores.items() if score >= least]
    heapq.heapify(heap)
    new = n_items
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        members[new] = sorted(members.pop(one) + members.pop(other))
        totals[new] = _joined(totals, one, other)
        for neighbour, total in totals[new].items():
            totals[neighbour][new] = total
            average = total / (len(members[new]) * len(members[neighbour]))
            if average >= least:
                heapq.heappush(heap, (-average, neighbour, new))
        new += 1
    return sorted(members.values())


def _joined(totals: dict[int, dict[int, float]], one: int, other: int) -> dict[int, float]:
    first, second = totals.pop(one), totals.pop(other)
    first.pop(other, None)
    second.pop(one, None)
    for neighbour in first.keys() | second.keys():
        totals[neighbour].pop(one, None)
        totals[neighbour].pop(other, None)
    return {
        neighbour: first.get(neighbour, 0.0) + second.get(neighbour, 0.0)
        for neighbour in sorted(first.keys() | second.keys())
    }


def settled_groups(
    groups: Sequence[Sequence[int]], scores: Mapping[tuple[int, int], float], *, least: float
) -> list[list[int]]:
    """Return the groups after each item has gone to the group whose nearest members are most like it.

    Joining group by group is greedy; an item joined early to another odd one may belong elsewhere. An item moves
    only where that is better by :data:`MOVE_LEAST`, and only to a group that reaches ``least``.

    Returns:
        Groups in order of their first item, each in ascending order, none empty.
    """
    near: dict[int, dict[int, float]] = {item: {} for group in groups for item in group}
    for (one, other), score in scores.items():
        near[one][other] = score
        near[other][one] = score
    members = [list(group) for group in groups]
    place = {item: at for at, group in enumerate(members) for item in group}
    for _ in range(ROUNDS_MOST):
        moving = [item for item in sorted(place) if _moved(item, near[item], members, place, least)]
        if not moving:
            break
    return sorted(sorted(group) for group in members if group)


def _moved(item: int, near: Mapping[int, float], members: list[list[int]], place: dict[int, int], least: float) -> bool:
    """Move the item to the group it fits best; return whether it moved."""
    home = place[item]
    # Nothing pulled a single item to any group as a whole; three near members must pull the more.
    least += LONER_MORE if len(members[home]) == 1 else 0.0
    fits = {at: _fit(item, members[at], near) for at in sorted({home, *(place[other] for other in near)})}
    best = max(fits, key=lambda at: (fits[at] + (MOVE_LEAST if at == home else 0.0), -at))
    if best == home or fits[best] < least:
        return False
    members[home].remove(item)
    members[best].append(item)
    place[item] = best
    return True


def _fit(item: int, group: Sequence[int], near: Mapping[int, float]) -> float:
    """Return the average likeness of the item to the members nearest to it, itself left out."""
    scores = sorted((near.get(other, 0.0) for other in group if other != item), reverse=True)[:NEAREST]
    return sum(scores) / len(scores) if scores else 0.0
