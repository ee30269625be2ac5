"""Who copies from whom: shared passages, directed by time, credit and containment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from secondsource.linking.naming import NamedOutlet, OutletNamer
from secondsource.linking.numbered import Numbering
from secondsource.linking.outlet_names import publisher_key
from secondsource.linking.passages import (
    LONG_RUNS_LEAST,
    NO_RUNS,
    AnyRuns,
    Comparable,
    Passage,
    cover,
    n_common,
    overlap,
    place_in_parent,
)
from secondsource.linking.shingles import RunArray, Vocabulary
from secondsource.linking.when import Stretch, stretch_of
from secondsource.linking.wording import Wording, own_wording
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyBasis, CopyLink
from secondsource.model.reading import Reading
from secondsource.model.report import Report, Section

SHARE_LEAST = 0.08
"""Least share of the child's words in common passages for a copy that nobody credits."""

WORDS_LEAST = 20
"""Least words in common passages; about one sentence. Short reports need half of their words.

Both chosen on the development part of the copy graph, where lower values tie independent reports of one event.
"""

SHORT_WORDS_LEAST = 8
"""Words that even the shortest report must share."""

CONTAINED_LEAST = 0.5
"""Share of a report that stands in another from which it is taken for a cut of it, where time tells nothing."""

CREDITED_RUNS_LEAST = 2
"""Short runs in common that confirm a credit or an attribution."""

CREDITED_DAYS = 7
"""Days between a report and the one it credits; an outlet's older reports are on other things."""

CREDITED_AHEAD_DAYS = 1
"""Days by which a report may be dated before the one it credits: clocks and time zones are off, memory is not."""

PARTNERS_MOST = 12
"""Reports with most long runs in common that are looked at closely."""

SECOND_PARENT_WORDS = 40
"""Words of a second parent that the first does not have: a text put together from two others."""

T_co = TypeVar("T_co", covariant=True)

