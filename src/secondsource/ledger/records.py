"""What of a row its entry in the log vouches for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from secondsource.ledger.canonical import digest_of, sha256_of_text
from secondsource.ledger.tables import captures, judgements, linkings, publications, readings, reports
from secondsource.model.custody import Action
from secondsource.model.ids import Digest

Values = Mapping[Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """How rows of one table stand in the log.

    Attributes:
        table: The table.
        subject: What the entry names as its subject.
        names: The columns whose values the entry's digest covers as they are. Fixed once released: the digests of
            old entries were made of exactly these.
    """

    table: Table
    subject: Callable[[Values], str]
    names: tuple[str, ...]


RECORDED: dict[Action, Recorded] = {
    Action.CAPTURE: Recorded(
        table=captures,
        subject=lambda values: str(values["sha256"]),
        # The bytes are covered by their own digest; how they are packed may differ from machine to machine.
        names=("sha256", "media_type", "origin", "captured_at", "size"),
    ),
    Action.REPORT: Recorded(
        table=reports,
        subject=lambda values: str(values["id"]),
        names=(
            "id",
            "revision",
            "capture_sha256",
            "position",
            "encoding",
            "text_sha256",
            "outlet",
            "title",
            "url",
            "language",
            "published",
            "published_basis",
            "sections",
            "links",
        ),
    ),
    Action.READING: Recorded(
        table=readings,
        subject=lambda values: str(values["report_id"]),
        names=("report_seq", "report_id", "reader_name", "reader_version", "reader_sha256", "read_at"),
    ),
    Action.LINKING: Recorded(table=linkings, subject=lambda values: sha256_of_text(values["body"]), names=()),
    Action.JUDGEMENT: Recorded(
        table=judgements,
        subject=lambda values: str(values["subject"]),
        names=("subject", "kind", "value", "who", "why", "at", "supersedes"),
    ),
    Action.PUBLICATION: Recorded(
        table=publications,
        subject=lambda values: str(values["dossier_id"]),
        names=("dossier_id", "sha256", "path", "who", "at"),
    ),
}


def record(action: Action, values: Values, *, rows_sha256: Digest | None = None) -> dict[str, Any]:
    """Return what the entry's digest is made of.

    Args:
        action: What is recorded.
        values: The row, by column.
        rows_sha256: Digest of the rows taken out of a reading; see :func:`digest_of_rows`.
    """
    made = {name: values[name] for name in RECORDED[action].names}
    if "body" in RECORDED[action].table.columns:
        made["body_sha256"] = sha256_of_text(values["body"])
    if rows_sha256 is not None:
        made["rows_sha256"] = rows_sha256
    return made


ROW_NAMES: dict[str, tuple[str, ...]] = {
    "statements": (
        "n",
        "report_id",
        "id",
        "speaker_name",
        "speaker_words",
        "organisation",
        "organisation_words",
        "office",
        "kind",
        "stance",
        "content",
        "content_words",
    ),
    "event_mentions": (
        "n",
        "report_id",
        "id",
        "type",
        "quad",
        "mode",
        "cameo",
        "stance",
        "edtf",
        "according_to",
        "trigger",
    ),
    "evidence": ("n", "report_id", "kind", "local_id", "role", "start", "end", "exact"),
}
"""The columns of a reading's rows that the entry of the reading vouches for; fixed once released."""


def digest_of_rows(rows: Mapping[str, list[dict[str, Any]]]) -> Digest:
    """Return the digest of a reading's statements, event mentions and evidence.

    Args:
        rows: For the name of each of the three tables its rows, in order of ``n``.
    """
    return digest_of(
        {table: [[row[name] for name in names] for row in rows[table]] for table, names in ROW_NAMES.items()}
    )
