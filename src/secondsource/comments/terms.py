"""The terms for comments, version by version; each comment keeps the number of those its reader saw."""

from datetime import datetime
from importlib.resources import files

from secondsource.comments.writing import record
from secondsource.ledger.canonical import sha256_of_text
from secondsource.ledger.desk import dossiers
from secondsource.ledger.desk.file import Transaction
from secondsource.model.comment import Terms
from secondsource.model.desk import DeskAction


def first_terms() -> str:
    """Return the terms that a new desk begins with."""
    return (files("secondsource.comments") / "terms.txt").read_text("utf-8").strip()


def set_terms(transaction: Transaction, text: str, *, who: str, at: datetime) -> int:
    """Put terms in force and return their version; the same text again changes nothing."""
    before = dossiers.find_terms(transaction)
    if before is not None and before[1] == text:
        return before[0]
    version = 1 if before is None else before[0] + 1
    body = {"version": version, "sha256": sha256_of_text(text)}
    seq = record(transaction, DeskAction.TERMS, "desk", body, text=None, who=who, at=at)
    dossiers.put_terms(transaction, version, seq=seq, text=text)
    return version


def find_terms(transaction: Transaction, version: int | None = None) -> Terms | None:
    """Return the terms of that version, those in force without one; None if there are none."""
    found = dossiers.find_terms(transaction, version)
    return None if found is None else Terms(version=found[0], text=found[1], since=found[2])
