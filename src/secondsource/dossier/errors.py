"""What can go wrong while a dossier is put together."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class NothingToTell(SecondSourceError):
    """A dossier was asked for without reports."""

    code: ClassVar[str] = "SS-501"


class ReportMissing(SecondSourceError):
    """A linking or a reading speaks of a report that was not handed over."""

    code: ClassVar[str] = "SS-502"


class CitationsFailed(SecondSourceError):
    """A dossier cites words that its reports do not have, or asserts without citing."""

    code: ClassVar[str] = "SS-503"
