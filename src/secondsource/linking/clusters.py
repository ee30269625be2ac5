"""Groups by average likeness."""

import heapq
from collections.abc import Mapping


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
