"""What changed between two snapshots of a list, for people and for programs."""

from collections.abc import Iterator
from typing import Any

from secondsource.cli.console import console, words
from secondsource.model.listed import ListChange, ListedEntry

_MOST = 20


def change_lines(change: ListChange) -> Iterator[dict[str, Any]]:
    """Yield one line for each entry that came, went or changed."""
    for what, entries in (("added", change.added), ("removed", change.removed)):
        for entry in entries:
            yield {"change": what, **_line(change, entry)}
    for entry, fields in change.changed:
        yield {"change": "changed", **_line(change, entry), "fields": fields}


def _line(change: ListChange, entry: ListedEntry) -> dict[str, Any]:
    return {"id": entry.id, "name": entry.names[0].text, "before": change.before, "after": change.after}


def show_change(name: str, change: ListChange) -> None:
    """Draw the change."""
    out = console()
    out.print(words(f"{name}: {change.before} to {change.after}", style="bold"))
    _show_some("came", [entry.names[0].text + f" ({entry.id})" for entry in change.added])
    _show_some("went", [entry.names[0].text + f" ({entry.id})" for entry in change.removed])
    _show_some(
        "changed", [f"{entry.names[0].text} ({entry.id}): {', '.join(fields)}" for entry, fields in change.changed]
    )


def _show_some(what: str, lines: list[str]) -> None:
    out = console()
    out.print(words(f"{len(lines):,} {what}"))
    for line in lines[:_MOST]:
        out.print(words(f"  {line}"), soft_wrap=True)
    if len(lines) > _MOST:
        out.print(words(f"  … and {len(lines) - _MOST:,} more; all stand in --json", style="dim"))
