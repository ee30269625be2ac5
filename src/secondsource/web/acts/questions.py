"""What can be asked about a subject, what the machine answers, and what people answered."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from secondsource.ledger.ledger import Ledger
from secondsource.linking.outlet_names import outlet_key
from secondsource.linking.rating import rate
from secondsource.linking.reliability import source_subject
from secondsource.model.custody import KeptJudgement
from secondsource.model.evidence import words_of
from secondsource.model.ids import ReportId
from secondsource.model.judgement import IN_WORDS, Answer, JudgementKind, answer_of, place_of, unordered
from secondsource.model.linked import Event, Linked
from secondsource.model.outlets import find_outlet
from secondsource.model.report import Report
from secondsource.model.statement import Statement
from secondsource.web.acts import passages, speaker_names
from secondsource.web.acts.errors import JudgementRefused
from secondsource.web.analyst.state import State
from secondsource.web.analyst.states import States

Subject = tuple[str, ...]

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_PLACE = re.compile(r"\d{1,9}-\d{1,9}")
MOST_WORDS = 4000
"""Characters of an answer in words and of a reason, at most."""

NOTE_MARK = "n-"
"""How the id of a note begins."""

HIT_PARTS = 4
"""Parts of the subject of a question on a hit: the name, the list, the entry, the digest of what the entry says."""

_MOST_PARTS = HIT_PARTS
_MOST_CHARACTERS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with its answers.

    Attributes:
        kind: What is asked.
        subject: About what.
        asks: The question in words.
        machine: What the machine answers, in words.
        history: Every answer of people, the last one standing.
    """

    kind: JudgementKind
    subject: Subject
    asks: str
    machine: str
    history: tuple[KeptJudgement, ...]

    @property
    def standing(self) -> KeptJudgement | None:
        """The answer that stands."""
        return self.history[-1] if self.history else None

    @property
    def seen(self) -> int:
        """Number of the standing answer's entry in the log, 0 without one; an answer names the one that was seen."""
        return self.history[-1].seq if self.history else 0

    @property
    def by_verdict(self) -> bool:
        """Whether it is answered by yes, no or unsure; else in words."""
        return by_verdict(self.kind)

    @property
    def by_letter(self) -> bool:
        """Whether it is answered by a letter."""
        return self.kind is JudgementKind.RELIABILITY

    @property
    def subject_json(self) -> str:
        """The subject as a form sends it."""
        return json.dumps(list(self.subject), ensure_ascii=False)


def by_verdict(kind: JudgementKind) -> bool:
    """Return whether a question of that kind is answered by yes, no or unsure."""
    return kind not in IN_WORDS and kind is not JudgementKind.RELIABILITY


def subject_of(text: str) -> Subject:
    """Return the subject that a JSON list of strings writes.

    Raises:
        JudgementRefused: It writes none.
    """
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    right = isinstance(found, list) and 0 < len(found) <= _MOST_PARTS
    if not right or not all(isinstance(part, str) and 0 < len(part) <= _MOST_CHARACTERS for part in found):
        raise JudgementRefused(
            "A question was asked about a subject that is no list of one to four names.\n"
            'Write it so: /desk/judgements?subject=["REPORT"]'
        )
    return tuple(found)


def questions_about(subject: Subject, ledger: Ledger, states: States) -> list[Question]:
    """Return what can be asked about the subject.

    It is an event, a report, two reports, two passages, two speakers, words in a report, a source, a note, or a hit.

    Raises:
        JudgementRefused: The subject is none of these.
    """
    state = states.get()
    reports = state.reports
    if len(subject) == HIT_PARTS:
        return [_question(ledger, JudgementKind.HIT, subject, _hit_asked(subject), "The names agree.")]
    if len(subject) == 1:
        return list(_about_one(subject[0], ledger, states))
    if len(subject) == 2 and subject[1].startswith(NOTE_MARK):
        return _note(subject, ledger)
    if len(subject) == 2 and _PLACE.fullmatch(subject[1]) and subject[0] in reports:
        return [_speaker(subject, ledger, state)]
    found = list(_about_pair(subject, ledger, states, state)) if len(subject) == 2 else []
    if found:
        return found
    raise JudgementRefused(
        f"A question was asked about {' and '.join(subject)}; the ledger holds nothing of that name.\n"
        "Open the page of the event or the report, and ask from there."
    )


def question(kind: JudgementKind, subject: Subject, ledger: Ledger, states: States) -> Question:
    """Return one question.

    Raises:
        JudgementRefused: That cannot be asked about the subject.
    """
    asked = next((each for each in questions_about(subject, ledger, states) if each.kind is kind), None)
    if asked is None:
        raise JudgementRefused(
            f"{kind} was asked about {' and '.join(subject)}; that cannot be asked there.\n"
            "Open the page of the question again and answer there."
        )
    return asked


def require_answer(kind: JudgementKind, value: str) -> Answer:
    """Return the answer as it is kept; an empty one to a question in words or letters takes the standing one back.

    Raises:
        JudgementRefused: It is no answer to a question of that kind.
    """
    value = value.strip()
    if len(value) > MOST_WORDS:
        raise JudgementRefused(f"An answer of {len(value)} characters was given.\nKeep to {MOST_WORDS}.")
    if kind is JudgementKind.EVENT_DAY and value and not _is_day(value):
        raise JudgementRefused(
            f"{value!r} was given as a day; it is a year, a month or a day.\nWrite it as 2024-07-09 or 2024-07."
        )
    try:
        return answer_of(kind, value)
    except ValueError as error:
        raise JudgementRefused(
            f"{value!r} was answered to a question of the kind {kind}; that is none of its answers.\n"
            "Choose one of those on the page."
        ) from error


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10] if len(text) < len("2024-07-09") else text)
    except ValueError:
        return False
    return True


