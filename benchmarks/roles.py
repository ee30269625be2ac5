"""Who holds which office of what: how many triples the reader gets right on the sentences of ``corpus/roles``.

Run it on the sentences that rules are written with, or on those that only measure::

    python -m benchmarks.roles dev --misses
    python -m benchmarks.roles test

The marks and what counts as an office are told in ``corpus/roles/README.md``. The words are read by the reader's own
functions and not by the command, as ``read --json`` does not tell where an office stands.
"""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.marked import plain

from secondsource.model.entity import NameType
from secondsource.model.evidence import Span
from secondsource.model.ids import ReportId
from secondsource.model.published import UNKNOWN_DATE
from secondsource.model.report import Report, Section, SectionKind
from secondsource.model.territories import find_territory
from secondsource.reading.encoder.heads import read_heads
from secondsource.reading.layout import lay_out
from secondsource.reading.names.find import find_found
from secondsource.reading.names.roles import find_roles
from secondsource.reading.names.table import find_table_names

SENTENCES = Path(__file__).resolve().parents[1] / "corpus" / "roles"

_LABEL = re.compile(r"([POG])(\d+(?:,\d+)*)")
_EDGE = " \t.,;:()[]\"'“”‘’"
_ARTICLE = re.compile(r"(?:the|an?|its|their|his|her)\s", re.IGNORECASE)
_BLANK = re.compile(r"\s")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_PLACES = frozenset({NameType.GPE, NameType.NORP, NameType.LOC})


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    """A person, an office and what the office belongs to.

    Attributes:
        person: The person's name.
        office: The words of the office, None where only the body is told.
        organisation: The body's name; in gold also that of a state, a people or a place; None if none is told.
        country: ISO 3166-1 alpha-3 of the state told; in gold that of ``organisation`` where it names a place.
    """

    person: Span
    office: Span | None
    organisation: Span | None
    country: str | None


def parse(line: str) -> tuple[str, tuple[Triple, ...]]:
    """Return a marked line without its marks, and its triples; places count code points of what is returned.

    Raises:
        ValueError: A mark is broken or unknown, stands twice with one number, or a triple lacks its person or all else.
    """
    text, marks = plain(line)
    spans: dict[tuple[str, str], Span] = {}
    for mark in marks:
        match = _LABEL.fullmatch(mark.label)
        for number in [] if match is None else match[2].split(","):
            if (mark.label[0], number) in spans:
                raise ValueError(f"{mark.label[0]}{number} stands twice: {line}")
            spans[mark.label[0], number] = Span(mark.start, mark.end)
        if match is None:
            raise ValueError(f"unknown mark {mark.label}: {line}")
    return text, tuple(_triple(text, spans, number) for number in sorted({number for _, number in spans}))


def _triple(text: str, spans: Mapping[tuple[str, str], Span], number: str) -> Triple:
    person, office, organisation = (spans.get((letter, number)) for letter in "POG")
    if person is None or (office is None and organisation is None):
        raise ValueError(f"triple {number} lacks its person or all else: {text}")
    country = None if organisation is None else _country(organisation.of(text))
    return Triple(person=person, office=office, organisation=organisation, country=country)


def _country(words: str) -> str | None:
    """Return the code of the state that the words name or lie in; None for a body and for what no table knows."""
    for name in find_table_names(words):
        if name.type in _PLACES and (name.start, name.end) == (0, len(words)):
            return getattr(name.known, "alpha3", None) or getattr(name.known, "country", None)
    return None


def read_triples(text: str) -> tuple[Triple, ...]:
    """Return the triples that the reader finds in an English text that is all body."""
    body = Section(kind=SectionKind.BODY, start=0, end=len(text))
    page = lay_out(Report(id=ReportId("r1"), text=text, published=UNKNOWN_DATE, language="en", sections=(body,)))
    return tuple(
        Triple(person=role.person, office=role.office, organisation=role.organisation, country=role.country)
        for role in find_roles(page, find_found(page, read_heads(page)))
    )


def same(text: str, gold: Triple, read: Triple) -> bool:
    """Return whether all three parts are right, edge marks and a leading article aside.

    Where the gold organisation is a state or a place, its country is as right as its words; where there is none, the
    reader may name neither a body nor a country. A state's name before a body's is part of some names only, so it may
    be missing or be too much: "U.S. State Department", "Iran's Foreign Ministry".
    """
    if _bare(text, gold.person) != _bare(text, read.person) or _bare(text, gold.office) != _bare(text, read.office):
        return False
    if gold.organisation is None:
        return read.organisation is None and read.country is None
    if gold.country is not None and read.organisation is None:
        return read.country == gold.country
    return _bare_body(text, gold.organisation) == _bare_body(text, read.organisation)


