"""``second-source serve``: the server with dossiers, comments and the desk."""

from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.desk_file import DeskFile, open_desk
from secondsource.cli.errors import WrongUse
from secondsource.cli.tell import tell

if TYPE_CHECKING:
    from secondsource.web.settings import Settings

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address to listen at.")]
Port = Annotated[int, typer.Option("--port", metavar="N", min=1, max=65535, help="Port to listen at.")]
Origin = Annotated[
    str | None,
    typer.Option(
        "--origin",
        metavar="URL",
        help="Where readers reach it, such as https://desk.example; else the address and port.",
        show_default=False,
    ),
]
Name = Annotated[str, typer.Option("--name", metavar="WORDS", help="What the site is called.")]
Proxy = Annotated[
    list[str] | None,
    typer.Option(
        "--proxy",
        metavar="ADDRESS",
        help="A proxy in front of it, whose word on where a request came from is taken; may be given again.",
        show_default=False,
    ),
]


def serve(
    *,
    desk: DeskFile = None,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    origin: Origin = None,
    name: Name = "Second Source",
    proxy: Proxy = None,
) -> int:
    """Serve dossiers, their comments and the desk.

    The desk must have an account that can sign in; see second-source desk account.
    """
    settings = _settings(origin or f"http://{host}:{port}", name)
    from secondsource.web.serve import Address
    from secondsource.web.serve import serve as run

    opened = open_desk(desk)
    tell(f"Listening at {settings.origin}; the desk is at {settings.origin}/sign-in. Stop with Ctrl-C.")
    run(opened, settings, Address(host=host, port=port, proxies=tuple(proxy or ())))
    return 0


def _settings(origin: str, name: str) -> "Settings":
    require_web()
    from secondsource.web.settings import Settings

    scheme, _, rest = origin.partition("://")
    if scheme not in {"http", "https"} or not rest or "/" in rest.rstrip("/"):
        raise WrongUse(
            f"--origin was given {origin!r}; it is a scheme and a host, such as https://desk.example.\n"
            "Leave out what comes after the host."
        )
    return Settings(origin=origin.rstrip("/"), name=name)


def require_web() -> None:
    """Make sure that what the server needs is installed.

    Raises:
        ServerMissing: It is not.
    """
    from importlib.util import find_spec

    from secondsource.cli.errors import ServerMissing

    missing = [name for name in ("starlette", "uvicorn", "argon2", "itsdangerous", "limits") if not find_spec(name)]
    if missing:
        raise ServerMissing(
            f"The server was asked for; {', '.join(missing)} are not installed.\n"
            "Install them with it: pip install 'second-source[web]'"
        )
