"""The ledger that a handler works on."""

from secondsource.web.errors import NoSuchPage
from secondsource.web.ledger_place import LedgerPlace
from secondsource.web.routing import Asked


def ledger_of(asked: Asked) -> LedgerPlace:
    """Return where the ledger lies.

    Raises:
        NoSuchPage: The server was started without one.
    """
    if asked.site.ledger is None:
        raise NoSuchPage(
            "A page on the ledger was asked for; this server was started without one.\n"
            "Start it with one: second-source serve --ledger FILE"
        )
    return asked.site.ledger
