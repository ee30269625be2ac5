"""A browser without a screen: it asks the application directly, keeps cookies and fills in forms."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote, urlencode, urlsplit

from secondsource.model.desk import Role
from secondsource.screening.index import Index
from secondsource.web.accounts import set_account
from secondsource.web.app import make_app
from secondsource.web.ledger_place import LedgerPlace
from secondsource.web.settings import Settings
from secondsource.web.site import Login, Site
from tests.comments.makers import NOON, open_desk
from tests.publishing.elements import Element, parse

ORIGIN = "http://127.0.0.1:8000"
PASSWORD = "correct horse battery"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def page(self) -> Element:
        return parse(self.text)


class Server:
    """The application on a desk of its own, with one account for each role, run in this process."""

    def __init__(
        self,
        folder: Path,
        *,
        ledger: Path | None = None,
        lists: Index | None = None,
        login: Login | None = None,
        **settings: Any,
    ) -> None:
        self.path = folder / "desk.sqlite"
        self.desk = open_desk(self.path)
        for role in (Role.ADMIN, *Role):
            set_account(self.desk, str(role), role=role, password=PASSWORD, who="test", at=NOON)
        loose = {"least_s": 0, "sends_per_network": "9999/minute", "sends_per_dossier": "9999/minute"}
        tries = {"tries_per_account": "9999/minute", "tries_per_network": "9999/minute"}
        place = None if ledger is None else LedgerPlace(ledger)
        made = Settings(**{"origin": ORIGIN, **loose, **tries, **settings})
        self.site = Site(self.desk, made, ledger=place, lists=lists, login=login)
        self.app = make_app(self.site)
        self.runner = asyncio.Runner()

    def close(self) -> None:
        self.runner.close()
        self.site.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(
        self,
        method: str,
        target: str,
        *,
        headers: dict[str, str] | None = None,
        body: bytes = b"",
        host: str = "192.0.2.9",
    ) -> Answer:
        return self.runner.run(self._ask(method, target, headers or {}, body, host))

    async def _ask(self, method: str, target: str, headers: dict[str, str], body: bytes, host: str) -> Answer:
        parts = urlsplit(target)
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(parts.path),
            "raw_path": parts.path.encode(),
            "query_string": parts.query.encode(),
            "root_path": "",
            "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
            "client": (host, 50000),
            "server": ("127.0.0.1", 8000),
        }
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await self.app(scope, receive, send)
        told: dict[str, str] = {}
        for name, value in sent[0]["headers"]:
            # Several cookies stand beside each other, the first one first.
            before = f"{told[name.decode()]}, " if name.decode() in told else ""
            told[name.decode()] = before + value.decode("latin-1")
        return Answer(sent[0]["status"], told, b"".join(message.get("body", b"") for message in sent[1:]))


class Browser:
    """Somebody at a browser."""

    def __init__(self, server: Server, *, host: str = "192.0.2.9", language: str = "") -> None:
        self.server = server
        self.language = language
        self.cookie = ""
        self.host = host

    def get(self, target: str, **headers: str) -> Answer:
        return self._ask("GET", target, headers)

    def post(self, target: str, fields: dict[str, Any], headers: dict[str, str] | None = None) -> Answer:
        """Send fields to an address as a form of our own pages would."""
        given = {"origin": ORIGIN, "sec-fetch-site": "same-origin"} if headers is None else headers
        given = {"content-type": "application/x-www-form-urlencoded", **given}
        return self._ask("POST", target, given, urlencode(fields, doseq=True).encode())

    def token(self, purpose: str) -> str:
        """Return a token as the page with that form would hold it."""
        found = self.server.site.sessions.find(self.cookie.partition("=")[2], at=self.server.site.now())
        return self.server.site.tokens.issue(purpose, "" if found is None else found[1])

    def send(self, path: str, purpose: str, **fields: Any) -> Answer:
        return self.post(path, {"token": self.token(purpose), **fields})

    def fill_in(self, answer: Answer, action: str, **fields: Any) -> Answer:
        """Fill in the form of a page and send it, with what its hidden fields and textareas hold."""
        form = next(form for form in answer.page.all("form") if form.attributes["action"] == action)
        held: dict[str | None, Any] = {
            field.attributes["name"]: field.attributes.get("value") or ""
            for field in form.all("input")
            if field.attributes.get("type") == "hidden"
        }
        held |= {area.attributes["name"]: area.words() for area in form.all("textarea")}
        return self.post(action, {str(name): value for name, value in held.items()} | fields)

    def sign_in(self, account: str, password: str = PASSWORD) -> Answer:
        answer = self.fill_in(self.get("/sign-in"), "/sign-in", account=account, password=password)
        if "set-cookie" in answer.headers:
            self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return answer

    def comment(self, words: str, name: str = "", dossier: str = "port") -> Answer:
        path = f"/dossiers/{dossier}/comment"
        return self.fill_in(self.get(path), path, words=words, name=name)

    def _ask(self, method: str, target: str, headers: dict[str, str], body: bytes = b"") -> Answer:
        if self.language:
            headers = {"accept-language": self.language, **headers}
        if self.cookie:
            headers = {**headers, "cookie": self.cookie}
        return self.server.ask(method, target, headers=headers, body=body, host=self.host)


def receipt_of(answer: Answer) -> str:
    """Return the code that stands on the receipt."""
    return next(p.words() for p in answer.page.all("p") if p.attributes.get("class") == "receipt-code")
