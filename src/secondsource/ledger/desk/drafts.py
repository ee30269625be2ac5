"""Drafts of dossiers' versions: what is to be published, and what the log says became of it."""

import sqlite3
import zlib
from collections.abc import Sequence

from secondsource.ledger.desk import entries
from secondsource.ledger.errors import LedgerDamaged
from secondsource.model.desk import DeskAction, DeskEntry, DossierDraft, DraftStatus
from secondsource.model.ids import Digest


def put_draft(
    connection: sqlite3.Connection, draft_id: str, dossier_id: str, *, seq: int, html: bytes, dossier: str
) -> None:
    """Keep the page and the dossier it was made of, as JSON; entry ``seq`` says the rest."""
    packed = zlib.compress(html), zlib.compress(dossier.encode())
    connection.execute("INSERT INTO drafts VALUES (?, ?, ?, ?, ?)", (draft_id, seq, dossier_id, *packed))


def find_draft(connection: sqlite3.Connection, draft_id: str) -> DossierDraft | None:
    """Return the draft as it stands; None if there is none of that id."""
    row = connection.execute("SELECT id FROM drafts WHERE id = ?", (draft_id,)).fetchone()
    return None if row is None else _draft(list(entries.find_entries(connection, draft_id)))


def find_drafts(connection: sqlite3.Connection, *, limit: int) -> list[DossierDraft]:
    """Return the drafts, the last prepared first."""
    rows = connection.execute("SELECT id FROM drafts ORDER BY seq DESC LIMIT ?", (limit,)).fetchall()
    return [_draft(list(entries.find_entries(connection, row[0]))) for row in rows]


def find_contents(connection: sqlite3.Connection, draft_id: str) -> tuple[bytes, str] | None:
    """Return the draft's page and its dossier as JSON; None if there is no such draft.

    Raises:
        LedgerDamaged: What is kept is not what was packed.
    """
    row = connection.execute("SELECT html, dossier FROM drafts WHERE id = ?", (draft_id,)).fetchone()
    if row is None:
        return None
    try:
        return zlib.decompress(row[0]), zlib.decompress(row[1]).decode()
    except (zlib.error, TypeError, ValueError) as error:
        raise LedgerDamaged(
            f"The draft {draft_id} was asked for; what is kept of it cannot be unpacked.\n"
            "The desk's file is damaged. Check it: second-source desk check"
        ) from error


def _draft(told: Sequence[DeskEntry]) -> DossierDraft:
    first, last = told[0], told[-1]
    decided = last.action is not DeskAction.DRAFT
    return DossierDraft(
        id=first.subject,
        dossier_id=first.body["dossier"],
        title=first.body["title"],
        note=first.body["note"],
        correction=first.body["correction"],
        base=first.body["base"],
        digest=Digest(first.body["sha256"]),
        prepared_by=first.who,
        prepared_at=first.at,
        status=_STATUS[last.action],
        seen=last.seq,
        decided_by=last.who if decided else None,
        decided_at=last.at if decided else None,
        words=last.body.get("words", ""),
        version=last.body.get("version"),
    )


_STATUS = {
    DeskAction.DRAFT: DraftStatus.WAITING,
    DeskAction.RETURN: DraftStatus.RETURNED,
    DeskAction.RELEASE: DraftStatus.PUBLISHED,
}
