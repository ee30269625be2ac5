"""What happened when, who said so when, and what was known when, in one order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from secondsource.dossier.date_words import date_words, moment_words
from secondsource.dossier.material import Material
from secondsource.dossier.mentions import mentions_of
from secondsource.dossier.wording import BASIS_WORDS
from secondsource.model.days import day_range
from secondsource.model.evidence import Evidence, words_of
from secondsource.model.ids import ReportId
from secondsource.model.linked import Event, Linked
from secondsource.model.mention import EventMention
from secondsource.model.report import Report
from secondsource.web.analyst.state import State


class Happening(StrEnum):
    """What a line of the timeline tells."""

    HAPPENED = "happened"
    SAID = "said"
    KNOWN = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One line of the timeline.

    Attributes:
        kind: What it tells.
        when: When, in words.
        who: Outlet or other name it is told of.
        told: What, in words that are ours.
        words: Words of a report; None where there are none.
        report_id: The report to look at.
        known_at: The moment the page can be asked for; None where it cannot.
        order: What it is sorted by; days that are not known come last.
    """

    kind: Happening
    when: str
    who: str
    told: str
    words: Evidence | None
    report_id: ReportId
    known_at: datetime | None
    order: tuple[str, str]


_LAST = "~"
"""After every date."""


def timeline(state: State, event: Event) -> list[Moment]:
    """Return the timeline of the event, earliest first."""
    reports = [state.reports[report_id] for report_id in event.reports]
    moments = [*_happened(state, event), *_said(reports), *_known(state, reports)]
    return sorted(moments, key=lambda moment: moment.order)


def known_moments(state: State, event: Event) -> list[datetime]:
    """Return when each report of the event came, each moment once, earliest first."""
    return sorted({state.held.came_at[report_id] for report_id in event.reports})


def _happened(state: State, event: Event) -> Iterator[Moment]:
    """Yield each day on which reports put it, with the first words that say so."""
    seen: set[str] = set()
    for report_id, mention in _mentions(state, event):
        if mention.edtf is None or mention.edtf in seen:
            continue
        seen.add(mention.edtf)
        report, trigger = state.reports[report_id], mention.trigger
        words = Evidence(
            report_id=report_id,
            exact=report.text[trigger[0].start : trigger[-1].end],
            start=trigger[0].start,
            end=trigger[-1].end,
        )
        yield Moment(
            kind=Happening.HAPPENED,
            when=date_words(mention.edtf, weekday=True),
            who=report.outlet or "Outlet not known",
            told=f"puts it then: {words_of(report.text, trigger)}",
            words=words,
            report_id=report_id,
            known_at=None,
            order=(_day(mention.edtf), "1"),
        )


def _mentions(state: State, event: Event) -> Iterator[tuple[ReportId, EventMention]]:
    """Yield the mentions that the dossier tells the day from, too."""
    wanted = {*event.reports, *(report_id for report_id, _ in event.mentions)}
    reports = [report for report in state.held.reports if report.id in wanted]
    readings = [state.readings[report.id] for report in reports]
    material = Material(Linked(reports=(), events=(event,)), reports, readings)
    yield from ((reading.id, mention) for reading, mention in mentions_of(material, event))


def _said(reports: Iterable[Report]) -> Iterator[Moment]:
    for report in reports:
        edtf = report.published.edtf
        yield Moment(
            kind=Happening.SAID,
            when="Day not known" if edtf is None else date_words(edtf, weekday=True),
            who=report.outlet or "Outlet not known",
            told="published" if edtf is None else f"published, {BASIS_WORDS[report.published.basis]}",
            words=None,
            report_id=report.id,
            known_at=None,
            order=(_LAST if edtf is None else edtf if "T" in edtf and "/" not in edtf else _day(edtf), "2"),
        )


def _known(state: State, reports: Iterable[Report]) -> Iterator[Moment]:
    for report in reports:
        at = state.held.came_at[report.id]
        yield Moment(
            kind=Happening.KNOWN,
            when=moment_words(at),
            who=report.outlet or "Outlet not known",
            told="came into the ledger",
            words=None,
            report_id=report.id,
            known_at=at,
            order=(at.astimezone(UTC).isoformat(), "3"),
        )


def _day(edtf: str) -> str:
    days = day_range(edtf)
    return _LAST if days is None else days[1] if edtf.startswith(("../", "/")) else days[0]
