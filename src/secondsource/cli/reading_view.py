"""One report's reading as a person sees it on a terminal."""

from rich.table import Table
from rich.text import Text

from secondsource.cli.console import console, table, words
from secondsource.model.evidence import words_of
from secondsource.model.reading import Reading
from secondsource.model.report import Report
from secondsource.model.statement import Statement


def show_reading(report: Report, reading: Reading) -> None:
    """Draw a summary of ``reading`` and its statements with speaker, office, stance and exact words."""
    out = console()
    out.print(words(report.title or report.id, style="bold"))
    for name, told in _summary(report, reading):
        out.print(Text(f"  {name:<13} "), told, sep="", soft_wrap=False)
    if reading.statements:
        out.print(_statements(report.text, reading))
    out.print()


def _summary(report: Report, reading: Reading) -> list[tuple[str, Text]]:
    return [
        ("id", words(report.id)),
        ("published", _published(reading)),
        ("outlet", words(report.outlet)),
        ("language", words(reading.language)),
        ("found", words(_counts(reading))),
        ("has it from", words(", ".join(f"{up.name} ({up.kind})" for up in reading.upstream) or None)),
        ("first-hand", words("yes" if reading.own_reporting else "nothing of its own")),
        ("not reported", words(_not_reported(report.text, reading))),
    ]


def _published(reading: Reading) -> Text:
    if reading.published is None:
        return words(None)
    return words(f"{reading.published} ({reading.published_basis})")


def _counts(reading: Reading) -> str:
    counts = {
        "statements": len(reading.statements),
        "events": len(reading.events),
        "names": len(reading.names),
        "times": len(reading.times),
        "places": len(reading.places),
    }
    return ", ".join(f"{n} {thing}" for thing, n in counts.items())


def _not_reported(text: str, reading: Reading) -> str:
    return "; ".join(f"{silent.who}: {words_of(text, silent.what)}" for silent in reading.not_reported) or "-"


def _statements(text: str, reading: Reading) -> Table:
    drawn = table("who", "how", "words")
    for column, share in zip(drawn.columns, (2, 2, 5), strict=True):
        column.ratio = share
    for statement in reading.statements:
        drawn.add_row(_who(statement), _how(text, statement), words(words_of(text, statement.content)))
    return drawn


def _who(statement: Statement) -> Text:
    who = words(statement.speaker_name)
    behind = ", ".join(part for part in (statement.office, statement.organisation) if part is not None)
    return who.append_text(words(f"\u2002{behind}", style="dim")) if behind else who


def _how(text: str, statement: Statement) -> Text:
    how = words(f"{statement.kind}, {statement.stance}")
    if statement.hedges:
        doubt = " \N{MIDDLE DOT} ".join(hedge.of(text) for hedge in statement.hedges)
        how.append_text(words(f" ({doubt})", style="italic"))
    return how
