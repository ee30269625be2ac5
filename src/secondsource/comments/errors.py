"""What can go wrong with comments."""

from secondsource.model.errors import SecondSourceError


class DraftRefused(SecondSourceError):
    """A comment is empty, too long, or holds what is no text."""

    code = "SS-801"


class UnknownDossier(SecondSourceError):
    """No dossier of that id was published."""

    code = "SS-802"


class CommentsClosed(SecondSourceError):
    """The dossier takes no comments."""

    code = "SS-803"


class UnknownReceipt(SecondSourceError):
    """No comment has a receipt of that code."""

    code = "SS-804"


class UnknownComment(SecondSourceError):
    """There is no comment of that id."""

    code = "SS-805"


class StaleView(SecondSourceError):
    """The comment changed after the page was loaded on which it was decided."""

    code = "SS-806"


class NotPossible(SecondSourceError):
    """Where the comment stands, this cannot be done."""

    code = "SS-807"


class ReasonMissing(SecondSourceError):
    """A rejection or an edit without its reason."""

    code = "SS-808"


class ImportUnreadable(SecondSourceError):
    """A file of comments is not in the form that was named."""

    code = "SS-809"


class BadSetting(SecondSourceError):
    """A setting has a value that it cannot have."""

    code = "SS-810"


class PageRefused(SecondSourceError):
    """A dossier cannot be published under this id, or again without a word on what changed."""

    code = "SS-811"


class UnknownDraft(SecondSourceError):
    """There is no draft of that id."""

    code = "SS-812"


class DraftMoved(SecondSourceError):
    """The draft, or the dossier it is for, is no longer as it was seen."""

    code = "SS-813"


class SecondPersonNeeded(SecondSourceError):
    """Who prepared a draft cannot be the one to publish it."""

    code = "SS-814"
