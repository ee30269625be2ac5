"""Results of linking: each stands beside those before it."""

import json
from datetime import datetime

from sqlalchemy import Connection, select

from secondsource.ledger.appending import Appending
from secondsource.ledger.canonical import canonical_json
from secondsource.ledger.tables import linkings
from secondsource.model.custody import Action
from secondsource.model.encoding import decode, encode
from secondsource.model.linked import Linked


def add_linking(appending: Appending, linked: Linked, *, who: str, at: datetime) -> bool:
    """Add the result of linking; return whether it differs from the last one, else nothing changes."""
    body = canonical_json(encode(linked))
    last = select(linkings.c.body).order_by(linkings.c.seq.desc()).limit(1)
    if appending.connection.scalar(last) == body:
        return False
    appending.add(Action.LINKING, {"body": body}, who=who, at=at)
    return True


def find_linking(connection: Connection, *, bound: int) -> Linked | None:
    """Return the latest result of linking up to entry ``bound``, None if there is none."""
    query = select(linkings.c.body).where(linkings.c.seq <= bound).order_by(linkings.c.seq.desc()).limit(1)
    body = connection.scalar(query)
    return None if body is None else decode(Linked, json.loads(body))
