"""The last look before publication: every sentence cites, every citation is true to the captured words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

from secondsource.dossier.check_places import place_problems
from secondsource.dossier.compose import one_line
from secondsource.dossier.digests import digest_of
from secondsource.dossier.errors import CitationsFailed
from secondsource.dossier.wording import counted
from secondsource.model.dossier import Dossier, MarkKind, ReportEntry, Sentence, StatementAccount
from secondsource.model.evidence import Evidence
from secondsource.model.ids import ReportId


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationFault:
    """A place of a dossier that does not rest on the words it should.

    Attributes:
        where: The place, as a path through the dossier's fields (``events[0].what[1]``).
        problem: What is wrong, in one sentence.
        citation: The citation at fault, None where there is none.
        sentence: The sentence or the saying that rests on it, None where the place is part of none.
    """

    where: str
    problem: str
    citation: Evidence | None = None
    sentence: str | None = None


def check(dossier: Dossier, texts: Mapping[ReportId, str]) -> list[CitationFault]:
    """Return what is wrong with the dossier: its citations in the order of its fields, then its events' places.

    An empty list is a pass. Looks at every field, however deep, rather than at a list of known ones, so that nothing
    new escapes it: each citation must give exactly the words at its place in a report the dossier lists, each sentence
    and each saying must cite at least once, words that a sentence shows as a report's must stand in what it cites, and
    each report's text must have the digest that the dossier gives. A place on an event's map must lie where its basis
    puts it.

    Args:
        dossier: The dossier.
        texts: Text of every report it may cite.
    """
    listed = {entry.report_id: texts[entry.report_id] for entry in dossier.reports if entry.report_id in texts}
    told = list(_walk("", dossier))
    sentences = {where: words for where, value in told if (words := _sentence_words(value)) is not None}
    faults = [
        replace(fault, sentence=_within(fault.where, sentences))
        for where, value in told
        for fault in _faults(where, value, listed)
    ]
    return [*faults, *(CitationFault(where=where, problem=problem) for where, problem in place_problems(dossier))]


def require_sound(dossier: Dossier, texts: Mapping[ReportId, str]) -> None:
    """Raise where :func:`check` finds a fault.

    Raises:
        CitationsFailed: A citation is not true to its report, or a sentence has none.
    """
    faults = check(dossier, texts)
    if not faults:
        return
    first = faults[0]
    report = "" if first.citation is None else f" (report {first.citation.report_id})"
    raise CitationsFailed(
        f"a dossier was asked for, but its citations do not hold: {counted(len(faults), 'fault')}, "
        f"the first at {first.where}{report}: {first.problem}. Nothing was shown or written. "
        "Check the stored words, then make the dossier again: second-source verify"
    )


def evidence_in(dossier: Dossier) -> Iterator[Evidence]:
    """Yield every citation of the dossier, in the order of its fields; some come more than once."""
    return (value for _, value in _walk("", dossier) if isinstance(value, Evidence))


def _walk(where: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _walk(f"{where}[{place}]", item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield where, value
        for field in fields(value):
            yield from _walk(f"{where}.{field.name}".lstrip("."), getattr(value, field.name))


def _faults(where: str, value: object, texts: Mapping[ReportId, str]) -> Iterator[CitationFault]:
    if isinstance(value, Evidence):
        problem = _citation_problem(value, texts)
        if problem is not None:
            yield CitationFault(where=where, problem=problem, citation=value)
    elif isinstance(value, Sentence):
        yield from _sentence_faults(where, value)
    elif isinstance(value, StatementAccount) and not value.words:
        yield CitationFault(where=where, problem="the saying cites no words")
    elif isinstance(value, ReportEntry) and not _same_text(value, texts):
        yield CitationFault(where=where, problem=f"the text of report {value.report_id} is not the one that was read")


def _sentence_words(value: object) -> str | None:
    if isinstance(value, Sentence):
        return value.text
    return " … ".join(one_line(each.exact) for each in value.words) if isinstance(value, StatementAccount) else None


def _within(where: str, sentences: Mapping[str, str]) -> str | None:
    """Return the sentence at ``where`` or around it, the innermost."""
    while where and where not in sentences:
        where = where[: max(where.rfind("."), where.rfind("["), 0)]
    return sentences.get(where)


def _same_text(entry: ReportEntry, texts: Mapping[ReportId, str]) -> bool:
    text = texts.get(entry.report_id)
    return text is not None and digest_of(text) == entry.text_sha256


def _citation_problem(citation: Evidence, texts: Mapping[ReportId, str]) -> str | None:
    text = texts.get(citation.report_id)
    if text is None:
        return f"report {citation.report_id} is not among the reports of the dossier"
    if not 0 <= citation.start < citation.end <= len(text):
        return f"characters {citation.start}–{citation.end} are not a place in a report of {len(text)} characters"
    if text[citation.start : citation.end] != citation.exact:
        return f"the words at {citation.start}–{citation.end} are not the ones cited"
    return None


def _sentence_faults(where: str, sentence: Sentence) -> Iterator[CitationFault]:
    if not sentence.citations:
        yield CitationFault(where=where, problem="the sentence cites nothing")
    cited = [one_line(citation.exact) for citation in sentence.citations]
    for mark in sentence.marks:
        shown = sentence.text[mark.start : mark.end]
        if mark.kind is MarkKind.WORDS and not any(shown in exact for exact in cited):
            yield CitationFault(where=where, problem="words shown as a report's do not stand in what is cited")
