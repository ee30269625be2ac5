"""The full-text index, filled from the reports that are there."""

import sqlalchemy as sa
from alembic import op

from secondsource.ledger.sqlite import index, make_search_index
from secondsource.ledger.words import search_form

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_REPORTS = sa.text(
    "SELECT reports.seq, reports.title, texts.text FROM reports JOIN texts ON texts.sha256 = reports.text_sha256"
)


def upgrade() -> None:
    """Make the index and put every report into it."""
    connection = op.get_bind()
    make_search_index(connection)
    for row in connection.execute(_REPORTS).all():
        index(connection, seq=row.seq, title=search_form(row.title or ""), words=search_form(row.text))
