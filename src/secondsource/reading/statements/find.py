"""Who says what in a report."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.model.evidence import Span, Spans, words_of
from secondsource.model.ids import StatementId
from secondsource.model.report import SectionKind
from secondsource.model.statement import Statement, StatementAct, StatementKind
from secondsource.reading.certainty.stance import find_stance
from secondsource.reading.encoder.heads import Heads
from secondsource.reading.page import Naming, Page
from secondsource.reading.statements.acts import SAY
from secondsource.reading.statements.carried import carried_on
from secondsource.reading.statements.encoded import sayings_of
from secondsource.reading.statements.english import under_rubric
from secondsource.reading.statements.flow import attribute
from secondsource.reading.statements.going_on import give_quotations
from secondsource.reading.statements.inside import look_inside
from secondsource.reading.statements.overlooked import Overlooked
from secondsource.reading.statements.reach import (
    let_go,
    reach_back,
    reach_forward,
    stay_in_sentence,
    without_mere_sources,
)
from secondsource.reading.statements.saying import Saying
from secondsource.reading.statements.second_opinion import named_by_rule
from secondsource.reading.statements.set_out import find_set_out, give_way
from secondsource.reading.statements.speakers import NOBODY, Speaker, Speakers, one_known_voice
from secondsource.reading.statements.whole_quotes import take_whole
from secondsource.text.segment import word_spans

_NAMELESS = frozenset(["guess", "believe", "know"])
"""Acts whose passive form names nobody ("is believed to")."""

_NEIGHBOURS = 12
"""Statements before and after one among which the one that holds it is looked for; a sentence has no more."""

_ACTS = {
    **dict.fromkeys(("show", "appear"), StatementAct.SHOWN),
    **dict.fromkeys(("believe", "guess", "predict", "fear", "know", "feel", "support"), StatementAct.HELD),
    **dict.fromkeys(("hope", "plan"), StatementAct.WANTED),
    "do": StatementAct.DONE,
}
"""What the class of the cue makes of it; classes not named here say something."""

# "Who asked not to be named told reporters" is a saying: what was not to be done is the naming.
_NEGATED = r"(?:\b(?:not(?!\s+to\s+be\b)|never|nor|neither|(?:declin|refus)\w{1,3}|yet\s+to)|n[’']t)"
_NOT_SAID = re.compile(_NEGATED + r"(?:\s+\w{1,14}){0,3}\s*$", re.IGNORECASE)
# "did not disclose the aim of the journey or say": the bare verb still hangs on the negation far before it.
_NOT_SAY = re.compile(_NEGATED + r"(?:\s+\w{1,14}){1,10}\s+or\s+$", re.IGNORECASE)
# "Declined to comment": the encoder takes the declining for the saying, but no word was said.
_DECLINED = re.compile(r"\b(?:declin|refus)\w{1,3}$", re.IGNORECASE)
# Not "give" or "discuss": who refuses to give up arms or to discuss terms refuses a deed.
_TO_SAY = re.compile(
    r"\s+to\s+(?:\w+ly\s+)?(?:comment|say|elaborate|disclose|specify|confirm)\b",
    re.IGNORECASE,
)
_NOBODY_SAID = re.compile(r"(?:neither|none|nobody|nothing|no\s+one|no)\b", re.IGNORECASE)
_NEGATION_REACH = 120
"""Characters before the end of a cue in which its negation is looked for."""

_WEAK = frozenset(["show", "suggest", "object", "plan", "order", "know", "ask"])
_MODAL = re.compile(r"(?:would|will|could|should|may|might|shall)\b", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:data|figures?|records?|reports?|images?|imagery|photos?|photographs?|documents?|polls?|"
    r"surveys?|stud(?:y|ies)|statements?|footage|videos?|maps?|tracking|trackers?|"
    r"website|site|transcripts?|letters?|emails?|filings?|paper|registry|база|данные|снимки|документы|"
    r"Daten|Bilder|Website|datos|página)\b",
    re.IGNORECASE,
)


def find_statements(page: Page, naming: Naming, heads: Heads | None) -> tuple[Statement, ...]:
    """Return the attributed sayings of ``page``, in text order of their content.

    Only title, standfirst, captions and body are read. A saying found inside the content of another has ``within``.
    """
    sayings = _by_rule(page, naming) if heads is None else _encoded(page, naming, heads)
    sayings = [*sayings, *carried_on(page, sayings, lambda saying: _negated(page, saying))]
    sayings = [saying for saying in sayings if _pieces(saying.content)]
    sayings.sort(key=lambda saying: (saying.content[0].start, -saying.content[-1].end, saying.cue))
    speakers = _speakers(page, naming, sayings)
    statements = [
        _statement(page, saying, speaker, StatementId(f"s{number}"))
        for number, (saying, speaker) in enumerate(_voiced(zip(sayings, speakers, strict=True)), start=1)
    ]
    return tuple(_without_intents(page, _nested(statements)))


def _encoded(page: Page, naming: Naming, heads: Heads) -> list[Saying]:
    """Return what layout and encoder find, what goes on, what stands inside long contents, and what was overlooked."""
    set_out = find_set_out(page)
    by_rule = _by_rule(page, naming)
    found = sayings_of(page, heads)
    stay_in_sentence(page, found)
    found = [saying for saying in found if saying.content and not under_rubric(page.text, saying)]
    found = [named_by_rule(page.text, saying, by_rule) for saying in found]
    found = without_mere_sources(page, give_way(found, set_out))
    held = [piece for saying in found for piece in saying.content]
    let_go(page, found, [*found, *by_rule])
    reach_back(page, found)
    reach_forward(page, found)
    take_whole(page, found)
    outer = give_quotations(page, [*set_out, *(saying for saying in found if saying.content)])
    sayings = [*outer, *look_inside(page, outer)]
    overlooked = Overlooked(page, sayings, held)
    return [*sayings, *(saying for saying in by_rule if overlooked(saying))]


def _by_rule(page: Page, naming: Naming) -> list[Saying]:
    """Return what rules find: all of it in a language that the encoder does not know, else what it overlooked."""
    lines = [(sentence.span, sentence.paragraph, sentence.section is SectionKind.TITLE) for sentence in page.sentences]
    return [
        saying
        for saying in attribute(page.text, lines, page.quotes, page.language)
        if not _passes_on(page, saying)
        and (saying.source or saying.carries_on or saying.act in _NAMELESS or not saying.cue)
        and _speaks(page, naming, saying)
    ]


def _passes_on(page: Page, saying: Saying) -> bool:
    """Return whether the cue only names whom somebody quotes ("…, quoting KCNA"), so that no words follow it."""
    return words_of(page.text, saying.cue).casefold() in {"quoting", "citing"}


def _speaks(page: Page, naming: Naming, saying: Saying) -> bool:
    """Return whether somebody says something here, and not only a thing shows or a body does something.

    Acts of saying are kept whoever does them; showing needs a name or a record; calling, planning and ordering need
    a name.
    """
    if not saying.cue or saying.act not in _WEAK or not saying.source:
        return True
    if naming.names_in(saying.source[0]):
        return True
    return saying.act in {"show", "suggest"} and _RECORD.search(words_of(page.text, saying.source)) is not None


def _pieces(spans: Spans) -> Spans:
    """Return the pieces in order, those that overlap joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        elif span.start < span.end:
            joined.append(span)
    return tuple(joined)


