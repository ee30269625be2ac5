"""From bytes to text: the encoding that is declared, marked, or the only one in which the bytes are sensible words."""

import codecs
import re

from charset_normalizer import from_bytes

from secondsource.collect.errors import EncodingUnknown, InputBinary
from secondsource.collect.media import binary_kind
from secondsource.collect.plausible import is_plausible

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark opens with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = ("cp949", "cp1251", "koi8-r", "cp1252")
"""Encodings without a mark that are considered, as a desk that reads Korean, Russian and western pages meets them."""

# As browsers do (WHATWG Encoding Standard): the old name stands for the superset that the bytes are really in.
_ALIASES = {
    "euc-kr": "cp949", "euckr": "cp949", "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "ksc5601": "cp949",
    "uhc": "cp949", "windows-949": "cp949", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "us-ascii": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "utf8": "utf-8", "utf-16": "utf-8", "iso-8859-9": "cp1254", "tis-620": "cp874",
}  # fmt: skip
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_-]{2,30})|<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_-]{2,30})""",
    re.IGNORECASE,
)
_SAMPLE_BYTES = 100_000


def declared_encoding(head: bytes) -> str | None:
    """Return the codec that a page's first 4 KiB declare, None where they declare none that is known."""
    match = _DECLARED.search(head[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    try:
        return codecs.lookup(_ALIASES.get(name, name)).name
    except LookupError:
        return None


def decode_text(data: bytes, *, origin: str, declared: str | None = None) -> tuple[str, str]:
    """Return the text of ``data`` without a byte order mark, and the codec it was read with.

    Tried in order: a byte order mark; the declared codec if all bytes decode to sensible text; UTF-8; UTF-16 without
    mark; the one of :data:`CANDIDATES` that gives sensible text. Bytes that are valid UTF-8 beyond ASCII are UTF-8
    whatever a page declares, since other encodings do not give that by chance. Line ends stay as they are.

    Raises:
        InputBinary: The bytes are no text.
        EncodingUnknown: No encoding gives sensible text.
    """
    kind = binary_kind(data)
    if kind is not None:
        raise binary_error(origin, kind)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec, origin), codec
    if b"\x00" in data[:_SAMPLE_BYTES]:
        return _wide(data, origin)
    utf8 = _decoded(data, "utf-8")
    if utf8 is not None and (declared is None or declared == "utf-8" or not data.isascii()):
        return _without_controls(utf8, origin), "utf-8"
    if declared is not None and (text := _decoded(data, declared)) is not None and is_plausible(text, declared):
        return text, declared
    if utf8 is not None:
        return _without_controls(utf8, origin), "utf-8"
    return _guessed(data, origin)


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _strict(data: bytes, codec: str, origin: str) -> str:
    text = _decoded(data, codec)
    if text is None:
        raise EncodingUnknown(
            f"{origin} was to be read; its byte order mark says {codec}, but not all bytes are.\n"
            f"Save it again as UTF-8."
        )
    return text


def _wide(data: bytes, origin: str) -> tuple[str, str]:
    for codec in ("utf-16-le", "utf-16-be"):
        text = _decoded(data, codec)
        if text is not None and is_plausible(text, codec):
            return text, codec
    raise binary_error(origin, "not text, since it holds zero bytes")


def _without_controls(text: str, origin: str) -> str:
    sample = text[:_SAMPLE_BYTES]
    n_controls = sum(char < " " and char not in "\t\n\r\x0b\x0c\x1b" for char in sample)
    if n_controls * 50 > len(sample):
        raise binary_error(origin, "not text, since it is full of control characters")
    return text


def _guessed(data: bytes, origin: str) -> tuple[str, str]:
    texts = {
        codec: text for codec in CANDIDATES if (text := _decoded(data, codec)) is not None and is_plausible(text, codec)
    }
    if not texts:
        raise EncodingUnknown(
            f"{origin} was to be read; its bytes are no sensible text in UTF-8, UTF-16 or any of "
            f"{', '.join(CANDIDATES)}.\nSave it as UTF-8: iconv -f ENCODING -t UTF-8 FILE > NEW"
        )
    if len(texts) == 1:
        codec = next(iter(texts))
    else:
        best = from_bytes(data[:_SAMPLE_BYTES], cp_isolation=list(texts)).best()
        codec = next(
            (
                codec
                for codec in texts
                if best is not None and codecs.lookup(best.encoding).name == codecs.lookup(codec).name
            ),
            next(iter(texts)),
        )
    return texts[codec], codec


def binary_error(origin: str, kind: str) -> InputBinary:
    """Return the error for bytes that are no text, ``kind`` saying what they are."""
    return InputBinary(
        f"{origin} was to be read; it is {kind}: binary, not text.\nGive a text, an HTML page or JSON lines instead."
    )
