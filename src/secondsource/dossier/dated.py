"""When it is said to have happened, and how the day is known."""

import re

from secondsource.dossier.compose import Piece, compose, words
from secondsource.dossier.date_words import date_words
from secondsource.dossier.material import Material
from secondsource.dossier.mentions import label_evidence, mentions_of
from secondsource.dossier.wording import BASIS_WORDS
from secondsource.model.dossier import Sentence
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import Event
from secondsource.model.published import PublishedBasis
from secondsource.model.timeplace import TimeMention
from secondsource.text.normalise import fold

_YEAR = re.compile(r"\d{4}")


def tell_when(material: Material, event: Event) -> tuple[Sentence, ...]:
    """Return the days the reports give, each once, with the words and the date they are read against.

    A day that depends on a report's date stays open where that date is not known.
    """
    groups: dict[tuple[str, ...], list[tuple[ReportId, TimeMention]]] = {}
    for reading, mention in mentions_of(material, event):
        if mention.time is not None:
            time = reading.times[mention.time]
            groups.setdefault(_key(material, reading.id, time), []).append((reading.id, time))
    sentences = [_dated(material, found) for found in groups.values()]
    if not sentences and event.edtf is not None and event.read_day is None:
        sentences = [compose(f"{_capital(event.edtf)}.", citing=[label_evidence(material, event)])]
    if event.read_day is not None and event.edtf is not None:
        sentences.insert(0, _judged(material, event, event.edtf))
    return tuple(sentences) or (compose("No day is given for it.", citing=[label_evidence(material, event)]),)


def _judged(material: Material, event: Event, edtf: str) -> Sentence:
    read = f"{_capital(event.read_day)} is what the reports were read as giving" if event.read_day else "none was read"
    return compose(
        f"{_capital(edtf)}, as the desk that made this dossier decided; {read}.",
        citing=[label_evidence(material, event)],
    )


def _dated(material: Material, found: list[tuple[ReportId, TimeMention]]) -> Sentence:
    report_id, time = found[0]
    cited = [material.cite(each_id, Span(each.start, each.end)) for each_id, each in found]
    quoted = words(cited[0], language=material.language(report_id))
    if time.edtf is None:
        return compose(quoted, *_open(material, report_id), citing=cited)
    if _states_year(time, cited[0]):
        return compose(_capital(time.edtf), ", as the report words it: ", quoted, ".", citing=cited)
    return compose(_capital(time.edtf), ": ", quoted, *_read_against(material, report_id), citing=cited)


def _open(material: Material, report_id: ReportId) -> list[str | Piece]:
    if material.report(report_id).published.basis is PublishedBasis.UNKNOWN:
        return ["; the report’s date is not known, so the day stays open."]
    return ["; which day is meant stays open."]


def _read_against(material: Material, report_id: ReportId) -> list[str | Piece]:
    published = material.report(report_id).published
    if published.edtf is None:
        return [" in the report."]
    # The hour of publication decides no weekday and only fills the line.
    day = published.edtf if "/" in published.edtf else published.edtf.split("T")[0]
    return [f" is read against the report’s date, {date_words(day)} ({BASIS_WORDS[published.basis]})."]


def _states_year(time: TimeMention, evidence: Evidence) -> bool:
    """Return whether the words give the year themselves, so that no other date was needed to read them."""
    year = _YEAR.search(time.edtf or "")
    return year is not None and year.group() in evidence.exact


def _key(material: Material, report_id: ReportId, time: TimeMention) -> tuple[str, ...]:
    """Return what makes two time expressions one day: its value, else its words and why it stays open."""
    if time.edtf is not None:
        return (time.edtf,)
    exact = material.cite(report_id, Span(time.start, time.end)).exact
    return ("", fold(exact), material.report(report_id).published.basis)


def _capital(edtf: str) -> str:
    text = date_words(edtf, weekday=True)
    return text[:1].upper() + text[1:]
