"""``second-source judge``: what a person decides where the machine only proposes."""

from typing import Annotated

import typer

from secondsource.cli.clock import now, who_is_it
from secondsource.cli.errors import WrongUse
from secondsource.cli.json_lines import print_line
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.options import AsJson, LedgerFile, Who
from secondsource.model.ids import ReportId
from secondsource.model.judgement import Judgement, JudgementKind, Verdict, unordered

Asked = Annotated[JudgementKind, typer.Argument(metavar="KIND", help="same-event or copies.", show_default=False)]
Answer = Annotated[Verdict, typer.Argument(metavar="ANSWER", help="positive, negative or unsure.", show_default=False)]
One = Annotated[str, typer.Argument(metavar="ID", help="A report; for copies the copy.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="ID", help="Another; for copies its parent.", show_default=False)]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, in your words.", show_default=False)]

_LINKED = (JudgementKind.SAME_EVENT, JudgementKind.COPIES)


def judge(
    kind: Asked,
    answer: Answer,
    one: One,
    other: Other,
    *,
    why: Why,
    ledger: LedgerFile = None,
    who: Who = None,
    as_json: AsJson = False,
) -> int:
    """Decide whether two reports are of one event, or whether one repeats the other.

    The answer is kept in the ledger and stands above what linking finds, now and whenever the reports are linked
    again, until another answer to the same question. Earlier answers stay in the ledger.
    """
    from secondsource.ledger.ledger import Ledger

    if kind not in _LINKED or one == other:
        raise WrongUse(
            f"{kind} on {one} and {other} was asked; linking goes by same-event and copies, of two different reports.\n"
            "Write: second-source judge same-event negative REPORT OTHER --why WORDS"
        )
    with Ledger.open(ledger_file(ledger), create=False) as opened:
        for name in (one, other):
            opened.report(ReportId(name))
        subject = (one, other) if kind is JudgementKind.COPIES else unordered(one, other)
        given = Judgement(subject=subject, kind=kind, value=answer, who=who_is_it(who), why=why, at=now())
        is_new = opened.add_judgement(given)
    if as_json:
        print_line(given)
    else:
        from secondsource.cli.tell import tell

        tell("Kept." if is_new else "The same answer for the same reason stands already.")
    return 0
