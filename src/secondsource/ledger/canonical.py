"""The one spelling of a value whose digest goes into the log."""

import hashlib
import json
from typing import Any

from secondsource.model.ids import Digest

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical_json(value: Any) -> str:
    """Return ``value``, plain JSON data, with keys sorted, no blanks and no escapes that are not needed.

    Raises:
        ValueError: A number is not finite.
    """
    return _ENCODER.encode(value)


def digest_of(value: Any) -> Digest:
    """Return the SHA-256 of the canonical JSON of ``value``."""
    return sha256_of_text(canonical_json(value))


def sha256_of_text(text: str) -> Digest:
    """Return the SHA-256 of ``text`` in UTF-8.

    Bytes that are no UTF-8, carried through as Python's surrogate escapes, count as what they were,
    so that a damaged row has a digest too.
    """
    return sha256_of(text.encode("utf-8", "surrogateescape"))


def sha256_of(data: bytes) -> Digest:
    """Return the SHA-256 of ``data``."""
    return Digest(hashlib.sha256(data).hexdigest())
