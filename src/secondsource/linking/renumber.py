"""Line ids that are unique within one linking."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.linking.kernel import Kernel
from secondsource.model.ids import LineId
from secondsource.model.linked import Event


def renumbered(events: Sequence[tuple[Event, Kernel]]) -> list[tuple[Event, Kernel]]:
    """Return the events with their lines numbered through, ``l1``, ``l2``, …, in the order of the events."""
    found: list[tuple[Event, Kernel]] = []
    n_lines = 0
    for event, kernel in events:
        lines = tuple(replace(line, id=LineId(f"l{n}")) for n, line in enumerate(event.lines, n_lines + 1))
        n_lines += len(lines)
        found.append((replace(event, lines=lines), kernel))
    return found
