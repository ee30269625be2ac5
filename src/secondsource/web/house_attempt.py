"""One attempt to sign in by the house login."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass

TRIED_S = 600
"""How long somebody may take to sign in at the house."""


def new_seed() -> str:
    """Return the secret of a new attempt."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to sign in, told by the secret that its browser keeps.

    Attributes:
        seed: The secret.
        key: The server's own secret.
    """

    seed: str
    key: bytes

    @property
    def state(self) -> str:
        """What comes back with the answer: it was this browser that was sent."""
        return self._made("state")

    @property
    def nonce(self) -> str:
        """What stands in the token: it was made for this attempt."""
        return self._made("nonce")

    @property
    def verifier(self) -> str:
        """What the code is exchanged with: whoever steals it has no use of it."""
        return self._made("verifier")

    @property
    def verifier_digest(self) -> str:
        """What the house gets of the verifier before the code is exchanged."""
        return _base64url(hashlib.sha256(self.verifier.encode()).digest())

    def _made(self, kind: str) -> str:
        return _base64url(hmac.digest(self.key, f"{kind}:{self.seed}".encode(), "sha256"))


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
