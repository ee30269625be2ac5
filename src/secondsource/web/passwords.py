"""Passwords, kept as Argon2id hashes."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from secondsource.web.errors import WeakPassword

LEAST = 12
"""Characters of a password."""

MOST = 200
"""Characters; a longer one would only cost us time."""

_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("nobody has this password")


def hash_password(password: str) -> str:
    """Return the password's hash with its salt and its costs.

    Raises:
        WeakPassword: It is too short or too long.
    """
    if not LEAST <= len(password) <= MOST:
        raise WeakPassword(
            f"A password of {len(password)} characters was given; it needs {LEAST} to {MOST}.\n"
            "Take a few words that you do not use together elsewhere."
        )
    return _HASHER.hash(password)


def verify_password(kept: str | None, password: str) -> bool:
    """Return whether the password is the one of the hash; takes as long where there is no account, ``kept`` None."""
    try:
        _HASHER.verify(_NOBODY if kept is None else kept, password[:MOST])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None
