"""Who does it, and where the ledger is that they do it to."""

from secondsource.web.routing import Asked


def name_of(asked: Asked) -> str:
    """Return the account that is signed in; the route asks for one."""
    account = asked.visitor.account
    assert account is not None  # noqa: S101  (the route asks for somebody who is signed in)
    return account.name
