"""Values to plain JSON data and back, field for field as the command contract names them."""

import types
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from secondsource.model.evidence import Span

T = TypeVar("T")

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def encode(value: object) -> Any:
    """Return ``value`` as data that ``json`` can write.

    Dataclasses become objects with their fields in order, a :class:`Span` becomes ``[start, end]``,
    tuples become arrays, words of a vocabulary their string, times ISO 8601 with offset.

    Raises:
        TypeError: ``value`` holds something that is none of these.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {str(key): encode(item) for key, item in value.items()}
    return _encode_value(value)


def _encode_value(value: object) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"cannot encode {type(value).__name__}")


def decode(kind: type[T], data: Any) -> T:
    """Return the value of dataclass ``kind`` that ``data``, made by :func:`encode`, stands for.

    Fields that ``data`` lacks take their defaults and fields that ``kind`` lacks are left out, so that a ledger
    written by an older or newer version can still be read.

    Raises:
        TypeError: A field without default is missing.
        ValueError: A word is not in its vocabulary.
    """
    value: T = _decode(kind, data)
    return value


def _decode(kind: Any, data: Any) -> Any:
    if data is None or kind is Any:
        return data
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        # Our unions are all "X or None"; None was dealt with above.
        return _decode(next(arg for arg in get_args(kind) if arg is not type(None)), data)
    if origin is tuple:
        return _decode_tuple(get_args(kind), data)
    if origin is dict:
        return {key: _decode(get_args(kind)[1], item) for key, item in data.items()}
    return _decode_plain(kind, data)


def _decode_tuple(args: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_decode(args[0], item) for item in data)
    return tuple(_decode(arg, item) for arg, item in zip(args, data, strict=True))


def _decode_plain(kind: Any, data: Any) -> Any:
    if kind is Span:
        return Span(*data)
    if kind is datetime:
        return datetime.fromisoformat(data)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(data)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _decode(hint, data[name]) for name, hint in hints.items() if name in data})
    return data


@cache
def _hints(kind: type) -> dict[str, Any]:
    # NewType names resolve to themselves here; they decode as the plain value they wrap.
    return get_type_hints(kind)
