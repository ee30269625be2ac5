"""The tables, each guarded against change."""

import sqlalchemy as sa
from alembic import op

from secondsource.ledger.sqlite import guard

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    for table in (*_custody(), *_reading(), *_desk()):
        guard(op.get_bind(), table)


def _seq() -> "sa.Column[int]":
    return sa.Column("seq", sa.Integer, sa.ForeignKey("log.seq"), primary_key=True, autoincrement=False)


def _text(name: str, *, null: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=null)


def _number(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer, nullable=False)


def _custody() -> list[sa.Table]:
    log = op.create_table(
        "log",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        *map(_text, ("at", "who", "action", "subject", "digest", "prev", "hash")),
    )
    op.create_index("ix_log_at", "log", ["at"])
    captures = op.create_table(
        "captures",
        _seq(),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        *map(_text, ("media_type", "origin", "captured_at")),
        _number("size"),
        *map(_text, ("codec", "stored_sha256")),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    texts = op.create_table("texts", sa.Column("sha256", sa.Text, primary_key=True), _text("text"))
    reports = op.create_table(
        "reports",
        _seq(),
        _text("id"),
        _number("revision"),
        sa.Column("capture_sha256", sa.Text, sa.ForeignKey("captures.sha256"), nullable=False),
        _number("position"),
        _text("encoding"),
        sa.Column("text_sha256", sa.Text, sa.ForeignKey("texts.sha256"), nullable=False),
        *(_text(name, null=True) for name in ("outlet", "title", "url", "language", "published")),
        *map(_text, ("published_basis", "sections", "links")),
        sa.UniqueConstraint("id", "revision"),
    )
    op.create_index("ix_reports_id_seq", "reports", ["id", "seq"])
    op.create_index("ix_reports_capture_sha256", "reports", ["capture_sha256"])
    op.create_index("ix_reports_text_sha256", "reports", ["text_sha256"])
    return [log, captures, texts, reports]


def _reading() -> list[sa.Table]:
    readings = op.create_table(
        "readings",
        _seq(),
        sa.Column("report_seq", sa.Integer, sa.ForeignKey("reports.seq"), nullable=False),
        *map(_text, ("report_id", "reader_name", "reader_version", "reader_sha256", "read_at", "body")),
    )
    op.create_index("ix_readings_report_id_seq", "readings", ["report_id", "seq"])
    statements = op.create_table(
        "statements",
        *_place_in_reading(),
        _text("id"),
        _text("speaker_name", null=True),
        _text("speaker_words"),
        _text("organisation", null=True),
        _text("organisation_words"),
        _text("office", null=True),
        *map(_text, ("kind", "stance", "content", "content_words")),
    )
    event_mentions = op.create_table(
        "event_mentions",
        *_place_in_reading(),
        *map(_text, ("id", "type")),
        _number("quad"),
        _text("mode", null=True),
        _text("cameo", null=True),
        _text("stance"),
        _text("edtf", null=True),
        _text("according_to", null=True),
        _text("trigger"),
    )
    evidence = op.create_table(
        "evidence",
        *_place_in_reading(),
        *map(_text, ("kind", "local_id", "role")),
        _number("start"),
        _number("end"),
        _text("exact"),
    )
    return [readings, statements, event_mentions, evidence]


def _place_in_reading() -> "tuple[sa.Column[int], sa.Column[int], sa.Column[str]]":
    return (
        sa.Column("reading_seq", sa.Integer, sa.ForeignKey("readings.seq"), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True),
        _text("report_id"),
    )


def _desk() -> list[sa.Table]:
    linkings = op.create_table("linkings", _seq(), _text("body"))
    judgements = op.create_table(
        "judgements",
        _seq(),
        *map(_text, ("subject", "kind", "value", "who", "why", "at")),
        sa.Column("supersedes", sa.Integer, sa.ForeignKey("judgements.seq")),
    )
    op.create_index("ix_judgements_subject_kind", "judgements", ["subject", "kind", "seq"])
    publications = op.create_table("publications", _seq(), *map(_text, ("dossier_id", "sha256", "path", "who", "at")))
    return [linkings, judgements, publications]
