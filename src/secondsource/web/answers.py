"""Answers with the headers that keep a page to itself."""

from collections.abc import Mapping

from starlette.responses import Response

_BASE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"

PUBLIC_POLICY = f"{_BASE}; style-src 'self'; form-action 'self'"
"""Public pages: our stylesheet, our forms, nothing else; no script at all."""

SCRIPTED_POLICY = f"{_BASE}; style-src 'self'; script-src 'self'; form-action 'self'"
"""The desk's pages, with the script for the keys, and a reader's form where the desk asks for a proof of work."""

HEADERS: Mapping[str, str] = {
    "content-security-policy": PUBLIC_POLICY,
    "x-content-type-options": "nosniff",
    # Not no-referrer: browsers would then send "null" as the origin of our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer, unless it says otherwise."""


def dossier_policy(style_digest: str) -> str:
    """Return the policy of a dossier's page: the one stylesheet that stands in it."""
    return f"{_BASE}; style-src 'sha256-{style_digest}'; form-action 'none'"


def page(
    html: str | bytes, *, status: int = 200, policy: str = PUBLIC_POLICY, headers: Mapping[str, str] | None = None
) -> Response:
    """Return a page that nobody keeps a copy of, unless ``headers`` say otherwise."""
    told = {**HEADERS, "content-security-policy": policy, "cache-control": "no-store", **(headers or {})}
    return Response(html, status, told, "text/html; charset=utf-8")


def see(path: str) -> Response:
    """Return the answer that sends the browser on to ``path``, by GET."""
    return Response(status_code=303, headers={**HEADERS, "location": path, "cache-control": "no-store"})
