"""The desk's tables, and the guards that hold also for a hand that comes past this program."""

REVISION = 4
"""Of the tables; kept in the file's header as ``user_version``."""

_DRAFTS = """CREATE TABLE drafts (
    id TEXT PRIMARY KEY, seq INTEGER NOT NULL REFERENCES entries (seq), dossier_id TEXT NOT NULL,
    html BLOB NOT NULL, dossier BLOB NOT NULL)"""

_PASSKEYS = """CREATE TABLE passkeys (
    id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name), name TEXT NOT NULL,
    public_key BLOB NOT NULL, sign_count INTEGER NOT NULL, made_at TEXT NOT NULL, used_at TEXT)"""

# Which one-time forms were used: kept in the file, lest a restart let one be used twice.
_USED = "CREATE TABLE used_forms (number TEXT PRIMARY KEY, ends_at TEXT NOT NULL) WITHOUT ROWID"

# Where each comment stands, as its entries add up to it: can be made anew from them, and is checked against them.
# A comment has its id from the form it came by, so the primary key lets no form be taken twice.
_STANDINGS = """CREATE TABLE standings (
    id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL,
    revision INTEGER NOT NULL, content_seq INTEGER NOT NULL, public_seq INTEGER, edited TEXT,
    submitted_at TEXT NOT NULL, terms INTEGER NOT NULL, decided_seq INTEGER,
    priority INTEGER NOT NULL, flags TEXT NOT NULL, form TEXT, receipt TEXT, network TEXT,
    sameness TEXT) WITHOUT ROWID"""

# Each index that a new comment goes into costs one more page of the write-ahead log on its way to the disk.
_STANDINGS_INDEXES = (
    "CREATE INDEX standings_queue ON standings (status, priority, version)",
    "CREATE INDEX standings_public ON standings (dossier_id, public_seq) WHERE public_seq IS NOT NULL",
    "CREATE INDEX standings_network ON standings (network, submitted_at) WHERE network IS NOT NULL",
    "CREATE INDEX standings_decided ON standings (decided_seq) WHERE decided_seq IS NOT NULL",
    "CREATE INDEX standings_unseen ON standings (decided_seq) WHERE status = 'approved' AND public_seq IS NULL",
    "CREATE INDEX standings_sameness ON standings (sameness) WHERE sameness IS NOT NULL",
    # Of comments from before revision 4 alone.
    "CREATE UNIQUE INDEX standings_form ON standings (form) WHERE form IS NOT NULL",
    "CREATE UNIQUE INDEX standings_receipt ON standings (receipt) WHERE receipt IS NOT NULL",
)

_STANDINGS_ANEW = (
    "ALTER TABLE standings RENAME TO standings_before",
    _STANDINGS,
    # Both have their columns in the same order.
    "INSERT INTO standings SELECT * FROM standings_before",
    "DROP TABLE standings_before",
    *_STANDINGS_INDEXES,
)

TABLES = (
    # The log: one row for each thing that happened. What a reader wrote is not in it, only its salted digest.
    """CREATE TABLE entries (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
        body TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL)""",
    "CREATE INDEX entries_subject ON entries (subject, seq)",
    # What people wrote, each with a salt of its own: once both are gone, the digest in the log tells nothing.
    """CREATE TABLE contents (
        seq INTEGER PRIMARY KEY REFERENCES entries (seq), subject TEXT NOT NULL, salt BLOB, text TEXT)""",
    _STANDINGS,
    *_STANDINGS_INDEXES,
    """CREATE TABLE dossiers (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, version INTEGER NOT NULL, published_at TEXT NOT NULL,
        closed INTEGER NOT NULL, n_comments INTEGER NOT NULL, generation INTEGER NOT NULL)""",
    """CREATE TABLE pages (
        dossier_id TEXT NOT NULL REFERENCES dossiers (id), version INTEGER NOT NULL,
        seq INTEGER NOT NULL REFERENCES entries (seq), title TEXT NOT NULL, note TEXT NOT NULL,
        sha256 TEXT NOT NULL, html BLOB NOT NULL, PRIMARY KEY (dossier_id, version))""",
    """CREATE TABLE terms (
        version INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES entries (seq), text TEXT NOT NULL)""",
    """CREATE TABLE accounts (
        name TEXT PRIMARY KEY, role TEXT NOT NULL, active INTEGER NOT NULL, password TEXT NOT NULL)""",
    """CREATE TABLE sessions (
        token TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name), ends_at TEXT NOT NULL)""",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    # What is to be published and waits for a second person; what became of it stands in the log.
    _DRAFTS,
    _PASSKEYS,
    _USED,
)

_GROWING = ("entries", "pages", "terms", "drafts")


def _keeping(table: str) -> list[str]:
    refusal = f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
    return [
        f"CREATE TRIGGER {table}_keep_update BEFORE UPDATE ON {table} {refusal}",
        f"CREATE TRIGGER {table}_keep_delete BEFORE DELETE ON {table} {refusal}",
    ]


def _guards() -> tuple[str, ...]:
    made = [statement for table in _GROWING for statement in _keeping(table)]
    # Words are never exchanged for others; they can only go, and their salt with them.
    changed = "WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.seq <> OLD.seq OR NEW.subject <> OLD.subject"
    refusal = "BEGIN SELECT RAISE(ABORT, 'append-only: contents'); END"
    made += [
        f"CREATE TRIGGER contents_keep_update BEFORE UPDATE ON contents {changed} {refusal}",
        f"CREATE TRIGGER contents_keep_delete BEFORE DELETE ON contents {refusal}",
    ]
    return tuple(made)


GUARDS = _guards()
"""The statements that make the guards, as they stand in the file."""

UPGRADES: dict[int, tuple[str, ...]] = {
    2: (_DRAFTS, *_keeping("drafts")),
    3: (_PASSKEYS, _USED),
    4: _STANDINGS_ANEW,
}
"""What an older file lacks, by the revision that brought it."""
