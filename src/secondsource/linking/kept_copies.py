"""Copies among reports that are kept: what new ones bring is worked out, and what they leave alone is not."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Generic, TypeVar

import numpy as np

from secondsource.linking.copies import Compared, CopyFinder, compared_at_once, order_key, without_rings
from secondsource.linking.kept_runs import KeptRuns, Posting, posting
from secondsource.linking.naming import NamedOutlet, OutletNamer, outlets_of
from secondsource.linking.outlet_names import publisher_key
from secondsource.linking.run_index import Holders
from secondsource.linking.shingles import RunArray, Runs, Vocabulary
from secondsource.linking.when import stretch_of
from secondsource.linking.wording import Wording, own_wording
from secondsource.model.encoding import encode
from secondsource.model.ids import ReportId
from secondsource.model.linked import CopyLink
from secondsource.model.reading import Reading
from secondsource.model.report import Report

ANEW_SHARE = 0.25
"""Share of new reports from which all are compared at once, which takes less time for each."""

T = TypeVar("T")

Readings = Mapping[ReportId, Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """What is kept of a report, so that it need not be looked at again.

    Attributes:
        id: The report.
        digest: SHA-256 of all that its links rest on: words, outlet, date, sections, sources.
        named: The outlets of the set that it names.
        links: Its links, rings not cut.
    """

    id: ReportId
    digest: str
    named: tuple[NamedOutlet, ...]
    links: tuple[CopyLink, ...]


@dataclass(frozen=True, slots=True)
class KeptCopies:
    """The copies among a set of reports as they were last worked out.

    Attributes:
        reports: The reports, in the order in which they were taken in; a report's number is its place here.
        runs: Their runs of words.
        outlets: Their outlets as they are written.
    """

    reports: tuple[KeptReport, ...]
    runs: KeptRuns
    outlets: tuple[str, ...]

    def links(self, reports: Sequence[Report]) -> dict[ReportId, tuple[CopyLink, ...]]:
        """Return the links as comparing all ``reports`` at once would give them; they must be those that are kept."""
        uncut = {each.id: each.links for each in self.reports if each.links}
        return without_rings(uncut, sorted(reports, key=order_key))


NOTHING_KEPT = KeptCopies((), KeptRuns(), ())


def with_new(kept: KeptCopies, reports: Sequence[Report], readings: Readings) -> KeptCopies:
    """Return what is kept once ``reports`` are all that there is.

    Only new reports are taken apart, and only those that they may change are compared again: the ones that share a
    telling run of words with them, and the ones that name their outlets. Where a kept report has changed or is gone,
    or many are new, all is worked out anew.
    """
    digests = {report.id: _digest(report, readings.get(report.id)) for report in reports}
    known = {each.id for each in kept.reports}
    new = [report for report in sorted(reports, key=order_key) if report.id not in known]
    if any(digests.get(each.id) != each.digest for each in kept.reports) or len(new) > ANEW_SHARE * len(reports):
        return _anew(reports, readings, digests)
    return _Growing(kept, new, reports, readings).grown(digests) if new else kept


def _anew(reports: Sequence[Report], readings: Readings, digests: Mapping[ReportId, str]) -> KeptCopies:
    compared = compared_at_once(reports, readings)
    links = CopyFinder(compared).uncut(range(len(reports)))
    rows = (
        KeptReport(id=report.id, digest=digests[report.id], named=tuple(named), links=links.get(report.id, ()))
        for report, named in zip(compared.reports, compared.named, strict=True)
    )
    runs = KeptRuns()
    runs.add(0, (compared.runs[at].long_set for at in range(len(reports))))
    return KeptCopies(tuple(rows), runs, tuple(outlets_of(reports)))


def _digest(report: Report, reading: Reading | None) -> str:
    sections = report.sections or (() if reading is None else reading.sections)
    upstream = () if reading is None else reading.upstream
    rests_on = (report.text, report.outlet, report.published.edtf, encode(sections), encode(upstream))
    return sha256(repr(rests_on).encode("utf-8", "surrogatepass")).hexdigest()


class _Growing:
    """New reports on their way into what is kept; reports go by their number, or by their place in time."""

    def __init__(self, kept: KeptCopies, new: Sequence[Report], reports: Sequence[Report], readings: Readings) -> None:
        by_id = {report.id: report for report in reports}
        self._kept, self._readings = kept, readings
        self._first_new = len(kept.reports)
        self._numbered = [*(by_id[each.id] for each in kept.reports), *new]
        self._number_at = sorted(range(len(self._numbered)), key=lambda number: order_key(self._numbered[number]))
        self._ordered = [self._numbered[number] for number in self._number_at]
        self._place_of = np.empty(len(self._numbered), np.int64)
        self._place_of[self._number_at] = np.arange(len(self._numbered))
        whens = (stretch_of(report.published.edtf) for report in self._ordered)
        self._days = [None if when is None else when.earliest / 1440 for when in whens]
        vocabulary = Vocabulary()
        self._wordings = _Lazy(self._wording)
        self._runs = _Lazy(lambda at: vocabulary.runs(self._wordings[at]))

    def grown(self, digests: Mapping[ReportId, str]) -> KeptCopies:
        """Return what is kept with the new reports in it."""
        new = range(self._first_new, len(self._numbered))
        runs = KeptRuns(self._kept.runs.parts)
        runs.add(self._first_new, (self._runs_of(number).long_set for number in new))
        named = self._named()
        touched = {*new, *self._sharing(runs), *self._naming(named), *self._beside_renamed(runs, named)}
        places = sorted(int(self._place_of[number]) for number in touched)
        shared = self._shared(runs, places)
        by_place = [named[number] for number in self._number_at]
        links = CopyFinder(Compared(self._ordered, self._wordings, self._runs, by_place, shared)).uncut(places)
        kept = (
            replace(each, named=named[number], links=links.get(each.id, ())) if number in touched else each
            for number, each in enumerate(self._kept.reports)
        )
        added = (
            KeptReport(id=report.id, digest=digests[report.id], named=named[number], links=links.get(report.id, ()))
            for number, report in enumerate(self._numbered[self._first_new :], self._first_new)
        )
        return KeptCopies((*kept, *added), runs, tuple(outlets_of(self._numbered)))

    def _wording(self, at: int) -> Wording:
        report = self._ordered[at]
        reading = self._readings.get(report.id)
        return own_wording(report, () if reading is None else reading.sections)

    def _runs_of(self, number: int) -> Runs:
        return self._runs[int(self._place_of[number])]

    def _named(self) -> list[tuple[NamedOutlet, ...]]:
        namer = OutletNamer(self._numbered)
        same = tuple(outlets_of(self._numbered)) == self._kept.outlets
        # An outlet that is new to the set may be named in any report.
        known = [each.named for each in self._kept.reports] if same else []
        rest = self._numbered[len(known) :]
        return [*known, *(tuple(namer.named_in(report, self._readings.get(report.id))) for report in rest)]

    def _sharing(self, runs: KeptRuns) -> Iterator[int]:
        """Yield the kept reports for which a run of a new report leads somewhere else than before."""
        sets = [self._runs_of(number).long_set for number in range(self._first_new, len(self._numbered))]
        for holders in runs.holders(np.unique(np.concatenate(sets))):
            old = holders[holders < self._first_new]
            if len(old) and self._posting(old) != self._posting(holders):
                yield from old.tolist()

    def _naming(self, named: Sequence[Sequence[NamedOutlet]]) -> Iterator[int]:
        """Yield the kept reports that name the outlet of a new one."""
        keys = {publisher_key(report) for report in self._numbered[self._first_new :]}
        yield from (at for at in range(self._first_new) if any(each.key in keys for each in named[at]))

    def _beside_renamed(self, runs: KeptRuns, named: Sequence[tuple[NamedOutlet, ...]]) -> Iterator[int]:
        """Yield the kept reports that name others than before, and all that share words with one of them.

        Who names whom decides which way a link goes.
        """
        for number, known in enumerate(self._kept.reports):
            if named[number] != known.named:
                yield number
                for holders in runs.holders(self._runs_of(number).long_set):
                    yield from holders[holders < self._first_new].tolist()

    def _shared(self, runs: KeptRuns, places: Sequence[int]) -> "_Shared":
        found: dict[int, dict[int, int]] = {}
        furniture: set[int] = set()
        for at in places:
            asked = self._runs[at].long_set
            shared: Counter[int] = Counter()
            for run, holders in zip(asked.tolist(), runs.holders(asked), strict=True):
                told = self._posting(holders)
                shared.update(told.places)
                if told.furniture:
                    furniture.add(run)
            shared.pop(at, None)
            found[at] = dict(shared)
        return _Shared(found, np.array(sorted(furniture), np.uint64))

    def _posting(self, holders: Holders) -> Posting:
        return posting(self._place_of[holders], self._days)


@dataclass(slots=True)
class _Shared:
    """Who shares what with whom, for the places that are asked about."""

    found: Mapping[int, dict[int, int]]
    furniture: RunArray

    def numbers_of(self, runs: RunArray) -> RunArray:
        return runs

    def partners(self, at: int) -> dict[int, int]:
        return self.found[at]


class _Lazy(Generic[T]):
    """Values by place that are worked out where they are asked for, each once."""

    def __init__(self, make: Callable[[int], T]) -> None:
        self._make = make
        self._made: dict[int, T] = {}

    def __getitem__(self, at: int, /) -> T:
        if at not in self._made:
            self._made[at] = self._make(at)
        return self._made[at]
