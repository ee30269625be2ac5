"""What is conditional, guessed, planned or denied, and whose it is; set apart so that nobody takes it for fact."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.dossier.compose import Piece, compose, name, words
from secondsource.dossier.material import Material
from secondsource.dossier.mentions import mentions_of
from secondsource.dossier.wording import CARRIED_WORDS, UNSURE_HEADINGS
from secondsource.model.dossier import SpeakerAccount, StatementAccount, Unsure
from secondsource.model.evidence import Evidence, Span
from secondsource.model.statement import Stance
from secondsource.text.normalise import fold

# In the past tense, which is the same for one speaker and for many.
_PUTS: dict[Stance, str] = {
    Stance.CONDITIONAL: "put this on a condition: ",
    Stance.POSSIBLE: "held this possible, no more: ",
    Stance.LIKELY: "held this likely: ",
    Stance.PLANNED: "spoke of this as still to come: ",
    Stance.DENIED: "denied this or ruled it out: ",
}
_OWN_VOICE = frozenset({Stance.CONDITIONAL, Stance.POSSIBLE, Stance.LIKELY, Stance.PLANNED})
"""What a report says did not happen is its account, no denial; a denial needs somebody who denies."""


@dataclass(frozen=True, slots=True)
class _Own:
    """Something a report puts as unsure in its own voice."""

    stance: Stance
    evidence: Evidence


def tell_unsure(material: Material, speakers: tuple[SpeakerAccount, ...]) -> tuple[Unsure, ...]:
    """Return everything not put as fact, in the order of the headings, within one heading in the order read."""
    said = [
        _said(speaker, statement)
        for speaker in speakers
        for statement in speaker.statements
        if statement.stance in _PUTS
    ]
    cited = [piece for unsure in said for piece in unsure.sentence.citations]
    own = [_told(material, each) for each in _own_voice(material, cited)]
    order = list(UNSURE_HEADINGS)
    return tuple(sorted((*said, *own), key=lambda unsure: order.index(unsure.stance)))


def _said(speaker: SpeakerAccount, statement: StatementAccount) -> Unsure:
    whose = speaker.name or speaker.organisation
    quoted: list[str | Piece] = []
    for place, piece in enumerate(statement.words):
        quoted += [" … "] if place else []
        quoted.append(words(piece, language=statement.language, hedges=statement.hedges))
    who: str | Piece = "Somebody the report does not name" if whose is None else name(whose[:1].upper() + whose[1:])
    aside = f" ({CARRIED_WORDS})" if statement.carried else ""
    sentence = compose(
        who, f"{aside} ", _PUTS[statement.stance], *quoted, *_beside(statement), citing=_cited(statement)
    )
    return Unsure(stance=statement.stance, whose=whose, sentence=sentence)


def _beside(statement: StatementAccount) -> list[str | Piece]:
    """Return the words of doubt that stand outside the saying itself ("he speculated")."""
    outside = [hedge for hedge in statement.hedges if not any(_holds(piece, hedge) for piece in statement.words)]
    if not outside:
        return []
    parts: list[str | Piece] = [" (the report’s word: "]
    for place, hedge in enumerate(outside):
        parts += [", "] if place else []
        parts.append(words(hedge, language=statement.language, hedges=[hedge]))
    return [*parts, ")"]


def _cited(statement: StatementAccount) -> tuple[Evidence, ...]:
    return (*statement.words, *statement.hedges, *statement.also)


def _own_voice(material: Material, cited: list[Evidence]) -> Iterator[_Own]:
    """Yield what reports put as unsure about a told event without anybody's saying it, each wording once."""
    told: set[str] = set()
    for event in material.linked.events:
        for reading, mention in mentions_of(material, event):
            if (
                mention.according_to is not None
                or mention.stance not in _OWN_VOICE
                or not material.in_subject(reading.id)
            ):
                continue
            evidence = material.sentence(reading.id, Span(mention.trigger[0].start, mention.trigger[-1].end))
            known = any(_meet(evidence, piece) for piece in cited) or fold(evidence.exact) in told
            told.add(fold(evidence.exact))
            if not known:
                yield _Own(mention.stance, evidence)


def _told(material: Material, own: _Own) -> Unsure:
    report_id = own.evidence.report_id
    quoted = words(own.evidence, language=material.language(report_id))
    teller = material.teller(report_id)
    sentence = compose(teller, " in its own voice ", _PUTS[own.stance], quoted, citing=[own.evidence])
    return Unsure(stance=own.stance, whose=teller if isinstance(teller, str) else teller.text, sentence=sentence)


def _holds(piece: Evidence, hedge: Evidence) -> bool:
    return piece.report_id == hedge.report_id and piece.start <= hedge.start and hedge.end <= piece.end


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.report_id == other.report_id and one.start < other.end and other.start < one.end
