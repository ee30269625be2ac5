"""Asking the house login who somebody is: OpenID Connect by authorisation code, with PKCE, state and nonce."""

import hmac
import json
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx

from secondsource.web.errors import LoginFailed, LoginRefused
from secondsource.web.house_attempt import Attempt
from secondsource.web.house_file import LOOPBACK, House, is_safe
from secondsource.web.house_token import signed_claims

MOST_BYTES = 1_000_000
"""Of one answer of the house; its keys and a token have some thousands."""

ANSWER_S = 15.0
"""How long one answer of the house may take, all of it."""

KNOWN_S = 3600.0
"""For how long its addresses and keys are taken as they were."""

KEYS_AGAIN_S = 60.0
"""How long at least lies between two looks at its keys: a forged token must not make us ask each time."""

LEEWAY_S = 60
"""How far its clock may be from ours."""


class HouseLogin:
    """The house login as this server reaches it; its methods wait for the network, and may be called by threads.

    Attributes:
        house: What is told of it.
    """

    def __init__(self, house: House, *, origin: str) -> None:
        self.house = house
        self._back = f"{origin}/sign-in/house/back"
        on_this_machine = urlsplit(house.issuer).hostname in LOOPBACK
        self._client = httpx.Client(
            timeout=ANSWER_S,
            follow_redirects=False,
            # A proxy of the environment is for what leaves this machine.
            trust_env=not on_this_machine,
            headers={"accept": "application/json"},
        )
        self._lock = threading.Lock()
        self._told: tuple[float, dict[str, Any]] | None = None
        self._keys: tuple[float, list[dict[str, Any]]] | None = None

    def close(self) -> None:
        """Let go of its connections."""
        self._client.close()

    def address(self, attempt: Attempt) -> str:
        """Return where somebody is sent to sign in.

        Raises:
            LoginFailed: The house does not answer as it should.
        """
        asked = {
            "response_type": "code",
            "client_id": self.house.client_id,
            "redirect_uri": self._back,
            "scope": "openid profile email",
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": attempt.verifier_digest,
            "code_challenge_method": "S256",
        }
        where = self._endpoint("authorization_endpoint")
        return f"{where}{'&' if urlsplit(where).query else '?'}{urlencode(asked)}"

    def claims(self, attempt: Attempt, code: str, *, at: datetime) -> Mapping[str, Any]:
        """Return what the house says of whoever came back with the code: signed, for us, now, for this attempt.

        Raises:
            LoginRefused: It does not hold.
            LoginFailed: The house does not answer as it should.
        """
        token = self._exchange(code, attempt)
        keys = self._signing_keys(again=False)
        claims = signed_claims(token, keys)
        if claims is None:
            again = self._signing_keys(again=True)
            claims = signed_claims(token, again) if again != keys else None
        if claims is None:
            raise refused("its token is not signed with one of its keys")
        _check(claims, self.house, attempt, at)
        return claims

    def _exchange(self, code: str, attempt: Attempt) -> str:
        sent = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._back,
            "client_id": self.house.client_id,
            "code_verifier": attempt.verifier,
        }
        secret = self.house.client_secret
        auth = None if secret is None else httpx.BasicAuth(self.house.client_id, secret)
        told = self._ask("POST", self._endpoint("token_endpoint"), data=sent, auth=auth)
        token = told.get("id_token")
        if not isinstance(token, str):
            raise _failed("it gave no token for the code")
        return token

    def _endpoint(self, name: str) -> str:
        address = self._discovered().get(name)
        if not isinstance(address, str) or not is_safe(address):
            raise _failed(f"it names no {name} that may be asked")
        return address

    def _discovered(self) -> dict[str, Any]:
        with self._lock:
            if self._told is None or time.monotonic() - self._told[0] > KNOWN_S:
                told = self._ask("GET", self.house.issuer.rstrip("/") + "/.well-known/openid-configuration")
                if told.get("issuer") != self.house.issuer:
                    raise _failed("it calls itself by another address than the one it is known by")
                self._told = time.monotonic(), told
            return self._told[1]

    def _signing_keys(self, *, again: bool) -> list[dict[str, Any]]:
        address = self._endpoint("jwks_uri")
        with self._lock:
            least_s = KEYS_AGAIN_S if again else KNOWN_S
            if self._keys is None or time.monotonic() - self._keys[0] > least_s:
                keys = self._ask("GET", address).get("keys")
                if not isinstance(keys, list):
                    raise _failed("it tells of no keys")
                self._keys = time.monotonic(), [key for key in keys if isinstance(key, dict)]
            return self._keys[1]

    def _ask(self, method: str, address: str, **sent: Any) -> dict[str, Any]:
        until_s = time.monotonic() + ANSWER_S
        body = bytearray()
        try:
            with self._client.stream(method, address, **sent) as answer:
                status = answer.status_code
                for piece in answer.iter_bytes():
                    body += piece
                    if len(body) > MOST_BYTES or time.monotonic() > until_s:
                        raise _failed("its answer is too long")
            told = json.loads(body)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, RecursionError) as error:
            raise _failed(f"it gave no answer that can be read ({type(error).__name__})") from error
        if status != httpx.codes.OK or not isinstance(told, dict):
            raise _failed(f"it answered {status}")
        return told


def _check(claims: Mapping[str, Any], house: House, attempt: Attempt, at: datetime) -> None:
    """Make sure that a token with a good signature is meant for this server, now, and for this attempt."""
    now_s = at.timestamp()
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    held: dict[str, Callable[[], bool]] = {
        "comes from another issuer": lambda: claims.get("iss") == house.issuer,
        "is for somebody else": lambda: house.client_id in audiences,
        "was asked for by somebody else": lambda: len(audiences) == 1 or claims.get("azp") == house.client_id,
        "says that somebody else asked": lambda: claims.get("azp", house.client_id) == house.client_id,
        "has ended": lambda: _number(claims.get("exp")) > now_s - LEEWAY_S,
        "is of a moment that is still to come": lambda: 0 < _number(claims.get("iat")) <= now_s + LEEWAY_S,
        "is not yet to be used": lambda: _number(claims.get("nbf", 0)) <= now_s + LEEWAY_S,
        "was made for another attempt": lambda: hmac.compare_digest(
            str(claims.get("nonce")).encode("utf-8", "replace"), attempt.nonce.encode()
        ),
        "names nobody": lambda: isinstance(claims.get("sub"), str) and bool(claims.get("sub")),
    }
    for wrong, holds in held.items():
        if not holds():
            raise refused(f"its token {wrong}")


def _number(value: object) -> float:
    """Return the number of seconds that a claim gives; what is none never holds."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else float("nan")


def refused(found: str) -> LoginRefused:
    """Return the error for somebody whom the house login does not bring in."""
    return LoginRefused(f"Somebody came from the house login; {found}.\nTry again, or ask an administrator: /sign-in")


def _failed(found: str) -> LoginFailed:
    return LoginFailed(
        f"The house login was asked; {found}.\nTry again in a moment, or sign in with a password: /sign-in"
    )
