"""What people decided: the latest answer to a question stands, the earlier ones stay."""

import json
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from secondsource.ledger.appending import Appending
from secondsource.ledger.canonical import canonical_json
from secondsource.ledger.moments import moment_of, moment_text
from secondsource.ledger.tables import judgements
from secondsource.model.custody import Action, KeptJudgement
from secondsource.model.judgement import Judgement, JudgementKind, answer_of


def add_judgement(appending: Appending, judgement: Judgement) -> bool:
    """Add a judgement, which then stands in the place of the one before it; return whether it says anything new.

    The same answer for the same reason by the same person changes nothing.
    """
    subject = _subject(judgement.subject)
    query = select(judgements).where(judgements.c.subject == subject, judgements.c.kind == str(judgement.kind))
    standing = appending.connection.execute(query.order_by(judgements.c.seq.desc()).limit(1)).first()
    said = (str(judgement.value), judgement.who, judgement.why)
    if standing is not None and (standing.value, standing.who, standing.why) == said:
        return False
    values = {
        "subject": subject,
        "kind": str(judgement.kind),
        "value": str(judgement.value),
        "who": judgement.who,
        "why": judgement.why,
        "at": moment_text(judgement.at),
        "supersedes": None if standing is None else standing.seq,
    }
    appending.add(Action.JUDGEMENT, values, who=judgement.who, at=judgement.at)
    return True


def standing_judgements(connection: Connection, subject: tuple[str, ...] | None, *, bound: int) -> list[KeptJudgement]:
    """Return the judgements that nothing up to entry ``bound`` supersedes, of one subject or of all, first to last."""
    later = judgements.alias("later")
    superseded = select(later.c.seq).where(later.c.supersedes == judgements.c.seq, later.c.seq <= bound).exists()
    return _kept(connection, _about(subject, bound).where(~superseded))


def judgement_history(connection: Connection, subject: tuple[str, ...] | None, *, bound: int) -> list[KeptJudgement]:
    """Return every judgement up to entry ``bound``, superseded ones too, of one subject or of all, first to last."""
    return _kept(connection, _about(subject, bound))


def _about(subject: tuple[str, ...] | None, bound: int) -> Select[Any]:
    query = select(judgements).where(judgements.c.seq <= bound).order_by(judgements.c.seq)
    return query if subject is None else query.where(judgements.c.subject == _subject(subject))


def _kept(connection: Connection, query: Select[Any]) -> list[KeptJudgement]:
    return [_judgement(row) for row in connection.execute(query).mappings()]


def _judgement(values: RowMapping) -> KeptJudgement:
    kind = JudgementKind(values["kind"])
    judgement = Judgement(
        subject=tuple(json.loads(values["subject"])),
        kind=kind,
        value=answer_of(kind, values["value"]),
        who=values["who"],
        why=values["why"],
        at=moment_of(values["at"]),
    )
    return KeptJudgement(seq=values["seq"], judgement=judgement, supersedes=values["supersedes"])


def _subject(subject: tuple[str, ...]) -> str:
    return canonical_json(list(subject))
