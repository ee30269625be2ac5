"""Why a page was not written."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class PageNotWritten(SecondSourceError):
    """A page could not be put where it was asked for."""

    code: ClassVar[str] = "SS-504"


class NotADossierPage(SecondSourceError):
    """A file that was to be published is no page of a dossier."""

    code: ClassVar[str] = "SS-505"


class PublicationBlocked(SecondSourceError):
    """A dossier does not rest on the ledger as it says, and is not published."""

    code: ClassVar[str] = "SS-506"


class NotADossier(SecondSourceError):
    """What was to be published is no dossier as JSON."""

    code: ClassVar[str] = "SS-507"
