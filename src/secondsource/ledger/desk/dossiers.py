"""The dossiers that were published, each version with its page."""

import json
import sqlite3
import zlib
from datetime import datetime

from secondsource.ledger.errors import LedgerDamaged
from secondsource.ledger.moments import moment_of, moment_text
from secondsource.model.desk import DossierVersion, HowPublished, PublishedDossier
from secondsource.model.encoding import decode
from secondsource.model.ids import Digest


def put_version(
    connection: sqlite3.Connection, dossier_id: str, version: DossierVersion, *, seq: int, html: bytes
) -> None:
    """Keep a version of a dossier, which is then the newest."""
    connection.execute(
        """INSERT INTO dossiers VALUES (?, ?, ?, ?, 0, 0, 0) ON CONFLICT (id) DO UPDATE SET
           title = excluded.title, version = excluded.version, published_at = excluded.published_at""",
        (dossier_id, version.title, version.version, moment_text(version.published_at)),
    )
    connection.execute(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)",
        (dossier_id, version.version, seq, version.title, version.note, version.digest, zlib.compress(html)),
    )


def find_dossier(connection: sqlite3.Connection, dossier_id: str) -> PublishedDossier | None:
    """Return the dossier; None if none of that id was published."""
    row = connection.execute("SELECT * FROM dossiers WHERE id = ?", (dossier_id,)).fetchone()
    return None if row is None else _dossier(row)


def find_dossiers(connection: sqlite3.Connection) -> list[PublishedDossier]:
    """Return all dossiers, the latest published first."""
    return [_dossier(row) for row in connection.execute("SELECT * FROM dossiers ORDER BY published_at DESC, id")]


def find_versions(connection: sqlite3.Connection, dossier_id: str) -> list[DossierVersion]:
    """Return the versions of a dossier, the newest first."""
    rows = connection.execute(
        """SELECT p.version, p.title, p.note, p.sha256, e.at, e.body FROM pages AS p JOIN entries AS e ON e.seq = p.seq
           WHERE p.dossier_id = ? ORDER BY p.version DESC""",
        (dossier_id,),
    )
    return [
        DossierVersion(
            version=row["version"],
            title=row["title"],
            note=row["note"],
            digest=Digest(row["sha256"]),
            published_at=moment_of(row["at"]),
            how=decode(HowPublished, json.loads(row["body"]).get("how", {})),
        )
        for row in rows
    ]


def find_page(connection: sqlite3.Connection, dossier_id: str, version: int) -> bytes | None:
    """Return the page of that version as it was handed in; None if there is none.

    Raises:
        LedgerDamaged: What is kept is not what was packed.
    """
    row = connection.execute(
        "SELECT html FROM pages WHERE dossier_id = ? AND version = ?", (dossier_id, version)
    ).fetchone()
    if row is None:
        return None
    try:
        return zlib.decompress(row[0])
    except (zlib.error, TypeError) as error:
        raise LedgerDamaged(
            f"Version {version} of the dossier {dossier_id} was asked for; its page cannot be unpacked.\n"
            "The desk's file is damaged. Check it: second-source desk check"
        ) from error


def set_closed(connection: sqlite3.Connection, dossier_id: str, closed: bool) -> None:
    """Stop taking comments for the dossier, or take them again."""
    connection.execute("UPDATE dossiers SET closed = ? WHERE id = ?", (closed, dossier_id))


def touch(connection: sqlite3.Connection, dossier_id: str) -> None:
    """Count anew what readers see of the dossier's comments, and mark that it changed."""
    connection.execute(
        """UPDATE dossiers SET generation = generation + 1, n_comments =
           (SELECT count(*) FROM standings WHERE dossier_id = ? AND public_seq IS NOT NULL) WHERE id = ?""",
        (dossier_id, dossier_id),
    )


def find_generation(connection: sqlite3.Connection, dossier_id: str) -> tuple[int, bool] | None:
    """Return the dossier's generation and whether it is closed; None if there is no such dossier."""
    row = connection.execute("SELECT generation, closed FROM dossiers WHERE id = ?", (dossier_id,)).fetchone()
    return None if row is None else (row[0], bool(row[1]))


def put_terms(connection: sqlite3.Connection, version: int, *, seq: int, text: str) -> None:
    """Keep a version of the terms, which is then in force."""
    connection.execute("INSERT INTO terms VALUES (?, ?, ?)", (version, seq, text))


def find_terms(connection: sqlite3.Connection, version: int | None = None) -> tuple[int, str, datetime] | None:
    """Return version, text and moment of the terms, those in force without a version; None if there are none."""
    row = connection.execute(
        """SELECT t.version, t.text, e.at FROM terms AS t JOIN entries AS e ON e.seq = t.seq
           WHERE t.version = coalesce(?, (SELECT max(version) FROM terms))""",
        (version,),
    ).fetchone()
    return None if row is None else (row[0], row[1], moment_of(row[2]))


def _dossier(row: sqlite3.Row) -> PublishedDossier:
    return PublishedDossier(
        id=row["id"],
        title=row["title"],
        version=row["version"],
        published_at=moment_of(row["published_at"]),
        closed=bool(row["closed"]),
        n_comments=row["n_comments"],
        generation=row["generation"],
    )
