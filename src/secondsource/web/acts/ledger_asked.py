"""The ledger that a handler works on."""

from secondsource.web.analyst.states import States
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


def states_asked(asked: Asked) -> States:
    """Return the states of the ledger.

    Raises:
        NoSuchPage: The server was started without one.
    """
    ledger_of(asked)
    states = asked.site.states
    assert states is not None  # noqa: S101  (there is a ledger, and so its states)
    return states
