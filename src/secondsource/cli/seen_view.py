"""Where a report's words were before, as a person sees it on a terminal."""

from collections.abc import Iterator, Sequence
from itertools import islice

from rich.padding import Padding

from secondsource.cli.console import console, words
from secondsource.dossier.date_words import date_words
from secondsource.dossier.wording import counted
from secondsource.linking.growing import NEAR_MOST
from secondsource.model.evidence import Evidence
from secondsource.model.report import Report
from secondsource.model.seen import FirstSeen, Holder, Seen, SeenLink

REPEATING_MOST = 10
"""Reports that repeat it which are shown one by one; the JSON lines have all that were compared."""

PASSAGE_MOST = 320
"""Characters of a passage that are shown; of a longer one its beginning and its end."""

_TOLD_APART_MOST = 3
"""Reports that are named where it cannot be told which of them was first."""


def show_seen(report: Report, seen: Seen, *, n_held: int) -> None:
    """Draw whose words the report repeats, who repeats it, and who had them first.

    Args:
        report: The report that was asked about.
        seen: Where its words were before.
        n_held: How many reports the ledger holds.
    """
    out = console()
    out.print(words(_heading(report), style="bold"))
    for indent, line in _lines(seen, n_held, dated=report.published.edtf is not None):
        out.print(Padding(words(line), (0, 0, 0, indent)))
    out.print()


def _heading(report: Report) -> str:
    return f"{report.title or report.id} ({report.outlet or 'unknown outlet'}, {_date(report.published.edtf)})"


def _lines(seen: Seen, n_held: int, *, dated: bool) -> Iterator[tuple[int, str]]:
    others = n_held - seen.kept
    if seen.kept:
        yield 2, f"The ledger keeps this report already, as {seen.asked_as}. Compared with the others:"
    elif seen.asked_as != seen.id:
        yield 2, f"The ledger keeps other words under {seen.id}; these would be kept beside them, as {seen.asked_as}."
    if not others:
        yield 2, "The ledger holds no other report." if seen.kept else "The ledger holds no report."
    elif not seen.repeats and not seen.repeated_by:
        yield 2, _none_found(seen, others)
    for each in seen.repeats:
        yield from _repeats(each)
    for each in seen.repeated_by[:REPEATING_MOST]:
        yield from _repeated_by(each)
    if len(seen.repeated_by) > REPEATING_MOST:
        yield 2, f"And {len(seen.repeated_by) - REPEATING_MOST} more repeat it; --json names them."
    if seen.first is not None:
        yield from _first(seen.first, dated=dated, n_sharing=seen.n_sharing)


def _none_found(seen: Seen, others: int) -> str:
    of_whom = counted(others, "report that the ledger holds", "reports that the ledger holds")
    if not seen.n_sharing:
        return f"No passage of it was found in the {of_whom}."
    share = counted(seen.n_sharing, "shares a few words with it, too few", "share a few words with it, too few")
    return f"It repeats none of the {of_whom}, and none repeats it; {share} to tell."


def _repeats(seen: SeenLink) -> Iterator[tuple[int, str]]:
    link, whom = seen.link, _named(seen.holder)
    share = f"{link.share:.0%} of its words"
    if not link.share:
        yield 2, f"Has it from {whom} by its own account; no passage is the same."
    elif link.directed:
        yield 2, f"Repeats {whom}: {share}."
    else:
        yield 2, f"Has {share} in common with {whom}; which of the two was first cannot be told."
    yield from _passages(link.child_evidence, link.parent_evidence)


def _repeated_by(seen: SeenLink) -> Iterator[tuple[int, str]]:
    link, whom = seen.link, _opening(_named(seen.holder))
    if not link.share:
        yield 2, f"{whom} has it from this report by its own account; no passage is the same."
    elif link.directed:
        yield 2, f"{whom} repeats this report: {link.share:.0%} of its own words."
    else:
        share = f"{link.share:.0%} of its words in common with this report"
        yield 2, f"{whom} has {share}; which of the two was first cannot be told."
    yield from _passages(link.parent_evidence, link.child_evidence)


def _passages(here: Evidence | None, there: Evidence | None) -> Iterator[tuple[int, str]]:
    if here is not None and there is not None and _same(here, there):
        yield 4, f"Characters {_span(here)} here, {_span(there)} there: {_quoted(here)}"
        return
    if here is not None:
        yield 4, f"Characters {_span(here)} here: {_quoted(here)}"
    if there is not None:
        yield 4, f"Characters {_span(there)} there: {_quoted(there)}"


def _first(first: FirstSeen, *, dated: bool, n_sharing: int) -> Iterator[tuple[int, str]]:
    """Tell who had the passage first; ``dated`` is whether the report that is asked about has a date."""
    with_date = [_named(each) for each in first.first if each.published is not None]
    without = [f"report {each.id}" for each in first.first if each.published is None]
    if first.here:
        (with_date if dated else without).append("this report")
    passage = f"these words ({_span(first.passage)})"
    if first.decided:
        yield 2, f"First to have {passage}: {_named(first.first[0]) if first.first else 'this report'}."
    elif len(with_date) == 1:
        yield 2, f"First to have {passage}, of those with a date: {with_date[0]}."
        yield 2, f"Whether {_listed(without, 'or')}, undated, had them before cannot be told."
    else:
        yield 2, f"Who was first to have {passage} cannot be told: {_listed([*with_date, *without], 'or')}."
    if len(first.holders) > 1:
        # Of many the nearest alone are compared.
        at_least = "at least " if n_sharing > NEAR_MOST else ""
        yield 2, f"The ledger holds {at_least}{len(first.holders)} reports with these words."


def _listed(names: Sequence[str], joined: str) -> str:
    told = list(islice(names, _TOLD_APART_MOST))
    if len(names) > len(told):
        told.append(f"one of {len(names) - len(told)} more")
    return f"{', '.join(told[:-1])} {joined} {told[-1]}" if len(told) > 1 else told[0]


def _opening(words_: str) -> str:
    return words_[:1].upper() + words_[1:]


def _named(holder: Holder) -> str:
    return f"{holder.outlet or 'an unknown outlet'}, {_date(holder.published)} ({holder.id})"


def _date(edtf: str | None) -> str:
    return "undated" if edtf is None else date_words(edtf)


def _span(evidence: Evidence) -> str:
    return f"{evidence.start} to {evidence.end}"


def _same(one: Evidence, other: Evidence) -> bool:
    return one.exact.split() == other.exact.split()


def _quoted(evidence: Evidence) -> str:
    exact = " ".join(evidence.exact.split())
    if len(exact) <= PASSAGE_MOST:
        return f"“{exact}”"
    head, tail = exact[: PASSAGE_MOST * 3 // 4], exact[-PASSAGE_MOST // 4 :]
    return f"“{head.rsplit(' ', 1)[0]} […] {tail.split(' ', 1)[-1]}”"
