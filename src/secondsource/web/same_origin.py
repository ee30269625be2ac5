"""Whether a post comes from a page of ours; where the browser does not say, it does not."""

from collections.abc import Mapping

from secondsource.web.errors import FormRefused


def require_same_origin(headers: Mapping[str, str], origin: str) -> None:
    """Let a post through that says it comes from our own pages.

    Raises:
        FormRefused: Its Origin or Sec-Fetch-Site names another place, or it has neither.
    """
    site, given = headers.get("sec-fetch-site"), headers.get("origin")
    if site is None and given is None:
        raise _refused("it does not say where it comes from")
    if site is not None and site != "same-origin":
        raise _refused(f"it comes from a page of another site ({site})"[:80])
    if given is not None and given != origin:
        raise _refused("it comes from another address than the one this server is set up for")


def _refused(found: str) -> FormRefused:
    return FormRefused(f"A form was sent; {found}.\nOpen the page here and send it from there.")
