"""A page's source made safe for the parser: scripts cut out, tags counted before anything is built from them."""

import re
from dataclasses import dataclass

from secondsource.collect.errors import PageTooComplex
from secondsource.collect.limits import ATTRIBUTES_MOST, DEPTH_MOST, JSON_LD_MOST, TAGS_MOST

_RAW = re.compile(r"<!--|<(?P<name>script|style)\b(?P<rest>[^<>]{0,500})", re.IGNORECASE)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,30})")
# Possessive throughout: a page cannot make the scan walk back.
_ATTRIBUTE = re.compile(r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
# These close by themselves where a page leaves their end out, so open ones do not stand in one another.
_SELF_CLOSING = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr", "p", "li", "td", "tr", "th", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup", "html",
        "head", "body",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page's source without what is no text.

    Attributes:
        html: The source; scripts, styles and comments are blanks.
        linked_data: The contents of its JSON-LD scripts, in page order.
    """

    html: str
    linked_data: tuple[str, ...]


def scan_page(source: str, *, origin: str) -> PageSource:
    """Return the page's source without scripts, styles and comments.

    What the parser gets is exactly what was counted here: a tag that is hidden in a script from one of the two
    would otherwise let a page with a million attributes through, over which the parser sits for minutes.

    Raises:
        PageTooComplex: The page nests deeper, or holds more tags or attributes, than any article does.
    """
    pieces: list[str] = []
    linked_data: list[str] = []
    position = 0
    lowered = source.lower() if source.isascii() else _lowered(source)
    while (match := _RAW.search(source, position)) is not None:
        pieces.append(source[position : match.start()])
        close = "-->" if match["name"] is None else f"</{match['name'].lower()}"
        found = lowered.find(close, match.end())
        end = len(source) if found < 0 else found
        if match["name"] is not None and "ld+json" in match["rest"].lower():
            linked_data.append(source[match.end() : end].lstrip(">")[: JSON_LD_MOST + 1])
        position = (
            len(source) if found < 0 else found + len("-->") if match["name"] is None else _after_tag(source, found)
        )
    html = " ".join([*pieces, source[position:]])
    _count(html, origin)
    return PageSource(html, tuple(block for block in linked_data if len(block) <= JSON_LD_MOST))


def _lowered(source: str) -> str:
    # Lower case of some letters has two code points, which would shift every place after it.
    return source.translate({code: code + 32 for code in range(ord("A"), ord("Z") + 1)})


def _after_tag(source: str, start: int) -> int:
    end = source.find(">", start)
    return len(source) if end < 0 else end + 1


def _count(html: str, origin: str) -> None:
    open_tags: dict[str, int] = {}
    depth = 0
    for n_tags, match in enumerate(_TAG.finditer(html), start=1):
        name = match["name"].lower()
        if name not in _SELF_CLOSING:
            step = 1 if not match["close"] else -1 if open_tags.get(name, 0) > 0 else 0
            open_tags[name] = open_tags.get(name, 0) + step
            depth += step
        if depth > DEPTH_MOST:
            raise _too_complex(origin, f"nests more than {DEPTH_MOST} elements deep")
        if n_tags > TAGS_MOST:
            raise _too_complex(origin, f"holds more than {TAGS_MOST:,} tags")
        if not match["close"] and _has_many_attributes(html, match.end()):
            raise _too_complex(origin, f"has a tag with more than {ATTRIBUTES_MOST} attributes")


def _has_many_attributes(html: str, position: int) -> bool:
    for _ in range(ATTRIBUTES_MOST + 1):
        match = _ATTRIBUTE.match(html, position)
        if match is None:
            return False
        position = match.end()
    return True


def _too_complex(origin: str, fault: str) -> PageTooComplex:
    return PageTooComplex(
        f"{origin} was to be read as a page; it {fault}, which no article does.\n"
        "Save the text of the article by itself as a .txt file."
    )
