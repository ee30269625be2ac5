"""Where the words of a new report were before, told by an index of runs over what a ledger holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from secondsource.linking.copies import Compared, CopyFinder
from secondsource.linking.growing import ReadReport, compared_with, links_of, nearest, telling
from secondsource.linking.passages import AnyRuns, Passage, overlap, place_in_parent
from secondsource.linking.run_index import RunIndex
from secondsource.linking.shingles import RunArray, Vocabulary
from secondsource.linking.when import Stretch, stretch_of
from secondsource.linking.wording import own_wording
from secondsource.model.custody import Held
from secondsource.model.evidence import Evidence
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyLink
from secondsource.model.report import Report
from secondsource.model.seen import FirstSeen, Holder, Seen, SeenLink
from secondsource.text.sections import find_sections

HELD_SHARE = 0.5
"""Share of a passage that a report must hold to be one of those that have it."""

_Links = Mapping[ReportId, Sequence[CopyLink]]


class Archive(Protocol):
    """Where the reports are that an index tells of."""

    def held_at(self, entry: int, /) -> Held:
        """Return the report that an entry made what it was, as it was then."""


class SeenBefore:
    """Tells of each new report whose words it repeats, and who repeats its words.

    The links are those that comparing all reports at once would give, as far as those with most runs in common tell.

    Args:
        index: The runs of the reports held.
        entries: int64, ascending; for each number of the index the entry of the log that made the report what it was.
        archive: Where the reports themselves are.
    """

    def __init__(self, index: RunIndex, entries: NDArray[np.int64], archive: Archive) -> None:
        self._index = index
        self._entries = entries
        self._archive = archive
        self._vocabulary = Vocabulary()

    def of(self, new: ReadReport, *, name: ReportId | None = None, own: int | None = None) -> Seen:
        """Return where the words of ``new`` were before.

        Args:
            new: The report, with the id under which the ledger keeps it or would.
            name: The id that it came with, where that is another.
            own: The entry under which the ledger holds it, None where it holds it not.

        Raises:
            IndexDamaged: The index is not whole.
        """
        report = new.report
        number = None if own is None else number_of(self._entries, own)
        partners = self._index.partners(runs_of(new, self._vocabulary), without=number)
        sharing = telling(partners, sampling=self._index.sampling)
        found = Seen(
            id=report.id if name is None else name,
            asked_as=report.id,
            kept=own is not None,
            n_sharing=len(sharing),
        )
        if not sharing:
            return found
        near = nearest(partners, sharing)
        others = [read_as_held(self._archive.held_at(int(self._entries[at]))) for at in near]
        return _told(found, report, compared_with(new, others), partners.furniture)


def number_of(entries: NDArray[np.int64], entry: int) -> int | None:
    """Return the place of ``entry`` among ascending entries, None if it is not there."""
    at = int(entries.searchsorted(entry))
    return at if at < len(entries) and entries[at] == entry else None


def read_as_held(held: Held) -> ReadReport:
    """Return a report that a ledger holds, with the parts that its wording depends on.

    Where nobody read it the parts are found in its text.
    """
    report = held.report
    if held.reading is None and not report.sections:
        report = replace(report, sections=find_sections(report.text, title=report.title))
    return ReadReport(report, held.reading)


def runs_of(read: ReadReport, vocabulary: Vocabulary) -> RunArray:
    """Return the long runs of a report's own words, ascending, each once."""
    sections = () if read.reading is None else read.reading.sections
    return vocabulary.runs(own_wording(read.report, sections)).long_set


def _told(found: Seen, report: Report, compared: Compared, furniture: RunArray) -> Seen:
    finder = CopyFinder(compared, furniture=furniture)
    all_links = finder.links()
    links = links_of(report.id, all_links)
    held = {other.id: other for other in compared.reports}
    repeats = [SeenLink(holder=_holder(held[link.parent]), link=link) for link in links.pop(report.id, ())]
    repeated_by = [
        SeenLink(holder=_holder(held[child]), link=link)
        for child, chosen in links.items()
        for link in chosen
        if link.parent == report.id
    ]
    repeated_by.sort(key=lambda each: -each.link.share)
    links_shown = [each.link for each in (*repeats, *repeated_by)]
    first = _first_seen(report, links_shown[0], compared, all_links, finder.furniture) if links_shown else None
    return replace(found, repeats=tuple(repeats), repeated_by=tuple(repeated_by), first=first)


def _first_seen(
    report: Report, link: CopyLink, compared: Compared, links: _Links, furniture: AnyRuns
) -> FirstSeen | None:
    mine = next(at for at, each in enumerate(compared.reports) if each.id == report.id)
    passage = _passage(link, report, compared, furniture)
    if passage is None:
        return None
    # In the order of time, as the reports are.
    have_it = [at for at in range(len(compared.reports)) if at != mine and _has(passage, mine, at, compared, furniture)]
    span = compared.wordings[mine].span(passage.first, passage.end)
    first = _earliest([*(compared.reports[at] for at in have_it), report], links)
    return FirstSeen(
        passage=Evidence(report_id=report.id, exact=span.of(report.text), start=span.start, end=span.end),
        holders=tuple(_holder(compared.reports[at]) for at in have_it),
        first=tuple(_holder(compared.reports[at]) for at in have_it if compared.reports[at].id in first),
        here=report.id in first,
    )


def _passage(link: CopyLink, report: Report, compared: Compared, furniture: AnyRuns) -> Passage | None:
    """Return the link's passage by the places of its words in ``report``, None where there is none."""
    places = {each.id: at for at, each in enumerate(compared.reports)}
    child, parent = (compared.runs[places[name]] for name in (link.child, link.parent))
    longest = max(
        overlap(child, parent, furniture).passages, key=lambda each: (each.n_words, -each.first), default=None
    )
    return longest if longest is None or link.child == report.id else place_in_parent(child, parent, longest)


def _has(passage: Passage, mine: int, at: int, compared: Compared, furniture: AnyRuns) -> bool:
    shared = overlap(compared.runs[mine], compared.runs[at], furniture).passages
    return _n_within(passage, shared) >= HELD_SHARE * passage.n_words


def _n_within(passage: Passage, others: Iterable[Passage]) -> int:
    return sum(max(0, min(passage.end, each.end) - max(passage.first, each.first)) for each in others)


def _earliest(reports: Sequence[Report], links: _Links) -> tuple[ReportId, ...]:
    """Return those of the reports that may have been first: none is surely before them and none is what they repeat."""
    names = {report.id for report in reports}
    when = {report.id: stretch_of(report.published.edtf) for report in reports}
    repeats = {
        child: {link.parent for link in found if link.directed and link.parent in names}
        for child, found in links.items()
        if child in names
    }
    # Whom a report names is stronger than the clock, so that only originals are ordered by it.
    originals = [name for name in when if not repeats.get(name)] or list(when)
    return tuple(name for name in originals if not any(_before(when[other], when[name]) for other in originals))


def _before(one: Stretch | None, other: Stretch | None) -> bool:
    return one is not None and other is not None and one.before(other)


def _holder(report: Report) -> Holder:
    return Holder(id=report.id, outlet=report.outlet, published=report.published.edtf, title=report.title)
