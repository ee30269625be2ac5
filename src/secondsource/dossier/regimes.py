"""Provisions that may bear on the events; the dossier never says in its own voice that anything is breached."""

from datetime import date

from secondsource.dossier.compose import compose, name, words
from secondsource.dossier.date_words import date_words
from secondsource.dossier.material import Material
from secondsource.model.dossier import ConductAccount, ProvisionEntry, RegimeAccount, Sentence
from secondsource.model.linked import LinkedStatement
from secondsource.model.provision import Provision, Regime
from secondsource.model.statement import Stance
from secondsource.model.territories import territory_name
from secondsource.provisions.conducts import ideas_of
from secondsource.provisions.direction import Direction, Way
from secondsource.provisions.may_bear import Bearing, day_of_event, may_bear, speaks_of_other_way
from secondsource.provisions.regimes import regimes

_SEEN = {
    0: "from general knowledge, seen in no source",
    1: "seen in one public source",
    2: "seen in two public sources",
}
_STANCES = {Stance.CONDITIONAL: " (on a condition)", Stance.POSSIBLE: " (as possible)", Stance.DENIED: " (denying it)"}
_SAYINGS_MOST = 12
_SENTENCE_ENDS = (".", "!", "?", "…", "。")


def tell_regimes(material: Material) -> tuple[RegimeAccount, ...]:
    """Return an account of each regime that has provisions which may bear on an event of the dossier's subject."""
    told = (_account(material, regime) for regime in regimes())
    return tuple(account for account in told if account is not None)


def _account(material: Material, regime: Regime) -> RegimeAccount | None:
    bearings = [
        bearing
        for bearing in may_bear(regime, material.linked, material.reports, material.readings)
        if material.in_subject(bearing.words.report_id)
    ]
    if not bearings:
        return None
    first = next(event for event in material.linked.events if event.id == bearings[0].event_id)
    day = day_of_event(first, material.reports)
    return RegimeAccount(
        regime_id=regime.id,
        name=regime.name,
        on=_on(day),
        note=regime.note,
        conducts=tuple(_conduct(material, regime, bearing) for bearing in bearings),
        machinery=_machinery(regime, day),
        said=_said(material) if regime.id.startswith("UN-") else (),
    )


def _on(day: date | None) -> str:
    if day is None:
        return "The day of the event is not known; every provision is shown, whenever it was in force."
    words = date_words(day.isoformat())
    return f"Bodies are told as on {words}, the day of the first event below; provisions as on the day of each event."


def _machinery(regime: Regime, day: date | None) -> tuple[str, ...]:
    if day is None:
        return tuple(f"{body.name}: since {date_words(body.from_on.isoformat())}." for body in regime.machinery)
    return tuple(told for body in regime.machinery if (told := body.on(day)) is not None)


def _conduct(material: Material, regime: Regime, bearing: Bearing) -> ConductAccount:
    quoted = words(bearing.words, language=material.language(bearing.words.report_id))
    conduct = bearing.conduct.name
    end = "" if bearing.words.exact.endswith(_SENTENCE_ENDS) else "."
    return ConductAccount(
        event_id=bearing.event_id,
        conduct=conduct[0].upper() + conduct[1:],
        why=compose("The words: ", quoted, end, citing=[bearing.words]),
        direction=_direction(bearing.way, regime),
        provisions=tuple(_entry(provision, bearing.way.direction) for provision in bearing.provisions),
        open=bearing.conduct.open,
    )


def _direction(way: Way, regime: Regime) -> str:
    if way.direction is Direction.UNKNOWN:
        return "Direction not known: these words do not say which way it goes."
    state = territory_name(regime.state)
    which = {Direction.TO: f"to {state}", Direction.FROM: f"from {state}", Direction.BOTH: "both ways"}
    said = ", ".join(f"“{each}”" for each in way.words)
    return f"Direction by these words: {which[way.direction]} ({said})."


def _entry(provision: Provision, direction: Direction) -> ProvisionEntry:
    checked = _SEEN[provision.sources_seen]
    unchecked = "" if provision.unchecked is None else f"; from general knowledge: {provision.unchecked}"
    return ProvisionEntry(
        name=provision.name,
        sentence=f"{_bears(provision, direction)} {provision.name}: {provision.facts}",
        direction=provision.direction,
        force=f"{provision.force}; bound: {provision.bound}",
        exemption=provision.exemption,
        checked=f"{checked}{unchecked}; not checked against the official text",
    )


def _bears(provision: Provision, direction: Direction) -> str:
    return "Only if it went the other way:" if speaks_of_other_way(provision, direction) else "May bear on"


def _said(material: Material) -> tuple[Sentence, ...]:
    """Return who is reported to say that something breaches the measures, each saying once."""
    told: dict[str, Sentence] = {}
    for report in material.linked.reports:
        for statement in report.statements:
            if statement.speaker is not None and material.in_subject(report.id) and _of_breach(statement):
                told.setdefault(statement.saying or statement.content, _saying(material, statement))
    return tuple(told.values())[:_SAYINGS_MOST]


def _of_breach(statement: LinkedStatement) -> bool:
    ideas = ideas_of(statement.content)
    return "violation" in ideas and bool(ideas & {"resolution", "sanction", "council"})


def _saying(material: Material, statement: LinkedStatement) -> Sentence:
    pieces = material.cite_all(statement.report_id, statement.spans)
    language = material.language(statement.report_id)
    parts = [words(piece, language=language) for piece in pieces]
    spaced = [part for piece in parts for part in (" … ", piece)][1:]
    return compose(name(statement.speaker or ""), f"{_STANCES.get(statement.stance, '')}: ", *spaced, citing=pieces)
