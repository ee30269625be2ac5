"""Answering what the machine only proposes; every answer stands in the ledger with who, when and why."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from starlette.responses import Response

from secondsource.ledger.ledger import Ledger
from secondsource.model.custody import KeptJudgement
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement, JudgementKind, Reliability, Verdict, place_of
from secondsource.model.linked import Event
from secondsource.model.report import Report
from secondsource.screening.index import Index
from secondsource.screening.judged_hits import hit_subject
from secondsource.web.acts.errors import JudgementRefused, StaleJudgement
from secondsource.web.acts.ledger_asked import ledger_of, states_asked
from secondsource.web.acts.passages import MOST_PASSAGE, find_words, words_as_subject
from secondsource.web.acts.questions import (
    HIT_PARTS,
    MOST_WORDS,
    NOTE_MARK,
    Question,
    Subject,
    by_verdict,
    history_of,
    question,
    questions_about,
    require_answer,
    subject_of,
)
from secondsource.web.acts.speaker_names import speakers_in
from secondsource.web.analyst.addresses import judgements_address
from secondsource.web.analyst.state import State
from secondsource.web.analyst.states import States
from secondsource.web.answers import see
from secondsource.web.forms import Form
from secondsource.web.ledger_place import LedgerPlace
from secondsource.web.routing import Asked

PAIRS_MOST = 50
"""Reports of the event, and other events, that are offered for joining and parting."""

VERDICT_WORDS = {Verdict.POSITIVE: "Yes", Verdict.NEGATIVE: "No", Verdict.UNSURE: "Unsure; leave it to the machine"}
"""How the answers read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Words of a report that somebody is read as saying, as a subject of a question.

    Attributes:
        subject: The subject: the report and the place.
        words: The words.
        speaker: Who says them, by the reading; None if nobody is named.
    """

    subject: tuple[str, str]
    words: str
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reports that may be of one event, as a subject of a question.

    Attributes:
        subject: The subject.
        words: The other report and what it tells of.
        together: Whether they are of one event as it stands.
    """

    subject: tuple[str, str]
    words: str
    together: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the page of a subject shows.

    Attributes:
        questions: What can be asked about it.
        event: The event it is or tells of, None for none.
        sayings: What is said in it, for a report.
        pairs: Reports that it can be joined with or parted from.
        notes: The notes on it, the latest first.
        reports: The reports of the event.
        speakers: Whom those reports name as speaking.
    """

    questions: list[Question]
    event: Event | None
    sayings: list[Saying]
    pairs: list[Pair]
    notes: list[KeptJudgement]
    reports: list[Report]
    speakers: list[str]


async def show_judgements(asked: Asked) -> Response:
    """Show what is asked about a subject, the machine's answer, people's answers, and a form for another."""
    states = states_asked(asked)
    subject = await asked.site.study(_subject_asked, states, asked.query)
    if len(subject) == HIT_PARTS - 1:
        subject = _hit(subject, states.lists)
    looked = await asked.site.study(_look_up, states, subject)
    return asked.show(
        "desk/acts/judgements.html.j2",
        subject=subject,
        looked=looked,
        may_note=len(subject) == 1,
        subject_json=json.dumps(list(subject), ensure_ascii=False),
        verdict_words=VERDICT_WORDS,
        letters=list(Reliability),
        most_words=MOST_WORDS,
        most_passage=MOST_PASSAGE,
    )


def _subject_asked(states: States, query: Mapping[str, str]) -> Subject:
    """Return the subject: a JSON list, two speakers by name, or two passages by their words."""
    if "subject" in query or "one" not in query:
        return subject_of(query.get("subject", ""))
    one, other = query["one"].strip(), query.get("other", "").strip()
    if "one_words" not in query:
        return subject_of(json.dumps(sorted((one, other))))
    reports = states.get().reports
    found = (find_words(query["one_words"], one, reports), find_words(query.get("other_words", ""), other, reports))
    return words_as_subject(*found)


async def judge(asked: Asked) -> Response:
    """Keep an answer above the machine's, in the place of the one that was seen."""
    form, site, place = asked.form, asked.site, ledger_of(asked)
    subject = subject_of(form.text("subject"))
    kind = _kind(form.text("kind"))
    if kind is JudgementKind.NOTE and len(subject) == 1:
        # Each note is a question of its own, so that two people's notes stand beside each other.
        await site.study(_look_up, states_asked(asked), subject)
        subject = (*subject, f"{NOTE_MARK}{token_hex(6)}")
    elif kind is JudgementKind.HIT:
        _require_hit(subject, states_asked(asked).lists)
    else:
        await site.study(_require_asked, states_asked(asked), kind, subject)
    judgement = Judgement(
        subject=subject,
        kind=kind,
        value=require_answer(kind, _value(kind, form)),
        who=asked.who,
        why=_reason(form.text("why"), kind),
        at=site.now(),
    )
    await site.write(keep_answer, place, judgement, seen=form.number("seen"))
    return see(judgements_address(subject))


def _value(kind: JudgementKind, form: Form) -> str:
    """Return what was answered; to take an answer back is to leave it to the machine again."""
    if form.text("do") == "take-back":
        return Verdict.UNSURE if by_verdict(kind) else ""
    value = form.text("value")
    if not (value.strip() or by_verdict(kind)):
        raise JudgementRefused("An answer without words was sent.\nWrite one, or take the standing one back.")
    return value


async def show_notes(asked: Asked) -> Response:
    """Show the notes that stand, the latest first."""
    place = ledger_of(asked)
    notes = await asked.site.study(_all_notes, place)
    return asked.show("desk/acts/notes.html.j2", notes=notes)


