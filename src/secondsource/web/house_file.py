"""The file that tells of the house login: where people of the house sign in, and whom that makes them here."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from secondsource.model.desk import Role
from secondsource.web.errors import BadLogin

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""Hosts that may be asked without HTTPS: nothing leaves this machine."""

_TEXTS = ("name", "issuer", "client_id", "client_secret", "claim", "unknown", "role_claim")
_TABLES = ("accounts", "roles")


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A provider of OpenID Connect, and what its word is worth here.

    Attributes:
        name: What the button calls it.
        issuer: Its address, as its tokens name it.
        client_id: What it calls this server.
        client_secret: What this server proves itself with; None for a public client.
        claim: Which claim says who somebody is.
        accounts: The account that each value of that claim opens.
        role_claim: Which claim tells of roles; None for none.
        roles: The role that each value of that claim gives somebody without an entry in ``accounts``, first found.
        unknown: The role of whoever is in neither; None refuses them.
        admins: Whether it may open accounts of the role admin.
    """

    name: str
    issuer: str
    client_id: str
    client_secret: str | None = None
    claim: str = "sub"
    accounts: Mapping[str, str] = field(default_factory=dict)
    role_claim: str | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    unknown: Role | None = None
    admins: bool = False


def read_house(path: Path) -> House:
    """Return what the file tells; TOML, see docs/how-to/sign-in-otherwise.md.

    Raises:
        BadLogin: It cannot be read, lacks something, or says something that it cannot.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadLogin(f"{path} was to tell of the house login; {error}.\nWrite it as TOML, in UTF-8.") from error
    _check(told, path)
    admins = told.get("admins", False)
    roles = {value: _role(code, path, admins=admins) for value, code in told.get("roles", {}).items()}
    if bool(roles) != ("role_claim" in told):
        raise _bad(path, "roles go with role_claim, the claim that tells of them", "Give both or neither.")
    return House(
        name=told["name"],
        issuer=_issuer(told["issuer"], path),
        client_id=told["client_id"],
        client_secret=told.get("client_secret"),
        claim=told.get("claim", "sub"),
        accounts=told.get("accounts", {}),
        role_claim=told.get("role_claim"),
        roles=roles,
        unknown=_unknown(told.get("unknown", "refuse"), path),
        admins=admins,
    )


def is_safe(address: str) -> bool:
    """Return whether an address may be asked: by HTTPS, or on this very machine; never with a name and password."""
    parts = urlsplit(address)
    return (
        parts.hostname is not None
        and "@" not in parts.netloc
        and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK))
    )


def _check(told: Mapping[str, Any], path: Path) -> None:
    strange = sorted(told.keys() - {*_TEXTS, *_TABLES, "admins"})
    if strange:
        raise _bad(path, f"it tells of {', '.join(strange)}", "Leave out what is not in the guide.")
    for name in ("name", "issuer", "client_id"):
        if not told.get(name):
            raise _bad(path, f"it lacks {name}", f'Add it: {name} = "…"')
    for name in _TEXTS:
        if not isinstance(told.get(name, "x"), str) or not told.get(name, "x"):
            raise _bad(path, f"{name} is no text", "Put it in quote marks.")
    for name in _TABLES:
        table = told.get(name, {})
        if not isinstance(table, dict) or not all(isinstance(value, str) and value for value in table.values()):
            raise _bad(path, f"{name} is no table of texts", f'Write [{name}], and below it lines like "them" = "ada".')
    if not isinstance(told.get("admins", False), bool):
        raise _bad(path, "admins is neither true nor false", "Write one of them, without quote marks.")


def _issuer(address: str, path: Path) -> str:
    if not is_safe(address) or "?" in address or "#" in address:
        raise _bad(path, f"the issuer {address!r} is no address by HTTPS", 'Write issuer = "https://login.example"')
    return address


def _role(code: str, path: Path, *, admins: bool) -> Role:
    try:
        role = Role(code)
    except ValueError as error:
        raise _bad(path, f"{code!r} is no role", f"Write one of {', '.join(Role)}.") from error
    if role is Role.ADMIN and not admins:
        raise _bad(path, "it makes administrators", "Add admins = true above the tables if that is meant.")
    return role


def _unknown(code: str, path: Path) -> Role | None:
    if code not in {"refuse", Role.READER}:
        raise _bad(path, f"unknown is {code!r}", 'Write unknown = "refuse" or unknown = "reader".')
    return None if code == "refuse" else Role.READER


def _bad(path: Path, found: str, do: str) -> BadLogin:
    return BadLogin(f"{path} was to tell of the house login; {found}.\n{do}")