def to_the_letter(text: str, gold: Triple, read: Triple) -> bool:
    """Return whether the triple is right with the state's name before a body's as it is marked."""
    spelt = gold.country is not None or _bare(text, gold.organisation) == _bare(text, read.organisation)
    return same(text, gold, read) and spelt


def _bare(text: str, span: Span | None) -> tuple[int, int] | None:
    if span is None:
        return None
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    article = _ARTICLE.match(text, start, end)
    return (start if article is None else article.end()), end


def _bare_body(text: str, span: Span | None) -> tuple[int, int] | None:
    """Return the bare places of a body's name without the state before it, which is part of some names only."""
    bare = _bare(text, span)
    if bare is None:
        return None
    start, end = bare
    for blank in _BLANK.finditer(text, start, end):
        state = _POSSESSIVE.sub("", text[start : blank.start()])
        if find_territory(state) is not None:
            return blank.end(), end
    return bare


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with the triples it holds and those read in it.

    Attributes:
        text: The words without marks.
        gold: The triples that are marked.
        read: The triples that the reader finds.
        missed: Those of ``gold`` that have no match.
        wrong: Those of ``read`` that have no match.
        n_letter: How many of ``gold`` are read to the letter.
    """

    text: str
    gold: tuple[Triple, ...]
    read: tuple[Triple, ...]
    missed: tuple[Triple, ...]
    wrong: tuple[Triple, ...]
    n_letter: int


def compare(line: str) -> Line:
    """Return a marked line against what the reader makes of its words; each triple read matches at most one."""
    text, gold = parse(line)
    read = read_triples(text)
    missed, wrong = list(gold), []
    for triple in read:
        match = next((one for one in missed if same(text, one, triple)), None)
        if match is None:
            wrong.append(triple)
        else:
            missed.remove(match)
    n_letter = sum(any(to_the_letter(text, one, triple) for triple in read) for one in gold)
    return Line(text=text, gold=gold, read=read, missed=tuple(missed), wrong=tuple(wrong), n_letter=n_letter)


def compare_file(name: str) -> tuple[Line, ...]:
    """Return the compared lines of ``corpus/roles/NAME.txt``."""
    lines = (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(compare(line) for line in lines if line.strip())


def measures(lines: Sequence[Line]) -> dict[str, float]:
    """Return the share of triples right, as F1 of exact triples, with what it is made of.

    "To the letter" counts a state's name before a body's as part of the body's name just where it is marked so.
    Recall is right / gold and precision right / read; the lines without an office are right where nothing is read.
    "Persons found" tells how many gold persons stand in any triple read, whatever is said of them.
    """
    gold, read = sum(len(line.gold) for line in lines), sum(len(line.read) for line in lines)
    both = gold + read
    right = gold - sum(len(line.missed) for line in lines)
    recall, precision = right / gold if gold else 0.0, right / read if read else 0.0
    empty = [line for line in lines if not line.gold]
    return {
        "triples right (F1)": 2 * right / both if both else 0.0,
        "triples right to the letter (F1)": 2 * sum(line.n_letter for line in lines) / both if both else 0.0,
        "recall": recall,
        "precision": precision,
        "persons found": _persons(lines) / gold if gold else 0.0,
        "lines without an office left alone": sum(not line.read for line in empty) / len(empty) if empty else 0.0,
        "gold triples": gold,
        "triples read": read,
        "triples read right": right,
        "sentences": len(lines),
    }


def _persons(lines: Sequence[Line]) -> int:
    return sum(
        any(_bare(line.text, gold.person) == _bare(line.text, read.person) for read in line.read)
        for line in lines
        for gold in line.gold
    )


def misses(lines: Sequence[Line]) -> Iterator[str]:
    """Yield for each line that is not all right its words, what was missed (-) and what was read wrongly (+)."""
    for number, line in enumerate(lines, start=1):
        if line.missed or line.wrong:
            yield f"{number}: {line.text}"
            yield from (f"    - {_shown(line.text, triple)}" for triple in line.missed)
            yield from (f"    + {_shown(line.text, triple)}" for triple in line.wrong)


def _shown(text: str, triple: Triple) -> str:
    parts = (triple.person, triple.office, triple.organisation)
    words = [("none" if part is None else part.of(text)) for part in parts]
    return " | ".join(words) + ("" if triple.country is None else f" [{triple.country}]")


def main() -> None:
    """Measure the files named and print what was measured."""
    parser = argparse.ArgumentParser(description="Measure who holds which office of what.")
    parser.add_argument("files", nargs="*", default=["dev"], help="dev or test")
    parser.add_argument("--misses", action="store_true", help="print each sentence that is not all right")
    options = parser.parse_args()
    for name in options.files:
        lines = compare_file(name)
        if options.misses:
            print("\n".join(misses(lines)))
        for measure, value in measures(lines).items():
            print(f"{name}: {measure}: {value if isinstance(value, int) else f'{value:.3f}'}")


if __name__ == "__main__":
    main()
