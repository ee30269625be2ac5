"""A server with something of everything, so that every route has an address that is there."""

import json
from urllib.parse import quote

from secondsource.comments.dossiers import publish_dossier
from secondsource.comments.preparing import Prepared, prepare
from secondsource.web.routing import Route
from tests.comments.makers import NOON, PAGE, queue, submit
from tests.web.client import Server

HARBOUR = (
    "The port of Eastmere has been closed since Sunday after two ferries collided, the harbour master said on Tuesday. "
    '"The gates stay shut for a week," said Jan Vos, spokesman of the Eastmere Port Authority.'
)
RADIO = (
    "The port of Eastmere has been closed since Sunday after two ferries collided, Radio Eastmere reported. "
    "The Eastmere Port Authority said the gates would stay shut for a week."
)
VALLEY = "Farmers in the valley expect a poor harvest of wheat after three dry months, their union said in Lyon."

Parts = dict[str, str]


def stock(server: Server) -> Parts:
    """Fill the desk of a server that has a ledger, and return what stands for the varying parts of addresses."""
    if not queue(server.desk):
        submit(server.desk)
    with server.desk.writing() as transaction:
        changed = PAGE.replace("It is.", "It was.").encode()
        publish_dossier(transaction, "port", title="The port", html=changed, note="A tense.", who="ada", at=NOON)
        made = Prepared(
            dossier_id="port", title="The port", note="A word.", correction=True, html=PAGE.encode(), dossier="{}"
        )
        draft_id = prepare(transaction, made, who="ada", at=NOON)
    states = server.site.states
    assert states is not None
    event = states.get().linked.events[0]
    return {
        "dossier_id": "port",
        "comment_id": queue(server.desk)[0].id,
        "draft_id": draft_id,
        "event_id": event.id,
        "report_id:rest": "harbour",
        "name:rest": "Radio Eastmere",
        "name": "site.css",
        "version": "2",
    }


def address(route: Route, parts: Parts) -> str:
    """Return an address of the route that is there."""
    path = route.path
    for name, value in parts.items():
        path = path.replace(f"{{{name}}}", quote(value))
    if route.path == "/terms/{version}":
        path = "/terms/1"
    asks = {"/desk/judgements": f"?subject={quote(json.dumps(['harbour']))}"}
    return path + (asks.get(route.path, "") if route.method == "GET" else "")
