"""What was published, where to, and with which digest."""

from datetime import datetime

from sqlalchemy import Connection, select

from secondsource.ledger.appending import Appending
from secondsource.ledger.moments import moment_of, moment_text
from secondsource.ledger.tables import publications
from secondsource.model.custody import Action, Publication
from secondsource.model.ids import Digest


def add_publication(appending: Appending, *, dossier_id: str, digest: Digest, path: str, who: str, at: datetime) -> int:
    """Record that a dossier was published and return the number of its entry; every time is one of its own."""
    values = {"dossier_id": dossier_id, "sha256": digest, "path": path, "who": who, "at": moment_text(at)}
    return appending.add(Action.PUBLICATION, values, who=who, at=at)


def find_publications(connection: Connection, *, bound: int) -> list[Publication]:
    """Return the publications up to entry ``bound``, first to last."""
    query = select(publications).where(publications.c.seq <= bound).order_by(publications.c.seq)
    return [
        Publication(
            seq=row.seq,
            dossier_id=row.dossier_id,
            digest=Digest(row.sha256),
            path=row.path,
            who=row.who,
            at=moment_of(row.at),
        )
        for row in connection.execute(query)
    ]