def _question(ledger: Ledger, kind: JudgementKind, subject: Subject, asks: str, machine: str) -> Question:
    return Question(kind=kind, subject=subject, asks=asks, machine=machine, history=history_of(ledger, kind, subject))


def history_of(ledger: Ledger, kind: JudgementKind, subject: Subject) -> tuple[KeptJudgement, ...]:
    """Return every answer to the question, the one that stands last."""
    return tuple(kept for kept in ledger.judgement_history(subject) if kept.judgement.kind is kind)


def _about_one(name: str, ledger: Ledger, states: States) -> Iterator[Question]:
    state = states.get()
    event = next((each for each in state.linked.events if name in (each.id, *each.reports)), None)
    if event is None:
        yield _reliability(name, ledger, states.unjudged(state), state)
        return
    report_id = event.reports[0] if name == event.id else ReportId(name)
    asks = f"On which day was it, what {report_id} mainly tells of (“{event.label}”)?"
    machine = _event_of(states.unjudged(state), report_id)
    day = None if machine is None else machine.edtf
    yield _question(ledger, JudgementKind.EVENT_DAY, (report_id,), asks, day or "No day was read.")


def _reliability(name: str, ledger: Ledger, machine: Linked, state: State) -> Question:
    subject = source_subject(name)
    lines = [
        (line, event.status)
        for event in machine.events
        for line in event.lines
        if outlet_key(line.origin) == outlet_key(name)
    ]
    published = any(
        report.outlet is not None and outlet_key(report.outlet) == outlet_key(name) for report in state.held.reports
    )
    if not lines and not published and find_outlet(name) is None:
        raise JudgementRefused(
            f"A question was asked about {name}; the ledger holds no event, report or source of that name.\n"
            "Open the page of the event, the report or the source, and ask from there."
        )
    rated = [rate([line], status) for line, status in lines]
    by_rule = f"{rated[0].reliability}: {rated[0].because[1]}" if rated else "No event rests on it yet."
    asks = f"How reliable is {subject[0]}, by what is known of it?"
    return _question(ledger, JudgementKind.RELIABILITY, subject, asks, by_rule)


def _note(subject: Subject, ledger: Ledger) -> list[Question]:
    history = history_of(ledger, JudgementKind.NOTE, subject)
    if not history:
        raise JudgementRefused(
            f"The note {subject[1]} on {subject[0]} was asked for; there is none.\nSee those there are: /desk/notes"
        )
    asks = f"What is noted on {subject[0]}?"
    return [
        Question(
            kind=JudgementKind.NOTE, subject=subject, asks=asks, machine="Nothing: a note is yours.", history=history
        )
    ]


def _speaker(subject: Subject, ledger: Ledger, state: State) -> Question:
    report = state.reports[ReportId(subject[0])]
    statement = statement_at(state, ReportId(subject[0]), subject[1])
    if statement is None:
        raise JudgementRefused(
            f"It was asked who says the words at {subject[1]} of {subject[0]}; nothing was read as said there.\n"
            "Choose one of the report's sayings."
        )
    asks = f"Who says “{words_of(report.text, statement.content)}”, in {report.id}?"
    return _question(
        ledger, JudgementKind.SPEAKER, subject, asks, statement.speaker_name or "Nobody was read as the speaker."
    )


def statement_at(state: State, report_id: ReportId, place: str) -> Statement | None:
    """Return the statement that was read at the place, None if none was."""
    statements = state.readings[report_id].statements
    return next((s for s in statements if s.content and place_of(s.content[0].start, s.content[-1].end) == place), None)


def _about_pair(subject: Subject, ledger: Ledger, states: States, state: State) -> Iterator[Question]:
    if set(subject) <= state.reports.keys() and subject[0] != subject[1]:
        yield from _about_two(subject, ledger, states.unjudged(state), state.reports)
    words = passages.passages_of(subject, state.reports)
    if words is not None:
        named = passages.words_as_subject(*words)
        told = passages.machine_on(words, states.unjudged(state))
        yield _question(ledger, JudgementKind.CONTRADICTS, named, passages.asked_about(words), told)
    if speaker_names.both_speak(subject, state.readings):
        named = unordered(*subject)
        told = speaker_names.machine_on(named, state.readings)
        yield _question(ledger, JudgementKind.SAME_SPEAKER, named, speaker_names.asked_about(named), told)


def _about_two(subject: Subject, ledger: Ledger, machine: Linked, reports: Mapping[ReportId, Report]) -> list[Question]:
    one, other = (ReportId(name) for name in subject)
    named = [f"{reports[each].outlet or each} ({each})" for each in (one, other)]
    events = {report: event.id for event in machine.events for report in event.reports}
    together = "One event." if events.get(one) == events.get(other) else "Two events."
    return [
        _question(
            ledger,
            JudgementKind.SAME_EVENT,
            unordered(one, other),
            f"Are {named[0]} and {named[1]} of one event?",
            together,
        ),
        *(
            _question(
                ledger,
                JudgementKind.COPIES,
                (child, parent),
                f"Does {child} repeat {parent}?",
                _copied(machine, child, parent),
            )
            for child, parent in ((one, other), (other, one))
        ),
    ]


def _copied(machine: Linked, child: ReportId, parent: ReportId) -> str:
    links = next((report.links for report in machine.reports if report.id == child), ())
    found = next((each for each in links if each.parent == parent), None)
    return "It does not." if found is None else f"It does, {found.basis}: {found.because}"


def _event_of(machine: Linked, report_id: ReportId) -> Event | None:
    return next((event for event in machine.events if report_id in event.reports), None)


def _hit_asked(subject: Subject) -> str:
    name, listed, entry, _ = subject
    return f"Is {name}, as the reports name them, entry {entry} of {listed}?"
