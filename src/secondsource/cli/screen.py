"""``second-source screen``: whose names stand on sanctions lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.errors import BadDate, WrongUse
from secondsource.cli.json_lines import failure_line, print_line
from secondsource.cli.named_lists import named_lists
from secondsource.cli.options import AsJson, ListsFolder, NamedLists
from secondsource.cli.store_folder import store_folder
from secondsource.cli.take_in import inputs_or_stdin
from secondsource.model.intake import Failure

if TYPE_CHECKING:
    from secondsource.model.screening import Hit
    from secondsource.screening.clearances import Clearances
    from secondsource.screening.index import Index
    from secondsource.screening.questions import Question

Asked = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME",
        help="A name, a file of JSON lines, or - for JSON lines on standard input; what follows it is taken for lists.",
        show_default=False,
    ),
]
AsOfDay = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DAY", help="Take the kept lists as they stood that day (2024-07-09).", show_default=False
    ),
]
EventOn = Annotated[
    str | None,
    typer.Option("--event-on", metavar="DAY", help="Tell whether each hit was listed on that day.", show_default=False),
]
Least = Annotated[
    float | None,
    typer.Option(
        "--least",
        metavar="SCORE",
        min=0,
        max=1,
        help="Least score of a hit; else 0.7 for people and 0.5 for programs.",
        show_default=False,
    ),
]
_LEAST_FOR_PROGRAMS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    index: "Index"
    clearances: "Clearances"
    least: float
    event_on: str | None

    def hits(self, asked: "Question") -> "list[Hit]":
        from secondsource.screening.screen import screen

        hits = screen(self.index, asked.subject, lists=asked.lists, least=self.least, event_on=self.event_on)
        return self.clearances.apply(self.index, asked.subject.names, hits)


def screen(
    asked: Asked = None,
    *,
    lists: NamedLists = None,
    store: ListsFolder = None,
    as_of: AsOfDay = None,
    event_on: EventOn = None,
    least: Least = None,
    as_json: AsJson = False,
) -> int:
    """Find names and numbers on sanctions lists, with the reasons of each hit.

    A name that is found is a shared name and never an identity.
    Without --list all lists that are kept are asked.
    """
    from secondsource.screening.score import HIT

    subject, named = _subject_and_lists(asked, lists)
    questions = list(_questions(subject))
    desk = _desk(
        questions,
        named,
        store=store_folder(store),
        as_of=day_of_option("--as-of", as_of),
        event_on=day_of_option("--event-on", event_on),
        least=least if least is not None else _LEAST_FOR_PROGRAMS if as_json else HIT,
    )
    return _answer(questions, desk, as_json)


def _subject_and_lists(asked: list[str] | None, lists: list[str] | None) -> tuple[str, list[str]]:
    first, *rest = asked or inputs_or_stdin(None)
    if "-" in rest:
        rest = [first, *(each for each in rest if each != "-")]
        first = "-"
    return first, [*(lists or []), *rest]


def _questions(subject: str) -> "Iterator[Question | Failure]":
    from secondsource.cli.screen_lines import lines_of, name_question

    if subject == "-" or Path(subject).is_file():
        yield from lines_of(subject)
    else:
        yield name_question(subject)


def _desk(
    questions: "list[Question | Failure]",
    named: list[str],
    *,
    store: Path,
    as_of: str | None,
    event_on: str | None,
    least: float,
) -> _Desk:
    from secondsource.screening.clearances import Clearances
    from secondsource.screening.index import Index, parted_key

    asked = [each for each in questions if not isinstance(each, Failure)]
    # Pairs alone need no list.
    only_pairs = bool(asked) and all(each.candidate is not None for each in asked) and not named
    found = [] if only_pairs else named_lists(named, store=store, as_of=as_of)
    hidden = {(each.hidden[0], parted_key(each.hidden[1])) for each in asked if each.hidden is not None}
    names = {listed.name for listed in found}
    for each in asked:
        if each.lists is not None and not each.lists <= names and each.candidate is None:
            raise WrongUse(
                f"The question {each.id} asks of the list {min(each.lists - names)}; "
                f"the lists named are {', '.join(sorted(names))}.\nName it: --list FILE"
            )
    return _Desk(
        index=Index(found, hidden=hidden), clearances=Clearances.of_folder(store), least=least, event_on=event_on
    )


def _answer(questions: "list[Question | Failure]", desk: _Desk, as_json: bool) -> int:
    from secondsource.cli.tell import tell_failures
    from secondsource.screening.compare import compare

    for asked in questions:
        if isinstance(asked, Failure):
            if as_json:
                print_line(failure_line(asked))
            else:
                tell_failures([asked])
        elif asked.candidate is not None:
            score, because = compare(asked.subject, asked.candidate, desk.index.rarity)
            _tell_pair(asked.id, score, because, as_json)
        elif as_json:
            print_line({"id": asked.id, "hits": desk.hits(asked)})
        else:
            from secondsource.cli.screen_view import show_hits

            show_hits(asked.subject, desk.hits(asked), desk.index.lists)
    return 1 if any(isinstance(asked, Failure) for asked in questions) else 0


def _tell_pair(key: str, score: float, because: tuple[str, ...], as_json: bool) -> None:
    if as_json:
        print_line({"id": key, "score": score, "because": because})
    else:
        from secondsource.cli.screen_view import show_pair

        show_pair(key, score, because)


def day_of_option(option: str, given: str | None) -> str | None:
    """Return the day that an option was given, ISO 8601.

    Raises:
        BadDate: It is no day.
    """
    from datetime import date

    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise BadDate(f"{option} was given {given!r}, which is no day.\nWrite it as 2024-07-09.") from error
