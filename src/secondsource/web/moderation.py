"""The moderators' desk: the queue one by one or in batches, what was decided, closing a dossier."""

from starlette.responses import Response

from secondsource.comments.deciding import REVERSIBLE, Ruling
from secondsource.comments.dossiers import set_closed
from secondsource.comments.drafts import MAX_NAME, MAX_WORDS, make_draft
from secondsource.comments.errors import UnknownComment
from secondsource.comments.setting import interval
from secondsource.comments.viewing import decided, history, waiting
from secondsource.ledger.desk import dossiers, standings
from secondsource.model.comment import Comment, CommentStatus, Reason
from secondsource.model.desk import DeskAction
from secondsource.web.answers import see
from secondsource.web.errors import BadRequest
from secondsource.web.forms import whole_number
from secondsource.web.routing import Asked

PER_BATCH = 50
"""Comments on one page of batches; no page holds more than can be read at one sitting."""

PER_LIST = 100
"""Comments on the page of what was decided."""


async def show_desk(asked: Asked) -> Response:
    """Show what there is to do."""
    with asked.site.desk.reading() as transaction:
        counts = {status: standings.count_status(transaction, status) for status in CommentStatus}
    return asked.show("desk/start.html.j2", counts=counts)


async def show_queue(asked: Asked) -> Response:
    """Show the first waiting comment, or the one after those that are skipped."""
    skip = whole_number(asked.query.get("skip", "0"), "skip")
    with asked.site.desk.reading() as transaction:
        n_waiting = standings.count_status(transaction, CommentStatus.WAITING)
        found = waiting(transaction, limit=1, skip=skip)
        titles = {each.id: each.title for each in dossiers.find_dossiers(transaction)}
        earlier = history(transaction, found[0].id) if found and found[0].revision > 1 else []
    return asked.show(
        "desk/queue.html.j2",
        comment=found[0] if found else None,
        n_waiting=n_waiting,
        skip=skip,
        titles=titles,
        earlier=[(entry, draft) for entry, draft, _ in earlier if draft is not None][:-1],
        last=_last(asked),
        max_name=MAX_NAME,
        max_words=MAX_WORDS,
    )


async def show_held(asked: Asked) -> Response:
    """Show the comments that are held."""
    with asked.site.desk.reading() as transaction:
        found = waiting(transaction, limit=PER_LIST, status=CommentStatus.HELD)
    return asked.show("desk/held.html.j2", comments=found)


async def show_decided(asked: Asked) -> Response:
    """Show what was decided lately; each decision can be reversed for thirty days."""
    now = asked.site.now()
    with asked.site.desk.reading() as transaction:
        found = decided(transaction, limit=PER_LIST)
        minutes = round(interval(transaction).total_seconds() / 60)
    reversible = {each.id for each in found if each.decided_at is not None and now - each.decided_at <= REVERSIBLE}
    return asked.show("desk/decided.html.j2", comments=found, reversible=reversible, minutes=minutes)


async def show_comment(asked: Asked) -> Response:
    """Show one comment with all that ever happened to it."""
    comment = asked.site.desk.comment(asked.path["comment_id"])
    with asked.site.desk.reading() as transaction:
        steps = history(transaction, comment.id)
        title = dossiers.find_dossier(transaction, comment.dossier_id)
    return asked.show(
        "desk/comment.html.j2",
        comment=comment,
        steps=steps,
        dossier=title,
        max_name=MAX_NAME,
        max_words=MAX_WORDS,
    )


async def approve(asked: Asked) -> Response:
    """Approve the comment as it was seen."""
    return await _decided(asked, DeskAction.APPROVE)


async def edit(asked: Asked) -> Response:
    """Approve the comment in the moderator's words."""
    return await _decided(asked, DeskAction.EDIT)


async def reject(asked: Asked) -> Response:
    """Reject the comment with a reason."""
    return await _decided(asked, DeskAction.REJECT)


