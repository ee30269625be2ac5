"""The capture a report was taken from, as text to be shown; nothing of it is ever run."""

from dataclasses import dataclass

from secondsource.ledger.errors import UnknownCapture
from secondsource.model.report import Report
from secondsource.web.ledger_place import LedgerPlace

MOST_CHARACTERS = 200_000
"""Characters of a capture that a page shows; the whole of it stays in the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What came in.

    Attributes:
        text: Its characters, as the report's encoding reads them; of a file of JSON lines the report's own line.
        media_type: Its type.
        origin: Where it came from, as the user named it.
        sha256: Digest of all its bytes.
        n_bytes: How many.
        n_left_out: Characters that are not shown.
    """

    text: str
    media_type: str
    origin: str
    sha256: str
    n_bytes: int
    n_left_out: int


def original_of(place: LedgerPlace, report: Report) -> Original | None:
    """Return the capture of the report; None where it was made in memory or the ledger lacks it."""
    if report.capture_sha256 is None:
        return None
    try:
        with place.reading() as ledger:
            capture = ledger.capture(report.capture_sha256)
    except UnknownCapture:
        return None
    text = _decoded(capture.data, report.encoding)
    if capture.media_type == "application/x-ndjson":
        lines = text.split("\n")
        text = lines[report.position - 1] if report.position <= len(lines) else text
    return Original(
        text=text[:MOST_CHARACTERS],
        media_type=capture.media_type,
        origin=capture.origin,
        sha256=capture.sha256,
        n_bytes=len(capture.data),
        n_left_out=max(0, len(text) - MOST_CHARACTERS),
    )


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        # A codec that this Python does not know: every byte is shown as something.
        return data.decode("latin-1")
