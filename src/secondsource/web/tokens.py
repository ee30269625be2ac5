"""The signed token in every form: no form is taken that we did not give out."""

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass

from secondsource.web.errors import FormRefused

_PERSON = b"form"
_SEAL_BYTES = 24
"""More than anybody can try; and they make 32 letters without a rest."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a token tells.

    Attributes:
        number: The form's number of its own.
        age_s: How long ago it was given out.
    """

    number: str
    age_s: float


class FormTokens:
    """Makes and checks tokens; each is bound to what the form does and to the session it was shown in.

    A token is its number, the second in which it was given out, and a keyed digest of both with what it is bound to.
    """

    def __init__(self, secret: bytes, *, ends_s: int) -> None:
        self._secret = secret
        self._ends_s = ends_s

    def issue(self, purpose: str, holder: str) -> str:
        """Return a new token.

        Args:
            purpose: What the form does.
            holder: Whose session it is shown in; empty without one.
        """
        told = f"{secrets.token_urlsafe(12)}.{int(time.time())}"
        return f"{told}.{self._seal(purpose, holder, told)}"

    def check(self, token: str, purpose: str, holder: str) -> Given:
        """Return what the token tells.

        Raises:
            FormRefused: It is none of ours, for another purpose or session, or too old.
        """
        told, _, seal = token.rpartition(".")
        # As bytes: what was typed may hold any character, and text that is not ASCII cannot be compared so.
        if not hmac.compare_digest(seal.encode(), self._seal(purpose, holder, told).encode()):
            raise _refused()
        # From here on it is ours.
        number, _, second = told.rpartition(".")
        age_s = time.time() - int(second)
        if age_s > self._ends_s:
            raise _refused()
        return Given(number, age_s)

    def _seal(self, purpose: str, holder: str, told: str) -> str:
        # No part but the last can hold a NUL, so no two tokens are sealed by the same bytes.
        bound = f"{purpose}\0{holder}\0{told}".encode()
        # BLAKE2b with a key is a seal by design, and takes a fifth of the time of HMAC here.
        seal = hashlib.blake2b(bound, key=self._secret, person=_PERSON, digest_size=_SEAL_BYTES)
        return base64.urlsafe_b64encode(seal.digest()).decode().rstrip("=")


def _refused() -> FormRefused:
    return FormRefused(
        "A form was sent; it is not one that this page gave out, or it lay open too long.\n"
        "Open the page again and send it from there."
    )
