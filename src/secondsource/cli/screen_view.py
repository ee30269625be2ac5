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
        for decided in clearance_words(hit):
            out.print(words(f"        {decided}"), soft_wrap=True)


def clearance_words(hit: Hit) -> tuple[str, ...]:
    """Return what an analyst decided about the hit and who, and whether it still stands; nothing without a decision."""
    if hit.cleared is not None:
        return (f"cleared: not the same, because {hit.cleared}",)
    if hit.reopened is not None:
        return (f"open again: cleared because {hit.reopened}; the entry reads otherwise now",)
    return ()


def show_pair(key: str, score: float, because: Sequence[str]) -> None:
    """Draw how a pair of names compares."""
    out = console()
    out.print(words(f"{key}: {score:.2f}", style="bold"))
    for reason in because:
        out.print(words(f"        {reason}"), soft_wrap=True)
