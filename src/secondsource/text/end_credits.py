"""Who made, translated, edited or supplied the report, as the end of the text says."""

import re

from secondsource.model.evidence import Span

CREDIT_MOST = 300
"""Characters that a line of credits has at most."""

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁЄІЇҐ"
_DONE = (
    r"(?:(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslation|[Rr]esearch"
    r"|[Pp]hotography)(?: and (?:writing|editing|translation))?"
    r"|Translated|Edited|Written|Reported|Compiled|Produced|Photographed"
    r"|Contributed)(?: and (?:edited|translated|written))?"
    r"(?: (?:from|into) [A-Z]\w{2,20})?(?: (?:in|from) [A-Z][\w ]{2,30})? by"
)
_LABEL = (
    r"(?:Sources?|Via|Translation|Translator|Editor|Übersetzung|Redaktion|Quellen?|Fuentes?|Agencia|Traducción|Edición"
    r"|Источники?|Перевод|Редактор|Автор|Материал подготовил[аи]?|Източници?"
    r"|Превод|출처|번역|편집|정리|글|사진)[ ]?[:=]"
)
_LINE = (
    re.compile(rf"^[(\[–—-]{{0,3}}[ ]?{_DONE}[ ][^\n]{{2,280}}$"),
    re.compile(rf"^[(\[–—-]{{0,3}}[ ]?{_LABEL}[ ]?[^\n!?]{{2,80}}$"),
    re.compile(rf"^[(\[][{_UPPER}가-힣][\w./&'’, 가-힣-]{{1,50}}[)\]]\.?$"),
    re.compile(r"^[(\[](?:[Ww]ith |[Ww]ith inputs|[Ii]nputs|[Ww]ith contributions)[^\n()]{2,120}[)\]]\.?$"),
    re.compile(rf"^[–—-]{{1,2}}[ ]?(?:[Ww]ith )?[{_UPPER}][\w.&'’, -]{{1,60}}$"),
    re.compile(
        r"^(?:[가-힣]{2,4}[ ]?(?:기자|특파원)[ ]?)?[(\[]?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}[)\]]?$"
    ),
    re.compile(r"^[\w .'’-]{2,60} (?:contributed to|also contributed to) this (?:report|story|article)\.?$"),
    re.compile(r"^[ⓒ©][^\n]{2,80}$"),
)
_AFTER_STOP = r"(?<=[.!?。”\"'’)])[ \u00a0\n]{1,3}"
_TAIL = tuple(
    re.compile(_AFTER_STOP + form)
    for form in (
        rf"(?P<credit>[(\[][{_UPPER}가-힣][\w./&'’ 가-힣-]{{1,40}}[)\]])\.?$",
        r"(?P<credit>[(\[](?:[Ww]ith inputs|[Ii]nputs|[Ss]ource:|[Rr]eporting by"
        r"|[Ee]diting by)[^\n()]{1,120}[)\]])\.?$",
        rf"(?P<credit>(?:{_DONE}[ ]|{_LABEL}[ ]?)[^\n]{{2,120}})$",
        rf"(?P<credit>(?:--|[–—])[ ]?[{_UPPER}][\w&'’ -]{{1,30}})$",
        r"(?P<credit>[가-힣]{2,4}[ ]?(?:기자|특파원)(?:[ ][\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4})?)$",
    )
)
_OPENING = re.compile(r"^\[[ ]?(?:Source|Quelle|Fuente|Источник|Източник|출처)s?[ ]?:[ ]?[^\[\]\n]{2,60}\][ ]")
TAIL_LOOK = 260
"""Characters at the end of the last paragraph in which a credit is looked for."""


# Small words that stand in credits; with any other the line is a sentence ("Reported by no one, the visit …").
_SMALL_WORDS = frozenset(
    {
        "by", "and", "in", "from", "for", "into", "with", "of", "the", "at", "to", "additional", "further", "reporting",
        "writing", "editing", "translation", "translated", "edited", "written", "research", "photography", "inputs",
        "contributed", "also", "this", "report", "story", "article", "und", "von", "y", "de", "del", "la", "et",
        "и", "от",
        "agency", "agencies", "staff", "van", "bin", "al", "el", "da", "di", "der", "den",
    }
)  # fmt: skip
_SMALL_WORD = re.compile(r"(?<![\w'’.@-])[a-zß-ÿа-яёєіїґў][\w'’-]*+(?![@.]\w)")


def is_credit_line(words: str) -> bool:
    """Return whether a line is nothing but credits ("Translated by Ann Poe. Edited by Bo Li.", "(Yonhap)")."""
    if len(words) > CREDIT_MOST or not any(form.match(words) is not None for form in _LINE):
        return False
    return _has_small_words_only(words)


def _has_small_words_only(words: str) -> bool:
    return all(word.group() in _SMALL_WORDS for word in _SMALL_WORD.finditer(words))


def tail_credit(text: str, unit: Span) -> Span | None:
    """Return the credit that stands after the last sentence of ``unit``, None if it ends with news."""
    start = max(unit.start, unit.end - TAIL_LOOK)
    words = text[start : unit.end]
    match = next((match for form in _TAIL if (match := form.search(words)) is not None), None)
    if match is None or not _has_small_words_only(match["credit"]):
        return None
    return Span(start + match.start("credit"), unit.end)


def opening_credit(text: str, unit: Span) -> Span | None:
    """Return the credit in brackets with which ``unit`` opens ("[Source: Reuters]"), None if it opens with news."""
    match = _OPENING.match(unit.of(text)[:100])
    return None if match is None else Span(unit.start, unit.start + len(match.group().rstrip()))
