"""Dossiers at their permanent addresses: each version stays, and says what changed."""

import re
from datetime import datetime

from secondsource.comments.errors import PageRefused, UnknownDossier
from secondsource.comments.writing import record
from secondsource.ledger.canonical import sha256_of
from secondsource.ledger.desk import dossiers
from secondsource.ledger.desk.file import Transaction
from secondsource.model.desk import DeskAction, DossierVersion, PublishedDossier

_ID = re.compile("[a-z0-9][a-z0-9-]{0,79}")


def publish_dossier(
    transaction: Transaction, dossier_id: str, *, title: str, html: bytes, note: str, who: str, at: datetime
) -> int:
    """Put a page at the dossier's address as its newest version and return that version's number.

    The very page that is there already changes nothing.

    Raises:
        PageRefused: The id is none, or a later version does not say what changed.
    """
    if not _ID.fullmatch(dossier_id):
        raise PageRefused(
            f"A dossier was to be published as {dossier_id!r}; an id is at most 80 small letters, digits, hyphens.\n"
            "Name it so: --id port-closure-2024"
        )
    before = dossiers.find_dossier(transaction, dossier_id)
    digest = sha256_of(html)
    if before is not None:
        if dossiers.find_versions(transaction, dossier_id)[0].digest == digest:
            return before.version
        if not note.strip():
            raise PageRefused(
                f"The dossier {dossier_id} was to get a new version; nothing is said on what changed.\n"
                'Say it in a sentence for the readers: --note "Corrected the date of the landing"'
            )
    version = 1 if before is None else before.version + 1
    body = {"version": version, "title": title, "note": note, "sha256": digest}
    seq = record(transaction, DeskAction.DOSSIER, dossier_id, body, text=None, who=who, at=at)
    kept = DossierVersion(version=version, title=title, note=note, digest=digest, published_at=at)
    dossiers.put_version(transaction, dossier_id, kept, seq=seq, html=html)
    return version


def set_closed(transaction: Transaction, dossier_id: str, closed: bool, *, who: str, at: datetime) -> bool:
    """Stop taking comments for the dossier, or take them again; return whether that changed anything.

    Raises:
        UnknownDossier: None of that id is published.
    """
    dossier = require_dossier(transaction, dossier_id)
    if dossier.closed == closed:
        return False
    action = DeskAction.CLOSE if closed else DeskAction.OPEN
    record(transaction, action, dossier_id, {}, text=None, who=who, at=at)
    dossiers.set_closed(transaction, dossier_id, closed)
    return True


def require_dossier(transaction: Transaction, dossier_id: str) -> PublishedDossier:
    """Return the dossier.

    Raises:
        UnknownDossier: None of that id is published.
    """
    dossier = dossiers.find_dossier(transaction, dossier_id)
    if dossier is None:
        raise UnknownDossier(
            f"The dossier {dossier_id!r} was asked for; none of that id is published.\nSee what there is: the list at /"
        )
    return dossier
