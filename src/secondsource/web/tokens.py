"""The signed token in every form: no form is taken that we did not give out."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from itsdangerous import BadData, URLSafeTimedSerializer

from secondsource.web.errors import FormRefused


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
    """Makes and checks tokens; each is bound to what the form does and to the session it was shown in."""

    def __init__(self, secret: bytes, *, ends_s: int) -> None:
        self._secret = secret
        self._ends_s = ends_s

    def issue(self, purpose: str, holder: str) -> str:
        """Return a new token.

        Args:
            purpose: What the form does.
            holder: Whose session it is shown in; empty without one.
        """
        return str(self._serializer(purpose).dumps([holder, secrets.token_urlsafe(12)]))

    def check(self, token: str, purpose: str, holder: str) -> Given:
        """Return what the token tells.

        Raises:
            FormRefused: It is none of ours, for another purpose or session, or too old.
        """
        try:
            told, signed_at = self._serializer(purpose).loads(token, max_age=self._ends_s, return_timestamp=True)
        except BadData as error:
            raise _refused() from error
        if not isinstance(told, list) or len(told) != 2 or told[0] != holder:
            raise _refused()
        return Given(str(told[1]), (datetime.now(UTC) - signed_at).total_seconds())

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._secret, salt=f"second-source form {purpose}")


def _refused() -> FormRefused:
    return FormRefused(
        "A form was sent; it is not one that this page gave out, or it lay open too long.\n"
        "Open the page again and send it from there."
    )
