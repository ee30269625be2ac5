"""What a page says about itself in its metadata."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from secondsource.collect.page_words import words_in
from secondsource.text.date_lines import labelled_date

NODES_MOST = 2_000
"""Nodes of linked data that are looked at."""

FACT_MOST = 1_000
"""Characters that one fact has at most; a longer one is not taken."""

CHILDREN_MOST = 3
"""Elements in a line that shows the date at most; a larger element is no line."""

_ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "WebPage", "AnalysisNewsArticle")
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_SITE_METAS = ("og:site_name", "publisher", "dc.publisher", "application-name")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "headline")
_DESCRIPTION_METAS = ("og:description", "description", "twitter:description")
_LANGUAGE = re.compile(r"^([a-z]{2})(?:[-_].{0,20})?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A page's own account of itself; nothing in it is made up from addresses or looks.

    Attributes:
        title: Its headline.
        description: What it says it is about.
        authors: Names of its authors.
        outlet: Who publishes it.
        dates: When it was published, in its own words, the surest place first.
        url: Its canonical address.
        language: ISO 639-1 code it declares.
    """

    title: str | None
    description: str | None
    authors: tuple[str, ...]
    outlet: str | None
    dates: tuple[str, ...]
    url: str | None
    language: str | None


def find_facts(tree: HtmlElement, linked_data: Sequence[str]) -> PageFacts:
    """Return what the page's metadata and linked data say."""
    metas = _metas(tree)
    article = _article(linked_data)
    return PageFacts(
        title=_first([*_named(metas, _TITLE_METAS), _words(article.get("headline")), *_page_titles(tree)]),
        description=_first([*_named(metas, _DESCRIPTION_METAS), _words(article.get("description"))]),
        authors=tuple(dict.fromkeys([*_names(article.get("author")), *_named(metas, ("author", "article:author"))])),
        outlet=_first(
            [*_named(metas, _SITE_METAS[:1]), *_names(article.get("publisher")), *_named(metas, _SITE_METAS[1:])]
        ),
        dates=tuple(dict.fromkeys([*_dates(article), *_named(metas, _DATE_METAS), *_times(tree), *_shown_dates(tree)])),
        url=_address(tree, metas, article),
        language=_language(tree),
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _words(meta.get("content"))
        if key is not None and content is not None:
            metas.setdefault(key.lower().strip(), content)
    return metas


def _named(metas: dict[str, str], keys: Sequence[str]) -> list[str]:
    return [metas[key] for key in keys if key in metas]


def _words(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    words = " ".join(value.split())
    return words if 0 < len(words) <= FACT_MOST else None


def _first(values: Sequence[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)


def _page_titles(tree: HtmlElement) -> list[str | None]:
    return [_words(title.text_content()) for title in tree.iter("title")][:1]


def _article(linked_data: Sequence[str]) -> dict[str, Any]:
    """Return the first node of the linked data that describes an article, empty if none does."""
    for block in linked_data:
        try:
            data = json.loads(block)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            if any(kind in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    waiting, n_seen = [data], 0
    while waiting and n_seen < NODES_MOST:
        node = waiting.pop(0)
        n_seen += 1
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            waiting.extend(graph if isinstance(graph, list) else [])
        elif isinstance(node, list):
            waiting.extend(node[:NODES_MOST])


def _names(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    named = (_words(item.get("name") if isinstance(item, dict) else item) for item in values[:20])
    return [name for name in named if name is not None]


def _dates(article: dict[str, Any]) -> list[str]:
    words = _words(article.get("datePublished"))
    return [] if words is None else [words]


def _times(tree: HtmlElement) -> list[str]:
    """Return the date of the page's time element marked as published, or of its only one."""
    times = [time for time in tree.iter("time") if time.get("datetime")]
    marked = [
        time
        for time in times
        if "publi" in f"{time.get('class', '')} {time.get('itemprop', '')}".lower() or time.get("pubdate") is not None
    ]
    values = list(
        dict.fromkeys(words for time in marked or times if (words := _words(time.get("datetime"))) is not None)
    )
    return values if len(values) == 1 else []


def _shown_dates(tree: HtmlElement) -> list[str]:
    """Return the date that short lines such as "Published: 9 July 2024" show, none where they differ."""
    lines = (words_in(e) for e in tree.iter("p", "div", "span", "li", "em", "small", "dd") if len(e) <= CHILDREN_MOST)
    dates = list(dict.fromkeys(edtf for line in lines if (edtf := labelled_date(line)) is not None))
    return dates if len(dates) == 1 else []


def _address(tree: HtmlElement, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    page = article.get("mainEntityOfPage")
    named = [*links, metas.get("og:url"), article.get("url"), page.get("@id") if isinstance(page, dict) else page]
    return next((url for url in named if isinstance(url, str) and is_web_address(url)), None)


def is_web_address(url: str) -> bool:
    """Return whether ``url`` is a whole address of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and len(url) <= FACT_MOST * 2


def whole_address(base: str | None, target: str) -> str | None:
    """Return the address that a link on the page at ``base`` leads to, None if that is no web page."""
    try:
        url = target if base is None else urljoin(base, target)
    except ValueError:
        return None
    return url if is_web_address(url) else None


def _language(tree: HtmlElement) -> str | None:
    match = _LANGUAGE.match((tree.get("lang") or "").strip())
    return match[1].lower() if match is not None else None
