"""Dossiers at their permanent addresses: each version stays, and says what changed."""

import re
from datetime import datetime

from secondsource.comments.errors import PageRefused, UnknownDossier
from secondsource.comments.writing import record
from secondsource.ledger.canonical import sha256_of
from secondsource.ledger.desk import dossiers
from secondsource.ledger.desk.file import Transaction
from secondsource.model.desk import DeskAction, DossierVersion, HowPublished, PublishedDossier
from secondsource.model.encoding import encode

_ID = re.compile("[a-z0-9][a-z0-9-]{0,79}")


_BY_COMMAND = HowPublished()


def publish_dossier(
    transaction: Transaction,
    dossier_id: str,
    *,
    title: str,
    html: bytes,
    note: str,
    who: str,
    at: datetime,
    how: HowPublished = _BY_COMMAND,
) -> int:
    """Put a page at the dossier's address as its newest version and return that version's number.

    The very page that is there already changes nothing.

    Args:
        transaction: Within which it happens.
        dossier_id: The last part of its address.
        title: Its headline.
        html: The page.
        note: What changed against the version before.
        who: Who publishes it.
        at: When.
        how: Under which circumstances; that stands in the log.

    Raises:
        PageRefused: The id is none, or a later version does not say what changed, or the first is called a correction.
    """
    digest, versions = sha256_of(html), dossiers.find_versions(transaction, dossier_id)
    if versions and versions[0].digest == digest:
        return versions[0].version
    before = require_a_version(transaction, dossier_id, note=note, correction=how.correction)
    version = 1 if before is None else before.version + 1
    body = {"version": version, "title": title, "note": note, "sha256": digest, "how": encode(how)}
    seq = record(transaction, DeskAction.DOSSIER, dossier_id, body, text=None, who=who, at=at)
    kept = DossierVersion(version=version, title=title, note=note, digest=digest, published_at=at, how=how)
    dossiers.put_version(transaction, dossier_id, kept, seq=seq, html=html)
    return version


def require_a_version(
    transaction: Transaction, dossier_id: str, *, note: str, correction: bool
) -> PublishedDossier | None:
    """Return the dossier as it is published, None if it is not yet, once its next version can be one.

    Raises:
        PageRefused: The id is none, or a later version does not say what changed, or the first is called a correction.
    """
    if not _ID.fullmatch(dossier_id):
        raise PageRefused(
            f"A dossier was to be published as {dossier_id!r}; an id is at most 80 small letters, digits, hyphens.\n"
            "Name it so: --id port-closure-2024"
        )
    before = dossiers.find_dossier(transaction, dossier_id)
    if before is not None and not note.strip():
        raise PageRefused(
            f"The dossier {dossier_id} was to get a new version; nothing is said on what changed.\n"
            'Say it in a sentence for the readers: --note "Corrected the date of the landing"'
        )
    if before is None and correction:
        raise PageRefused(
            f"The dossier {dossier_id} was to get a correction; it has no version yet that could be wrong.\n"
            "Publish it without that mark."
        )
    return before


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
