"""The tables as queries see them; the migrations make them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False, index=True),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("prev", Text, nullable=False),
    Column("hash", Text, nullable=False),
)


def _seq() -> Column[int]:
    # Every recorded row carries the number of its entry in the log: that is its key, and what "as of" counts by.
    return Column("seq", Integer, ForeignKey("log.seq"), primary_key=True, autoincrement=False)


captures = Table(
    "captures",
    metadata,
    _seq(),
    Column("sha256", Text, nullable=False, unique=True),
    Column("media_type", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("captured_at", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("codec", Text, nullable=False),
    Column("stored_sha256", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

texts = Table(
    "texts",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    _seq(),
    Column("id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("capture_sha256", Text, ForeignKey("captures.sha256"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("text_sha256", Text, ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("outlet", Text),
    Column("title", Text),
    Column("url", Text),
    Column("language", Text),
    Column("published", Text),
    Column("published_basis", Text, nullable=False),
    Column("sections", Text, nullable=False),
    Column("links", Text, nullable=False),
    UniqueConstraint("id", "revision"),
    Index("ix_reports_id_seq", "id", "seq"),
)

readings = Table(
    "readings",
    metadata,
    _seq(),
    Column("report_seq", Integer, ForeignKey("reports.seq"), nullable=False),
    Column("report_id", Text, nullable=False),
    Column("reader_name", Text, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("reader_sha256", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_readings_report_id_seq", "report_id", "seq"),
)


def _reading_seq() -> Column[int]:
    return Column("reading_seq", Integer, ForeignKey("readings.seq"), primary_key=True)


def _n() -> Column[int]:
    return Column("n", Integer, primary_key=True)


statements = Table(
    "statements",
    metadata,
    _reading_seq(),
    _n(),
    Column("report_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("speaker_name", Text),
    Column("speaker_words", Text, nullable=False),
    Column("organisation", Text),
    Column("organisation_words", Text, nullable=False),
    Column("office", Text),
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("content_words", Text, nullable=False),
)

event_mentions = Table(
    "event_mentions",
    metadata,
    _reading_seq(),
    _n(),
    Column("report_id", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("quad", Integer, nullable=False),
    Column("mode", Text),
    Column("cameo", Text),
    Column("stance", Text, nullable=False),
    Column("edtf", Text),
    Column("according_to", Text),
    Column("trigger", Text, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    _reading_seq(),
    _n(),
    Column("report_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("local_id", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
)

linkings = Table("linkings", metadata, _seq(), Column("body", Text, nullable=False))

judgements = Table(
    "judgements",
    metadata,
    _seq(),
    Column("subject", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("supersedes", Integer, ForeignKey("judgements.seq")),
    Index("ix_judgements_subject_kind", "subject", "kind", "seq"),
)

publications = Table(
    "publications",
    metadata,
    _seq(),
    Column("dossier_id", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
)

READING_ROWS = (statements, event_mentions, evidence)
"""What a reading says, taken apart for search and for checking; recorded together with it."""

APPEND_ONLY = (log, captures, texts, reports, readings, *READING_ROWS, linkings, judgements, publications)
"""Every table that is guarded against change."""
