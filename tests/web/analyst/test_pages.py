"""What the analysts' pages show, and that looking at them changes nothing."""

import re
from html import unescape
from pathlib import Path

import pytest

from secondsource.model.desk import Role
from secondsource.web.analyst.routes import ANALYST_ROUTES
from tests.web.analyst.makers import FIRST, OTHER, REPEATED, SEOUL_SAYS, STEP, intake, keep
from tests.web.client import Browser, Server

PATHS = ["/desk/inbox", "/desk/search", "/desk/events", "/desk/sources", "/desk/reports/b-2", "/desk/sources/KCNA"]


def links(browser: Browser, path: str, start: str) -> list[str]:
    """Return the addresses of our pages that a page leads to, without their fragments."""
    found = (unescape(each) for each in re.findall(r'href="([^"]*)"', browser.get(path).text))
    return list(dict.fromkeys(each.partition("#")[0] for each in found if each.startswith(start)))


def main_event(browser: Browser) -> str:
    return links(browser, "/desk/events", "/desk/events/")[0]


def test_every_link_of_every_page_leads_somewhere(analyst: Browser):
    waiting, seen = list(PATHS), set[str]()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = analyst.get(path)
        assert answer.status == 200, (path, answer.text)
        found = [unescape(each).partition("#")[0] for each in re.findall(r'href="(/desk/[^"]*)"', answer.text)]
        waiting += [
            each for each in dict.fromkeys(found) if each not in seen | set(waiting) and "/judgements" not in each
        ]

    assert len(seen) > 20
    assert any(path.startswith("/desk/reports/a%2F1") for path in seen)


@pytest.mark.parametrize("path", [*PATHS, "/desk/events/ev-1", "/desk/reports/a/b", "/desk/sources/A%2FB"])
def test_without_a_ledger_a_page_says_so(tmp_path: Path, path: str):
    with Server(tmp_path) as server:
        browser = Browser(server)
        browser.sign_in("analyst")
        answer = browser.get(path)

    assert answer.status == 200
    assert "No ledger was given to this server" in answer.text


@pytest.mark.parametrize("role", [None, *Role])
def test_only_those_who_analyse_see_the_ledger(desk: Server, role: Role | None):
    browser = Browser(desk)
    if role is not None:
        browser.sign_in(str(role))
    may = role in {Role.ANALYST, Role.EDITOR, Role.ADMIN}
    for path in PATHS:
        answer = browser.get(path)
        assert answer.status == (200 if may else 403), path
        assert ("KCNA" in answer.text and "Yonhap" in answer.text) <= may


def test_looking_at_every_page_leaves_desk_and_ledger_byte_for_byte(desk: Server, ledger: Path, analyst: Browser):
    event = main_event(analyst)
    before = on_disk(desk, ledger)
    for path in [*PATHS, event, f"{event}?step=1", f"{event}?as_of=2026-02-01T08:30:00Z", "/desk/reports/b-2?show=1"]:
        assert analyst.get(path).status == 200
        desk.ask("HEAD", path, headers={"cookie": analyst.cookie})

    assert on_disk(desk, ledger) == before


def on_disk(desk: Server, ledger: Path) -> dict[str, bytes]:
    """Return what is on the disk; a log of writes that holds nothing is as good as none."""
    files = [path for path in desk.path.parent.iterdir() if not path.name.endswith("-shm")]
    return {path.name: path.read_bytes() for path in files if path.read_bytes()}


def test_unknown_ids_are_told_of_as_such(analyst: Browser):
    for path in ["/desk/events/ev-none", "/desk/reports/none", "/desk/sources/No%20Such%20Paper"]:
        answer = analyst.get(path)
        assert (answer.status, "SS-828" in answer.text) == (404, True), path


@pytest.mark.parametrize(
    "query",
    [
        "/desk/events/x?step=0",
        "/desk/events?as_of=soon",
        "/desk/events?as_of=0001-01-01T00:00%2B23:00",
        "/desk/events?status=true",
        "/desk/search?from=9.7.24",
        "/desk/search?page=-1",
        "/desk/search?page=9999999",
        "/desk/reports/b-2?show=x",
    ],
)
def test_what_no_page_of_ours_asks_is_refused_and_not_a_fault_of_ours(analyst: Browser, query: str):
    assert analyst.get(query).status == 400


def test_a_page_of_a_search_that_there_is_not_is_empty(analyst: Browser):
    assert "There is no such page" in analyst.get("/desk/search?page=7").text


def test_the_search_takes_all_its_filters(analyst: Browser):
    def found(query: str) -> set[str]:
        return {link.rpartition("/")[2].partition("?")[0] for link in links(analyst, query, "/desk/reports/")}

    assert found("/desk/search?words=delegation") == {"a%2F1", "b-2"}
    assert found("/desk/search?words=%22declined+to+comment%22") == {"b-2"}
    assert found("/desk/search?outlet=yonhap") == {"b-2"}
    assert found("/desk/search?from=2024-07-09&to=2024-07-09") == {"a%2F1", "b-2"}
    assert found("/desk/search?to=2024-07-08") == set()
    assert found("/desk/search?language=ko") == set()
    assert found("/desk/search?words=delegation&as_of=2026-02-01T08:30Z") == {"a%2F1"}
    assert "1 more report would fit, but the day is not known" in analyst.get("/desk/search?from=2024-01-01").text
    assert "<mark>delegation</mark>" in analyst.get("/desk/search?words=delegation").text