def keep_answer(place: LedgerPlace, judgement: Judgement, *, seen: int) -> None:
    """Keep the answer if the one that stands is still the one that was seen; both in one transaction of the ledger.

    Raises:
        StaleJudgement: Another stands there now, from the browser or the command line.
    """
    with place.writing() as ledger, ledger.batch(who=judgement.who, at=judgement.at):
        history = history_of(ledger, judgement.kind, judgement.subject)
        if (history[-1].seq if history else 0) != seen:
            raise _stale(history, seen)
        ledger.add_judgement(judgement)


def _stale(history: Sequence[KeptJudgement], seen: int) -> StaleJudgement:
    before = next((kept for kept in history if kept.seq == seen), None)
    return StaleJudgement(
        "An answer was sent; the question was answered anew after you opened the page, and nothing was changed.\n"
        f"Seen: {_told(before)}\nNow: {_told(history[-1] if history else None)}\n"
        "Open the question again and decide with both before you."
    )


def _told(kept: KeptJudgement | None) -> str:
    if kept is None:
        return "no answer."
    given = kept.judgement
    return f"“{given.value or 'taken back'}” by {given.who}, {_moment(given.at)}: {given.why or 'no reason'}"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _look_up(states: States, subject: Subject) -> Looked:
    state = states.get()
    one = subject[0] if len(subject) == 1 else None
    event = next((each for each in state.linked.events if one in (each.id, *each.reports)), None)
    with states.place.reading() as ledger:
        return Looked(
            questions=questions_about(subject, ledger, states),
            event=event,
            sayings=_sayings(subject, state),
            pairs=[] if event is None else list(_pairs(event, event.reports[0] if one == event.id else one, state)),
            notes=notes_about(ledger, subject[0]),
            reports=[] if event is None else [state.reports[each] for each in event.reports],
            speakers=[] if event is None else speakers_in(event.reports, state.readings),
        )


def _pairs(event: Event, report_id: str | None, state: State) -> Iterator[Pair]:
    """Yield the event's other reports, then the first report of each other event."""
    assert report_id is not None  # noqa: S101  (an event was found by the one name of the subject)
    for other in [each for each in event.reports if each != report_id][:PAIRS_MOST]:
        words = f"{state.reports[other].outlet or other}: {state.reports[other].title or other}"
        yield Pair(subject=(report_id, other), words=words, together=True)
    for each in [each for each in state.linked.events if each.id != event.id][:PAIRS_MOST]:
        yield Pair(subject=(report_id, each.reports[0]), words=each.label, together=False)


def _require_asked(states: States, kind: JudgementKind, subject: Subject) -> None:
    with states.place.reading() as ledger:
        asked = question(kind, subject, ledger, states)
    if asked.subject != subject:
        raise JudgementRefused(
            f"An answer on {' and '.join(subject)} was sent; the question is asked of {' and '.join(asked.subject)}.\n"
            "Open the page of the question again and answer there."
        )


def _hit(subject: Subject, lists: Index | None) -> Subject:
    """Return the subject of the question on a hit: the name, the list, the entry, and what the entry says now."""
    name, listed, entry = subject[:3]
    try:
        if lists is None:
            raise KeyError(listed)
        return hit_subject(name, listed, lists.entry(listed, entry))
    except KeyError as error:
        raise JudgementRefused(
            f"It was asked whether {name} is entry {entry} of {listed}; no list that this server was given has it.\n"
            "Open the event again and ask from there."
        ) from error


def _require_hit(subject: Subject, lists: Index | None) -> None:
    if len(subject) != HIT_PARTS or _hit(subject, lists) != subject:
        raise JudgementRefused(
            "An answer on a hit was sent; the entry says something else than when the page was opened.\n"
            "Open the event again and answer there."
        )


def _sayings(subject: Subject, state: State) -> list[Saying]:
    report = state.reports.get(ReportId(subject[0])) if len(subject) == 1 else None
    if report is None:
        return []
    return [
        Saying(
            subject=(report.id, place_of(each.content[0].start, each.content[-1].end)),
            words=" … ".join(report.text[span.start : span.end] for span in each.content),
            speaker=each.speaker_name,
        )
        for each in state.readings[report.id].statements
        if each.content
    ]


def notes_about(ledger: Ledger, name: str) -> list[KeptJudgement]:
    """Return the notes that stand on an event, a report or a source, the latest first."""
    return [kept for kept in all_notes(ledger) if kept.judgement.subject[0] == name]


def all_notes(ledger: Ledger) -> list[KeptJudgement]:
    """Return the notes that stand and are not taken back, the latest first."""
    kept = [each for each in ledger.judgements() if each.judgement.kind is JudgementKind.NOTE and each.judgement.value]
    return kept[::-1]


def _all_notes(place: LedgerPlace) -> list[KeptJudgement]:
    with place.reading() as ledger:
        return all_notes(ledger)


def _kind(code: str) -> JudgementKind:
    try:
        return JudgementKind(code)
    except ValueError as error:
        raise JudgementRefused(
            f"A question of the kind {code[:40]!r} was answered; there is none.\nOpen the page of the question again."
        ) from error


def _reason(why: str, kind: JudgementKind) -> str:
    why = " ".join(why.split())
    if not why and kind is not JudgementKind.NOTE:
        raise JudgementRefused(
            "An answer without a reason was sent.\nSay why in a sentence: whoever reads it later asks."
        )
    if len(why) > MOST_WORDS:
        raise JudgementRefused(f"A reason of {len(why)} characters was given.\nKeep to {MOST_WORDS}.")
    return why
