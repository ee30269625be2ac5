"""A dossier as one self-contained page."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from secondsource.dossier.check import require_sound
from secondsource.dossier.date_words import date_words, moment_words
from secondsource.dossier.wording import UNSURE_HEADINGS, counted
from secondsource.model.dossier import Dossier, EventAccount
from secondsource.model.report import Report
from secondsource.publishing.captured import Captured, lay_out_captured
from secondsource.publishing.event_map import draw_event
from secondsource.publishing.languages import language_name
from secondsource.publishing.picture import draw_lines
from secondsource.publishing.places import Places
from secondsource.publishing.printable import printable
from secondsource.publishing.runs import hedged_runs, runs_of
from secondsource.publishing.shown_words import SHOWN_WORDS
from secondsource.publishing.track_map import draw_track
from secondsource.publishing.write import write_page

__all__ = ["render_page", "write_page"]

_TEMPLATES = ("page.html.j2", "parts.html.j2", "event.html.j2", "track.html.j2", "screened.html.j2", "map.html.j2")


def render_page(dossier: Dossier, reports: Sequence[Report]) -> str:
    """Return the dossier as HTML with the captured reports at its end; the same input gives the same page.

    The page holds no script and names no host, and its policy forbids both. All words that came from outside are
    escaped once, by the templates.

    Raises:
        CitationsFailed: A citation is not true to its report, or a sentence has none; such a page is not made.
    """
    texts = {report.id: report.text for report in reports}
    require_sound(dossier, texts)
    places = Places(dossier)
    captured = {
        entry.report_id: lay_out_captured(texts[entry.report_id], entry.sections, places.anchored(entry.report_id))
        for entry in dossier.reports
    }
    # A dossier made before places were kept has none, and its page stays as it was.
    charts = {event.event_id: draw_event(event, dossier.tracks) for event in _on_maps(dossier)}
    style = _style(captured.values(), with_map=any(charts.values()))
    template = _environment().get_template("page.html.j2")
    return template.render(
        dossier=dossier,
        places=places,
        captured=captured,
        charts=charts,
        style=Markup(style),  # noqa: S704 - our own stylesheet and anchors made of digits
        style_digest=b64encode(sha256(style.encode()).digest()).decode(),
    )


def _on_maps(dossier: Dossier) -> list[EventAccount]:
    """Return the events that get a map: the main one, and others on which a flight track bears."""
    tracked = {bearing.event_id for track in dossier.tracks for bearing in track.bearings}
    chosen = [*dossier.events[:1], *(event for event in dossier.events[1:] if event.event_id in tracked)]
    return [event for event in chosen if event.places is not None]


def _style(captured: Iterable[Captured], *, with_map: bool) -> str:
    """Return the stylesheet, with a rule for each cited place in pieces: only its first piece can be the target."""
    rules = [
        f"body:has(#{anchor}:target) .{anchor}{{background:var(--target);color:var(--target-ink)}}"
        for each in captured
        for anchor in each.cut
    ]
    return "\n".join([_source("page.css"), *([_source("map.css")] if with_map else []), *rules])


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({template: _source(template) for template in _TEMPLATES}),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        runs=runs_of, hedged=hedged_runs, date=date_words, moment=moment_words, language=language_name, counted=_counted
    )
    environment.globals.update(SHOWN_WORDS)
    environment.globals.update(draw_lines=draw_lines, draw_track=draw_track, unsure_headings=UNSURE_HEADINGS)
    return environment


def _counted(n: int, one: str) -> str:
    return counted(n, one)


@cache
def _source(template: str) -> str:
    return (files("secondsource.publishing") / "templates" / template).read_text("utf-8")
