"""The digest that ties a dossier to the texts it cites."""

from hashlib import sha256

from secondsource.model.ids import Digest


def digest_of(text: str) -> Digest:
    """Return the SHA-256 digest of ``text`` in UTF-8."""
    # Lone surrogates cannot be encoded; they count as they are, so that any text has a digest.
    return Digest(sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
