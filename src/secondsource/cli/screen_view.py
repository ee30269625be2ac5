"""Hits as a person sees them on a terminal."""

from collections.abc import Sequence

from secondsource.cli.console import console, words
from secondsource.model.listed import SanctionsList
from secondsource.model.screening import Hit, Subject


def show_hits(subject: Subject, hits: Sequence[Hit], lists: Sequence[SanctionsList]) -> None:
    """Draw the hits of one subject with their reasons; where there are none, say on which lists of which day."""
    out = console()
    asked = ", ".join(subject.names) or ", ".join(number.value for number in subject.identifiers)
    out.print(words(asked, style="bold"))
    if not hits:
        looked = ", ".join(f"{listed.name} ({listed.list_on or 'day unknown'})" for listed in lists)
        out.print(words(f"  No name or number like it on {looked}."), soft_wrap=True)
    for hit in hits:
        out.print(words(f"  {hit.score:.2f}  {hit.name}  ({hit.schema}, {hit.id})", style="bold"), soft_wrap=True)
        for reason in hit.because:
            out.print(words(f"        {reason}"), soft_wrap=True)
        if hit.cleared is not None:
            out.print(words(f"        cleared: not the same, because {hit.cleared}"), soft_wrap=True)
        if hit.reopened is not None:
            out.print(
                words(f"        open again: cleared because {hit.reopened}; the entry reads otherwise now"),
                soft_wrap=True,
            )


def show_pair(key: str, score: float, because: Sequence[str]) -> None:
    """Draw how a pair of names compares."""
    out = console()
    out.print(words(f"{key}: {score:.2f}", style="bold"))
    for reason in because:
        out.print(words(f"        {reason}"), soft_wrap=True)
