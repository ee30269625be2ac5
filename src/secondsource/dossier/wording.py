"""The plain words for the vocabularies, the same in the terminal and on the page."""

from secondsource.model.linked import Event, EventStatus, OriginKind
from secondsource.model.published import PublishedBasis
from secondsource.model.reading import CreditRole, UpstreamKind
from secondsource.model.statement import Stance, StatementKind

STANCE_WORDS: dict[Stance, str] = {
    Stance.ASSERTED: "asserted",
    Stance.LIKELY: "likely",
    Stance.POSSIBLE: "possible",
    Stance.CONDITIONAL: "conditional",
    Stance.PLANNED: "planned",
    Stance.DENIED: "denied",
}
"""How surely, in one word."""

UNSURE_HEADINGS: dict[Stance, str] = {
    Stance.CONDITIONAL: "On a condition",
    Stance.POSSIBLE: "Held possible",
    Stance.LIKELY: "Held likely",
    Stance.PLANNED: "Still to come",
    Stance.DENIED: "Denied or ruled out",
}
"""Headings of what is not asserted, in the order in which it is told."""

CARRIED_WORDS = "goes on without naming a speaker, so likely theirs"
"""How a saying is shown that only goes on with the one before."""

KIND_WORDS: dict[StatementKind, str] = {
    StatementKind.DIRECT: "direct quotation",
    StatementKind.MIXED: "partly quoted",
    StatementKind.INDIRECT: "paraphrase",
}
"""How the words are given."""

ORIGIN_WORDS: dict[OriginKind, str] = {
    OriginKind.SPEAKER: "a speaker on record",
    OriginKind.DOCUMENT: "a document",
    OriginKind.WITNESS: "a witness",
    OriginKind.SENSOR: "a sensor",
    OriginKind.OUTLET: "an outlet",
    OriginKind.ANONYMOUS: "a source not named",
    OriginKind.UNKNOWN: "an origin not known",
}
"""What sort of origin, with its article."""

UPSTREAM_WORDS: dict[UpstreamKind, str] = {
    UpstreamKind.AGENCY: "an agency",
    UpstreamKind.OUTLET: "an outlet",
    UpstreamKind.OFFICIAL: "an official body",
    UpstreamKind.DOCUMENT: "a document",
    UpstreamKind.SENSOR: "a sensor",
    UpstreamKind.ANONYMOUS: "a source not named",
}
"""What sort of source a report leans on, with its article."""

STATUS_WORDS: dict[EventStatus, str] = {
    EventStatus.SINGLE_ORIGIN: "rests on a single origin",
    EventStatus.CORROBORATED: "told by independent origins",
    EventStatus.SENSOR_CONFIRMED: "said to be confirmed by a sensor",
    EventStatus.DISPUTED: "disputed",
    EventStatus.DENIED: "denied",
}
"""What the lines add up to; a sensor is only ever said to confirm, since a report reads it for us."""

NO_ORIGIN_WORDS = "no origin is known"


def status_words(event: Event) -> str:
    """Return what the lines of the event add up to, in words."""
    return NO_ORIGIN_WORDS if event.without_origin else STATUS_WORDS[event.status]


RELIABILITY_WORDS: dict[str, str] = {
    "A": "sources completely reliable",
    "B": "sources usually reliable",
    "C": "sources fairly reliable",
    "D": "sources not usually reliable",
    "E": "sources unreliable",
    "F": "reliability of the sources cannot be judged",
}
"""Letters of the Admiralty code for the sources. Source: STANAG 2511."""

CREDIBILITY_WORDS: dict[int, str] = {
    1: "information confirmed by other sources",
    2: "information probably true",
    3: "information possibly true",
    4: "information doubtful",
    5: "information improbable",
    6: "truth of the information cannot be judged",
}
"""Numbers of the Admiralty code for the information. Source: STANAG 2511."""

BASIS_WORDS: dict[str, str] = {
    PublishedBasis.GIVEN: "as given with the report",
    PublishedBasis.STATED: "as stated on the page",
    PublishedBasis.INFERRED: "inferred",
    PublishedBasis.UNKNOWN: "not known",
}
"""How a report's date is known."""

ROLE_WORDS: dict[CreditRole, str] = {
    CreditRole.AUTHOR: "as author",
    CreditRole.TRANSLATOR: "for the translation",
    CreditRole.EDITOR: "for the editing",
    CreditRole.PHOTOGRAPHER: "for photographs",
    CreditRole.AGENCY: "as the agency",
    CreditRole.CONTRIBUTOR: "for contributions",
}
"""What somebody is credited for or as."""


def counted(n: int, one: str, many: str | None = None) -> str:
    """Return "1 report" or "3 reports"."""
    return f"{n} {one if n == 1 else many or one + 's'}"
