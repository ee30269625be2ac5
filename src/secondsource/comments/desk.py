"""The desk: one file in which comments wait, are decided, shown and erased."""

import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from secondsource.comments import deciding, erasing, showing, submitting, terms, verifying, viewing
from secondsource.comments.deciding import Ruling
from secondsource.comments.setting import watch
from secondsource.comments.submitting import Submission
from secondsource.comments.writing import require
from secondsource.ledger.desk import accounts, standings
from secondsource.ledger.desk.file import DeskFile, Transaction
from secondsource.model.comment import Comment, CommentId, CommentStatus, Draft
from secondsource.model.custody import Fault, Head
from secondsource.model.errors import SecondSourceError


class Desk:
    """Comments and what was decided on them. What a method did is durable when it returns.

    Open it with :meth:`open`, best in a ``with`` block; several processes may have one desk open.
    """

    def __init__(self, file: DeskFile, secret: bytes) -> None:
        self.file = file
        self.secret = secret

    @classmethod
    def open(cls, path: Path, *, at: datetime, create: bool = True) -> Self:
        """Return the desk at ``path``; a new one begins with a secret of its own and the packaged terms.

        Raises:
            DeskNotFound: There is none, and none is to be made.
            NotADesk: The file is something else; it is left alone.
            DeskTooNew: A later version of the program made it.
        """
        file = DeskFile.open(path, create=create)
        try:
            with file.reading() as transaction:
                secret = accounts.find_setting(transaction, "secret")
            return cls(file, bytes.fromhex(secret or _furnish(file, at)))
        except BaseException:
            file.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def writing(self) -> AbstractContextManager[Transaction]:
        """Yield a transaction that holds the write lock; what the block did is durable when it ends."""
        return self.file.writing()

    def reading(self) -> AbstractContextManager[Transaction]:
        """Yield a transaction that sees one state of the desk and changes nothing."""
        return self.file.reading()

    def submit(self, submission: Submission, *, at: datetime) -> str | None:
        """Put a comment into the queue; see :func:`secondsource.comments.submitting.submit`."""
        with self.writing() as transaction:
            return submitting.submit(transaction, submission, secret=self.secret, watch=watch(transaction), at=at)

    def received(self, code: str) -> Comment:
        """Return the comment that the receipt is for.

        Raises:
            UnknownReceipt: There is none, or it was erased.
        """
        with self.reading() as transaction:
            return viewing.view(transaction, submitting.find_received(transaction, code, secret=self.secret))

    def amend(self, code: str, draft: Draft, *, version: int, at: datetime) -> None:
        """Take a new draft for a comment; see :func:`secondsource.comments.submitting.amend`."""
        with self.writing() as transaction:
            found = watch(transaction)
            submitting.amend(transaction, code, draft, version=version, secret=self.secret, watch=found, at=at)

    def withdraw(self, code: str, *, version: int, at: datetime) -> None:
        """Take a comment back; see :func:`secondsource.comments.submitting.withdraw`."""
        with self.writing() as transaction:
            submitting.withdraw(transaction, code, version=version, secret=self.secret, at=at)

    def erase_received(self, code: str, *, at: datetime) -> str:
        """Erase the comment that the receipt is for, to the last byte, and return its dossier's id.

        Raises:
            UnknownReceipt: There is none, or it was erased.
            ErasureUnfinished: The words are gone, and another process keeps bytes of them.
        """
        with self.writing() as transaction:
            standing = submitting.find_received(transaction, code, secret=self.secret)
            erasing.erase(transaction, standing, who=submitting.READER, at=at)
        erasing.scrub(self.file)
        return standing.dossier_id

    def erase(self, comment_id: str, *, who: str, at: datetime) -> str:
        """Erase a comment, to the last byte, and return its dossier's id; one that is erased stays as it is.

        Raises:
            UnknownComment: There is none of that id.
            ErasureUnfinished: The words are gone, and another process keeps bytes of them.
        """
        with self.writing() as transaction:
            standing = require(transaction, comment_id)
            if standing.status is not CommentStatus.ERASED:
                erasing.erase(transaction, standing, who=who, at=at)
        erasing.scrub(self.file)
        return standing.dossier_id

    def decide(self, ruling: Ruling, *, who: str, at: datetime) -> None:
        """Record a moderator's decision; see :func:`secondsource.comments.deciding.decide`."""
        with self.writing() as transaction:
            deciding.decide(transaction, ruling, who=who, at=at)

    def decide_each(
        self, rulings: Sequence[Ruling], *, who: str, at: datetime
    ) -> list[tuple[Ruling, SecondSourceError]]:
        """Record many decisions and return those that could not be made; each stands or falls by itself."""
        failed: list[tuple[Ruling, SecondSourceError]] = []
        with self.writing() as transaction:
            for ruling in rulings:
                try:
                    # A decision that is refused has written nothing: all its checks come before.
                    deciding.decide(transaction, ruling, who=who, at=at)
                except SecondSourceError as error:
                    failed.append((ruling, error))
        return failed

    def publish_due(self, *, at: datetime) -> list[CommentId]:
        """Show the approved comments whose time has come; see :func:`secondsource.comments.showing.publish_due`."""
        with self.writing() as transaction:
            return showing.publish_due(transaction, at=at)

    def comment(self, comment_id: str) -> Comment:
        """Return a comment.

        Raises:
            UnknownComment: There is none of that id.
        """
        with self.reading() as transaction:
            return viewing.view(transaction, require(transaction, comment_id))

    def n_waiting(self) -> int:
        """Return how many comments wait."""
        with self.reading() as transaction:
            return standings.count_status(transaction, CommentStatus.WAITING)

    def verify(self, *, expected_head: Head | None = None) -> list[Fault]:
        """Return all that does not hold; nothing is mended."""
        with self.reading() as transaction:
            return list(verifying.find_faults(transaction, expected_head=expected_head))


def _furnish(file: DeskFile, at: datetime) -> str:
    with file.writing() as transaction:
        kept = accounts.find_setting(transaction, "secret")
        if kept is not None:
            return kept
        secret = secrets.token_hex(32)
        accounts.put_setting(transaction, "secret", secret)
        terms.set_terms(transaction, terms.first_terms(), who=showing.CLOCK, at=at)
    return secret
