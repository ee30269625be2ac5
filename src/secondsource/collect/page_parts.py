"""The parts of a page that an article extractor throws away: headline, standfirst, byline, words under pictures."""

import re
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from secondsource.collect.page_facts import PageFacts
from secondsource.collect.page_words import words_in
from secondsource.model.evidence import Span
from secondsource.text.bylines import BYLINE_MOST, find_byline
from secondsource.text.captions import CAPTION_MOST
from secondsource.text.normalise import fold

FURNITURE_SHARE = 0.4
"""Share of a page's words above which an element is not cut, whatever its class says: the whole page may bear it."""

_FRAMES = ("html", "body", "main", "article")
_FURNITURE_TAGS = ("nav", "form", "dialog", "button", "select", "iframe", "noscript", "template", "object", "svg")
_FURNITURE_WORDS = frozenset(
    {
        "cookie", "cookies", "consent", "gdpr", "newsletter", "subscribe", "subscription", "related", "recommended",
        "recommendations", "comments", "comment", "disqus", "share", "sharing", "social", "breadcrumb",
        "breadcrumbs", "promo", "advert", "advertisement", "ads", "menu", "navigation", "sidebar", "popup", "modal",
        "paywall", "trending", "popular", "outbrain", "taboola",
    }
)  # fmt: skip
_FURNITURE_ROLES = frozenset({"navigation", "dialog", "alertdialog", "search", "menu", "menubar", "banner-ad"})
_STANDFIRST_WORDS = frozenset(
    {
        "standfirst",
        "subtitle",
        "subheadline",
        "subheading",
        "deck",
        "dek",
        "lead",
        "lede",
        "summary",
        "teaser",
        "kicker",
        "strapline",
        "description",
    }
)
_CAPTION_TAGS = ("p", "div", "span", "small", "dd", "em")
_CREDIT_WORDS = frozenset({"credit", "credits", "copyright", "photographer"})
_WORD = re.compile(r"[a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageParts:
    """What stands on a page around the paragraphs of its article.

    Attributes:
        title: Its headline as shown, None if none is shown.
        standfirst: The summary shown below the headline, None if none is.
        byline: Who wrote it, as shown; None if that is not shown.
        captions: The words under its pictures with their credits, in page order.
    """

    title: str | None
    standfirst: str | None
    byline: str | None
    captions: tuple[str, ...]


def cut_parts(tree: HtmlElement, facts: PageFacts) -> PageParts:
    """Return the parts of the page; menus are cut from ``tree``, pictures become paragraphs of their words."""
    _cut_furniture(tree)
    title = _title(tree, facts)
    standfirst = _standfirst(tree, facts)
    byline = _byline(tree, facts)
    return PageParts(title=title, standfirst=standfirst, byline=byline, captions=tuple(_cut_captions(tree)))


def _marks(element: HtmlElement) -> frozenset[str]:
    words = _CAMEL.sub(" ", f"{element.get('class', '')} {element.get('id', '')}"[:500])
    return frozenset(_WORD.findall(words.lower()))


def _cut_furniture(tree: HtmlElement) -> None:
    n_most = FURNITURE_SHARE * len(words_in(tree))
    for element in list(tree.iter(html.etree.Element)):
        if element.getparent() is None or element.tag in _FRAMES or not _is_furniture(element):
            continue
        # Readers may write more than the reporter did, so a block of comments goes whatever its size.
        holds_article = any(True for _ in element.iter("h1", "article", "main"))
        if len(words_in(element)) <= n_most or (_is_comments(element) and not holds_article):
            element.drop_tree()


def _is_furniture(element: HtmlElement) -> bool:
    if element.tag in _FURNITURE_TAGS or _is_page_footer(element) or element.get("role") in _FURNITURE_ROLES:
        return True
    return bool(_marks(element) & _FURNITURE_WORDS) and not _is_inline(element)


def _is_comments(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return any(name.startswith(("comment", "disqus")) for name in names)


def _is_inline(element: HtmlElement) -> bool:
    return element.tag in ("p", "a", "em", "strong", "b", "i", "h1")


def _is_page_footer(element: HtmlElement) -> bool:
    return element.tag == "footer" and not any(parent.tag == "article" for parent in element.iterancestors())


def _title(tree: HtmlElement, facts: PageFacts) -> str | None:
    shown = [words for heading in tree.iter("h1") if (words := words_in(heading))]
    if facts.title is not None:
        key = fold(facts.title)
        # A page's own title often goes on with the name of the site.
        same = [words for words in shown if fold(words) in key or key in fold(words)]
        shown = same or shown
    return shown[0] if shown else None


def _standfirst(tree: HtmlElement, facts: PageFacts) -> str | None:
    """Return the page's summary where an element shows just those words as a summary."""
    for element in tree.iter("h2", "h3", "p", "div", "span", "strong"):
        marked = bool(_marks(element) & _STANDFIRST_WORDS)
        if not marked and (element.tag not in ("h2", "h3") or facts.description is None):
            continue
        words = words_in(element)
        if not 0 < len(words) <= 500 or len(element.findall(".//p")) > 1:
            continue
        if marked or fold(words) == fold(facts.description or ""):
            return words
    return None


def _byline(tree: HtmlElement, facts: PageFacts) -> str | None:
    names = [fold(name) for name in facts.authors]
    found: list[str] = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or not _says_author(element):
            continue
        words = words_in(element)
        if 0 < len(words) <= BYLINE_MOST and _is_author(words, names):
            found.append(words)
    # "By Ann Poe" says more than the bare name that is linked in it.
    return next((words for words in found if find_byline(words, Span(0, len(words)))), found[0] if found else None)


def _says_author(element: HtmlElement) -> bool:
    marks = _marks(element) | {element.get("rel", ""), element.get("itemprop", "")}
    return bool(marks & {"byline", "author", "authors", "writer", "reporter"})


def _is_author(words: str, names: list[str]) -> bool:
    return find_byline(words, Span(0, len(words))) is not None or fold(words) in names


def _cut_captions(tree: HtmlElement) -> list[str]:
    captions: list[str] = []
    for element in list(tree.iter(html.etree.Element)):
        if element.getparent() is None or not _is_caption(element) or tree not in element.iterancestors():
            continue
        figure = next((parent for parent in element.iterancestors("figure")), None)
        words = _caption_words(element, figure)
        if not 0 < len(words) <= CAPTION_MOST:
            continue
        captions.append(words)
        _replace(element if figure is None or not _is_picture(figure) else figure, words)
    return captions


def _is_caption(element: HtmlElement) -> bool:
    if element.tag == "figcaption":
        return True
    # "caption", "imgcaption" and "wp-caption-text" alike.
    return element.tag in _CAPTION_TAGS and any("caption" in mark for mark in _marks(element))


def _caption_words(element: HtmlElement, figure: HtmlElement | None) -> str:
    """Return the caption's words and, where it stands beside them, the credit."""
    for part in element.iterdescendants():
        if isinstance(part.tag, str) and _marks(part) & _CREDIT_WORDS:
            # A style sheet sets the credit apart; the words alone would run together.
            part.text = f" {part.text or ''}"
    words = words_in(element)
    frame = element.getparent() if figure is None else figure
    if frame is None or len(words_in(frame)) > CAPTION_MOST:
        return words
    for part in frame.iter():
        if isinstance(part.tag, str) and _marks(part) & _CREDIT_WORDS and element not in part.iterancestors():
            said = words_in(part)
            if said and said not in words:
                return f"{words} {said}"
    return words


def _is_picture(figure: HtmlElement) -> bool:
    return (
        figure.find(".//img") is not None
        or figure.find(".//picture") is not None
        or figure.find(".//video") is not None
    )


def _replace(element: HtmlElement, words: str) -> None:
    paragraph = html.Element("p")
    paragraph.text, paragraph.tail = words, element.tail
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, paragraph)
