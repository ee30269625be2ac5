"""How many origins lines of reporting rest on: the one place in this project that counts them."""

from collections.abc import Iterable

from secondsource.linking.outlet_names import outlet_key
from secondsource.model.linked import Line, OriginKind
from secondsource.model.outlet_phrases import fold_name
from secondsource.model.outlets import OutletKind, find_outlet

_NEVER_ADD_UP = frozenset({OriginKind.UNKNOWN, OriginKind.ANONYMOUS})


def count_origins(lines: Iterable[Line]) -> int:
    """Return on how many known origins of distinct control ``lines`` rest, 0 if none is known; see :func:`origins`."""
    return len(origins(lines))


def origins(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """Return the known origins of distinct control, each as its lines, in the order of their first lines.

    Desks of one state or one publisher are one origin. Unknown and anonymous origins never add up, and an outlet
    that the table does not know, or a whole country's press, adds nothing to another origin: it counts as one where
    it stands alone, and all such together as one.
    """
    known = [line for line in lines if line.origin_kind not in _NEVER_ADD_UP]
    raising: dict[str, tuple[Line, ...]] = {}
    for line in known:
        if can_raise(line.origin, line.origin_kind):
            key = control_key(line.origin, line.controller)
            raising[key] = (*raising.get(key, ()), line)
    return list(raising.values()) or ([tuple(known)] if known else [])


def can_raise(origin: str, kind: OriginKind) -> bool:
    """Return whether the origin can raise a rating: it is on record or known, not merely an unlisted outlet."""
    if kind in _NEVER_ADD_UP:
        return False
    outlet = find_outlet(origin)
    if kind is OriginKind.OUTLET:
        return outlet is not None and (outlet.kind is not OutletKind.GROUP or outlet.state_controlled)
    return True


def control_key(origin: str, controller: str | None) -> str:
    """Return the key that all origins under one control share.

    The controller where one is known, else the publisher's family, else the origin itself.
    """
    if controller is not None:
        return fold_name(controller)
    outlet = find_outlet(origin)
    return outlet_key(origin) if outlet is None else fold_name(outlet.family)
