"""Event mentions that a caller brought, chained across reports."""

from collections.abc import Mapping, Sequence

from secondsource.linking.lemma import lemma
from secondsource.linking.synonyms import event_word
from secondsource.model.evidence import words_of
from secondsource.model.ids import EventId, ReportId
from secondsource.model.intake import GivenMention
from secondsource.model.linked import LinkedMention
from secondsource.model.report import Report
from secondsource.text.segment import word_spans

_PARTICLES = frozenset(
    [
        "into",
        "out",
        "up",
        "off",
        "down",
        "on",
        "in",
        "away",
        "over",
        "back",
        "of",
        "to",
        "for",
        "from",
        "with",
        "at",
        "by",
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "it",
        "him",
        "them",
        "himself",
        "herself",
        "itself",
        "themselves",
    ]
)


def chain(
    reports: Sequence[Report],
    mentions: Mapping[ReportId, Sequence[GivenMention]],
    events: Mapping[ReportId, EventId],
) -> dict[ReportId, tuple[LinkedMention, ...]]:
    """Return each mention with its chain: the same head word, or one that means the same, in reports of one event.

    Args:
        reports: All reports.
        mentions: The mentions that came with each.
        events: The event that each report is mainly about; a report without one shares its chains with none.
    """
    return {
        report.id: tuple(
            LinkedMention(
                id=mention.id,
                event=EventId(f"{events.get(report.id, report.id)}:{event_word(head_lemma(report, mention))}"),
            )
            for mention in mentions[report.id]
        )
        for report in reports
        if mentions.get(report.id)
    }


def head_lemma(report: Report, mention: GivenMention) -> str:
    """Return the key of the mention's head word: its last word, particles left out ("checked into" gives "check")."""
    written = words_of(report.text, mention.spans)
    words = [span.of(written) for span in word_spans(written)]
    telling = [word for word in words if word.casefold() not in _PARTICLES and any(map(str.isalnum, word))]
    return lemma((telling or words or [""])[-1])
