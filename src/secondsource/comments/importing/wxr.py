"""Comments from an export of WordPress (WXR)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from secondsource.comments.importing.brought import Brought, last_part, moment_from
from secondsource.comments.importing.plain_words import plain_words
from secondsource.comments.importing.xml_file import read_xml

_UNWANTED = frozenset({"spam", "trash", "post-trashed"})
_NOT_WORDS = frozenset({"pingback", "trackback"})


def read_wxr(data: bytes, name: str) -> Iterator[Brought]:
    """Yield the comments of the file; what its own moderators threw away, and pingbacks, are left out.

    Raises:
        ImportUnreadable: It is no such file.
    """
    for item in read_xml(data, name).iter("item"):
        thread = _text(item, "post_name") or last_part(_text(item, "link"))
        for comment in item:
            if _local(comment) == "comment" and _wanted(comment):
                number = _text(comment, "comment_id").strip()
                yield Brought(
                    key=f"{thread}:{number}" if number else "",
                    thread=thread,
                    name=_text(comment, "comment_author"),
                    words=plain_words(_text(comment, "comment_content")),
                    sent_at=moment_from(_text(comment, "comment_date_gmt")),
                )


def _wanted(comment: Element) -> bool:
    return _text(comment, "comment_approved") not in _UNWANTED and _text(comment, "comment_type") not in _NOT_WORDS


def _text(element: Element, local: str) -> str:
    # The namespace's address has changed with each version of the format.
    return next((child.text or "" for child in element if _local(child) == local), "")


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
