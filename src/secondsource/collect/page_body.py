"""The paragraphs of a page's article, found by the extractor or, on small and old pages, by ourselves."""

from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from secondsource.collect.page_words import words_in

BREAKS_LEAST = 2
"""Line breaks that stand directly in an element which is then taken to write its paragraphs with them."""

LINK_SHARE_MOST = 0.5
"""Share of a block's characters that may stand in links; menus and lists of other pages have more."""

SENTENCE_LEAST = 30
"""Characters that the longest block of an article has at least."""

_HOLDERS = ("div", "td", "section", "article", "main", "span", "font", "p", "center", "body")
_BLOCKS = (
    "p",
    "li",
    "blockquote",
    "pre",
    "h2",
    "h3",
    "h4",
    "div",
    "td",
    "section",
    "article",
    "main",
    "body",
    "center",
    "dd",
)
_HEADINGS = ("h2", "h3", "h4")


def find_body(tree: HtmlElement) -> etree._Element | None:
    """Return the element that holds the paragraphs of the page's article, None if the page has none.

    ``tree`` is changed: words parted by line breaks become paragraphs, as the extractor knows only those.
    """
    for element in list(tree.iter(*_HOLDERS)):
        if sum(child.tag == "br" for child in element) >= BREAKS_LEAST:
            _part_at_breaks(element)
    found = bare_extraction(tree, include_comments=False, include_links=True, include_tables=True, with_metadata=False)
    body = None if found is None or isinstance(found, dict) else found.body
    if body is not None and len(body) > 1:
        return body
    # One block only is what the extractor gives when it gives up: all words of the page, the menu among them.
    return _own_body(tree)


def _part_at_breaks(element: HtmlElement) -> None:
    """Put each run of words between line breaks into a paragraph; elements that are blocks stay as they are."""
    paragraph = html.Element("p")
    parts: list[HtmlElement] = [paragraph]
    paragraph.text, element.text = element.text, None
    for child in list(element):
        tail, child.tail = child.tail, None
        if child.tag == "br" or child.tag in _BLOCKS:
            if child.tag != "br":
                parts.append(child)
            paragraph = html.Element("p")
            paragraph.text = tail
            parts.append(paragraph)
        else:
            child.tail = tail
            paragraph.append(child)
    for child in list(element):
        element.remove(child)
    element.extend(part for part in parts if words_in(part) or len(part))
    if element.tag in ("p", "span", "font"):
        # A paragraph cannot hold paragraphs; the extractor would flatten them again.
        element.tag = "div"


def _own_body(tree: HtmlElement) -> etree._Element | None:
    body = etree.Element("body")
    longest = 0
    for element in tree.iter(*_BLOCKS):
        words = words_in(element) if _is_leaf(element) else ""
        if words and _share_in_links(element, len(words)) <= LINK_SHARE_MOST:
            block = etree.SubElement(body, "head" if element.tag in _HEADINGS else "p")
            block.text = words
            longest = max(longest, len(words))
    return body if longest >= SENTENCE_LEAST else None


def _is_leaf(element: HtmlElement) -> bool:
    return not any(True for _ in _blocks_in(element))


def _blocks_in(element: HtmlElement) -> Iterator[HtmlElement]:
    return (part for part in element.iterdescendants(*_BLOCKS, "h1", "ul", "ol", "table"))


def _share_in_links(element: HtmlElement, n_all: int) -> float:
    return sum(len(words_in(link)) for link in element.iter("a")) / n_all
