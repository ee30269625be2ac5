"""What all reports of one event have in common: the event itself."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.linking.features import Features
from secondsource.linking.profile import has_title_apart, lead_end, sections_of
from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.reading import Reading
from secondsource.model.report import Report, SectionKind
from secondsource.text.segment import sentence_spans

SHARED_BY = 0.3
"""Share of an event's reports whose head must have a feature for it to belong to the event."""

TELLING_LEAST = 2
"""Features beside lands and common ideas that a stretch must share to tell of the event."""

_COMMON = frozenset(
    f"c:{idea}"
    for idea in ["military", "leader", "foreign", "minister", "council", "war", "spokesperson", "talks", "defence"]
)
_HEAD_KINDS = frozenset({SectionKind.TITLE, SectionKind.STANDFIRST, SectionKind.BODY})


@dataclass(frozen=True, slots=True)
class Kernel:
    """An event's own features.

    Attributes:
        keys: Features that headline and first sentence of its reports share.
        lands: ISO 3166-1 alpha-3 codes of the lands among them.
        acts: Features of the words that say what happened; empty where no reading found any.
    """

    keys: frozenset[str]
    lands: frozenset[str]
    acts: frozenset[str] = frozenset()

    @property
    def own_keys(self) -> frozenset[str]:
        """The features beside lands and common ideas."""
        return frozenset(key for key in self.keys if key[0] != "g" and key not in _COMMON)

    def tells_of(self, keys: frozenset[str]) -> bool:
        """Return whether a stretch with these features tells of the event."""
        common = self.own_keys & keys
        return len(common) >= TELLING_LEAST and any(key[0] != "w" for key in common)

    def telling(self, keys: frozenset[str]) -> int:
        """Return how many features beside lands and common ideas a stretch shares with the event."""
        return len(self.own_keys & keys)


def kernel_of(reports: Sequence[Report], readings: Mapping[ReportId, Reading]) -> Kernel:
    """Return what the heads of these reports have in common; everything where there is but one report."""
    n_with: Counter[str] = Counter()
    n_acts: Counter[str] = Counter()
    for report in reports:
        reading = readings.get(report.id)
        n_with.update(_head_features(report, reading))
        n_acts.update(_acts(report, reading))
    least = max(min(2, len(reports)), SHARED_BY * len(reports))
    keys = frozenset(key for key, n in n_with.items() if n >= least)
    acts = frozenset(key for key, n in n_acts.items() if n >= least)
    return Kernel(keys, frozenset(key[2:] for key in keys if key[0] == "g"), acts)


def _acts(report: Report, reading: Reading | None) -> frozenset[str]:
    """Return the features of the first event word in the headline, or else in the first sentence."""
    if reading is None:
        return frozenset()
    features = Features(report.text, reading)
    for sentence in head_sentences(report, reading):
        trigger = next((span for mention in reading.events for span in mention.trigger if sentence.covers(span)), None)
        if trigger is not None:
            return features.keys(trigger.start, trigger.end)
    return frozenset()


def _head_features(report: Report, reading: Reading | None) -> frozenset[str]:
    keys: set[str] = set()
    features = Features(report.text, reading)
    for span in head_sentences(report, reading):
        keys |= features.keys(span.start, span.end)
    if has_title_apart(report) and report.title is not None:
        keys |= Features(report.title).keys(0, len(report.title))
    return frozenset(keys)


def head_sentences(report: Report, reading: Reading | None) -> list[Span]:
    """Return headline, standfirst and the first sentence of the body, in text order; furniture has none."""
    sections = sections_of(report, reading)
    if not sections:
        return sentence_spans(report.text, 0, min(len(report.text), 2 * lead_end(report, reading)))[:1]
    found: list[Span] = []
    for part in _parts(report, reading):
        sentences = sentence_spans(report.text, part.start, part.end)
        found += sentences[:1]
    return found


def _parts(report: Report, reading: Reading | None) -> Iterable[Span]:
    sections = [part for part in sections_of(report, reading) if part.kind in _HEAD_KINDS]
    yield from (Span(part.start, part.end) for part in sections if part.kind is not SectionKind.BODY)
    body = next((part for part in sections if part.kind is SectionKind.BODY), None)
    if body is not None:
        yield Span(body.start, body.end)
