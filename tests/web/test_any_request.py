"""Whatever is asked, the server answers with a page or an object of its own and never breaks."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.web.routes import ROUTES
from tests.comments.makers import queue, submit
from tests.web.client import Browser, Server
from tests.web.stock import stock

FIELDS = (
    "words",
    "name",
    "version",
    "terms",
    "reason",
    "note",
    "skip",
    "ticked",
    "do",
    "code",
    "sure",
    "account",
    "role",
    "subject",
    "kind",
    "value",
    "why",
    "seen",
    "dossier",
    "reports",
    "title",
    "correction",
    "q",
    "as_of",
    "number",
    "one",
    "other",
    "one_words",
    "other_words",
    "credential",
    "state",
    "iss",
    "old",
)
CODES = ["1", "approve", "insult", "harbour", "note", "event-day", "c-1:2", ":", "-1", "9" * 30, "admin"]
SUBJECTS = [
    '["harbour"]',
    '["harbour:0-5", "radio:0-5"]',
    '["Jan Vos", "Radio Eastmere"]',
    '["radio", "harbour"]',
    '["a", "b", "c"]',
    '["harbour", "0-9"]',
]
TEXTS = st.one_of(st.text(max_size=30), st.sampled_from([*CODES, *SUBJECTS]))

ENDING = ("/sign-out", "/desk/account", "/desk/accounts/passkeys")
"""What ends the session that all the rest is asked with."""


@pytest.fixture(scope="module")
def admin(tmp_path_factory: pytest.TempPathFactory, filled: bytes) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("any")
    (folder / "ledger.sqlite").write_bytes(filled)
    with Server(folder, ledger=folder / "ledger.sqlite") as server:
        submit(server.desk)
        stock(server)
        browser = Browser(server)
        browser.sign_in("admin")
        yield browser


def encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@given(
    route=st.sampled_from([route for route in ROUTES if route.path not in ENDING]),
    parts=st.lists(TEXTS, min_size=1, max_size=2),
    fields=st.dictionaries(st.sampled_from(FIELDS), TEXTS, max_size=8),
)
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_address_and_any_fields_get_an_answer_that_is_no_failure(
    admin: Browser, route, parts: list[str], fields: dict[str, str]
):
    waiting = queue(admin.server.desk)
    ids = [waiting[0].id] if waiting else []
    path = route.path
    for n, name in enumerate(re.findall(r"\{[a-z_:]+\}", path)):
        chosen = [*ids, "port", *parts][n % (len(parts) + len(ids) + 1)]
        path = path.replace(name, quote(encodable(chosen), safe="") or "x")
    sent = {name: encodable(text) for name, text in fields.items()}
    if route.method == "GET":
        query = "&".join(f"{name}={quote(text)}" for name, text in sent.items())
        answer = admin.get(f"{path}?{query}")
    else:
        answer = admin.send(path, route.purpose, **sent)

    assert answer.status < 500, (route.method, path, sent)


def test_the_json_routes_tell_errors_as_objects(admin: Browser):
    answer = admin.get("/api/dossiers/none/comments")

    assert answer.status == 404
    assert answer.text.startswith('{"error": {"code": "SS-802"')
