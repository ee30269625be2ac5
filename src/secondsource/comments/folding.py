"""Where comments stand by what the log says, from its first entry on."""

from collections.abc import Iterable

from secondsource.comments.advancing import advance, begin, show
from secondsource.ledger.desk.standings import Standing
from secondsource.model.desk import DeskAction, DeskEntry

_MOVES = frozenset(
    {
        DeskAction.AMEND,
        DeskAction.WITHDRAW,
        DeskAction.APPROVE,
        DeskAction.EDIT,
        DeskAction.REJECT,
        DeskAction.HOLD,
        DeskAction.REVERSE,
        DeskAction.ERASE,
    }
)


def fold(entries: Iterable[DeskEntry]) -> dict[str, Standing]:
    """Return where each comment stands after the entries, as far as the log tells.

    Raises:
        KeyError: An entry is about a comment that none brought in, or lacks what its action needs.
        ValueError: A value in it is none that we know.
    """
    found: dict[str, Standing] = {}
    for entry in entries:
        if entry.action is DeskAction.SUBMIT:
            found[entry.subject] = begin(entry.subject, entry.seq, entry.body)
        elif entry.action in _MOVES:
            found[entry.subject] = advance(found[entry.subject], entry.action, entry.seq, entry.body)
        elif entry.action is DeskAction.PUBLISH:
            for comment_id, content_seq in entry.body["comments"].items():
                found[comment_id] = show(found[comment_id], content_seq)
    return found
