"""Who is reported to have said what, in the exact words, gathered by speaker and by saying."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from secondsource.dossier.material import Material
from secondsource.dossier.origins import canonical, origin_named
from secondsource.model.dossier import LikelihoodWord, SpeakerAccount, StatementAccount
from secondsource.model.evidence import Evidence, Span, words_of
from secondsource.model.ids import ReportId
from secondsource.model.likelihood import find_likelihoods
from secondsource.model.linked import LinkedStatement
from secondsource.model.statement import Statement, StatementAct, StatementKind
from secondsource.text.normalise import fold

_QUOTE_MARKS = '“”"«»„「」『』‘’'
_FULLEST = (StatementKind.DIRECT, StatementKind.MIXED, StatementKind.INDIRECT)
_LONGEST_CHAIN = 8
_LEAST_CHARACTERS = 8
_THAT = re.compile(r"that\s{1,4}(?=\S)", re.IGNORECASE)


@dataclass(slots=True)
class _Saying:
    """One saying of one speaker with every report that gives it, the fullest first once sorted."""

    given: list[tuple[LinkedStatement, Statement | None]] = field(default_factory=list)


@dataclass(slots=True)
class _Speaker:
    """One speaker with their sayings.

    Attributes:
        origin: The outlet that linking takes the speaker's name for, None if it is another.
        sayings: The sayings under each key they are known by; one saying may have several keys.
    """

    origin: str | None
    sayings: dict[str, _Saying] = field(default_factory=dict)

    def saying(self, linked: LinkedStatement) -> _Saying:
        """Return the saying that ``linked`` gives: the one of the same key or of the same words, else a new one."""
        keys = [f"\0{fold(linked.content)}"] if linked.saying is None else [linked.saying, f"\0{fold(linked.content)}"]
        known = next((self.sayings[key] for key in keys if key in self.sayings), None) or _Saying()
        for key in keys:
            self.sayings.setdefault(key, known)
        return known

    def unique(self) -> list[_Saying]:
        """Return each saying once, in the order read."""
        return list({id(saying): saying for saying in self.sayings.values()}.values())


def tell_speakers(material: Material) -> tuple[SpeakerAccount, ...]:
    """Return the speakers, those with an office or a body first, then those whose words stand in most reports."""
    speakers: dict[str, _Speaker] = {}
    for linked_report in material.linked.reports:
        found = _readings_by_content(material, linked_report.id)
        if not material.in_subject(linked_report.id):
            continue
        for linked in linked_report.statements:
            read = found.get((linked.start, linked.end))
            if read is not None and _is_no_saying(read):
                continue
            named = None if read is None else origin_named(material, linked.report_id, read.source, read.cue)
            speaker = speakers.setdefault(_speaker_key(linked, named), _Speaker(origin=named))
            speaker.saying(linked).given.append((linked, read))
    told = [_speaker(material, speaker) for speaker in speakers.values()]
    # Stable: those who are as well known and as often heard keep the order of their first words.
    return tuple(sorted(told, key=lambda account: (not _identified(account), -account.statements[0].said_in)))


def _is_no_saying(statement: Statement) -> bool:
    """Return whether nobody says it: it was done, or is only known or wanted ("is known to have studied")."""
    if statement.act is StatementAct.DONE:
        return True
    if statement.act is StatementAct.HELD:
        return not statement.source
    return statement.act is StatementAct.WANTED and statement.speaker is None


def _spoken(material: Material, linked: LinkedStatement) -> tuple[Evidence, ...]:
    """Return the pieces of a saying as they are shown, each an exact stretch of the report.

    The quote marks right around a piece belong to it, and the "that" before a paraphrase does not. Where the words are
    too short to mean anything by themselves ("this"), the sentence they stand in is.
    """
    report_id = linked.report_id
    text = material.report(report_id).text
    spans = linked.spans or (Span(linked.start, linked.end),)
    if sum(span.end - span.start for span in spans) < _LEAST_CHARACTERS:
        return (material.sentence(report_id, Span(spans[0].start, spans[-1].end)),)
    shown = (_with_marks(text, _without_that(text, span) if place == 0 else span) for place, span in enumerate(spans))
    return material.cite_all(report_id, tuple(shown))


def _readings_by_content(material: Material, report_id: ReportId) -> dict[tuple[int, int], Statement]:
    reading = material.reading(report_id)
    statements = () if reading is None else reading.statements
    return {(s.content[0].start, s.content[-1].end): s for s in statements if s.content}


def _speaker_key(linked: LinkedStatement, named: str | None) -> str:
    # Nobody named is nobody known: such sayings of different reports are not one speaker's.
    if linked.speaker_as is not None:
        return canonical(linked.speaker_as)
    return canonical(named or linked.speaker or linked.organisation or "") or f"\0{linked.report_id}"


def _identified(account: SpeakerAccount) -> bool:
    return account.office is not None or account.organisation is not None


def _speaker(material: Material, speaker: _Speaker) -> SpeakerAccount:
    given = [pair for saying in speaker.unique() for pair in saying.given]
    linked = [one for one, _ in given]
    read = [statement for _, statement in given if statement is not None]
    statements = [_statement(material, saying) for saying in speaker.unique()]
    decided = next((one.speaker_as for one in linked if one.speaker_as), None)
    name = decided or speaker.origin or next((one.speaker for one in linked if one.speaker), None)
    organisation = next((one.organisation for one in linked if one.organisation), None)
    return SpeakerAccount(
        name=name,
        office=next((statement.office for statement in read if statement.office), None),
        organisation=speaker.origin or organisation,
        statements=tuple(sorted(statements, key=lambda statement: -statement.said_in)),
        judged=tuple(dict.fromkeys(told for one in linked for told in one.judged)),
    )


def _statement(material: Material, saying: _Saying) -> StatementAccount:
    given = sorted(saying.given, key=lambda pair: _FULLEST.index(pair[0].kind))
    (linked, read), others = given[0], given[1:]
    hedges = () if read is None else material.cite_all(linked.report_id, read.hedges)
    return StatementAccount(
        words=_spoken(material, linked),
        hedges=hedges,
        kind=linked.kind,
        stance=linked.stance,
        line=linked.line,
        language=material.language(linked.report_id),
        cue=None if read is None or not read.cue else material.cite(linked.report_id, read.cue[0]),
        addressee=next((statement.addressee for _, statement in given if statement and statement.addressee), None),
        passed_on_by=_passed_on_by(material, linked.report_id, read),
        likelihood=None if read is None else read.likelihood,
        said_in=max(one.said_in for one, _ in given),
        n_origins=max(one.n_origins for one, _ in given),
        also=tuple(piece for one, _ in others for piece in _spoken(material, one)),
        read_as=linked.read_as,
        likely=() if read is None else tuple(_likely(material, linked.report_id, read)),
        carried=all(one.carried for one, _ in given),
    )


def _likely(material: Material, report_id: ReportId, read: Statement) -> Iterator[LikelihoodWord]:
    """Yield the words of likelihood of ICD 203 that the speaker used; the directive is for English alone."""
    if material.language(report_id) is not None:
        return
    for span, band in find_likelihoods(material.report(report_id).text, read.content):
        yield LikelihoodWord(
            word=material.cite(report_id, span),
            terms=band.terms,
            low_percent=band.low_percent,
            high_percent=band.high_percent,
        )


def _passed_on_by(material: Material, report_id: ReportId, read: Statement | None) -> tuple[str, ...]:
    """Return who passes the saying on, outermost first: A in "A said that B said"."""
    chain: list[str] = []
    outer = read
    for _ in range(_LONGEST_CHAIN):
        outer = None if outer is None else material.statement(report_id, outer.within)
        if outer is None:
            break
        who = outer.speaker_name or words_of(material.report(report_id).text, outer.source)
        if who:
            chain.insert(0, who)
    return tuple(chain)


def _without_that(text: str, span: Span) -> Span:
    match = _THAT.match(text, span.start, span.end)
    return span if match is None else Span(match.end(), span.end)


def _with_marks(text: str, span: Span) -> Span:
    start = span.start - (span.start > 0 and text[span.start - 1] in _QUOTE_MARKS)
    end = span.end + (span.end < len(text) and text[span.end] in _QUOTE_MARKS)
    # A lone mark on one side may be an apostrophe or belong to a longer quotation; both or none.
    opened, closed = start < span.start, end > span.end
    return Span(start, end) if opened and closed else _one_side(text, span, opened=opened, closed=closed)


def _one_side(text: str, span: Span, *, opened: bool, closed: bool) -> Span:
    inside = span.of(text)
    if opened and text[span.start - 1] in "“«„「『" and inside.count("”") + inside.count("»") > 0:
        return Span(span.start - 1, span.end)
    if closed and text[span.end] in "”»」』" and inside.count("“") + inside.count("«") > 0:
        return Span(span.start, span.end + 1)
    return span
