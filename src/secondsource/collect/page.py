"""From an HTML page to its article as text with known parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree, html
from lxml.html import HtmlElement

from secondsource.collect.errors import PageWithoutText
from secondsource.collect.page_body import find_body
from secondsource.collect.page_facts import PageFacts, find_facts, whole_address
from secondsource.collect.page_parts import PageParts, cut_parts
from secondsource.collect.page_words import lines_in, words_in
from secondsource.collect.tag_scan import scan_page
from secondsource.model.evidence import Span
from secondsource.model.report import Section, SectionKind
from secondsource.text.head import maker_kind
from secondsource.text.normalise import fold
from secondsource.text.sections import kinds_below_head, sections_of

LINKS_MOST = 1_000
"""Links of one article that are kept."""

MAKER_LINES_MOST = 6
"""Blocks at the beginning of the article among which lines that give only author or date are looked for."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page's article.

    Attributes:
        text: Headline, standfirst, byline, captions and paragraphs in page order, a blank line between them.
        sections: Which is which.
        links: Whole addresses the article links to, in page order, each once.
        facts: What the page says about itself.
    """

    text: str
    sections: tuple[Section, ...]
    links: tuple[str, ...]
    facts: PageFacts


@dataclass(frozen=True, slots=True)
class _Block:
    words: str
    kind: SectionKind | None = None
    # List items and rows of a table stand on lines of one paragraph.
    tight: bool = False


def read_page(source: str, *, origin: str) -> Article:
    """Return the article of an HTML page; menus, comments, banners and lists of other pages are left out.

    Raises:
        PageTooComplex: The page nests deeper or holds more tags than any article does.
        PageWithoutText: The page holds no article.
    """
    page = scan_page(source, origin=origin)
    tree = _parsed(page.html, origin)
    facts = find_facts(tree, page.linked_data)
    parts = cut_parts(tree, facts)
    body = find_body(tree)
    if body is None:
        raise _without_text(origin)
    text, units, kinds = _assembled(_head(parts), _below(list(_blocks(body)), parts))
    if not text.strip():
        raise _without_text(origin)
    return Article(text=text, sections=sections_of(text, units, kinds), links=_links(body, facts.url), facts=facts)


def _parsed(source: str, origin: str) -> HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        # Surrogates cannot stand in decoded text, so this never fails; the source's own declaration no longer holds.
        tree = html.document_fromstring(source.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise _without_text(origin) from error
    _cut_controls(tree)
    return tree


def _cut_controls(tree: HtmlElement) -> None:
    """Cut characters that a page can write as references and that no element can be given again."""
    for element in tree.iter(etree.Element):
        if element.text is not None and _CONTROL.search(element.text):
            element.text = _CONTROL.sub("", element.text)
        if element.tail is not None and _CONTROL.search(element.tail):
            element.tail = _CONTROL.sub("", element.tail)
        for name, value in element.items():
            if _CONTROL.search(value):
                element.set(name, _CONTROL.sub("", value))


def _without_text(origin: str) -> PageWithoutText:
    return PageWithoutText(
        f"{origin} was to be read as a page; no article is found in it.\n"
        "Save the text of the article by itself as a .txt file."
    )


def _head(parts: PageParts) -> list[_Block]:
    named = (
        (parts.title, SectionKind.TITLE),
        (parts.standfirst, SectionKind.STANDFIRST),
        (parts.byline, SectionKind.BYLINE),
    )
    return [_Block(words, kind) for words, kind in named if words is not None]


def _below(blocks: Sequence[_Block], parts: PageParts) -> list[_Block]:
    """Return the article's blocks without those of the head; captions that the extractor left out come first."""
    in_head = {fold(words) for words in (parts.title, parts.standfirst, parts.byline) if words is not None}
    captions = {fold(caption) for caption in parts.captions}
    kept = [block for block in blocks if fold(block.words) not in in_head]
    shown = {fold(block.words) for block in kept}
    lost = [
        _Block(caption, SectionKind.CAPTION) for caption in dict.fromkeys(parts.captions) if fold(caption) not in shown
    ]
    return [*lost, *(_Block(b.words, SectionKind.CAPTION) if fold(b.words) in captions else b for b in kept)]


def _blocks(body: etree._Element) -> Iterator[_Block]:
    for element in body:
        if element.tag == "list":
            yield from (_Block(words, tight=True) for item in element.iter("item") if (words := words_in(item)))
        elif element.tag == "table":
            yield from (_Block(words, tight=True) for row in element.iter("row") if (words := _row(row)))
        elif element.tag in ("quote", "div") and element.find("p") is not None:
            yield from _blocks(element)
        else:
            yield from (_Block(line) for line in lines_in(element))
        if tail := " ".join((element.tail or "").split()):
            yield _Block(tail)


def _row(row: etree._Element) -> str:
    return " | ".join(words for cell in row.iter("cell") if (words := words_in(cell)))


def _assembled(head: list[_Block], below: list[_Block]) -> tuple[str, list[Span], list[SectionKind]]:
    pieces: list[str] = []
    units: list[Span] = []
    position = 0
    blocks = [*head, *below]
    for before, block in zip([None, *blocks], blocks, strict=False):
        gap = "" if before is None else "\n" if before.tight and block.tight else "\n\n"
        start = position + len(gap)
        position = start + len(block.words)
        pieces += [gap, block.words]
        units.append(Span(start, position))
    text = "".join(pieces)
    found = kinds_below_head(text, units[len(head) :])
    for i, unit in enumerate(units[len(head) : len(head) + MAKER_LINES_MOST]):
        found[i] = maker_kind(text, unit) or found[i]
    kinds = [block.kind or kind for block, kind in zip(below, found, strict=True)]
    return text, units, [*(block.kind or SectionKind.BODY for block in head), *kinds]


def _links(body: etree._Element, base: str | None) -> tuple[str, ...]:
    targets = (reference.get("target") for reference in body.iter("ref"))
    urls = (whole_address(base, target) for target in targets if target)
    return tuple(dict.fromkeys(url for url in urls if url is not None))[:LINKS_MOST]