def _speakers(page: Page, naming: Naming, sayings: Sequence[Saying]) -> list[Speaker]:
    """Return the speaker of each saying; pronouns look back, so sources are resolved in the order they stand."""
    finder = Speakers(page, naming)
    found: dict[int, Speaker] = {}
    by_source: dict[Spans, Speaker] = {}
    last = NOBODY
    for index in sorted(
        range(len(sayings)), key=lambda i: (sayings[i].source or sayings[i].cue or sayings[i].content)[0]
    ):
        saying = sayings[index]
        if not saying.source:
            found[index] = last if saying.carries_on else NOBODY
            continue
        if saying.source not in by_source:
            by_source[saying.source] = finder.find(saying.source)
        found[index] = last = by_source[saying.source]
    return [found[index] for index in range(len(sayings))]


def _voiced(spoken: Iterable[tuple[Saying, Speaker]]) -> Iterator[tuple[Saying, Speaker]]:
    """Yield them without what is carried on from several or from somebody whom nobody knows."""
    for saying, speaker in spoken:
        if not saying.carried or one_known_voice(speaker):
            yield saying, speaker


def _statement(page: Page, saying: Saying, speaker: Speaker, statement_id: StatementId) -> Statement:
    content = _pieces(saying.content)
    # Who declines to comment denies nothing: no word was said.
    act, cue = (SAY, ()) if _declined(page, saying) else (saying.act, saying.cue)
    stanced = find_stance(page.text, content, act=act, cue=cue, language=page.language)
    return Statement(
        id=statement_id,
        source=saying.source,
        cue=saying.cue,
        content=content,
        speaker=speaker.entity,
        speaker_name=speaker.name,
        organisation=speaker.organisation,
        office=speaker.office,
        kind=_kind(page, content),
        stance=stanced.stance,
        hedges=stanced.hedges,
        likelihood=stanced.likelihood,
        addressee=None if saying.addressee is None else words_of(page.text, (saying.addressee,)),
        act=_ACTS.get(saying.act, StatementAct.SAID),
        negated=_negated(page, saying),
        carried=saying.carried,
    )


