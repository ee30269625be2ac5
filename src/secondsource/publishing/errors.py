"""Why a page was not written."""

from typing import ClassVar

from secondsource.model.errors import SecondSourceError


class PageNotWritten(SecondSourceError):
    """A page could not be put where it was asked for."""

    code: ClassVar[str] = "SS-504"


class NotADossierPage(SecondSourceError):
    """A file that was to be published is no page of a dossier."""

    code: ClassVar[str] = "SS-505"
