"""What kind of thing the bytes are, by what they hold and how the file's name ends."""

import re
from itertools import islice

PLAIN = "text/plain"
HTML = "text/html"
JSON_LINES = "application/x-ndjson"

LOOK_BYTES = 65_536
"""Bytes at the start that are looked at."""

_TEXT_ENDINGS = (".txt", ".text", ".md")
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_JSON_ENDINGS = (".jsonl", ".ndjson", ".json")

_MAGIC = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"PK\x05\x06": "a ZIP archive",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a RIFF picture, sound or film",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!\x1a": "a RAR archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "a database",
    b"{\\rtf": "a rich text document",
    b"ID3": "a sound",
}
_PAGE = re.compile(
    r"^\ufeff?\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,20})?(?:<!--[^>]{0,500}-->\s{0,20}){0,3}"
    r"<(?:!doctype html|html|head|body|article|main)\b",
    re.IGNORECASE,
)
_HAS_TAG = re.compile(r"<[a-zA-Z!/]")
_OBJECT_LINE = re.compile(rb'^\s{0,100}\{\s{0,100}(?:"|\}\s*$)')
_LINES_LOOKED_AT = 50


def binary_kind(head: bytes) -> str | None:
    """Return what the bytes are where their first ones are those of a known binary format, else None."""
    return next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), None)


def is_json_lines(head: bytes, name: str) -> bool:
    """Return whether the bytes are JSON lines: the name says so, or a line without other ending opens an object."""
    ending = name.lower()
    if ending.endswith(_JSON_ENDINGS):
        return True
    if ending.endswith(_TEXT_ENDINGS + _HTML_ENDINGS):
        return False
    lines = (line for line in head[:LOOK_BYTES].removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip())
    return any(_OBJECT_LINE.match(line) for line in islice(lines, _LINES_LOOKED_AT))


def is_page(text: str, name: str) -> bool:
    """Return whether decoded text is an HTML page: its name says so and it has tags, or it opens as pages do."""
    ending = name.lower()
    if ending.endswith(_TEXT_ENDINGS):
        return False
    if ending.endswith(_HTML_ENDINGS):
        return _HAS_TAG.search(text) is not None
    return _PAGE.match(text) is not None
