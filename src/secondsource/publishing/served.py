"""A dossier's page as it stands at its address: what was written to a file, and a way to its comments."""

import html
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from secondsource.publishing.errors import NotADossierPage

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_MAIN = re.compile(r"<main[^>]*>")
_MARK = '<meta name="generator" content="Second Source">'
_FOOT = '<footer class="foot">'
_TITLE_END = " – dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedPage:
    """What a page for a server must tell.

    Attributes:
        title: The dossier's headline.
        style_digest: SHA-256 of its stylesheet in base 64, for the policy; nothing else may dress it.
    """

    title: str
    style_digest: str


def read_page(page: str) -> ServedPage:
    """Return what the server needs to know of a page that :func:`secondsource.publishing.page.render_page` made.

    Raises:
        NotADossierPage: It is another page.
    """
    style, title = _STYLE.findall(page), _TITLE.findall(page)
    if _MARK not in page or page.count(_FOOT) != 1 or len(style) != 1 or not title:
        raise NotADossierPage(
            "A dossier was to be published; the file is no page of a dossier made by this program.\n"
            "Make one: second-source dossier FOLDER --html page.html"
        )
    return ServedPage(
        title=html.unescape(title[0]).removesuffix(_TITLE_END),
        style_digest=b64encode(sha256(style[0].encode()).digest()).decode(),
    )


def with_links(page: str, links: list[tuple[str, str]], notices: Sequence[tuple[str, str, str]] = ()) -> str:
    """Return the page with links before its foot and notices ahead of everything it says.

    Args:
        page: The page as it was handed in.
        links: Each an address of ours and what it says.
        notices: Each what happened, the words on it, and the address of ours that tells more.
    """
    made = Markup(" · ").join(Markup('<a href="{}">{}</a>').format(address, words) for address, words in links)
    told = Markup("\n").join(
        Markup('<p class="answer" role="note"><b>{}</b>: {} <a href="{}">What changed</a></p>').format(*notice)
        for notice in notices
    )
    if told:
        page = _MAIN.sub(lambda match: f"{match.group()}\n{told}", page, count=1)
    return page.replace(_FOOT, f'<nav class="none" aria-label="This dossier"><p>{made}</p></nav>\n{_FOOT}', 1)