async def hold(asked: Asked) -> Response:
    """Set the comment aside."""
    return await _decided(asked, DeskAction.HOLD)


async def reverse(asked: Asked) -> Response:
    """Put the comment back into the queue; nobody sees it from now on."""
    return await _decided(asked, DeskAction.REVERSE)


async def show_batch(asked: Asked) -> Response:
    """Show many waiting comments at once."""
    with asked.site.desk.reading() as transaction:
        found = waiting(transaction, limit=PER_BATCH)
        n_waiting = standings.count_status(transaction, CommentStatus.WAITING)
    return asked.show("desk/batch.html.j2", comments=found, n_waiting=n_waiting)


async def decide_batch(asked: Asked) -> Response:
    """Decide the ticked comments alike, each on the version that was seen."""
    action = DeskAction.REJECT if asked.form.text("do") == "reject" else DeskAction.APPROVE
    reason = _reason(asked) if action is DeskAction.REJECT else None
    note = asked.form.text("note") if action is DeskAction.REJECT else ""
    rulings = [_ticked(each, action, reason, note) for each in asked.form.texts("ticked")]
    failed = await asked.site.write(asked.site.desk.decide_each, rulings, who=asked.who, at=asked.site.now())
    if not failed:
        return see("/desk/batch")
    return asked.show("desk/failed.html.j2", status=409, failed=failed, n_done=len(rulings) - len(failed))


async def show_dossiers(asked: Asked) -> Response:
    """Show the dossiers and whether they take comments."""
    with asked.site.desk.reading() as transaction:
        found = dossiers.find_dossiers(transaction)
    return asked.show("desk/dossiers.html.j2", dossiers=found)


async def close_dossier(asked: Asked) -> Response:
    """Stop taking comments for the dossier."""
    return await _set_closed(asked, True)


async def open_dossier(asked: Asked) -> Response:
    """Take comments for the dossier again."""
    return await _set_closed(asked, False)


async def _decided(asked: Asked, action: DeskAction) -> Response:
    site, comment_id = asked.site, asked.path["comment_id"]
    draft = make_draft(asked.form.text("name"), asked.form.text("words")) if action is DeskAction.EDIT else None
    ruling = Ruling(
        comment_id=comment_id,
        version=asked.form.number("version"),
        action=action,
        reason=_reason(asked) if action in (DeskAction.EDIT, DeskAction.REJECT) else None,
        note=asked.form.text("note") if action in (DeskAction.EDIT, DeskAction.REJECT) else "",
        draft=draft,
    )
    await site.write(site.desk.decide, ruling, who=asked.who, at=site.now())
    if action is DeskAction.REVERSE:
        return see(f"/desk/comments/{comment_id}")
    skip = whole_number(asked.form.text("skip") or "0", "skip")
    return see(f"/desk/queue?last={comment_id}" + (f"&skip={skip}" if skip else ""))


async def _set_closed(asked: Asked, closed: bool) -> Response:
    def write() -> None:
        with asked.site.desk.writing() as transaction:
            set_closed(transaction, asked.path["dossier_id"], closed, who=asked.who, at=asked.site.now())

    await asked.site.write(write)
    return see("/desk/dossiers")


def _last(asked: Asked) -> Comment | None:
    """Return the comment that was decided a moment ago, so that a slip can be reversed at once."""
    try:
        return asked.site.desk.comment(asked.query["last"]) if "last" in asked.query else None
    except UnknownComment:
        return None


def _ticked(value: str, action: DeskAction, reason: Reason | None, note: str) -> Ruling:
    comment_id, _, version = value.partition(":")
    number = whole_number(version, "ticked")
    return Ruling(comment_id=comment_id, version=number, action=action, reason=reason, note=note)


def _reason(asked: Asked) -> Reason | None:
    code = asked.form.text("reason")
    if not code:
        return None
    try:
        return Reason(code)
    except ValueError as error:
        raise BadRequest("A reason was chosen that is not on the list.\nChoose one from it.") from error
