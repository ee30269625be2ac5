"""A house login that listens on this machine: real keys, real tokens, and it can be told to lie."""

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

Claims = dict[str, Any]

CLIENT, SECRET = "second-source", "between the two of us"


@cache
def rsa_key(name: str) -> RSAKey:
    """Return a key pair; making one takes long, so that all tests share them."""
    return RSAKey.generate_key(2048, {"kid": name, "use": "sig"})


def signed(claims: Claims, key: RSAKey, *, kid: str = "first") -> str:
    return jwt.encode({"alg": "RS256", "kid": kid}, claims, key, algorithms=["RS256"])


def unsigned(claims: Claims) -> str:
    """Return a token that says that nobody need sign it."""
    return ".".join((_head("none"), _base64(json.dumps(claims).encode()), ""))


def by_secret(claims: Claims, secret: bytes) -> str:
    """Return a token that says that it is signed with a secret."""
    told = f"{_head('HS256')}.{_base64(json.dumps(claims).encode())}"
    return f"{told}.{_base64(hmac.digest(secret, told.encode(), 'sha256'))}"


def _head(algorithm: str) -> str:
    return _base64(json.dumps({"alg": algorithm, "kid": "first"}).encode())


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Provider:
    """A provider of OpenID Connect.

    Attributes:
        subject: Who signs in.
        more: Claims beside the usual ones, or in their place.
        sign: Makes the token of the claims.
        keys: The names of the keys it tells of.
        said: What its discovery says beside the usual, or in its place.
        raw: Bytes that it answers everything with; None to answer as it should.
        asked: The paths that were asked, in order.
    """

    def __init__(self, port: int) -> None:
        self.issuer = f"http://127.0.0.1:{port}"
        self.subject = "248289761001"
        self.more: Claims = {}
        self.sign: Callable[[Claims], str] = lambda claims: signed(claims, rsa_key("first"))
        self.keys = ["first"]
        self.said: Claims = {}
        self.raw: bytes | None = None
        self.asked: list[str] = []
        self._codes: dict[str, dict[str, str]] = {}

    def discovery(self) -> Claims:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            **self.said,
        }

    def authorize(self, query: dict[str, str]) -> str:
        """Return where somebody is sent back to after signing in at the house."""
        assert (query["response_type"], query["client_id"]) == ("code", CLIENT)
        assert "openid" in query["scope"].split()
        assert query["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(12)
        self._codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def exchange(self, form: dict[str, str], authorization: str) -> tuple[int, Claims]:
        """Return the token for a code; each code is good once, for whoever has its verifier and the secret."""
        query = self._codes.pop(form.get("code", ""), None)
        proof = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        right = query is not None and (
            _base64(proof) == query["code_challenge"]
            and form["redirect_uri"] == query["redirect_uri"]
            and authorization == "Basic " + base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        )
        if query is None or not right:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {"iss": self.issuer, "sub": self.subject, "aud": CLIENT, "iat": now, "exp": now + 300}
        claims |= {"nonce": query["nonce"], **self.more}
        return 200, {"id_token": self.sign({k: v for k, v in claims.items() if v is not None}), "token_type": "Bearer"}


@contextmanager
def providing() -> Iterator[Provider]:
    """Run a provider on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path)
            provider.asked.append(path.path)
            if path.path == "/authorize":
                back = provider.authorize(dict(parse_qsl(path.query)))
                self.send_response(302)
                self.send_header("location", back)
                self.end_headers()
            elif path.path == "/keys":
                told = [rsa_key(name).as_dict(private=False) | {"kid": name} for name in provider.keys]
                self._tell(200, {"keys": told})
            else:
                self._tell(200, provider.discovery())

        def do_POST(self) -> None:
            provider.asked.append(self.path)
            sent = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(sent).items()}
            self._tell(*provider.exchange(form, self.headers.get("authorization", "")))

        def _tell(self, status: int, told: Claims) -> None:
            body = json.dumps(told).encode() if provider.raw is None else provider.raw
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return None

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider = Provider(listening.server_address[1])
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join(timeout=20)
