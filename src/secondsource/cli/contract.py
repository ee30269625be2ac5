"""Linked reports and events as the command contract spells them, where that is not how our values are spelt."""

from typing import Any

from secondsource.model.encoding import encode
from secondsource.model.evidence import Evidence
from secondsource.model.linked import Event, LinkedReport
from secondsource.model.seen import Holder, Seen, SeenLink

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


def seen_line(seen: Seen) -> dict[str, Any]:
    """Return what ``seen --json`` says of a report."""
    first = seen.first
    return {
        "id": seen.id,
        "kept_as": seen.asked_as if seen.kept else None,
        "repeats": [_seen_link(each, of_the_asked=True) for each in seen.repeats],
        "repeated_by": [_seen_link(each, of_the_asked=False) for each in seen.repeated_by],
        "first_seen": None
        if first is None
        else {
            "passage": _place(first.passage),
            "decided": first.decided,
            "here": first.here,
            "reports": [_holder(each) for each in first.first],
            "held_by": [each.id for each in first.holders],
        },
        "n_sharing": seen.n_sharing,
    }


def _seen_link(seen: SeenLink, *, of_the_asked: bool) -> dict[str, Any]:
    link = seen.link
    asked, held = link.child_evidence, link.parent_evidence
    if not of_the_asked:
        asked, held = held, asked
    return _holder(seen.holder) | {
        "basis": link.basis,
        "share": link.share,
        "directed": link.directed,
        "passage": _place(asked),
        "held_passage": _place(held),
        "because": link.because,
    }


def _holder(holder: Holder) -> dict[str, Any]:
    return {
        "report": holder.id,
        "outlet": holder.outlet,
        "published": holder.published,
        "title": holder.title,
    }


def _place(evidence: Evidence | None) -> dict[str, Any] | None:
    return None if evidence is None else {"start": evidence.start, "end": evidence.end, "exact": evidence.exact}


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
