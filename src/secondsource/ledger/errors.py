"""What can go wrong with a ledger, and the codes of the faults that a check of one finds."""

from secondsource.model.errors import SecondSourceError


class NotALedger(SecondSourceError):
    """The file is there and is something else."""

    code = "SS-201"


class LedgerTooNew(SecondSourceError):
    """A later version of the program made the ledger."""

    code = "SS-202"


class LedgerNotFound(SecondSourceError):
    """There is no such ledger and none was to be made."""

    code = "SS-203"


class LedgerLocked(SecondSourceError):
    """Another process kept the ledger longer than we wait."""

    code = "SS-205"


class LedgerNotWritable(SecondSourceError):
    """The file, its folder or the way it was opened does not let us write."""

    code = "SS-206"


class DiskFailed(SecondSourceError):
    """The disk is full or does not give back what was written."""

    code = "SS-207"


class LedgerDamaged(SecondSourceError):
    """The file is ours and its inside is not in order."""

    code = "SS-208"


class UnknownReport(SecondSourceError):
    """The ledger holds no report of that id."""

    code = "SS-209"


class SpanOutside(SecondSourceError):
    """A reading points to characters that its report does not have."""

    code = "SS-210"


class UnknownCapture(SecondSourceError):
    """The ledger holds no capture of that digest."""

    code = "SS-211"


class Unstorable(SecondSourceError):
    """A value that no ledger can keep and give back unchanged."""

    code = "SS-212"


class CaptureMismatch(SecondSourceError):
    """A capture brought to the ledger does not have the digest it claims."""

    code = "SS-213"


class LedgerTooOld(SecondSourceError):
    """The ledger would have to be upgraded and was opened for reading only."""

    code = "SS-214"


class AppendOnly(SecondSourceError):
    """Something tried to change or remove what the ledger holds."""

    code = "SS-215"


EVIDENCE_FAULT = "SS-204"
"""Evidence quotes characters that its report does not have there."""

CHAIN_FAULT = "SS-220"
"""An entry of the log is missing, out of order or changed."""

RECORD_FAULT = "SS-221"
"""Something recorded is missing, was changed, or is not in the log."""

CAPTURE_FAULT = "SS-222"
"""A capture's bytes are not those of its digest."""

TEXT_FAULT = "SS-223"
"""A report's text does not stand in its captured bytes."""

HEAD_FAULT = "SS-224"
"""The log does not hold an entry that it held once."""

GUARD_FAULT = "SS-225"
"""The tables lack what keeps them append-only."""

INDEX_FAULT = "SS-226"
"""The search index does not hold what the reports say."""
