"""The whole in one line: how many reports, and on how many origins they rest."""

from secondsource.dossier.compose import Piece, compose, name
from secondsource.dossier.material import Material
from secondsource.dossier.wording import counted
from secondsource.linking.origins import count_origins
from secondsource.model.dossier import Sentence
from secondsource.model.evidence import Evidence
from secondsource.model.linked import Event, Line, OriginKind


def answer(material: Material) -> Sentence:
    """Return the headline answer; its numbers are the linking's, nothing is counted anew."""
    n_reports = len(material.reports)
    event = main_event(material)
    if event is None:
        headlines = [material.headline(report.id) for report in material.reports]
        return compose(f"{counted(n_reports, 'report')}; no event was made out.", citing=headlines)
    parts = [*_reports(n_reports, event), *_origins(event, alone=n_reports == 1)]
    return compose(*parts, citing=_evidence(material, event))


def main_event(material: Material) -> Event | None:
    """Return the event most reports are about, None if there is none."""
    return material.linked.events[0] if material.linked.events else None


def _reports(n_reports: int, event: Event) -> list[str | Piece]:
    n_event = len(event.reports)
    beside = n_event < n_reports
    parts: list[str | Piece] = [counted(n_reports, "report")]
    if beside:
        parts.append(f"; {n_event} {'tells' if n_event == 1 else 'tell'} of this event")
    line = _widest(event)
    if line is None or len(line.reports) < 2:
        return parts
    every = len(line.reports) == n_event
    many = "all" if every else str(len(line.reports))
    if _n_origins(event) == 1 and every:
        return [*parts, f"{', and' if beside else ','} {many} go back to one origin, ", name(line.origin), "."]
    return [*parts, f", {many} of which go back to ", name(line.origin)]


def _origins(event: Event, *, alone: bool) -> list[str | Piece]:
    line = _widest(event)
    n_origins = _n_origins(event)
    if n_origins == 0 or line is None:
        return [". Where it comes from is not said."]
    if n_origins == 1 and len(line.reports) == len(event.reports) > 1:
        return []
    # Without a line of several reports the numbers of reports and origins are told in one breath.
    opening = ", resting on " if len(line.reports) < 2 else ": "
    if alone:
        opening = "; its main event rests on "
    if n_origins == 1 and len(line.reports) == 1:
        return [f"{opening}1 origin, ", name(line.origin), "."]
    return [f"{opening}1 origin." if n_origins == 1 else f"{opening}{n_origins} independent origins."]


def _n_origins(event: Event) -> int:
    return count_origins(event.lines) if event.n_origins is None else event.n_origins


def _widest(event: Event) -> Line | None:
    known = [line for line in event.lines if line.origin_kind is not OriginKind.UNKNOWN]
    return max(known, key=lambda line: len(line.reports), default=None)


def _evidence(material: Material, event: Event) -> list[Evidence]:
    first = [line.evidence[0] for line in event.lines if line.evidence]
    return first or [material.headline(report_id) for report_id in event.reports or (material.reports[0].id,)]
