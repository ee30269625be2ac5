"""What sensors are said to show, and who read them; a report's reading of a sensor is not the sensor."""

from secondsource.dossier.compose import compose, listed, name, words
from secondsource.dossier.material import Material
from secondsource.model.dossier import Sentence
from secondsource.model.evidence import Evidence, Span
from secondsource.model.linked import OriginKind
from secondsource.model.reading import UpstreamKind
from secondsource.text.normalise import fold


def tell_sensors(material: Material) -> tuple[Sentence, ...]:
    """Return one sentence for each sensor and each wording in which a report reads it."""
    told: dict[tuple[str, str], list[tuple[str, Evidence]]] = {}
    for sensor, evidence in _readings_of_sensors(material):
        told.setdefault((fold(sensor), fold(evidence.exact)), []).append((sensor, evidence))
    return tuple(_sentence(material, found) for found in told.values())


def _readings_of_sensors(material: Material) -> list[tuple[str, Evidence]]:
    found = [
        (upstream.name, material.passage(reading.id, span))
        for reading in material.readings
        for upstream in reading.upstream
        if upstream.kind is UpstreamKind.SENSOR and material.in_subject(reading.id)
        for span in upstream.spans
    ]
    known = {(fold(sensor), evidence.report_id) for sensor, evidence in found}
    for event in material.linked.events:
        for line in event.lines:
            if line.origin_kind is OriginKind.SENSOR:
                found += [
                    (line.origin, material.passage(each.report_id, Span(each.start, each.end)))
                    for each in line.evidence
                    if (fold(line.origin), each.report_id) not in known
                ]
    return found


def _sentence(material: Material, found: list[tuple[str, Evidence]]) -> Sentence:
    sensor, evidence = found[0]
    tellers = dict.fromkeys(material.teller(each.report_id, opening=False) for _, each in found)
    readers = listed(teller if not isinstance(teller, str) else name(teller) for teller in tellers)
    quoted = words(evidence, language=material.language(evidence.report_id))
    return compose(name(sensor), ", as read by ", *readers, ": ", quoted, citing=[each for _, each in found])
