"""Reading XML from strangers: no declarations, nothing fetched, nothing expanded."""

import re
from xml.etree import ElementTree

from secondsource.comments.errors import ImportUnreadable

MAX_BYTES = 200_000_000
"""A larger file is refused; it would have to be held in memory at once."""

_ROOT = re.compile("<[A-Za-z]")


def read_xml(data: bytes, name: str) -> ElementTree.Element:
    """Return the root of the file.

    Raises:
        ImportUnreadable: It is too large, not UTF-8, no XML, or declares a document type, which could hold
            entities that grow without bound or name other files.
    """
    if len(data) > MAX_BYTES:
        raise _refused(name, f"it has {len(data)} bytes, at most {MAX_BYTES} are read")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(name, f"byte {error.start} is no UTF-8") from error
    root = _ROOT.search(text)
    if root is None or "<!DOCTYPE" in text[: root.start()].upper():
        raise _refused(name, "it is no XML, or declares a document type")
    try:
        # Without a document type there are no entities to expand and no other files to read.
        return ElementTree.fromstring(text)  # noqa: S314
    except (ElementTree.ParseError, ValueError) as error:
        raise _refused(name, str(error)) from error


def _refused(name: str, found: str) -> ImportUnreadable:
    return ImportUnreadable(
        f"Comments were to be read from {name}; {found}.\nExport them anew, or name the form the file has: --format"
    )
