"""Whatever is asked of the analysts' pages, they answer and never break."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.web.analyst.routes import ANALYST_ROUTES
from secondsource.web.routing import Route
from tests.web.analyst.makers import small_ledger
from tests.web.client import Browser, Server

FIELDS = ("words", "outlet", "language", "from", "to", "as_of", "page", "status", "step", "show")
KNOWN = [
    "a/1",
    "b-2",
    "KCNA",
    "1",
    "0",
    "-1",
    "9" * 14,
    "2026-02-01",
    "2026-02-01T08:30Z",
    "corroborated",
    '"port',
    "en",
]
TEXTS = st.one_of(st.text(max_size=30), st.sampled_from(KNOWN))


@pytest.fixture(scope="module")
def anybody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    folder = tmp_path_factory.mktemp("any")
    with Server(folder, ledger=small_ledger(folder)) as server:
        browser = Browser(server)
        browser.sign_in("analyst")
        yield browser


def encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@given(
    route=st.sampled_from([route for route in ANALYST_ROUTES if route.method == "GET"]),
    part=TEXTS.filter(bool),
    fields=st.dictionaries(st.sampled_from(FIELDS), TEXTS, max_size=6),
)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_address_breaks_a_page(anybody: Browser, route: Route, part: str, fields: dict[str, str]):
    address = quote(encodable(part), safe="")
    path = route.path
    for name in ("{event_id}", "{name:rest}", "{report_id:rest}"):
        path = path.replace(name, address)
    query = "&".join(f"{name}={quote(encodable(text))}" for name, text in fields.items())

    assert anybody.get(f"{path}?{query}").status in {200, 400, 404}, (path, fields)
