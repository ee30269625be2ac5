"""Who said what, in which words, and how surely."""

from dataclasses import dataclass
from enum import StrEnum

from secondsource.model.evidence import Spans
from secondsource.model.ids import EntityId, StatementId


class StatementKind(StrEnum):
    """How the words are given: all in quote marks, some, or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """How the content is put: a conditional never becomes an assertion."""

    ASSERTED = "asserted"
    LIKELY = "likely"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    PLANNED = "planned"
    DENIED = "denied"


class StatementAct(StrEnum):
    """What the cue says was done: a desk lists what was said and keeps what is only held or wanted apart."""

    SAID = "said"
    SHOWN = "shown"
    HELD = "held"
    WANTED = "wanted"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attributed saying.

    Attributes:
        id: Within the reading, in text order.
        source: The words that name who says it; empty where none is named.
        cue: The words that say that it was said ("said", "according to"); empty for a quote without one.
        content: The words said or reported.
        speaker: The entity it is ascribed to, None where it could not be resolved.
        speaker_name: Name of the speaker as resolved within the report, else the source's words, else None.
        organisation: Body the speaker speaks for, None if not said.
        office: The speaker's office as the report gives it ("spokesperson"), None if not said.
        kind: By quote marks.
        stance: How surely the speaker puts it.
        hedges: The words of doubt, condition, plan or denial that the stance rests on.
        likelihood: Range of the ICD 203 word used ("likely" 0.55 to 0.8), None if no such word is used.
        addressee: The words that name who was told ("RFA Korean"); None if not said.
        act: Whether the content was said, shown by data, held (believed, feared, known), wanted (planned, hoped), or
            done (investigated, staged).
        negated: Whether the words say that it was *not* said ("did not say where", "neither expert claims").
        within: The statement whose content holds this one ("Yonhap said that KCNA reported"), None if outermost.
        carried: Whether no word says who says it: it goes on with the statement before, as what it says tells. It is
            then likely the speaker's and not surely, so nothing is counted from it.
    """

    id: StatementId
    source: Spans
    cue: Spans
    content: Spans
    speaker: EntityId | None = None
    speaker_name: str | None = None
    organisation: str | None = None
    office: str | None = None
    kind: StatementKind = StatementKind.INDIRECT
    stance: Stance = Stance.ASSERTED
    hedges: Spans = ()
    likelihood: tuple[float, float] | None = None
    addressee: str | None = None
    act: StatementAct = StatementAct.SAID
    negated: bool = False
    within: StatementId | None = None
    carried: bool = False
