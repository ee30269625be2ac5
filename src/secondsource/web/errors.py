"""What can go wrong between a browser and the server."""

from secondsource.model.errors import SecondSourceError


class FormRefused(SecondSourceError):
    """A form that did not come from a page of ours, is too old, or was filled in by a machine."""

    code = "SS-821"


class TooMany(SecondSourceError):
    """More was sent from one place than is taken."""

    code = "SS-822"


class NotAllowed(SecondSourceError):
    """The account's role does not reach this far, or nobody is signed in."""

    code = "SS-823"


class BadRequest(SecondSourceError):
    """A request that no page of ours makes."""

    code = "SS-824"


class WeakPassword(SecondSourceError):
    """A password that is too short or too long."""

    code = "SS-825"


class BadAccount(SecondSourceError):
    """An account with a name that none can have, or one that must stay."""

    code = "SS-826"


class SignInFailed(SecondSourceError):
    """The name or the password is wrong."""

    code = "SS-827"


class NoSuchPage(SecondSourceError):
    """There is no page at this address."""

    code = "SS-828"


class PasskeyRefused(SecondSourceError):
    """What a device answered for a passkey does not hold, or cannot be asked for here."""

    code = "SS-841"


class LoginRefused(SecondSourceError):
    """The house login did not say who somebody is in a way that holds, or said somebody who has no account here."""

    code = "SS-842"


class LoginFailed(SecondSourceError):
    """The house login does not answer, or not in the way that it should."""

    code = "SS-843"


class BadLogin(SecondSourceError):
    """The file that tells of the house login does not say what it must."""

    code = "SS-844"
