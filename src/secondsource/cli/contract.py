"""Linked reports and events as the command contract spells them, where that is not how our values are spelt."""

from typing import Any

from secondsource.model.encoding import encode
from secondsource.model.linked import Event, LinkedReport

_DECIDED = frozenset({"judged", "speaker_as"})


def report_line(report: LinkedReport) -> dict[str, Any]:
    """Return what ``link --json`` says of a report; mentions stand in it only where the caller brought some."""
    line: dict[str, Any] = encode(report)
    if not report.mentions:
        del line["mentions"]
    line["statements"] = [_as_decided(statement) for statement in line["statements"]]
    return line


def event_line(event: Event) -> dict[str, Any]:
    """Return what ``link --events`` says of an event; there the report of a piece of evidence is called ``report``."""
    line: dict[str, Any] = _with_report(encode(event))
    for name in ("contradictions", "set_aside"):
        line[name] = [_as_decided(contradiction) for contradiction in line[name]]
    return line if line["set_aside"] else {key: value for key, value in line.items() if key != "set_aside"}


def _as_decided(data: dict[str, Any]) -> dict[str, Any]:
    """Return the fields without those that only a person's decision fills, where there is none."""
    return data if data["judged"] else {key: value for key, value in data.items() if key not in _DECIDED}


def _with_report(data: Any) -> Any:
    if isinstance(data, list):
        return [_with_report(item) for item in data]
    if isinstance(data, dict):
        told = {key: _with_report(item) for key, item in data.items()}
        return {"report": told["report_id"]} | told if "report_id" in told else told
    return data
