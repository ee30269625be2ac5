"""Refuse every connection of the interpreter that starts with this folder on its path."""

import socket
from typing import Any, NoReturn


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise OSError("this run must not reach the network")


socket.socket.connect = _refuse  # type: ignore[method-assign]
socket.getaddrinfo = _refuse
socket.create_connection = _refuse
