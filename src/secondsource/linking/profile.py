"""What a report is about, as weighted features that can be compared across outlets and languages."""

from collections import defaultdict
from dataclasses import dataclass

from secondsource.linking.features import Feature, Features
from secondsource.linking.when import Stretch, stretch_of
from secondsource.model.reading import Reading
from secondsource.model.report import Report, Section, SectionKind

LEAD_CHARACTERS = 300
"""Characters after the headline that count as the lead."""

DENSE_LEAD_CHARACTERS = 135
"""The same lead in a script that writes a syllable or a word with one character."""

_DENSE = frozenset({"ko", "ja", "zh"})

LEAD_WEIGHT = 2.0
"""How much more a word of headline and lead says about the event than a later one."""

NAME_WEIGHT = 1.5
"""How much more a name says."""

_NEWS = frozenset({SectionKind.TITLE, SectionKind.STANDFIRST, SectionKind.BODY, SectionKind.CAPTION})
_HEAD = frozenset({SectionKind.TITLE, SectionKind.STANDFIRST})


@dataclass(frozen=True, slots=True)
class Profile:
    """A report's features.

    Attributes:
        words: Weight of each word, of this language only.
        shared: Weight of each feature that other languages have too: ideas, names, lands, numbers.
        language: ISO 639-1 code, None if unknown.
        published: When it was published, None if open.
    """

    words: dict[str, float]
    shared: dict[str, float]
    language: str | None
    published: Stretch | None


def profile_of(report: Report, reading: Reading | None) -> Profile:
    """Return the features of ``report``; without a reading its words, ideas and numbers alone."""
    words: defaultdict[str, float] = defaultdict(float)
    shared: defaultdict[str, float] = defaultdict(float)

    def count(feature: Feature, weight: float) -> None:
        weight *= NAME_WEIGHT if feature.is_name else 1.0
        (words if feature.is_word else shared)[feature.key] += weight

    features = Features(report.text, reading)
    lead = lead_end(report, reading)
    for start, end in _news(report, sections_of(report, reading)):
        for feature in features.between(start, end):
            count(feature, LEAD_WEIGHT if feature.start < lead else 1.0)
    if has_title_apart(report) and report.title is not None:
        for feature in Features(report.title).between(0, len(report.title)):
            count(feature, LEAD_WEIGHT)
    language = report.language or (None if reading is None else reading.language)
    return Profile(dict(words), dict(shared), language, stretch_of(report.published.edtf))


def sections_of(report: Report, reading: Reading | None) -> tuple[Section, ...]:
    """Return the parts of the page as the report gives them, else as its reading found them."""
    return report.sections or (() if reading is None else reading.sections)


def has_title_apart(report: Report) -> bool:
    """Return whether the headline was given and does not stand in the text."""
    return report.title is not None and report.title.strip() not in report.text


def lead_end(report: Report, reading: Reading | None) -> int:
    """Return where headline, standfirst and lead end in the text."""
    head = [part.end for part in sections_of(report, reading) if part.kind in _HEAD]
    language = report.language or (None if reading is None else reading.language)
    return max(head, default=0) + (DENSE_LEAD_CHARACTERS if language in _DENSE else LEAD_CHARACTERS)


def _news(report: Report, sections: tuple[Section, ...]) -> list[tuple[int, int]]:
    if not sections:
        return [(0, len(report.text))]
    return [(part.start, part.end) for part in sections if part.kind in _NEWS]
