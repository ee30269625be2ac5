"""The application that a server of the kind ASGI runs."""

import asyncio
import logging
import re
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route as StarletteRoute
from starlette.routing import Router, compile_path
from starlette.types import Receive, Scope, Send

from secondsource.model.errors import SecondSourceError
from secondsource.web.answers import HEADERS, page
from secondsource.web.errors import NoSuchPage
from secondsource.web.languages import choose_language
from secondsource.web.pages import render
from secondsource.web.routes import ROUTES
from secondsource.web.routing import Route, answer
from secondsource.web.sessions import Visitor
from secondsource.web.site import Site

log = logging.getLogger("secondsource.web")

PUBLISHING_EVERY_S = 5.0
"""How often the server looks whether a batch is due; how often one goes out is the desk's setting."""


class Application:
    """The routes of the table, and a page for every other address; it lets go of the site's desk when it ends.

    The framework's own application wraps each request in layers that turn errors into pages; ours do so themselves,
    and every layer costs each request.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._quick = _by_shape(site)
        # The framework would lead from "/terms/" to "/terms" at whatever host the request names, and by HTTP behind a
        # proxy; the server answers the addresses of its table and no others.
        self._router = Router(
            [_route(site, route) for route in ROUTES], redirect_slashes=False, lifespan=partial(_lifespan, site)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or begin and end with the server."""
        if scope["type"] == "http" and not scope["root_path"]:
            path = scope["path"]
            for matches, endpoint in self._quick.get((scope["method"], path.count("/")), ()):
                if found := matches(path):
                    scope["path_params"] = found.groupdict()
                    await endpoint(scope, receive, send)
                    return
        # With it the router raises where no route fits; without it, it would answer by itself.
        scope["app"] = self
        try:
            await self._router(scope, receive, send)
        except HTTPException as error:
            await _no_route(self._site, Request(scope, receive), error)(scope, receive, send)


class _Endpoint:
    """Answers one route."""

    def __init__(self, site: Site, route: Route) -> None:
        self._site = site
        self._route = route

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await answer(self._site, self._route, Request(scope, receive))
        except Exception as error:  # noqa: BLE001  (whatever it is, its message may hold what a reader wrote)
            response = _failed(error)
        await response(scope, receive, send)


_Quick = dict[tuple[str, int], list[tuple[Callable[[str], re.Match[str] | None], _Endpoint]]]


def _by_shape(site: Site) -> _Quick:
    """Return the routes whose varying parts are whole segments, by their method and how many segments they have.

    The framework asks its routes one after another, in the order of the table; most that it asks are of another shape.
    What is found here is what it would have found: it stays the one that knows, and answers everything else.
    """
    found: _Quick = {}
    for route in ROUTES:
        if ":" not in route.path:
            shape = (route.method, route.path.count("/"))
            found.setdefault(shape, []).append((compile_path(route.path)[0].match, _Endpoint(site, route)))
    return found


def make_app(site: Site) -> Application:
    """Return the application; it lets go of the site's desk when it ends."""
    return Application(site)


def _route(site: Site, route: Route) -> StarletteRoute:
    return StarletteRoute(
        route.path, _Endpoint(site, route), methods=[route.method], name=f"{route.method} {route.path}"
    )


@asynccontextmanager
async def _lifespan(site: Site, _: Application) -> AsyncIterator[None]:
    task = asyncio.create_task(_publish_for_ever(site))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        site.close()


async def _publish_for_ever(site: Site) -> None:
    while True:
        try:
            await site.write(site.desk.publish_due, at=site.now())
        except SecondSourceError as error:
            # A locked or full disk may be better in a moment; comments wait until then.
            log.warning("batch_failed code=%s", error.code)
        await asyncio.sleep(PUBLISHING_EVERY_S)


def _no_route(site: Site, request: Request, error: HTTPException) -> Response:
    status = error.status_code
    words = {404: "There is no page at this address.", 405: "This address is not asked that way."}
    html = render(
        "error.html.j2",
        language=choose_language(request.headers.get("accept-language", "")),
        site_name=site.settings.name,
        visitor=Visitor(None, "", None),
        code=NoSuchPage.code,
        lines=[words.get(status, "This cannot be answered."), "Go back to the list of dossiers."],
        way=None,
        status_code=status,
    )
    return page(html, status=status)


def _failed(error: Exception) -> Response:
    # The kind and the place alone; see where it is caught.
    where = traceback.extract_tb(error.__traceback__)[-1]
    log.error("failed kind=%s file=%s line=%s", type(error).__name__, Path(where.filename).name, where.lineno)
    return Response("Something failed here; nothing was kept.\n", 500, dict(HEADERS), "text/plain; charset=utf-8")