def test_the_report_stands_beside_its_capture_with_its_words_marked(analyst: Browser):
    answer = analyst.get("/desk/reports/b-2")
    captured = next(div for div in answer.page.all("div") if div.attributes.get("class") == "text")
    original = next(iter(answer.page.all("pre")))

    assert captured.words() == original.words() == REPEATED
    marked = {(span.attributes["class"], span.words()) for span in captured.all("span")}
    assert {("is-time", "Monday"), ("is-name", "KCNA"), ("is-event", "left")} <= marked


def test_a_finding_is_shown_by_its_link_without_scripts(analyst: Browser):
    shown = next(link for link in links(analyst, "/desk/reports/b-2", "/desk/reports/b-2?") if "show=1" in link)
    answer = analyst.get(shown)

    assert [mark.words() for mark in answer.page.all("mark") if mark.attributes.get("id") == "cited"]
    assert "Show none" in answer.text


def test_a_citation_leads_to_its_words(analyst: Browser):
    cited = next(link for link in links(analyst, main_event(analyst), "/desk/reports/") if "from=" in link)
    start, end = (int(re.search(rf"{name}=(\d+)", cited)[1]) for name in ("from", "to"))  # type: ignore[index]
    answer = analyst.get(cited)
    captured = next(div for div in answer.page.all("div") if div.attributes.get("class") == "text")

    chosen = "".join(mark.words() for mark in captured.all("mark"))
    assert chosen == captured.words()[start:end] != ""


def test_the_event_page_has_all_its_parts(analyst: Browser):
    answer = analyst.get(main_event(analyst))

    headings = [heading.words() for heading in answer.page.all("h2")]
    assert headings == [
        "What happened",
        "Lines of reporting",
        "Timeline",
        "Map",
        "Statements by speaker",
        "Contradictions",
        "Silence",
        "Names that stand on sanctions lists",
        "Provisions that may bear on it",
        "Reports",
    ]
    assert [svg.attributes["role"] for svg in answer.page.all("svg")] == ["img", "img"]
    assert "No sanctions list was given to this server" in answer.text
    assert "came into the ledger" in answer.text
    assert "Pyongyang" in answer.text


def test_as_of_shows_the_event_as_it_stood(analyst: Browser):
    event = main_event(analyst)
    then, now = analyst.get(f"{event}?step=1").text, analyst.get(event).text

    assert "As the ledger stood at 1 February 2026, 08:00 UTC" in then
    assert "Yonhap" not in then
    assert "Yonhap" in now
    assert analyst.get(f"{event}?as_of=2026-02-01T08:00:00.000000Z").text.count("Yonhap") == 0


def test_the_address_of_an_event_leads_to_it_after_it_got_another(analyst: Browser, ledger: Path):
    event = main_event(analyst)
    keep(ledger, intake("d-4", SEOUL_SAYS, outlet="The Korea Herald"), at=FIRST + 5 * STEP)

    assert main_event(analyst) != event
    assert "The Korea Herald" in analyst.get(event).text


def test_before_its_first_report_the_ledger_held_nothing_of_an_event(analyst: Browser):
    answer = analyst.get(f"{main_event(analyst)}?as_of=2025-01-01")

    assert answer.status == 200
    assert "At that moment the ledger held no report of it" in answer.text


def test_the_source_page_tells_control_and_who_repeats_it(analyst: Browser):
    answer = analyst.get("/desk/sources/Korean%20Central%20News%20Agency")

    assert "government of North Korea" in answer.text
    repeated = next(s for s in answer.page.all("section") if s.attributes["aria-labelledby"] == "repeated")
    assert "Yonhap" in repeated.words()


def test_a_first_look_calls_everything_new_and_marking_it_seen_empties_the_inbox(analyst: Browser, ledger: Path):
    first = analyst.get("/desk/inbox")
    assert "You have not looked before" in first.text
    assert analyst.fill_in(first, "/desk/inbox/seen").status == 303

    assert "0 new reports, 0 new events, 0 events changed" in analyst.get("/desk/inbox").text
    keep(ledger, intake("d-4", SEOUL_SAYS, outlet="The Korea Herald"), at=FIRST + 5 * STEP)
    later = analyst.get("/desk/inbox").text
    assert "1 new report, 0 new events, 1 event changed" in later
    assert "Became corroborated" in later
    assert "2 independent origins; then on 1" in " ".join(later.split())


def test_what_comes_while_the_inbox_lies_open_stays_new(analyst: Browser, ledger: Path):
    opened = analyst.get("/desk/inbox")
    keep(ledger, intake("d-4", OTHER + " More is not known.", outlet="AFP"), at=FIRST + 5 * STEP)
    analyst.fill_in(opened, "/desk/inbox/seen")

    assert "1 new report" in analyst.get("/desk/inbox").text


def test_each_account_has_looked_for_itself_alone(desk: Server, analyst: Browser):
    analyst.fill_in(analyst.get("/desk/inbox"), "/desk/inbox/seen")
    editor = Browser(desk)
    editor.sign_in("editor")

    assert "You have not looked before" in editor.get("/desk/inbox").text


def test_an_entry_that_the_ledger_lacks_cannot_be_seen(analyst: Browser):
    for number in ("999", "0", "-1", "x"):
        assert analyst.send("/desk/inbox/seen", "/desk/inbox/seen", number=number).status == 400


def test_routes_of_analysts_ask_for_those_who_analyse():
    assert {(route.method, str(route.need)) for route in ANALYST_ROUTES} == {("GET", "analyse"), ("POST", "analyse")}
