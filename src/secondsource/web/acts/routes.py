"""The routes of what analysts and editors do."""

from secondsource.web.acts import drafting, judging
from secondsource.web.permissions import Need
from secondsource.web.routing import Route

ACT_ROUTES: tuple[Route, ...] = (
    Route(method="GET", path="/desk/judgements", need=Need.ANALYSE, handler=judging.show_judgements),
    Route(method="POST", path="/desk/judgements", need=Need.ANALYSE, handler=judging.judge),
    Route(method="GET", path="/desk/notes", need=Need.ANALYSE, handler=judging.show_notes),
    Route(method="GET", path="/desk/drafts", need=Need.ANALYSE, handler=drafting.show_drafts),
    Route(method="POST", path="/desk/drafts", need=Need.ANALYSE, handler=drafting.prepare_draft),
    Route(method="GET", path="/desk/drafts/{draft_id}", need=Need.ANALYSE, handler=drafting.show_draft),
    Route(method="GET", path="/desk/drafts/{draft_id}/page", need=Need.ANALYSE, handler=drafting.show_draft_page),
    Route(method="POST", path="/desk/drafts/{draft_id}/pass", need=Need.EDIT, handler=drafting.pass_draft),
    Route(method="POST", path="/desk/drafts/{draft_id}/return", need=Need.EDIT, handler=drafting.return_draft),
)
"""What they may do, and to whom it is open."""
