"""Reading XML from strangers: no declarations, nothing fetched, nothing expanded."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from secondsource.comments.errors import ImportUnreadable

MAX_BYTES = 200_000_000
"""A larger file is refused; it would have to be held in memory at once."""


def read_xml(data: bytes, name: str) -> Element:
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
    try:
        # Without a document type there are no entities to expand and no other files to read. The parser itself says
        # whether there is one: looking for its letters is led astray by a comment ahead of it.
        root: Element = fromstring(text, forbid_dtd=True)
        return root
    except DefusedXmlException as error:
        raise _refused(name, "it declares a document type") from error
    except (ParseError, ValueError) as error:
        raise _refused(name, str(error)) from error


def _refused(name: str, found: str) -> ImportUnreadable:
    return ImportUnreadable(
        f"Comments were to be read from {name}; {found}.\nExport them anew, or name the form the file has: --format"
    )
