"""Are the guards in the file as we made them?"""

from secondsource.ledger.desk.file import Transaction
from secondsource.ledger.desk.tables import GUARDS


def missing_guards(transaction: Transaction) -> list[str]:
    """Return the names of the guards that are not there, or not as we made them."""
    found = {row[0] for row in transaction.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")}
    return [statement.split()[2] for statement in GUARDS if statement not in found]
