"""Comments from an export of Disqus."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from secondsource.comments.importing.brought import Brought, last_part, moment_from
from secondsource.comments.importing.plain_words import plain_words
from secondsource.comments.importing.xml_file import read_xml

_SPACE = "{http://disqus.com}"
_INTERNAL = "{http://disqus.com/disqus-internals}id"


def read_disqus(data: bytes, name: str) -> Iterator[Brought]:
    """Yield the comments of the file; what was deleted or marked as spam there is left out.

    Raises:
        ImportUnreadable: It is no such file.
    """
    root = read_xml(data, name)
    threads = {each.get(_INTERNAL, ""): last_part(_text(each, "link")) for each in root.iterfind(f"{_SPACE}thread")}
    for post in root.iterfind(f"{_SPACE}post"):
        if "true" in (_text(post, "isDeleted"), _text(post, "isSpam")):
            continue
        author, thread = post.find(f"{_SPACE}author"), post.find(f"{_SPACE}thread")
        yield Brought(
            key=post.get(_INTERNAL, ""),
            thread="" if thread is None else threads.get(thread.get(_INTERNAL, ""), ""),
            name="" if author is None else _text(author, "name"),
            words=plain_words(_text(post, "message")),
            sent_at=moment_from(_text(post, "createdAt")),
        )


def _text(element: Element, local: str) -> str:
    return element.findtext(f"{_SPACE}{local}") or ""
