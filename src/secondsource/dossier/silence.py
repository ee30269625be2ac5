"""Who has not reported, answered or said what, in the words that say so."""

from secondsource.dossier.compose import Piece, compose, name, words
from secondsource.dossier.material import Material
from secondsource.dossier.mentions import label_evidence
from secondsource.dossier.origins import canonical
from secondsource.model.dossier import Sentence
from secondsource.model.evidence import Evidence, Span
from secondsource.model.ids import ReportId
from secondsource.model.linked import Event, Silence
from secondsource.model.reading import NotReported

_SAME_BREATH = 40
"""Characters between two silences of one sentence."""
_NOBODY = "nobody"
"""Who a reading names where the report itself says that something is not known."""


def tell_silence(material: Material) -> tuple[Sentence, ...]:
    """Return each silence once, those that reports name before those inferred from absence."""
    named: dict[tuple[str, str, int], tuple[str, Evidence, list[Evidence]]] = {}
    for reading in (reading for reading in material.readings if material.in_subject(reading.id)):
        ordinals: dict[str, int] = {}
        for missing in _each_once(reading.not_reported):
            what = Span(missing.what[0].start, missing.what[-1].end)
            who = canonical(missing.who)
            ordinals[who] = ordinals.get(who, 0) + 1
            # Reports of one event that tell the same body's first silence tell the same silence in other words.
            key = (who, _event(material, reading.id), ordinals[who])
            found = named.setdefault(key, (missing.who, material.passage(reading.id, what), []))
            found[2].append(material.cite(reading.id, what))
    # Whose silence it is comes before what is known to nobody.
    told = sorted(named.values(), key=lambda each: each[0] == _NOBODY)
    said = [_said(material, who, passage, cited) for who, passage, cited in told]
    cited_already = [piece for sentence in said for piece in sentence.citations]
    linked = [
        _linked(material, event, silence)
        for event in material.linked.events
        for silence in event.silent
        if not _told(silence, cited_already)
    ]
    return (*said, *linked)


def _each_once(silences: tuple[NotReported, ...]) -> list[NotReported]:
    """Return the silences without those of nobody whose words tell somebody's as well."""
    named = [silence for silence in silences if silence.who != _NOBODY]
    return [s for s in silences if s.who != _NOBODY or not any(_close(s, other) for other in named)]


def _close(one: NotReported, other: NotReported) -> bool:
    """Return whether two silences are told in the same breath, so that they stand in one sentence."""
    gap = max(one.what[0].start, other.what[0].start) - min(one.what[-1].end, other.what[-1].end)
    return gap < _SAME_BREATH


def _said(material: Material, who: str, passage: Evidence, cited: list[Evidence]) -> Sentence:
    quoted = words(passage, language=material.language(passage.report_id))
    teller = material.teller(passage.report_id, opening=False)
    opening: list[str | Piece] = ["Not said or not reported by ", name(who)]
    if who == _NOBODY:
        opening = ["Not known"]
    return compose(*opening, ", as ", teller, " tells it: ", quoted, citing=[passage, *cited])


def _event(material: Material, report_id: ReportId) -> str:
    link = material.link(report_id)
    return report_id if link is None or link.event is None else link.event


def _linked(material: Material, event: Event, silence: Silence) -> Sentence:
    evidence = silence.evidence or label_evidence(material, event)
    because = silence.because.rstrip(".")
    return compose(name(silence.who), f" is silent: {because}.", citing=[evidence])


def _told(silence: Silence, cited: list[Evidence]) -> bool:
    """Return whether the reports' own words about this silence are told already."""
    evidence = silence.evidence
    if evidence is None:
        return False
    return any(
        each.report_id == evidence.report_id and each.start < evidence.end and evidence.start < each.end
        for each in cited
    )
