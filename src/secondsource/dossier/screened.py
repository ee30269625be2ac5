"""The persons, bodies, ships and aircraft of the reports, looked for on sanctions lists."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from secondsource.dossier.named import Named, who_is_named
from secondsource.model.dossier import Dossier, EventAccount, ScreenedName, Screening
from secondsource.model.ids import ReportId
from secondsource.model.listed import Schema
from secondsource.model.reading import Reading
from secondsource.model.screening import Hit
from secondsource.screening.clearances import Clearances
from secondsource.screening.index import Index
from secondsource.screening.score import HIT, HIT_BODY
from secondsource.screening.screen import screen

_WHOLE_DAY = len("2024-07-09")
_MOST_HITS = 5


def screen_names(
    dossier: Dossier,
    readings: Sequence[Reading],
    texts: Mapping[ReportId, str],
    index: Index,
    *,
    clearances: Clearances | None = None,
) -> Screening:
    """Return which names of the reports stand on the lists, with office and country as context.

    Who only made the reports (writers, translators) is left out. A hit that an analyst cleared is kept, with the
    reason and who decided, and stands after the others. The same input gives the same answer.

    Args:
        dossier: The dossier of the reports; of its events the first that a name's reports tell of gives the day that
            is asked about.
        readings: What was read in them.
        texts: Their texts.
        index: The lists.
        clearances: What analysts decided about hits; nothing for None.
    """
    main = _day(dossier.events[0]) if dossier.events else None

    def day_of(named: Named) -> str | None:
        return _event_day(dossier, named) or main

    return replace(_screening(readings, texts, index, clearances, day_of), event_on=main)


def screen_readings(
    readings: Sequence[Reading],
    texts: Mapping[ReportId, str],
    index: Index,
    *,
    clearances: Clearances | None = None,
) -> Screening:
    """Return which names of the reports stand on the lists, with no event's day in mind; see :func:`screen_names`.

    Args:
        readings: What was read in the reports.
        texts: Their texts.
        index: The lists.
        clearances: What analysts decided about hits; nothing for None.
    """
    return _screening(readings, texts, index, clearances, lambda _: None)


def _screening(
    readings: Sequence[Reading],
    texts: Mapping[ReportId, str],
    index: Index,
    clearances: Clearances | None,
    day_of: Callable[[Named], str | None],
) -> Screening:
    named = who_is_named(readings, texts)
    decided = clearances or Clearances()
    found = [_screened(each, index, decided, day_of(each)) for each in named]
    return Screening(
        lists=tuple(f"{listed.name} of {listed.list_on or 'unknown day'}" for listed in index.lists),
        event_on=None,
        n_names=len(named),
        found=tuple(sorted((each for each in found if each.hits), key=_order)),
    )


def _order(found: ScreenedName) -> tuple[bool, float]:
    open_hits = [hit.score for hit in found.hits if hit.cleared is None]
    return not open_hits, -max(open_hits or [found.hits[0].score])


def _event_day(dossier: Dossier, named: Named) -> str | None:
    days = (_day(event) for event in dossier.events if set(event.reports) & named.cited.keys())
    return next((day for day in days if day is not None), None)


def _day(event: EventAccount) -> str | None:
    edtf = event.edtf
    return edtf if edtf is not None and len(edtf) == _WHOLE_DAY and edtf.replace("-", "").isdigit() else None


def _screened(named: Named, index: Index, clearances: Clearances, event_on: str | None) -> ScreenedName:
    best: dict[tuple[str, str], Hit] = {}
    for subject in named.subjects():
        least = HIT_BODY if subject.schema is Schema.BODY else HIT
        hits = screen(index, subject, least=least, most=_MOST_HITS, event_on=event_on)
        # A number alone is cleared under the words that give it.
        for hit in clearances.apply(index, (named.name,), hits):
            key = hit.list, hit.id
            best[key] = max(best.get(key, hit), hit, key=lambda each: each.score)
    ordered = sorted(best.values(), key=lambda hit: (hit.cleared is not None, -hit.score, hit.id))
    return ScreenedName(
        name=named.name,
        offices=tuple(named.offices),
        country=next(iter(named.countries), None),
        event_on=event_on,
        cited=tuple(named.cited.values()),
        hits=tuple(ordered[:_MOST_HITS]),
    )
