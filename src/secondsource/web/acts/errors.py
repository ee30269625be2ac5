"""What can go wrong when an analyst or editor decides."""

from secondsource.model.errors import SecondSourceError


class StaleJudgement(SecondSourceError):
    """Somebody answered the same question after the page was loaded on which it was answered."""

    code = "SS-831"


class JudgementRefused(SecondSourceError):
    """An answer without a reason, of a kind that the question does not take, or on what the ledger does not hold."""

    code = "SS-832"
