"""``second-source judged``: what people decided, and what they had decided before."""

from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.json_lines import print_line
from secondsource.cli.kept import moment
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.options import AsJson, AsOf, LedgerFile

if TYPE_CHECKING:
    from secondsource.model.custody import KeptJudgement

Name = Annotated[
    str | None,
    typer.Argument(metavar="ID", help="Only what is on this report, passage or source.", show_default=False),
]
History = Annotated[bool, typer.Option("--history", help="Earlier answers too, which others took the place of.")]


def judged(
    name: Name = None,
    *,
    history: History = False,
    ledger: LedgerFile = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> int:
    """List what people decided: on what, how, who, when and why.

    The latest answer to each question stands; with --history the earlier ones are listed before it.
    """
    from secondsource.ledger.ledger import Ledger

    with Ledger.open(ledger_file(ledger), create=False, read_only=True) as opened:
        asked = opened.judgement_history if history else opened.judgements
        found = [each for each in asked(as_of=moment(as_of)) if name is None or _is_on(each, name)]
    if as_json:
        for each in found:
            print_line(each)
    else:
        _show(found)
    return 0


def _is_on(kept: "KeptJudgement", name: str) -> bool:
    from secondsource.linking.reliability import source_subject

    return name in kept.judgement.subject or kept.judgement.subject == source_subject(name)


def _show(found: "list[KeptJudgement]") -> None:
    from secondsource.cli.console import console, table, words

    out = console()
    if not found:
        out.print(words("Nobody has decided anything on this."))
        return
    drawn = table("entry", "question", "on", "answer", "who", "when", "why")
    for each in found:
        judgement = each.judgement
        drawn.add_row(
            words(each.seq),
            words(judgement.kind),
            words(", ".join(judgement.subject)),
            words(judgement.value),
            words(judgement.who),
            words(f"{judgement.at:%Y-%m-%d %H:%M}"),
            words(judgement.why),
        )
    out.print(drawn)
