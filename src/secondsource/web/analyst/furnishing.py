"""What the templates of the analysts' pages may call."""

from jinja2 import Environment

from secondsource.dossier.date_words import date_words, moment_words
from secondsource.dossier.wording import counted
from secondsource.model.linked import EventStatus
from secondsource.model.territories import territory_name
from secondsource.publishing.languages import language_name
from secondsource.publishing.runs import hedged_runs, runs_of
from secondsource.publishing.shown_words import SHOWN_WORDS
from secondsource.publishing.track_map import draw_track
from secondsource.web.analyst.addresses import (
    event_address,
    judgements_address,
    moment_field,
    passages_address,
    report_address,
    source_address,
    with_query,
    words_address,
)

EVENT_STATUS: dict[EventStatus, str] = {
    EventStatus.SINGLE_ORIGIN: "Single origin",
    EventStatus.CORROBORATED: "Corroborated",
    EventStatus.SENSOR_CONFIRMED: "Sensor-confirmed",
    EventStatus.DISPUTED: "Disputed",
    EventStatus.DENIED: "Denied",
}
"""How the status of an event reads."""


def furnish(environment: Environment) -> None:
    """Give the environment the filters and words of the analysts' pages."""
    environment.filters.update(
        runs=runs_of,
        hedged=hedged_runs,
        edtf=date_words,
        utc=moment_words,
        language_name=language_name,
        country_name=territory_name,
        counted=counted,
        moment_field=moment_field,
    )
    environment.globals.update(SHOWN_WORDS)
    environment.globals.update(
        event_status=EVENT_STATUS,
        draw_track=draw_track,
        event_address=event_address,
        report_address=report_address,
        words_address=words_address,
        source_address=source_address,
        judgements_address=judgements_address,
        passages_address=passages_address,
        with_query=with_query,
    )
