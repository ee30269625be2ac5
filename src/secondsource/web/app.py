"""The application that a server of the kind ASGI runs."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route as StarletteRoute

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


def make_app(site: Site) -> Starlette:
    """Return the application; it lets go of the site's desk when it ends."""
    app = Starlette(
        routes=[_route(site, route) for route in ROUTES],
        lifespan=partial(_lifespan, site),
        exception_handlers={HTTPException: partial(_no_route, site)},
    )
    # The framework would lead from "/terms/" to "/terms" at whatever host the request names, and by HTTP behind a
    # proxy; the server answers the addresses of its table and no others.
    app.router.redirect_slashes = False
    return app


def _route(site: Site, route: Route) -> StarletteRoute:
    async def endpoint(request: Request) -> Response:
        try:
            return await answer(site, route, request)
        except Exception as error:  # noqa: BLE001  (whatever it is, its message may hold what a reader wrote)
            return _failed(error)

    return StarletteRoute(route.path, endpoint, methods=[route.method], name=f"{route.method} {route.path}")


@asynccontextmanager
async def _lifespan(site: Site, _: Starlette) -> AsyncIterator[None]:
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


async def _no_route(site: Site, request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = {404: "There is no page at this address.", 405: "This address is not asked that way."}
    html = render(
        "error.html.j2",
        language=choose_language(request.headers.get("accept-language", "")),
        site_name=site.settings.name,
        visitor=Visitor(None, "", None),
        code=NoSuchPage.code,
        lines=[words.get(status, "This cannot be answered."), "Go back to the list of dossiers."],
        status_code=status,
    )
    return page(html, status=status)


def _failed(error: Exception) -> Response:
    # The kind and the place alone; see where it is caught.
    where = traceback.extract_tb(error.__traceback__)[-1]
    log.error("failed kind=%s file=%s line=%s", type(error).__name__, Path(where.filename).name, where.lineno)
    return Response("Something failed here; nothing was kept.\n", 500, dict(HEADERS), "text/plain; charset=utf-8")