Links = Mapping[ReportId, tuple[CopyLink, ...]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible parent.

    Attributes:
        at: Its place in time order.
        cover: Share of the child's words in common short runs.
        passages: The child's passages that stand in it.
        named: Where the child names its outlet, None if it does not.
        directed: Whether time or naming tells that it came first.
    """

    at: int
    cover: float
    passages: tuple[Passage, ...]
    named: NamedOutlet | None
    directed: bool

    @property
    def n_words(self) -> int:
        return sum(passage.n_words for passage in self.passages)


class At(Protocol[T_co]):
    """Something of each report, by its place in the order of time."""

    def __getitem__(self, at: int, /) -> T_co:
        """Return what is at place ``at``."""


class Sharing(Protocol):
    """Which reports share runs of words with which.

    Attributes:
        furniture: Runs that are no sign of copying, ascending; those of every report that is asked about.
    """

    furniture: RunArray

    def numbers_of(self, runs: RunArray, /) -> AnyRuns:
        """Return ``runs`` by the numbers that the reports are compared by, ascending; those of no report left out."""

    def partners(self, at: int, /) -> dict[int, int]:
        """Return how many long runs the report at place ``at`` shares with each other report."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What reports are compared by, each at its place in the order of :func:`order_key`.

    Attributes:
        reports: The reports.
        wordings: Their own words.
        runs: The runs of them.
        named: The outlets of the set that each names.
        shared: Who shares what with whom.
    """

    reports: Sequence[Report]
    wordings: At[Wording]
    runs: At[Comparable]
    named: Sequence[Sequence[NamedOutlet]]
    shared: Sharing


def compared_at_once(reports: Sequence[Report], readings: Mapping[ReportId, Reading]) -> Compared:
    """Return what all of ``reports`` are compared by; the order in which they are given does not matter."""
    ordered = sorted(reports, key=order_key)
    wordings = [own_wording(report, _sections(readings, report)) for report in ordered]
    vocabulary = Vocabulary()
    whens = (stretch_of(report.published.edtf) for report in ordered)
    days = [None if when is None else when.earliest / 1440 for when in whens]
    shared = Numbering([vocabulary.runs(wording) for wording in wordings], days)
    namer = OutletNamer(ordered)
    named = [namer.named_in(each, readings.get(each.id)) for each in ordered]
    return Compared(ordered, wordings, shared.runs, named, shared)


class CopyFinder:
    """Finds the copy links of reports by what they are compared by.

    Args:
        compared: That.
        furniture: Runs known to be no sign of copying beside those that these reports show, ascending.

    Attributes:
        furniture: All of them, by the numbers that the reports are compared by.
    """

    def __init__(self, compared: Compared, *, furniture: RunArray = NO_RUNS) -> None:
        self._reports = compared.reports
        self._when = [stretch_of(report.published.edtf) for report in self._reports]
        self._keys = [publisher_key(report) for report in self._reports]
        self._wordings, self._runs = compared.wordings, compared.runs
        self._shared, self._named = compared.shared, compared.named
        self.furniture = self._shared.numbers_of(np.union1d(self._shared.furniture, furniture))
        self._published_by: dict[str, list[int]] = {}
        for at, key in enumerate(self._keys):
            if key is not None:
                self._published_by.setdefault(key, []).append(at)

    def links(self) -> dict[ReportId, tuple[CopyLink, ...]]:
        """Return the links of each report that repeats another, the best parent first; the links never make a ring."""
        return without_rings(self.uncut(range(len(self._reports))), self._reports)

    def uncut(self, places: Iterable[int]) -> dict[ReportId, tuple[CopyLink, ...]]:
        """Return the links of the reports at these places of the order of time, of those that have any; rings stay.

        What is returned of a report depends on those alone that share runs with it and those whose outlets it names.
        """
        chosen = {at: self._parents(at) for at in places}
        return {
            self._reports[at].id: tuple(self._link(at, candidate) for candidate in candidates)
            for at, candidates in chosen.items()
            if candidates
        }

    def _parents(self, child: int) -> list[_Candidate]:
        candidates = self._candidates(child)
        named = [
            candidate for candidate in candidates if candidate.named is not None and self._confirmed(child, candidate)
        ]
        pool = named or [candidate for candidate in candidates if self._is_copy(child, candidate)]
        if not pool:
            return []
        # Of equal covers the earliest: what all copies share they have from the original.
        first = min(pool, key=lambda candidate: (-round(candidate.cover, 2), not candidate.directed, candidate.at))
        rest = [candidate for candidate in candidates if self._is_copy(child, candidate) and candidate.at != first.at]
        second = max(rest, key=lambda candidate: (_beyond(candidate, first), -candidate.at), default=None)
        if second is None or _beyond(second, first) < SECOND_PARENT_WORDS:
            return [first]
        return [first, _without(second, first)]

    def _candidates(self, child: int) -> list[_Candidate]:
        shared = self._shared.partners(child)
        named = {name.key: name for name in self._named[child]}
        # Of what a named outlet published long before or after nothing is ever taken for what is meant.
        days_of = {
            at: days
            for key in named
            for at in self._published_by.get(key, ())
            if (days := self._days_apart(child, at)) <= CREDITED_DAYS
        }
        telling = days_of.keys() | {at for at, n in shared.items() if n >= LONG_RUNS_LEAST}
        near = sorted(
            telling,
            key=lambda at: (self._keys[at] not in named, -shared.get(at, 0), days_of.get(at, CREDITED_DAYS), at),
        )
        found: list[_Candidate] = []
        for at in near[: PARTNERS_MOST + len(named)]:
            name = named.get(self._keys[at] or "")
            candidate = self._candidate(child, at, name)
            if candidate is not None:
                found.append(candidate)
        return found

    def _candidate(self, child: int, parent: int, named: NamedOutlet | None) -> _Candidate | None:
        if parent == child or (named is None and self._names(parent, child)):
            return None
        order = self._order_by_time(child, parent)
        if order is False and (named is None or self._days_apart(child, parent) > CREDITED_AHEAD_DAYS):
            return None
        common = overlap(self._runs[child], self._runs[parent], self.furniture)
        if order is None:
            order = self._order_by_text(child, parent, common.cover)
        if not common.cover or (order is False and (named is None or not common.passages)):
            return None
        return _Candidate(parent, common.cover, common.passages, named, order is True or named is not None)

    def _order_by_time(self, child: int, parent: int) -> bool | None:
        """Return whether time tells that the parent came first, None where it tells nothing."""
        child_when, parent_when = self._when[child], self._when[parent]
        if child_when is None or parent_when is None:
            return None
        if parent_when.before(child_when):
            return True
        return False if child_when.before(parent_when) else None

    def _order_by_text(self, child: int, parent: int, covered: float) -> bool | None:
        """Return False where the texts tell that the child came first, None where it may well be the child."""
        # A copy is mostly cut from its original: the one that stands more wholly in the other is the child. Where
        # each has much that the other lacks this tells nothing.
        back = cover(self._runs[parent], self._runs[child])
        if back != covered and max(back, covered) >= CONTAINED_LEAST:
            return None if covered > back else False
        return None if self._rank(parent) < self._rank(child) else False

    def _names(self, one: int, other: int) -> bool:
        """Return whether ``one`` names the outlet of ``other`` as its source; that is stronger than the clock."""
        return any(name.key == self._keys[other] for name in self._named[one])

    def _days_apart(self, one: int, other: int) -> float:
        first, second = self._when[one], self._when[other]
        return 0.0 if first is None or second is None else first.days_from(second)

    def _rank(self, at: int) -> tuple[bool, int]:
        return self._when[at] is None, at

    def _confirmed(self, child: int, candidate: _Candidate) -> bool:
        """Return whether words and time bear out that the child has it from the outlet it names."""
        if self._days_apart(child, candidate.at) > CREDITED_DAYS:
            return False
        return n_common(self._runs[child], self._runs[candidate.at]) >= CREDITED_RUNS_LEAST

    def _is_copy(self, child: int, candidate: _Candidate) -> bool:
        n_all = self._runs[child].n_words
        least = min(WORDS_LEAST, max(SHORT_WORDS_LEAST, n_all / 2))
        return candidate.n_words >= least and candidate.n_words >= SHARE_LEAST * n_all

    def _link(self, child: int, candidate: _Candidate) -> CopyLink:
        report, parent = self._reports[child], self._reports[candidate.at]
        passage = max(candidate.passages, key=lambda p: (p.n_words, -p.first), default=None)
        share = round(min(1.0, candidate.n_words / max(1, self._runs[child].n_words)), 4)
        words = None if passage is None else self._wordings[child].span(passage.first, passage.end)
        named = None if candidate.named is None else candidate.named.span
        return CopyLink(
            child=report.id,
            parent=parent.id,
            basis=CopyBasis.PASSAGE if candidate.named is None else candidate.named.basis,
            share=share,
            child_evidence=_evidence(report, words or named),
            parent_evidence=_evidence(parent, self._parent_span(child, candidate.at, passage)),
            directed=candidate.directed,
            because=_because(report, parent, candidate, share),
        )

    def _parent_span(self, child: int, parent: int, passage: Passage | None) -> Span | None:
        if passage is None:
            return None
        place = place_in_parent(self._runs[child], self._runs[parent], passage)
        return None if place is None else self._wordings[parent].span(place.first, place.end)


class Copies(CopyFinder):
    """The copy links of a set of reports.

    The order in which the reports are given does not matter.

    Args:
        reports: The reports.
        readings: Their readings, as far as there are any.
        furniture: Runs known to be no sign of copying beside those that these reports show, ascending.
    """

    def __init__(
        self, reports: Sequence[Report], readings: Mapping[ReportId, Reading], *, furniture: RunArray = NO_RUNS
    ) -> None:
        super().__init__(compared_at_once(reports, readings), furniture=furniture)


def _sections(readings: Mapping[ReportId, Reading], report: Report) -> Sequence[Section]:
    reading = readings.get(report.id)
    return () if reading is None else reading.sections


def order_key(report: Report) -> tuple[bool, int, int, str]:
    """Return the key that puts reports in the order of their dates, undated ones last, ids where dates are equal."""
    when: Stretch | None = stretch_of(report.published.edtf)
    return (True, 0, 0, report.id) if when is None else (False, when.earliest, when.latest, report.id)


def _beyond(second: _Candidate, first: _Candidate) -> int:
    return sum(passage.n_words for passage in _without(second, first).passages)


def _without(second: _Candidate, first: _Candidate) -> _Candidate:
    """Return the second candidate with only the passages that the first does not have."""
    free = tuple(
        passage
        for passage in second.passages
        if all(passage.end <= other.first or other.end <= passage.first for other in first.passages)
    )
    return _Candidate(second.at, second.cover, free, second.named, second.directed)


def without_rings(links: Links, reports: Sequence[Report]) -> dict[ReportId, tuple[CopyLink, ...]]:
    """Return the links without those of the earliest report of each ring, so that none leads back to where it started.

    Args:
        links: The links of each report, the best parent first.
        reports: All reports, in the order of :func:`order_key`.
    """
    kept = {report.id: links[report.id] for report in reports if links.get(report.id)}
    order = {report.id: at for at, report in enumerate(reports)}
    for start in list(kept):
        seen: set[ReportId] = set()
        at = start
        while at in kept and at not in seen:
            seen.add(at)
            at = kept[at][0].parent
        if at in seen:
            del kept[min(_ring(kept, at), key=order.__getitem__)]
    return kept


def _ring(links: Links, start: ReportId) -> list[ReportId]:
    ring = [start]
    while links[ring[-1]][0].parent != start:
        ring.append(links[ring[-1]][0].parent)
    return ring


def _evidence(report: Report, span: Span | None) -> Evidence | None:
    if span is None:
        return None
    return Evidence(report_id=report.id, exact=span.of(report.text), start=span.start, end=span.end)


def _because(report: Report, parent: Report, candidate: _Candidate, share: float) -> str:
    whom = parent.outlet or parent.id
    parts = [f"{candidate.n_words} words in common passages with {whom} ({share:.0%} of its own text)"] if share else []
    if candidate.named is not None:
        words = candidate.named.span.of(report.text)
        parts.append(f"it {'credits' if candidate.named.basis is CopyBasis.CREDIT else 'cites'} “{words}”")
    if not candidate.directed:
        parts.append("which of the two was first cannot be told from their dates")
    return "; ".join(parts)
