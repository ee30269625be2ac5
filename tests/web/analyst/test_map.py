"""The map on an event's page: in words, light, and from this server alone."""

import gzip
from pathlib import Path

from tests.web.analyst.makers import small_ledger
from tests.web.client import Browser, Server

MOST_BYTES = 150_000
"""Of an event's page with its map, stylesheets and scripts, as they go over the wire."""


def test_an_events_page_says_its_map_in_words_and_is_light(tmp_path: Path):
    with Server(tmp_path, ledger=small_ledger(tmp_path)) as server:
        analyst = Browser(server)
        analyst.sign_in("analyst")
        links = [str(link.attributes["href"]) for link in analyst.get("/desk/events").page.all("a")]
        pages = [analyst.get(link) for link in links if link.startswith("/desk/events/ev-")]
        told = [
            desc.words() for page in pages for desc in page.page.all("desc") if desc.attributes["id"] == "chart-desc"
        ]
        land = [path for page in pages for path in page.page.all("path") if path.attributes.get("class") == "land"]
        files = ["site.css", "analyst.css", "desk.js", "slider.js"]
        weight = sum(len(gzip.compress(analyst.get(f"/static/{name}").body)) for name in files)

    assert told
    assert len(land) == len(told)
    assert all(path.attributes["d"] for path in land)
    assert all(each.startswith("North up, from ") and "The list below has every place." in each for each in told)
    assert any("Named with the event: " in each or "Also named: " in each for each in told)
    assert all(len(gzip.compress(page.body)) + weight <= MOST_BYTES for page in pages)
    assert not any(name in page.text for page in pages for name in ("<image", "url(", 'src="http', "xlink"))
