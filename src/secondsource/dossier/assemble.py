"""From linked reports to the dossier a desk reads."""

from collections.abc import Sequence
from datetime import datetime

from secondsource.dossier.answer import answer, main_event
from secondsource.dossier.check import require_sound
from secondsource.dossier.compose import compose, name, one_line
from secondsource.dossier.counted import tell_counted
from secondsource.dossier.date_words import day_of
from secondsource.dossier.dated import tell_when
from secondsource.dossier.entries import list_reports
from secondsource.dossier.happened import tell_what, tell_where, tell_who
from secondsource.dossier.line_accounts import tell_lines
from secondsource.dossier.making import tell_credits, tell_unread
from secondsource.dossier.material import Material
from secondsource.dossier.mentions import label_evidence
from secondsource.dossier.places import tell_places
from secondsource.dossier.regimes import tell_regimes
from secondsource.dossier.sensors import tell_sensors
from secondsource.dossier.silence import tell_silence
from secondsource.dossier.speakers import tell_speakers
from secondsource.dossier.tracks import tell_tracks, track_status
from secondsource.dossier.unknown import tell_unknown
from secondsource.dossier.unsure import tell_unsure
from secondsource.dossier.upstream import tell_upstream
from secondsource.dossier.wording import CREDIBILITY_WORDS, RELIABILITY_WORDS, status_words
from secondsource.linking.confidence import confidence_of
from secondsource.linking.corrected_speakers import readings_as_judged
from secondsource.model.dossier import Dossier, EventAccount, Sentence
from secondsource.model.linked import Confidence, Event, Linked
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.track import TrackAnswer, TrackBearing
from secondsource.model.track_account import TrackAccount
from secondsource.sensors.bear_on import bear_on
from secondsource.sensors.confirm import with_tracks


def assemble(
    linked: Linked,
    reports: Sequence[Report],
    readings: Sequence[Reading],
    *,
    made_at: datetime,
    title: str | None = None,
    tracks: Sequence[TrackAnswer] = (),
) -> Dossier:
    """Return the dossier of linked reports; the same input gives the same dossier.

    Nothing is counted, rated or judged here: numbers, lines and ratings are the linking's, stances the reading's.

    Args:
        linked: How the reports hang together.
        reports: Every report that was linked, in the order in which they shall be numbered.
        readings: What was read in them.
        made_at: When, aware UTC.
        title: Heading, in place of the main event's label.
        tracks: Flight tracks and what they show; they may confirm or contradict an event, with reasons.

    Raises:
        NothingToTell: There are no reports.
        CitationsFailed: A linking or reading cites words that a report does not have.
        ReportMissing: A linking or reading speaks of a report that is not among ``reports``.
    """
    bearings = bear_on(linked, reports, readings, tracks)
    material = Material(with_tracks(linked, bearings), reports, readings_as_judged(readings, linked.reports))
    speakers = tell_speakers(material)
    told = tell_tracks(tracks, bearings)
    dossier = Dossier(
        title=_title(material, title),
        made_at=made_at,
        as_of=max((day for report in reports if (day := day_of(report.published.edtf))), default=None),
        answer=answer(material),
        n_reports=len(reports),
        events=tuple(_event(material, event, bearings, told) for event in material.linked.events),
        upstream=tell_upstream(material),
        speakers=speakers,
        unsure=tell_unsure(material, speakers),
        sensors=tell_sensors(material),
        silence=tell_silence(material),
        credits=tell_credits(material),
        unread=tell_unread(material),
        unknown=tell_unknown(material),
        reports=list_reports(material),
        models=tuple(dict.fromkeys(reading.model for reading in readings)),
        tracks=told,
        regimes=tell_regimes(material),
    )
    require_sound(dossier, {report.id: report.text for report in reports})
    return dossier


def _title(material: Material, title: str | None) -> str:
    if title is not None and title.strip():
        return one_line(title)
    event = main_event(material)
    return one_line(material.headline(material.reports[0].id).exact if event is None else event.label) or "Dossier"


def _event(
    material: Material, event: Event, bearings: Sequence[TrackBearing], tracks: Sequence[TrackAccount]
) -> EventAccount:
    return EventAccount(
        event_id=event.id,
        label=event.label,
        type=event.type,
        edtf=event.edtf,
        status=event.status,
        admiralty=event.admiralty,
        rating=_rating(material, event, bearings),
        what=tell_what(material, event),
        when=tell_when(material, event),
        where=tell_where(material, event),
        who=tell_who(material, event),
        lines=tell_lines(material, event),
        contradictions=event.contradictions,
        reports=event.reports,
        counted=tell_counted(material, event),
        confidence=(confidence := confidence_of(event)),
        confidence_told=_confidence(material, event, confidence),
        judged=event.judged,
        set_aside=event.set_aside,
        places=tell_places(material, event, tracks),
    )


def _confidence(material: Material, event: Event, confidence: Confidence) -> Sentence:
    # Never in one sentence with a word of likelihood: ICD 203 keeps how sure we are apart from how likely it is.
    cited = [line.evidence[0] for line in event.lines if line.evidence] or [label_evidence(material, event)]
    return compose("Confidence in the event as told here: ", name(confidence.level), ".", citing=cited)


def _rating(material: Material, event: Event, bearings: Sequence[TrackBearing]) -> Sentence:
    reliability, credibility = event.admiralty.reliability, event.admiralty.credibility
    sources = RELIABILITY_WORDS.get(reliability, f"sources {reliability}")
    information = CREDIBILITY_WORDS.get(credibility, f"information {credibility}")
    status = track_status(event, bearings) or status_words(event)
    cited = [line.evidence[0] for line in event.lines if line.evidence] or [label_evidence(material, event)]
    grade = name(f"{reliability}{credibility}")
    return compose("Rated ", grade, f": {sources}, {information}; {status}.", citing=cited)
