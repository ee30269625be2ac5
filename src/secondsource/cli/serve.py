"""``second-source serve``: the server with dossiers, comments and the desk."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.cli.desk_file import DeskFile, open_desk
from secondsource.cli.errors import WrongUse
from secondsource.cli.ledger_file import ledger_file
from secondsource.cli.named_lists import named_lists
from secondsource.cli.options import LedgerFile, NamedLists
from secondsource.cli.store_folder import store_folder
from secondsource.cli.tell import tell

if TYPE_CHECKING:
    from secondsource.screening.index import Index
    from secondsource.web.ledger_place import LedgerPlace
    from secondsource.web.settings import Settings
    from secondsource.web.site import Login

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

Oidc = Annotated[
    Path | None,
    typer.Option(
        "--oidc",
        metavar="FILE",
        help="Where people of the house sign in, as TOML; needs the extra oidc.",
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
    ledger: LedgerFile = None,
    lists: NamedLists = None,
    oidc: Oidc = None,
) -> int:
    """Serve dossiers, their comments and the desk.

    The desk must have an account that can sign in; see second-source desk account.
    Analysts see what the ledger holds and, where lists are named, whose names stand on them.
    """
    settings = _settings(origin or f"http://{host}:{port}", name)
    from secondsource.web.serve import Address
    from secondsource.web.serve import serve as run
    from secondsource.web.site import Site

    place, index = _ledger_place(ledger), _index(lists)
    login = None if oidc is None else _login(oidc, settings.origin)
    opened = open_desk(desk)
    tell(f"Listening at {settings.origin}; the desk is at {settings.origin}/sign-in. Stop with Ctrl-C.")
    site = Site(opened, settings, ledger=place, lists=index, login=login)
    run(site, Address(host=host, port=port, proxies=tuple(proxy or ())))
    return 0


def _ledger_place(given: Path | None) -> "LedgerPlace | None":
    """Return where the ledger lies; None where none is named and there is none where it would be."""
    from secondsource.web.ledger_place import LedgerPlace

    place = LedgerPlace(ledger_file(given))
    if given is None and not place.path.exists():
        return None
    # Opened once for writing, so that what is wrong with it is told now, and an older one is upgraded.
    with place.writing():
        return place


def _index(lists: list[str] | None) -> "Index | None":
    from secondsource.screening.index import Index

    return Index(named_lists(lists, store=store_folder(None), as_of=None)) if lists else None


def _login(path: Path, origin: str) -> "Login":
    """Return the house login that the file tells of.

    Raises:
        ServerMissing: The extra that it needs is not installed.
        BadLogin: The file does not say what it must.
    """
    _require(("httpx", "joserfc"), "The house login was asked for", "oidc")
    from secondsource.web.house_file import read_house
    from secondsource.web.house_login import HouseLogin

    return HouseLogin(read_house(path), origin=origin)


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
    needed = ("starlette", "uvicorn", "argon2", "limits", "webauthn")
    _require(needed, "The server was asked for", "web")


def _require(names: tuple[str, ...], asked: str, extra: str) -> None:
    from importlib.util import find_spec

    from secondsource.cli.errors import ServerMissing

    missing = [name for name in names if not find_spec(name)]
    if missing:
        raise ServerMissing(
            f"{asked}; {', '.join(missing)} are not installed.\n"
            f"Install them with it: pip install 'second-source[{extra}]'"
        )
