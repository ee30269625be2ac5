"""The picture of the lines of reporting: origins on the left, the reports that rest on them on the right."""

import unicodedata
from dataclasses import dataclass, replace

from secondsource.dossier.wording import counted
from secondsource.model.dossier import EventAccount, LineAccount
from secondsource.model.linked import OriginKind
from secondsource.publishing.places import Places

# One unit is one CSS pixel on a screen 320 wide, where the page's margins leave 288; so words are never drawn smaller.
WIDTH = 288
_ROW = 24
_GAP = 14
_LEAST = 52
_TOP = 24
_LEFT_ROOM = 86
_RIGHT_ROOM = 144
_MOST_REPORTS = 12
"""Reports drawn for one line; the list beside the picture has them all."""

_NARROW_PX = 6.4
_CAPITAL_PX = 8.0
_WIDE_PX = 12.0


@dataclass(frozen=True, slots=True)
class Node:
    """A shape with its words.

    Attributes:
        y: Middle, in units from the top.
        label: Words beside the shape, cut to their room.
        more: The rest of the label on a second line, cut likewise; empty for none.
        note: Smaller words below; empty for none.
        shape: Of origins ``sensor``, ``document``, ``open`` (not known or not named) or ``origin``; of reports
            ``own``, ``repeat`` or ``more``.
    """

    y: int
    label: str
    more: str
    note: str
    shape: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Where everything stands.

    Attributes:
        width: In units.
        height: In units.
        origins: One node for each line.
        reports: One node for each report drawn.
        edges: From the middle of an origin to the middle of a report, as two y values.
        description: The picture in words.
    """

    width: int
    height: int
    origins: tuple[Node, ...]
    reports: tuple[Node, ...]
    edges: tuple[tuple[int, int], ...]
    description: str


def draw_lines(event: EventAccount, places: Places) -> Picture:
    """Return the picture of the event's lines of reporting; names are cut to their room."""
    origins: list[Node] = []
    reports: list[Node] = []
    edges: list[tuple[int, int]] = []
    y = _TOP
    for line in event.lines:
        nodes = _reports(line, places, y)
        height = max(_LEAST, _ROW * len(nodes))
        shift = (height - _ROW * len(nodes)) // 2
        nodes = [replace(node, y=node.y + shift) for node in nodes]
        middle = y + height // 2
        note = "" if line.origin_kind is OriginKind.UNKNOWN else line.origin_kind.value
        origins.append(Node(middle, *_two_lines(line.origin), note, _shape(line.origin_kind)))
        reports += nodes
        edges += [(middle, node.y) for node in nodes]
        y += height + _GAP
    return Picture(WIDTH, y, tuple(origins), tuple(reports), tuple(edges), _description(event))


def fit(text: str, room_px: float) -> str:
    """Return as much of ``text`` as ``room_px`` holds in 12 px type, with an ellipsis where it is cut."""
    if width_px(text) <= room_px:
        return text
    kept = text
    while kept and width_px(kept) + _CAPITAL_PX > room_px:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _reports(line: LineAccount, places: Places, y: int) -> list[Node]:
    nodes: list[Node] = []
    for place, report in enumerate(line.reports[:_MOST_REPORTS]):
        entry = places.entry(report.report_id)
        label = fit(f"{entry.number}  {entry.outlet or 'outlet not known'}", _RIGHT_ROOM)
        nodes.append(Node(y + place * _ROW + _ROW // 2, label, "", "", "own" if report.origin else "repeat"))
    n_more = len(line.reports) - _MOST_REPORTS
    if n_more > 0:
        nodes.append(Node(y + _MOST_REPORTS * _ROW + _ROW // 2, f"and {n_more} more", "", "", "more"))
    return nodes


def _two_lines(name: str) -> tuple[str, str]:
    """Return the name on two lines, broken at a space where the first is full; nearly all names then stand whole."""
    words = name.split()
    n_first = 1
    while n_first < len(words) and width_px(" ".join(words[: n_first + 1])) <= _LEFT_ROOM:
        n_first += 1
    return fit(" ".join(words[:n_first]), _LEFT_ROOM), fit(" ".join(words[n_first:]), _LEFT_ROOM)


def _shape(kind: OriginKind) -> str:
    if kind is OriginKind.SENSOR:
        return "sensor"
    if kind is OriginKind.DOCUMENT:
        return "document"
    return "open" if kind in (OriginKind.UNKNOWN, OriginKind.ANONYMOUS) else "origin"


def _description(event: EventAccount) -> str:
    return " ".join(
        f"{line.origin}{'' if line.origin_kind is OriginKind.UNKNOWN else f' ({line.origin_kind.value})'}: "
        f"{counted(len(line.reports), 'report')}."
        for line in event.lines
    )


def width_px(text: str) -> float:
    """Return about how wide ``text`` stands in 12 px type; rather too wide than too narrow."""
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE_PX
    return _CAPITAL_PX if char.isupper() else _NARROW_PX
