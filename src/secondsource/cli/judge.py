"""``second-source judge``: what a person decides where the machine only proposes."""

from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.clock import now, who_is_it
from secondsource.cli.errors import WrongUse
from secondsource.cli.json_lines import print_line
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.options import AsJson, LedgerFile, Who
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Answer, Judgement, JudgementKind, answer_of, unordered

if TYPE_CHECKING:
    from secondsource.ledger.ledger import Ledger

Asked = Annotated[
    JudgementKind, typer.Argument(metavar="KIND", help="same-event, copies, same-speaker, contradicts or reliability.")
]
Given = Annotated[
    str,
    typer.Argument(
        metavar="ANSWER", help="positive, negative or unsure; for reliability a letter, A to F.", show_default=False
    ),
]
One = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="A report, a speaker (NAME, NAME@REPORT), a passage (REPORT:START-END), a source."
    ),
]
Other = Annotated[
    str | None,
    typer.Argument(
        metavar="ID", help="Another report; for copies the parent; not for reliability.", show_default=False
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, in your words.", show_default=False)]

_OF_REPORTS = (JudgementKind.SAME_EVENT, JudgementKind.COPIES)


def judge(
    kind: Asked,
    answer: Given,
    one: One,
    other: Other = None,
    *,
    why: Why,
    ledger: LedgerFile = None,
    who: Who = None,
    as_json: AsJson = False,
) -> int:
    """Decide what belongs together, who speaks, what contradicts, and how reliable a source is.

    The answer is kept in the ledger and stands above what linking finds, now and whenever the reports are linked
    again, until another answer to the same question. Earlier answers stay in the ledger.
    """
    from secondsource.ledger.ledger import Ledger

    value = _answer(kind, answer)
    with Ledger.open(ledger_file(ledger), create=False) as opened:
        subject = _subject(opened, kind, one, other)
        given = Judgement(subject=subject, kind=kind, value=value, who=who_is_it(who), why=why, at=now())
        is_new = opened.add_judgement(given)
    if as_json:
        print_line(given)
    else:
        from secondsource.cli.tell import tell

        named = f" for {subject[0]}" if len(subject) == 1 else ""
        tell(f"Kept{named}." if is_new else "The same answer for the same reason stands already.")
    return 0


def _answer(kind: JudgementKind, words: str) -> Answer:
    try:
        return answer_of(kind, words)
    except ValueError as error:
        known = "a letter from A to F" if kind is JudgementKind.RELIABILITY else "positive, negative or unsure"
        raise WrongUse(
            f"{words!r} was given as the answer on {kind}; it is answered by {known}.\n"
            "See the answers: second-source judge --help"
        ) from error


def _subject(ledger: "Ledger", kind: JudgementKind, one: str, other: str | None) -> tuple[str, ...]:
    if kind is JudgementKind.RELIABILITY and other is None and one.strip():
        from secondsource.linking.reliability import source_subject

        return source_subject(one)
    if kind is JudgementKind.RELIABILITY or other is None or one == other:
        raise WrongUse(
            f"{kind} on {one} and {other or 'nothing else'} was asked; reliability goes by the name of one source, "
            "all else by two different ids.\n"
            "Write: second-source judge same-event negative REPORT OTHER --why WORDS"
        )
    for name in (one, other):
        _check(ledger, kind, name)
    return (one, other) if kind is JudgementKind.COPIES else unordered(one, other)


def _check(ledger: "Ledger", kind: JudgementKind, name: str) -> None:
    """Make sure that the ledger holds what is named.

    Raises:
        UnknownReport: It does not hold the report.
        WrongUse: The report has no such passage.
    """
    if kind in _OF_REPORTS:
        ledger.report(ReportId(name))
    elif kind is JudgementKind.SAME_SPEAKER and "@" in name:
        ledger.report(ReportId(name.rpartition("@")[2]))
    elif kind is JudgementKind.CONTRADICTS:
        from secondsource.linking.judged_contradictions import passage_of

        if passage_of(name, [ledger.report(ReportId(name.rpartition(":")[0]))]) is None:
            raise WrongUse(
                f"{name} was named as a passage; it is none of its report's.\n"
                "Write it as REPORT:START-END, in characters from 0 as link --events gives them."
            )
