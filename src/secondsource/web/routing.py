"""One route: its address, who may go there, and what it does; the checks before it are the same for all."""

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from secondsource.model.errors import SecondSourceError
from secondsource.web.answers import HEADERS, PUBLIC_POLICY, SCRIPTED_POLICY, page
from secondsource.web.errors import NotAllowed
from secondsource.web.forms import Form, read_form
from secondsource.web.languages import choose_language
from secondsource.web.pages import render
from secondsource.web.permissions import Need, allows
from secondsource.web.rates import network_of
from secondsource.web.same_origin import require_same_origin
from secondsource.web.sessions import Visitor
from secondsource.web.site import Site
from secondsource.web.tokens import Given

_HEARD = {name.encode(): name for name in ("if-none-match", "accept-encoding", "accept-language")}
"""The headers that pages ask about."""

_WAY = re.compile(r"(.*:) (/(?:[a-z][a-z0-9/-]*)?)")
"""Our errors say last what to do; where that is a page of ours it can be gone to."""

STATUS: dict[str, int] = {
    "SS-801": 422,
    "SS-802": 404,
    "SS-803": 403,
    "SS-804": 404,
    "SS-805": 404,
    "SS-806": 409,
    "SS-807": 409,
    "SS-808": 422,
    "SS-810": 422,
    "SS-812": 404,
    "SS-813": 409,
    "SS-814": 403,
    "SS-821": 403,
    "SS-822": 429,
    "SS-823": 403,
    "SS-824": 400,
    "SS-825": 422,
    "SS-826": 422,
    "SS-827": 403,
    "SS-828": 404,
    "SS-831": 409,
    "SS-832": 422,
    "SS-811": 422,
    "SS-841": 403,
    "SS-842": 403,
    "SS-843": 502,
    "SS-209": 404,
    "SS-501": 422,
    "SS-503": 422,
    "SS-505": 422,
    "SS-506": 422,
    "SS-507": 422,
    "SS-203": 503,
    "SS-205": 503,
    "SS-206": 503,
    "SS-207": 503,
    "SS-208": 503,
    "SS-214": 503,
    "SS-234": 503,
}
"""Which status of HTTP an error of ours gets; others are our own fault, 500."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a handler gets.

    Attributes:
        site: The server.
        visitor: Who asks.
        path: The varying parts of the address.
        query: What stands behind its question mark.
        form: What was sent; empty for a GET.
        given: What the form's token tells; None for a GET.
        headers: Those of the request's headers that pages ask about, empty where they are not there.
        cookies: The request's cookies.
        language: The language of the public pages for this visitor.
    """

    site: Site
    visitor: Visitor
    path: dict[str, str]
    query: dict[str, str]
    form: Form
    given: Given | None
    headers: dict[str, str]
    cookies: dict[str, str]
    language: str

    @property
    def who(self) -> str:
        """The account that is signed in; the route asks for one."""
        account = self.visitor.account
        assert account is not None  # noqa: S101  (the checks before every handler see to it)
        return account.name

    def show(self, template: str, *, status: int = 200, scripted: bool | None = None, **values: object) -> Response:
        """Return a page of the site; without a word on it the desk's may run our scripts and the public ones none."""
        desk = template.startswith("desk/")
        html = render(
            template,
            language="en" if desk else self.language,
            site_name=self.site.settings.name,
            visitor=self.visitor,
            token=lambda purpose: self.site.tokens.issue(purpose, self.visitor.holder),
            **values,
        )
        may_run = desk if scripted is None else scripted
        return page(html, status=status, policy=SCRIPTED_POLICY if may_run else PUBLIC_POLICY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A route.

    Attributes:
        method: GET, which changes nothing, or POST.
        path: Its address; parts in braces vary.
        need: Who may go there.
        handler: What it does.
    """

    method: str
    path: str
    need: Need
    handler: Callable[[Asked], Awaitable[Response]]

    @property
    def purpose(self) -> str:
        """What a form's token for it is bound to."""
        return self.path


async def answer(site: Site, route: Route, request: Request) -> Response:
    """Return the answer to a request: the checks first, then what the route does, errors as pages."""
    visitor = _visitor(site, request)
    asked = _asked(site, visitor, request)
    try:
        if not allows(route.need, None if visitor.account is None else visitor.account.role):
            raise _not_allowed(visitor)
        if route.method == "POST":
            require_same_origin(request.headers, site.settings.origin)
            form = await read_form(request)
            given = site.tokens.check(form.text("token"), route.purpose, visitor.holder)
            asked = replace(asked, form=form, given=given)
        return await route.handler(asked)
    except SecondSourceError as error:
        return show_error(asked, error)


def show_error(asked: Asked, error: SecondSourceError) -> Response:
    """Return the page, or for the JSON routes the object, that tells of the error."""
    status = STATUS.get(error.code, 500)
    told = error.message.splitlines()
    if asked.headers.get("x-api"):
        body = json.dumps({"error": {"code": error.code, "message": error.message}})
        return Response(body, status, dict(HEADERS), "application/json")
    told, way = _with_way(told)
    return asked.show("error.html.j2", status=status, code=error.code, lines=told, way=way, status_code=status)


def _with_way(told: list[str]) -> tuple[list[str], str | None]:
    """Return what is told without the address of this server that it ends with, and that address; None without one."""
    found = _WAY.fullmatch(told[-1])
    return (told, None) if found is None else ([*told[:-1], found[1]], found[2])


def _visitor(site: Site, request: Request) -> Visitor:
    # Most requests carry no cookie; of the framework's request, each part that is asked for is made when it is.
    client = request.scope["client"]
    network = network_of(None if client is None else client[0])
    token = request.cookies.get(cookie_name(site.settings.secure)) if "cookie" in request.headers else None
    found = None if token is None else site.sessions.find(token, at=site.now())
    return Visitor(None, "", network) if found is None else Visitor(found[0], found[1], network)


def cookie_name(secure: bool) -> str:
    """Return the session cookie's name; with the prefix no other host can set it, but only HTTPS carries it."""
    return "__Host-second-source" if secure else "second-source"


def _asked(site: Site, visitor: Visitor, request: Request) -> Asked:
    headers = dict.fromkeys(_HEARD.values(), "")
    # In one pass: each question to the framework's headers would go through them all again.
    headers |= {_HEARD[name]: value.decode("latin-1") for name, value in request.scope["headers"] if name in _HEARD}
    # Not by the request's URL, which is put together of its parts and taken apart again.
    if str(request.scope["path"]).startswith("/api/"):
        headers["x-api"] = "1"
    return Asked(
        site=site,
        visitor=visitor,
        path={name: str(value) for name, value in request.path_params.items()},
        query=dict(request.query_params) if request.scope["query_string"] else {},
        form=Form([]),
        given=None,
        headers=headers,
        cookies=request.cookies,
        language=choose_language(headers["accept-language"]),
    )


def _not_allowed(visitor: Visitor) -> NotAllowed:
    if visitor.account is None:
        return NotAllowed("This page was asked for; it is for those who sign in.\nSign in first: /sign-in")
    return NotAllowed(
        f"This page was asked for; the role {visitor.account.role} does not reach it.\n"
        "Ask an administrator for another role, or sign in as somebody else."
    )
