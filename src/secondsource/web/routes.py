"""Every route of the server, in one table."""

from collections.abc import Awaitable, Callable

from starlette.responses import Response

from secondsource.web import admin, house_login_pages, moderation, passkey_pages, public, reader, signing_in
from secondsource.web.acts.routes import ACT_ROUTES
from secondsource.web.analyst.routes import ANALYST_ROUTES
from secondsource.web.permissions import Need
from secondsource.web.routing import Asked, Route


def _get(path: str, need: Need, handler: Callable[[Asked], Awaitable[Response]]) -> Route:
    return Route(method="GET", path=path, need=need, handler=handler)


def _post(path: str, need: Need, handler: Callable[[Asked], Awaitable[Response]]) -> Route:
    return Route(method="POST", path=path, need=need, handler=handler)


ROUTES: tuple[Route, ...] = (
    _get("/", Need.NOBODY, public.list_dossiers),
    _get("/dossiers/{dossier_id}", Need.NOBODY, public.show_dossier),
    _get("/dossiers/{dossier_id}/versions", Need.NOBODY, public.show_versions),
    _get("/dossiers/{dossier_id}/versions/{version}", Need.NOBODY, public.show_dossier),
    _get("/dossiers/{dossier_id}/versions/{version}/changes", Need.NOBODY, public.show_changes),
    _get("/dossiers/{dossier_id}/comments", Need.NOBODY, public.show_comments),
    _get("/dossiers/{dossier_id}/comment", Need.NOBODY, reader.show_form),
    _post("/dossiers/{dossier_id}/comment", Need.NOBODY, reader.send),
    _get("/receipt", Need.NOBODY, reader.ask_for_receipt),
    _post("/receipt", Need.NOBODY, reader.show_receipt),
    _post("/receipt/amend", Need.NOBODY, reader.amend),
    _post("/receipt/withdraw", Need.NOBODY, reader.withdraw),
    _post("/receipt/erase", Need.NOBODY, reader.erase),
    _get("/terms", Need.NOBODY, public.show_terms),
    _get("/terms/{version}", Need.NOBODY, public.show_terms),
    _get("/static/{name}", Need.NOBODY, public.send_static),
    _get("/api/openapi.json", Need.NOBODY, public.describe_json),
    _get("/api/dossiers", Need.NOBODY, public.dossiers_as_json),
    _get("/api/dossiers/{dossier_id}/comments", Need.NOBODY, public.comments_as_json),
    _get("/sign-in", Need.NOBODY, signing_in.show_sign_in),
    _post("/sign-in", Need.NOBODY, signing_in.sign_in),
    _get("/sign-in/passkey", Need.NOBODY, passkey_pages.show_sign_in),
    _post("/sign-in/passkey", Need.NOBODY, passkey_pages.sign_in),
    _post("/sign-in/house", Need.NOBODY, house_login_pages.begin),
    _get("/sign-in/house/back", Need.NOBODY, house_login_pages.show_back),
    _post("/sign-in/house/back", Need.NOBODY, house_login_pages.finish),
    _post("/sign-out", Need.SIGNED_IN, signing_in.sign_out),
    _get("/desk/account", Need.SIGNED_IN, admin.show_own_account),
    _post("/desk/account", Need.SIGNED_IN, signing_in.change_password),
    _get("/desk/passkeys", Need.SIGNED_IN, passkey_pages.show_passkeys),
    _post("/desk/passkeys/new", Need.SIGNED_IN, passkey_pages.begin_passkey),
    _post("/desk/passkeys", Need.SIGNED_IN, passkey_pages.keep_passkey),
    _post("/desk/passkeys/{passkey_id}/name", Need.SIGNED_IN, passkey_pages.rename_passkey),
    _post("/desk/passkeys/{passkey_id}/remove", Need.SIGNED_IN, passkey_pages.remove_passkey),
    _get("/desk", Need.SIGNED_IN, moderation.show_desk),
    _get("/desk/queue", Need.MODERATE, moderation.show_queue),
    _get("/desk/batch", Need.MODERATE, moderation.show_batch),
    _post("/desk/batch", Need.MODERATE, moderation.decide_batch),
    _get("/desk/held", Need.MODERATE, moderation.show_held),
    _get("/desk/decided", Need.MODERATE, moderation.show_decided),
    _get("/desk/comments/{comment_id}", Need.MODERATE, moderation.show_comment),
    _post("/desk/comments/{comment_id}/approve", Need.MODERATE, moderation.approve),
    _post("/desk/comments/{comment_id}/edit", Need.MODERATE, moderation.edit),
    _post("/desk/comments/{comment_id}/reject", Need.MODERATE, moderation.reject),
    _post("/desk/comments/{comment_id}/hold", Need.MODERATE, moderation.hold),
    _post("/desk/comments/{comment_id}/reverse", Need.MODERATE, moderation.reverse),
    _get("/desk/dossiers", Need.MODERATE, moderation.show_dossiers),
    _post("/desk/dossiers/{dossier_id}/close", Need.MODERATE, moderation.close_dossier),
    _post("/desk/dossiers/{dossier_id}/open", Need.MODERATE, moderation.open_dossier),
    _get("/desk/accounts", Need.ADMINISTER, admin.show_accounts),
    _post("/desk/accounts", Need.ADMINISTER, admin.make_account),
    _post("/desk/accounts/passkeys", Need.ADMINISTER, passkey_pages.remove_all_of),
    _post("/desk/comments/{comment_id}/erase", Need.ADMINISTER, admin.erase),
    *ACT_ROUTES,
    *ANALYST_ROUTES,
)
"""The server answers these and nothing else; docs/reference/server.md lists them too, and a test compares."""
