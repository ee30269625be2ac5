"""What the lines of an event add up to, and how far it may be believed, by written rules."""

from collections.abc import Sequence

from secondsource.linking.origins import can_raise, count_origins
from secondsource.linking.reliability import Reliabilities, told
from secondsource.model.linked import Admiralty, Contradiction, EventStatus, Line, OriginKind
from secondsource.model.outlets import OutletKind, find_outlet

DENIAL = "denial"
"""What a contradiction is about where one side denies what the other says."""

NOBODY_JUDGED = Reliabilities()

JUDGED = "judgement"
"""What a contradiction is about that a person alone saw."""

_WORDS_MOST = 12


def status_of(lines: Sequence[Line], contradictions: Sequence[Contradiction]) -> EventStatus:
    """Return what the lines add up to: a denial before a sensor, a sensor before a count.

    Where a person decided that two passages contradict each other, it is disputed too; numbers, days and places in
    which reports differ are shown and leave the event as it is.
    """
    about = {contradiction.about for contradiction in contradictions}
    n_origins = count_origins(lines)
    if DENIAL in about and not n_origins:
        return EventStatus.DENIED
    if about & {DENIAL, JUDGED}:
        return EventStatus.DISPUTED
    if any(line.origin_kind is OriginKind.SENSOR for line in lines):
        return EventStatus.SENSOR_CONFIRMED
    return EventStatus.CORROBORATED if n_origins > 1 else EventStatus.SINGLE_ORIGIN


def rate(lines: Sequence[Line], status: EventStatus, reliabilities: Reliabilities = NOBODY_JUDGED) -> Admiralty:
    """Return the rating of an event with the rules it follows from.

    Reliability is that of the best origin. By the written rules: B sensors, documents and free agencies, C other
    known outlets and officials, D the media of a state while nobody else confirms them, F whoever cannot be judged.
    A letter that a person gave a source stands above them, and they stay to be seen beside it; A and E are given by
    people alone, since they take a history that the table does not hold. Credibility is computed from independence.

    Args:
        lines: The lines of reporting.
        status: What they add up to.
        reliabilities: The letters that people gave.
    """
    found = (_reliability(line, status, reliabilities) for line in lines)
    best = min(found, default=("F", "there is no report of it"))
    credibility, why = _credibility(lines, status)
    return Admiralty(reliability=best[0], credibility=credibility, because=(summary(lines), best[1], why))


def summary(lines: Sequence[Line]) -> str:
    """Return the count in words: "14 reports, 1 origin: KCNA, in 13 of them"."""
    n_reports = len({report for line in lines for report in line.reports})
    n_origins = count_origins(lines)
    named = [f"{line.origin} in {len(line.reports)}" for line in lines if line.origin_kind is not OriginKind.UNKNOWN][
        :_WORDS_MOST
    ]
    silent = [f"{len(line.reports)} without a named origin" for line in lines if line.origin_kind is OriginKind.UNKNOWN]
    origins = "no known origin" if not n_origins else f"{n_origins} origin{'s' if n_origins > 1 else ''}"
    told = "; ".join([*named, *silent])
    return f"{n_reports} report{'s' if n_reports != 1 else ''}, {origins}: {told}" if told else f"{n_reports} reports"


def _reliability(line: Line, status: EventStatus, reliabilities: Reliabilities) -> tuple[str, str]:
    default = _by_rule(line, status)
    # Whoever is not named cannot be the source that a person judged.
    named = line.origin_kind not in {OriginKind.UNKNOWN, OriginKind.ANONYMOUS}
    judgement = reliabilities.of(line.origin, line.controller) if named else None
    return default if judgement is None else (str(judgement.value), told(judgement, default))


def _by_rule(line: Line, status: EventStatus) -> tuple[str, str]:
    origin, kind = line.origin, line.origin_kind
    if kind is OriginKind.SENSOR:
        return "B", f"{origin} records what anybody can check, as read by others"
    if kind is OriginKind.DOCUMENT:
        return "B", f"{origin} is a document that can be looked up"
    if kind is OriginKind.UNKNOWN:
        return "F", "nobody is named as the source"
    if not can_raise(origin, kind):
        return "F", f"{origin} cannot be judged: it is not in the table of outlets or not named"
    return _of_speaker(line) if kind is OriginKind.SPEAKER else _of_outlet(line, status)


def _of_speaker(line: Line) -> tuple[str, str]:
    if find_outlet(line.origin) is None and line.controller is None:
        return "F", f"{line.origin} is on record; nothing is known of the reliability"
    return "C", f"{line.origin} is on record and speaks for itself"


def _of_outlet(line: Line, status: EventStatus) -> tuple[str, str]:
    outlet = find_outlet(line.origin)
    if line.controller is not None:
        confirmed = status in {EventStatus.CORROBORATED, EventStatus.SENSOR_CONFIRMED}
        others = "others confirm it here" if confirmed else "nobody else confirms it"
        return "C" if confirmed else "D", f"{line.origin} is under the {line.controller}, and {others}"
    if outlet is not None and outlet.kind is OutletKind.AGENCY:
        return "B", f"{line.origin} is an agency that no state controls"
    return "C", f"{line.origin} is a known outlet that no state controls"


def _credibility(lines: Sequence[Line], status: EventStatus) -> tuple[int, str]:
    n_origins = count_origins(lines)
    if status is EventStatus.DENIED:
        return 5, "it is denied, and nobody known asserts it"
    if status is EventStatus.DISPUTED:
        return 4, "it is disputed; what cannot both hold stands side by side"
    if not n_origins:
        return 6, "no origin is known, so its truth cannot be judged"
    has_sensor = any(line.origin_kind is OriginKind.SENSOR for line in lines)
    if n_origins > 2 or (has_sensor and n_origins > 1):
        return 1, f"{n_origins} independent origins{', a sensor among them' if has_sensor else ''}"
    if n_origins == 2 or has_sensor:
        return 2, "a sensor's data, which others could check" if n_origins == 1 else "2 independent origins"
    return 3, "one origin; nobody independent confirms it"
