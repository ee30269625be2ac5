"""Bytes as they came in, packed to save room; their address is the digest of the bytes themselves."""

import zlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from secondsource.ledger.appending import Appending
from secondsource.ledger.canonical import sha256_of
from secondsource.ledger.errors import CaptureMismatch, LedgerDamaged, UnknownCapture
from secondsource.ledger.moments import moment_of, moment_text
from secondsource.ledger.tables import captures
from secondsource.model.custody import Action
from secondsource.model.ids import Digest
from secondsource.model.report import Capture

RAW = "raw"
ZLIB = "zlib"

_WORTH_PACKING = 0.9
"""Packed bytes are kept where they are at most this share of the original."""


def keep_capture(appending: Appending, capture: Capture, *, who: str, at: datetime) -> None:
    """Add the capture unless its bytes are there already; then nothing changes.

    Raises:
        CaptureMismatch: The capture claims a digest that its bytes do not have.
    """
    if appending.connection.scalar(select(captures.c.seq).where(captures.c.sha256 == capture.sha256)) is not None:
        return
    if sha256_of(capture.data) != capture.sha256:
        raise CaptureMismatch(
            f"A capture of {capture.origin} was to be kept as {capture.sha256}; its bytes have another digest.\n"
            "The input changed while it was taken in. Take it in again: second-source collect"
        )
    codec, stored = _packed(capture.data)
    values = {
        "sha256": capture.sha256,
        "media_type": capture.media_type,
        "origin": capture.origin,
        "captured_at": moment_text(capture.captured_at),
        "size": len(capture.data),
        "codec": codec,
        # The packed form is not in the log, for another machine may pack otherwise; this notices a change of it.
        "stored_sha256": sha256_of(stored),
        "data": stored,
    }
    appending.add(Action.CAPTURE, values, who=who, at=at)


def find_capture(connection: Connection, sha256: Digest, *, bound: int) -> Capture:
    """Return the capture of that digest.

    Raises:
        UnknownCapture: There is none up to the entry ``bound``.
        LedgerDamaged: Its bytes cannot be unpacked or are not those of the digest.
    """
    query = select(captures).where(captures.c.sha256 == sha256, captures.c.seq <= bound)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise UnknownCapture(
            f"The capture {sha256} was asked for; the ledger holds none of that digest.\n"
            "See what it holds: second-source ledger search WORDS"
        )
    data = unpack(row)
    if sha256_of(data) != sha256:
        raise _damaged(sha256)
    return Capture(
        sha256=sha256,
        data=data,
        media_type=row["media_type"],
        origin=row["origin"],
        captured_at=moment_of(row["captured_at"]),
    )


def captures_of_type(connection: Connection, media_type: str, *, bound: int) -> list[Capture]:
    """Return the captures of that type up to entry ``bound``, first to last.

    Raises:
        LedgerDamaged: The bytes of one cannot be unpacked or are not those of its digest.
    """
    query = select(captures.c.sha256).where(captures.c.media_type == media_type, captures.c.seq <= bound)
    found = connection.scalars(query.order_by(captures.c.seq)).all()
    return [find_capture(connection, Digest(sha256), bound=bound) for sha256 in found]


def unpack(row: Mapping[Any, Any]) -> bytes:
    """Return the bytes of a row of captures as they came in; never more than the row says there are.

    Raises:
        LedgerDamaged: The row's bytes are not packed as it says.
    """
    if row["codec"] == RAW:
        return bytes(row["data"])
    try:
        if row["codec"] == ZLIB:
            return zlib.decompressobj().decompress(row["data"], row["size"] + 1)
    except (zlib.error, TypeError, ValueError, OverflowError):
        pass  # told below, with all other ways of being damaged
    raise _damaged(row["sha256"])


def _damaged(sha256: str) -> LedgerDamaged:
    return LedgerDamaged(
        f"The bytes of capture {sha256} were asked for; what the ledger holds is not what came in.\n"
        "The file was changed or damaged: second-source verify names everything that differs"
    )


def _packed(data: bytes) -> tuple[str, bytes]:
    packed = zlib.compress(data)
    return (ZLIB, packed) if len(packed) <= len(data) * _WORTH_PACKING else (RAW, data)