def _negated(page: Page, saying: Saying) -> bool:
    """Return whether the words say that it was not said."""
    if saying.source and _NOBODY_SAID.match(page.text, saying.source[0].start, saying.source[0].end) is not None:
        return True
    if not saying.cue:
        return False
    cue = saying.cue[0]
    if _declined(page, saying):
        return True
    sentence = page.sentence_at(cue.start)
    # The verb itself is left out: "declined to say" is a silence, "said it declined" is a saying.
    end = cue.end - len(cue.of(page.text).split()[-1])
    start = max(0 if sentence is None else sentence.span.start, end - _NEGATION_REACH)
    bounds = [
        *(span.end for span in saying.source if span.end <= end),
        *(s.end for s in saying.content if s.end <= end),
    ]
    before = max([start, *bounds])
    return any(pattern.search(page.text, before, end) is not None for pattern in (_NOT_SAID, _NOT_SAY))


def _declined(page: Page, saying: Saying) -> bool:
    cue = saying.cue[0] if saying.cue else None
    return (
        cue is not None
        and _DECLINED.search(page.text, cue.start, cue.end) is not None
        and _TO_SAY.match(page.text, cue.end) is not None
    )


def _kind(page: Page, content: Spans) -> StatementKind:
    words = [word for piece in content for word in word_spans(page.text, piece.start, piece.end)]
    quoted = 0
    place = 0
    for word in words:
        while place < len(page.quotes) and page.quotes[place].end <= word.start:
            place += 1
        quoted += place < len(page.quotes) and page.quotes[place].covers(word)
    if words and quoted == len(words):
        return StatementKind.DIRECT
    return StatementKind.MIXED if quoted else StatementKind.INDIRECT


def _without_intents(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements without those that another only announces ("he said Seoul would respond sternly")."""
    announced = {
        statement.id
        for statement in statements
        if statement.within is not None
        and statement.cue
        and _MODAL.match(page.text, statement.cue[0].start) is not None
    }
    return [
        replace(statement, within=None) if statement.within in announced else statement
        for statement in statements
        if statement.id not in announced
    ]


def _nested(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, each with the narrowest statement whose content holds its cue."""
    nested = []
    for number, statement in enumerate(statements):
        marks = statement.cue or statement.source
        around = [
            other
            for other in statements[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS]
            if other.id != statement.id
            and marks
            and any(piece.covers(mark) for piece in other.content for mark in marks[:1])
            and not any(piece.covers(mark) for piece in statement.content for mark in other.cue[:1])
        ]
        narrowest = min(
            around, key=lambda other: (sum(piece.end - piece.start for piece in other.content), other.id), default=None
        )
        nested.append(statement if narrowest is None else replace(statement, within=narrowest.id))
    return nested
