"""A real browser before a real server on this machine; needs Chromium and the extra ``browser``."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from tests.web.client import PASSWORD, Server

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None or find_spec("playwright") is None or find_spec("axe_playwright_python") is None,
    reason="Chromium or the extra `browser` is not installed",
)


@dataclass(frozen=True, slots=True)
class Live:
    """A server that listens."""

    server: Server
    url: str


@contextmanager
def listening(folder: Path, *, host: str = "127.0.0.1", **given: Any) -> Iterator[Live]:
    """Run the application on a free port of this machine; ``host`` is by which name it is reached."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
        url = f"http://{host}:{port}"
        server = Server(folder, origin=url, **given)
        running = uvicorn.Server(uvicorn.Config(server.app, log_level="error", access_log=False))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [sock]}, daemon=True)
        sock.listen()
        thread.start()
        while not running.started:
            time.sleep(0.01)
        try:
            yield Live(server, url)
        finally:
            running.should_exit = True
            thread.join(timeout=20)
            server.runner.close()


@contextmanager
def chromium() -> Iterator[Any]:
    """Start the browser that is installed."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        # In a container there is one user, and no sandbox to be had.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def sign_in(page: Any, live: Live, account: str) -> None:
    page.goto(f"{live.url}/sign-in")
    page.get_by_label("Account").fill(account)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{live.url}/desk")
