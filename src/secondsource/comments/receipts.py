"""The code by which a reader follows, amends, withdraws or erases a comment."""

import base64
import hashlib
import hmac
import re

from secondsource.model.comment import CommentId

_LENGTH = 20
"""Letters of a code, five bits each: nobody guesses a hundred bits."""

_ID_LENGTH = 16
"""Digits of a comment's id, four bits each: that two of ten million are alike is a chance of one in 300,000."""

_MISREAD = str.maketrans("018", "OIB")
_NOT_OURS = re.compile("[^A-Z2-7]")


def receipt_code(secret: bytes, form: str) -> str:
    """Return the code for the comment that came by ``form``; the same form gives the same code again."""
    # Fifteen bytes make a few letters more than are needed, and all 32 would take twice as long.
    letters = base64.b32encode(_keyed(secret, "receipt", form)[:15]).decode()[:_LENGTH]
    return "-".join(letters[start : start + 5] for start in range(0, _LENGTH, 5))


def well_formed(code: str) -> str:
    """Return the code as it stands on the receipt, however it was typed: small letters, blanks, 0 for O."""
    letters = _NOT_OURS.sub("", code.upper().translate(_MISREAD))[:_LENGTH]
    return "-".join(letters[start : start + 5] for start in range(0, len(letters), 5))


def comment_id(secret: bytes, code: str) -> CommentId:
    """Return the id of the comment that the code, as it stands on the receipt, is for.

    The way from form to code to id is one that only the desk's secret opens: no table has to remember which form
    brought a comment or which code is its own, and nobody who sees an id can go back.
    """
    return CommentId("c-" + quick_digest(secret, "comment", code)[:_ID_LENGTH])


def receipt_digest(code: str) -> str:
    """Return what desks up to revision 3 kept of a code, in which a comment's id did not come from it."""
    return hashlib.sha256(well_formed(code).encode()).hexdigest()


def keyed_digest(secret: bytes, kind: str, text: str) -> str:
    """Return a digest of ``text`` that cannot be found by trying without the desk's secret."""
    return _keyed(secret, kind, text).hex()[:24]


def quick_digest(secret: bytes, kind: str, text: str) -> str:
    """Return a digest as :func:`keyed_digest` does, for what is made anew with every comment: in a fifth of the time.

    It is BLAKE2b with a key, which is made for that; HMAC stays where older digests must stay what they are.
    """
    return hashlib.blake2b(text.encode(), key=secret, person=kind.encode(), digest_size=12).hexdigest()


def _keyed(secret: bytes, kind: str, text: str) -> bytes:
    return hmac.digest(secret, f"{kind}:{text}".encode(), "sha256")
