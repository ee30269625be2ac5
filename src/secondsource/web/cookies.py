"""Cookies of ours: out of reach of scripts, for the whole site, by HTTPS where there is any."""

from starlette.responses import Response


def put_cookie(answer: Response, name: str, value: str, *, ends_s: int, secure: bool) -> None:
    """Have the browser keep a cookie for so many seconds.

    It comes along where a link leads here from elsewhere, from a mail or another server's page: following a link
    changes nothing here, for only a form of ours does.
    """
    answer.set_cookie(name, value, max_age=ends_s, path="/", secure=secure, httponly=True, samesite="lax")


def end_cookie(answer: Response, name: str, *, secure: bool) -> None:
    """Have the browser forget a cookie of ours."""
    answer.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="lax")
