"""Who wrote it: lines such as "By Ann Poe for RFA Korean" and their like in other languages."""

import re
from dataclasses import dataclass

from secondsource.model.evidence import Span

BYLINE_MOST = 160
"""Characters that a byline has at most."""

_UPPER = "A-ZÀ-ÖØ-ÞĀŁŚŠŻŽČĆĐА-ЯЁЄІЇҐЎ"
_NAME = (
    rf"[{_UPPER}][\w'’.-]{{0,30}}(?:[ \u00a0](?:(?:van|von|de|der|den|da|di|del|al|bin|ibn|el"
    rf"|la)[ \u00a0])?[{_UPPER}][\w'’.-]{{0,30}}){{0,3}}"
)
_FULL_NAME = rf"[{_UPPER}][\w'’-]{{0,30}}(?:[ \u00a0](?:[{_UPPER}]\.|[{_UPPER}][\w'’-]{{1,30}})){{1,3}}"
_JOIN = r"(?:[ \u00a0]?,[ \u00a0]?(?:and[ \u00a0])?|[ \u00a0](?:and|und|y|et|и|&)[ \u00a0])"
_NAMES = rf"{_NAME}(?:{_JOIN}{_NAME}){{0,5}}"
_LEAD = (
    r"(?:(?:By|BY|Story by|Words by|Written by|Von|VON|Por|Par|От)|(?:Autor|Autorin|Author|Автор"
    r"|Авторы|Текст|Reporter|Correspondent)[ \u00a0]?:)"
)

_LINE = re.compile(
    rf"^{_LEAD}[ \u00a0]{{1,3}}(?P<names>{_NAMES})"
    rf"(?P<rest>(?:[ \u00a0,|/•·–—(-]{{1,4}}(?:(?:for|of|in|at|from|to|the|and|für|de|en|для|в"
    rf"|за)[ \u00a0])*[{_UPPER}\d@][\w'’.&:@/)-]{{0,40}}){{0,12}})[.,;]?$"
)
# Within a paragraph two names are asked for and a stop after them: "By Monday. …" and "By its veto …" are sentences.
_OPENING = re.compile(
    rf"^(?:By|BY)[ \u00a0](?P<names>{_FULL_NAME}(?:{_JOIN}{_FULL_NAME}){{0,3}})\.[ \u00a0](?=[\"“'‘({_UPPER}\d])"
)
_KOREAN_NAME = r"[가-힣]{2,4}"
_KOREAN_ROLE = r"(?:선임|수습|전문|인턴|객원)?(?:기자|특파원|논설위원|앵커|통신원)"
_MAIL = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}"
_KOREAN_LINE = re.compile(
    rf"^[\[(【]?(?P<names>{_KOREAN_NAME}(?:[ ,·・]{{1,2}}{_KOREAN_NAME}){{0,4}})[ ]?"
    rf"{_KOREAN_ROLE}[\])】]?(?:[ |/·(\[]{{0,3}}{_MAIL}[)\]]?)?[ ]?=?$"
)
_KOREAN_OPENING = re.compile(
    rf"^(?P<names>{_KOREAN_NAME}(?:[ ,·・]{{1,2}}{_KOREAN_NAME}){{0,4}})[ ]?{_KOREAN_ROLE}[ ]?=[ ]?"
)
_SPLIT = re.compile(_JOIN + r"|[,·・][ ]?")
_CLOSING_STOP = re.compile(r"[^\W\d_]{2}\.$")
_NOT_NAMES = frozenset(
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "The", "This", "That",
        "These", "Its",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline in a text.

    Attributes:
        span: The whole byline.
        names: The names in it.
    """

    span: Span
    names: tuple[Span, ...]


def find_byline(text: str, unit: Span) -> Byline | None:
    """Return the byline that ``unit`` wholly is, None if it is something else."""
    words = unit.of(text)
    if len(words) > BYLINE_MOST:
        return None
    return _byline(_LINE.match(words) or _KOREAN_LINE.match(words), unit)


def find_opening_byline(text: str, unit: Span) -> Byline | None:
    """Return the byline that ``unit`` opens with ("By Ann Poe. The port …"), its full stop included; None if none."""
    words = unit.of(text)[: BYLINE_MOST * 2]
    byline = _byline(_OPENING.match(words) or _KOREAN_OPENING.match(words), unit)
    return None if byline is None else Byline(_trimmed(text, byline.span), byline.names)


def _byline(match: re.Match[str] | None, unit: Span) -> Byline | None:
    if match is None or match["names"].split()[0] in _NOT_NAMES:
        return None
    start = unit.start + match.start("names")
    return Byline(Span(unit.start, unit.start + match.end()), tuple(split_names(match["names"], start)))


_FOR = re.compile(rf"[ ](?:for|für|для|para)[ ](?:the[ ])?(?P<outlet>[{_UPPER}0-9][\w'’.&-]*(?:[ ][\w'’.&-]+){{0,5}})$")


def byline_outlet(text: str, byline: Span) -> str | None:
    """Return the outlet that a byline names ("By Ann Poe for the Lantern Review"), None if it names none."""
    match = _FOR.search(byline.of(text).rstrip(" .,;"))
    return None if match is None else match["outlet"]


def split_names(words: str, start: int) -> list[Span]:
    """Return the span of each name in ``words``, such as "Ann Poe, Bo Li and Cy Roe", which begin at ``start``."""
    edges = [0, *(edge for match in _SPLIT.finditer(words) for edge in match.span()), len(words)]
    pieces = zip(edges[::2], edges[1::2], strict=True)
    # A stop closes the line; only after a lone capital ("Ann P.") does it belong to the name.
    trimmed = ((left, right - bool(_CLOSING_STOP.search(words, left, right))) for left, right in pieces)
    return [Span(start + left, start + right) for left, right in trimmed if words[left:right].strip()]


def _trimmed(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip()))
