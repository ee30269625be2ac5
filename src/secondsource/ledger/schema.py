"""Making the tables, and bringing an older ledger up to date."""

from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy import inspect as look_at

from secondsource.ledger.errors import LedgerNotFound, LedgerTooNew, LedgerTooOld, NotALedger
from secondsource.ledger.sqlite import APPLICATION_ID, MAGIC

REVISIONS = ("0001", "0002")
"""The revisions of the tables that this version knows, oldest first; the last is the one it works with."""

_ID_AT = 68
"""Where the header of a SQLite file holds the application's number, four bytes, highest first."""


def make_place(path: Path, *, create: bool) -> None:
    """Make sure that a ledger stands or can be made at ``path``, before any engine touches the file.

    Raises:
        LedgerNotFound: There is none and none is to be made.
        NotALedger: Something else is there.
        OSError: The file or its folder cannot be read or made.
    """
    if not path.exists():
        if not create:
            raise LedgerNotFound(
                f"The ledger {path} was asked for; there is no such file.\n"
                f"Make one by taking reports in: second-source collect FOLDER --ledger {path}"
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        return
    if path.is_dir() or not _is_ours(path):
        raise NotALedger(
            f"The ledger {path} was asked for; what is there is something else, and was left alone.\n"
            "Name another file: --ledger FILE"
        )


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(_ID_AT + 4)
    # An empty file is what a ledger is at the first instant of its making.
    return not header or (header.startswith(MAGIC) and header[_ID_AT:] == APPLICATION_ID.to_bytes(4, "big"))


def bring_up_to_date(engine: Engine, path: Path, *, read_only: bool) -> None:
    """Make the tables, or upgrade them, in one transaction; a ledger that is up to date is left alone.

    Raises:
        LedgerTooNew: A later version of the program made the ledger.
        LedgerTooOld: It would have to be upgraded and is opened for reading only.
    """
    with engine.begin() as connection:
        revision = find_revision(connection)
    if revision == REVISIONS[-1]:
        return
    if revision is not None and revision not in REVISIONS:
        raise LedgerTooNew(
            f"The ledger {path} was asked for; its tables are of revision {revision}, this version knows up to "
            f"{REVISIONS[-1]}. It was left alone.\nUse the version that made it, or a later one: second-source info"
        )
    if read_only:
        raise LedgerTooOld(
            f"The ledger {path} was to be read; its tables are of revision {revision}, this version reads "
            f"{REVISIONS[-1]}.\nOpen it once for writing, which upgrades it: second-source collect --ledger {path}"
        )
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        upgrade(connection, REVISIONS[-1])


def find_revision(connection: Connection) -> str | None:
    """Return the revision of the tables, None where there are none."""
    if not look_at(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def upgrade(connection: Connection, revision: str) -> None:
    """Run the migrations up to ``revision`` within the transaction that is open on ``connection``."""
    # Alembic takes a tenth of a second to load; most commands find the ledger up to date.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # ConfigParser reads % as the start of a reference.
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
