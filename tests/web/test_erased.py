"""Erased through the server: no byte of it is left, wherever it could be looked for."""

import base64
import html
import json
import logging
from datetime import timedelta
from urllib.parse import quote, quote_plus

import pytest

from secondsource.comments.exporting import json_lines, public_by_dossier, wxr
from secondsource.model.comment import Reason
from secondsource.web.routes import ROUTES
from tests.comments.makers import NOON, approve_all, reject
from tests.web.client import Browser, Server, receipt_of
from tests.web.stock import address, stock

ROUTES_SEEN = 40
"""At least so many pages are looked through; there are more, and none may drop out unseen."""

SERVED = [route for route in ROUTES if route.method == "GET" and route.path != "/static/{name}"]

NAME = "Quillon Vané & Söhne"
WORDS = 'Zanzibar <harbour> was shut, "they" say, 항구'
AGAIN = "Zanzibar of the second try & more"
NOTE = "Dear Quillon: Zanzibar is not on the map."
HOST = "203.0.113.77"


def spellings(text: str) -> set[bytes]:
    """Return the text in every spelling that a file, a page, an export or a log might hold."""
    told = {
        text,
        html.escape(text),
        html.escape(html.escape(text)),
        json.dumps(text)[1:-1],
        json.dumps(text, ensure_ascii=False)[1:-1],
        quote(text),
        quote_plus(text),
        text.casefold(),
        " ".join(text.casefold().split()),
    }
    coded = {each.encode(encoding) for each in told for encoding in ("utf-8", "utf-16-le", "utf-16-be")}
    return coded | {base64.b64encode(text.encode())}


@pytest.mark.parametrize("by", ["receipt", "admin"])
def test_name_words_notes_network_and_code_are_found_nowhere(
    with_ledger: Server, by: str, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    server = with_ledger
    parts = stock(server)
    reader, admin = Browser(server, host=HOST), Browser(server)
    admin.sign_in("admin")
    code = receipt_of(reader.comment(WORDS, name=NAME))
    comment = server.desk.received(code)
    # It goes all the way: rejected with a note, amended, approved, shown, and read by others.
    server.desk.decide(reject(comment, Reason.OTHER, NOTE), who="moderator", at=NOON)
    form = reader.fill_in(reader.get("/receipt"), "/receipt", code=code)
    assert reader.fill_in(form, "/receipt/amend", words=AGAIN).status == 200
    approve_all(server.desk)
    assert server.desk.publish_due(at=server.site.now() + timedelta(days=1))
    needles = {
        each
        for text in (NAME, WORDS, AGAIN, NOTE, "Quillon", "Zanzibar", HOST, "203.0.113", code, code.replace("-", ""))
        for each in spellings(text)
    }
    assert found_in(everything(server, reader, admin, parts), needles), "it was there, and the search finds it"

    if by == "receipt":
        form = reader.fill_in(reader.get("/receipt"), "/receipt", code=code)
        assert "erased" in reader.fill_in(form, "/receipt/erase", sure="yes").text
    else:
        page = admin.get(f"/desk/comments/{comment.id}")
        assert admin.fill_in(page, f"/desk/comments/{comment.id}/erase", sure="yes").status == 303

    assert found_in(everything(server, reader, admin, parts), needles) == {}
    assert found_in({"log": caplog.text.encode()}, needles) == {}
    assert server.desk.verify() == []


def everything(server: Server, reader: Browser, admin: Browser, parts: dict[str, str]) -> dict[str, bytes]:
    """Return the bytes of every file beside the desk, every page for a reader and an administrator, every export."""
    found = {f"file {path.name}": path.read_bytes() for path in server.path.parent.rglob("*") if path.is_file()}
    n_pages = 0
    for route in SERVED:
        for browser in (reader, admin):
            answer = browser.get(address(route, parts))
            found[f"page {route.path} {browser is admin}"] = answer.body
            n_pages += answer.status == 200
    assert n_pages >= ROUTES_SEEN
    for query in ("Zanzibar", "Quillon"):
        # What was asked for stands in the field of the search; what is found must not.
        found[f"search {query}"] = admin.get(f"/desk/search?words={query}").body.replace(query.encode(), b"")
    with server.desk.reading() as transaction:
        kept = public_by_dossier(transaction)
    found["jsonl"] = "\n".join(json_lines(kept)).encode()
    found["wxr"] = "".join(wxr(kept)).encode()
    return found


def found_in(places: dict[str, bytes], needles: set[bytes]) -> dict[str, list[bytes]]:
    hits = {place: [needle for needle in needles if needle in data] for place, data in places.items()}
    return {place: found for place, found in hits.items() if found}
