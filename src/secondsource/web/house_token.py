"""Whether a token is signed with one of the house's keys."""

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""With a key that only the house has; never with none, nor with a secret that its public key could be taken for."""

MOST_TOKEN = 50_000
"""Characters of a token."""

MOST_KEYS = 50
"""Keys that are tried; a house has a few."""

_PUBLIC = frozenset({"RSA", "EC"})
_NOT_ONE = (JoseError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)


def signed_claims(token: str, keys: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return what the token says if it is signed with one of the keys; None if with none of them.

    Args:
        token: The token as it came.
        keys: The house's public keys as it gives them; those that are of no use are passed over.
    """
    if len(token) > MOST_TOKEN:
        return None
    for key in _fitting(token, keys)[:MOST_KEYS]:
        try:
            decoded = jwt.decode(token, JWKRegistry.import_key(dict(key)), algorithms=list(ALGORITHMS))
        except _NOT_ONE:
            # Another key, or bytes that are no token: what matters is that this key signed none of it.
            continue
        return decoded.claims
    return None


def _fitting(token: str, keys: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    named = _key_id(token)
    public = [key for key in keys if key.get("kty") in _PUBLIC and key.get("use", "sig") == "sig"]
    return public if named is None else [key for key in public if key.get("kid") == named]


def _key_id(token: str) -> str | None:
    head = token.partition(".")[0]
    try:
        told = json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)))
        named = told.get("kid")
    except (ValueError, AttributeError, RecursionError):
        return None
    return named if isinstance(named, str) else None
