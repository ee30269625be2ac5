"""Who made the report: authors, translators, editors, photographers and agencies, with their places."""

import re
from collections.abc import Iterable, Sequence

from secondsource.model.evidence import Span
from secondsource.model.reading import Credit, CreditRole
from secondsource.model.report import Section, SectionKind
from secondsource.text.bylines import find_byline, find_opening_byline
from secondsource.text.captions import caption_credit
from secondsource.text.datelines import find_dateline

_UPPER = "A-ZÀ-ÖØ-ÞĀŁŚŠŻŽČĆĐА-ЯЁЄІЇҐЎ"
_NAME = re.compile(
    rf"(?<![\w.-])(?P<skip>(?:in|at|from|for|into)[ ])?"
    rf"(?P<name>[{_UPPER}][\w'’-]{{0,30}}(?:[ \u00a0](?:(?:van|von|de|der|da|di|del|al|bin"
    rf"|el)[ ])?(?:[{_UPPER}]\.|[{_UPPER}][\w'’-]{{0,30}})){{0,4}}|[가-힣]{{2,4}}(?=[ ]?기자|[ ]?특파원|$"
    rf"|[ ,]))"
)
_ROLE_WORDS = (
    (CreditRole.CONTRIBUTOR, (
        r"(?:[Aa]dditional|[Ff]urther) (?:reporting|research|writing)(?: (?:by|from))"
        r"|[Ww]ith (?:contributions|reporting) (?:by|from)"
    )),
    (CreditRole.TRANSLATOR, (
        r"[Tt]ranslated (?:from [A-Z]\w{2,20} )?(?:(?:in)?to [A-Z]\w{2,20} )?by|[Tt]ranslation(?: by"
        r"|[ ]?:)|[Tt]ranslator[ ]?:|Übersetzung[ ]?:|Traducción[ ]?:|Перевод[ ]?:|Превод[ ]?:|번역[ ]?[:=]"
    )),
    (CreditRole.EDITOR, (
        r"[Ee]dited(?: in [A-Z][\w ]{2,20})? by|[Ee]diting by|[Ee]ditor[ ]?:|Redaktion[ ]?:|Edición[ ]?:"
        r"|Редактор[ ]?:|편집[ ]?[:=]"
    )),
    (CreditRole.PHOTOGRAPHER, (
        r"[Pp]hotographed by|[Pp]hotography by|[Pp]hoto(?:s|graphs?)?(?: credit)?(?: by|[ ]?:)"
        r"|[Ff]otos?[ ]?:|Фото[ ]?:|사진[ ]?[:=]"
    )),
    (CreditRole.AUTHOR, (
        r"[Rr]eport(?:ing|ed)(?: and (?:writing|editing))? by|[Ww]r(?:itten|iting) by|[Cc]ompiled by"
        r"|Автор[ ]?:|글[ ]?[:=]"
    )),
    (CreditRole.AGENCY, (
        r"[Ss]ources?[ ]?:|Via[ ]?:|Quellen?[ ]?:|Fuentes?[ ]?:|Agencia[ ]?:|Источники?[ ]?:"
        r"|Източници?[ ]?:|출처[ ]?[:=]|[Ww]ith inputs from|[Ii]nputs from"
    )),
)  # fmt: skip
_LEADS = re.compile("|".join(f"(?P<{role.value}>(?<!\\w)(?:{words}))" for role, words in _ROLE_WORDS))
_KOREAN_AUTHOR = re.compile(r"(?P<name>[가-힣]{2,4})[ ]?(?:선임|수습|전문|인턴|객원)?(?:기자|특파원|논설위원)")
_BARE = re.compile(r"^[(\[—–-]{0,3}[ ]?(?:[Ww]ith )?(?P<name>[^()\[\]\n]{2,60}?)[ ]?[)\]]?\.?$")
_SLASH = re.compile(r"[ ]?/[ ]?|[ ]via[ ]|[ ]?=[ ]?")


def find_credits(text: str, sections: Sequence[Section]) -> tuple[Credit, ...]:
    """Return who the bylines, datelines, captions and credits of a page name, in text order.

    A dateline, a bare name in brackets and a source line give the agency; a photo credit gives the photographer and,
    after the slash, the agency.
    """
    found = {credit: None for section in sections for credit in _credits(text, section)}
    return tuple(sorted(found, key=lambda credit: (credit.start, credit.end)))


def _credits(text: str, section: Section) -> Iterable[Credit]:
    span = Span(section.start, section.end)
    if section.kind is SectionKind.BYLINE:
        byline = find_byline(text, span) or find_opening_byline(text, Span(span.start, min(len(text), span.end + 3)))
        return [] if byline is None else [_credit(text, CreditRole.AUTHOR, name) for name in byline.names]
    if section.kind is SectionKind.DATELINE:
        # The form of a dateline asks for the news after it, so one character more than the part is looked at.
        dateline = find_dateline(text, span.start, min(len(text), span.end + 2))
        agency = None if dateline is None else dateline.agency
        return [] if agency is None else [_credit(text, CreditRole.AGENCY, agency)]
    if section.kind is SectionKind.CAPTION:
        credit = caption_credit(text, span)
        return [] if credit is None else _photo_credits(text, credit)
    return _line_credits(text, span) if section.kind is SectionKind.CREDIT else []


def _line_credits(text: str, span: Span) -> list[Credit]:
    words = span.of(text)
    leads = list(_LEADS.finditer(words))
    if leads:
        ends = [lead.start() for lead in leads[1:]] + [len(words)]
        return [
            credit
            for lead, end in zip(leads, ends, strict=True)
            for credit in _named(text, CreditRole(str(lead.lastgroup)), Span(span.start + lead.end(), span.start + end))
        ]
    authors = [_credit(text, CreditRole.AUTHOR, _group(m, span.start)) for m in _KOREAN_AUTHOR.finditer(words)]
    if authors or "@" in words:
        return authors
    bare = _BARE.match(words)
    if bare is None or "/" in words:
        return _photo_credits(text, span)
    return [_credit(text, CreditRole.AGENCY, _group(bare, span.start))]


def _named(text: str, role: CreditRole, span: Span) -> list[Credit]:
    names = [m for m in _NAME.finditer(text, span.start, span.end) if m["skip"] is None]
    return [_credit(text, role, _group(match, 0)) for match in names]


def _photo_credits(text: str, span: Span) -> list[Credit]:
    words = span.of(text)
    lead = _LEADS.match(words.lstrip("(["))
    start = span.start + (0 if lead is None else lead.end() + len(words) - len(words.lstrip("([")))
    cut = _SLASH.search(text, start, span.end)
    first = Span(start, span.end if cut is None else cut.start())
    roles = [(CreditRole.PHOTOGRAPHER if cut is not None or lead is not None else CreditRole.AGENCY, first)]
    if cut is not None:
        roles.append((CreditRole.AGENCY, Span(cut.end(), span.end)))
    return [_credit(text, role, trimmed) for role, part in roles if (trimmed := _trim(text, part)) is not None]


def _trim(text: str, span: Span) -> Span | None:
    words = span.of(text)
    kept = words.strip(" \u00a0.()[]©")
    start = span.start + words.find(kept)
    return Span(start, start + len(kept)) if kept else None


def _group(match: re.Match[str], offset: int) -> Span:
    return Span(offset + match.start("name"), offset + match.end("name"))


def _credit(text: str, role: CreditRole, span: Span) -> Credit:
    return Credit(role=role, name=span.of(text), start=span.start, end=span.end)
