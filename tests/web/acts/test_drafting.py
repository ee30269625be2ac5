"""With four eyes: what one prepares, another publishes, once every citation holds."""

import json
from typing import Any

import pytest

from secondsource.comments.preparing import Prepared
from secondsource.comments.preparing import prepare as keep
from secondsource.comments.setting import set_four_eyes, set_shows_names
from secondsource.ledger.ledger import Ledger
from secondsource.model.desk import DraftStatus
from tests.comments.makers import NOON
from tests.web.acts.makers import DRAFTS, Desked, answer, give_back, let_pass, prepare
from tests.web.client import Browser


def test_what_an_analyst_prepares_an_editor_publishes_at_its_address(desked: Desked, analyst: Browser, editor: Browser):
    draft_id = prepare(analyst, title="The port of Eastmere")
    assert analyst.get("/dossiers/eastmere").status == 404
    seen = desked.draft(draft_id).seen
    assert "All hold against the ledger" in editor.get(f"{DRAFTS}/{draft_id}").text
    shown = editor.get(f"{DRAFTS}/{draft_id}/page")
    assert let_pass(editor, draft_id, seen=seen).status == 303

    published = Browser(desked.server).get("/dossiers/eastmere")
    assert published.status == 200
    assert shown.page.all("main")[0].words()[:400] == published.page.all("main")[0].words()[:400]
    draft = desked.draft(draft_id)
    assert (draft.status, draft.decided_by, draft.version) == (DraftStatus.PUBLISHED, "editor", 1)
    with Ledger.open(desked.ledger_path, read_only=True) as ledger:
        assert [(each.dossier_id, each.who, each.path) for each in ledger.publications()] == [
            ("eastmere", "editor", "/dossiers/eastmere/versions/1")
        ]
        assert ledger.verify() == []
    assert desked.server.desk.verify() == []
    versions = Browser(desked.server).get("/dossiers/eastmere/versions").text
    assert "Every citation was checked" in versions
    assert "One person prepared it, another published it." in versions


def test_readers_see_the_role_of_who_decided_and_the_desk_the_name(desked: Desked, admin: Browser, analyst: Browser):
    answer(admin, "same-event", "unsure", "harbour", "radio", why="The days differ.")
    answer(analyst, "reliability", "C", "Radio Eastmere", why="It corrects itself.")

    html, told = desked.contents(prepare(analyst))
    for published in (html.decode(), told):
        assert (
            "administrator no. 1 on whether harbour and radio are of one event: unsure; The days differ." in published
        )
        assert "admin on whether" not in published
        assert "analyst rated" not in published
    assert {kept.judgement.who for kept in desked.judgements()} == {"admin", "analyst"}

    with desked.server.desk.writing() as transaction:
        set_shows_names(transaction, True, who="ada", at=NOON)
    html, _ = desked.contents(prepare(analyst, dossier="named"))
    assert "admin on whether harbour and radio are of one event" in html.decode()
    assert desked.server.desk.verify() == []


def test_who_prepared_it_cannot_publish_it(desked: Desked, editor: Browser):
    draft_id = prepare(editor)
    refused = let_pass(editor, draft_id, seen=desked.draft(draft_id).seen)

    assert refused.status == 403
    assert "SS-814" in refused.text
    assert editor.get("/dossiers/eastmere").status == 404


def test_a_desk_can_do_without_a_second_person_and_its_log_says_so(desked: Desked, editor: Browser):
    with desked.server.desk.writing() as transaction:
        set_four_eyes(transaction, False, who="ada", at=NOON)
    draft_id = prepare(editor)

    assert let_pass(editor, draft_id, seen=desked.draft(draft_id).seen).status == 303
    with desked.server.desk.reading() as transaction:
        told = {row[0]: json.loads(row[1]) for row in transaction.execute("SELECT action, body FROM entries")}
    assert told["set"] == {"four_eyes": False}
    assert told["release"]["four_eyes"] is False
    assert "another published it" not in editor.get("/dossiers/eastmere/versions").text


def test_an_analyst_publishes_nothing(desked: Desked, analyst: Browser, editor: Browser):
    draft_id = prepare(editor)

    assert "SS-823" in let_pass(analyst, draft_id, seen=desked.draft(draft_id).seen).text


def test_a_draft_given_back_says_why_and_cannot_be_published_then(desked: Desked, analyst: Browser, editor: Browser):
    draft_id = prepare(analyst)
    seen = desked.draft(draft_id).seen
    assert "SS-808" in give_back(editor, draft_id, seen=seen, words=" ").text
    assert give_back(editor, draft_id, seen=seen).status == 303
    assert "Name the day." in analyst.get(f"{DRAFTS}/{draft_id}").text

    stale = let_pass(editor, draft_id, seen=seen)
    assert stale.status == 409
    assert "SS-813" in stale.text
    # Both are shown: what was seen, and what stands now.
    assert f"Seen: waiting for a second person, at entry {seen}." in stale.text
    assert "Now: returned by editor" in stale.text


def test_a_draft_against_an_older_version_is_not_published(desked: Desked, analyst: Browser, editor: Browser):
    first, second = prepare(analyst, title="One"), prepare(analyst, title="Two")
    assert let_pass(editor, first, seen=desked.draft(first).seen).status == 303
    stale = let_pass(editor, second, seen=desked.draft(second).seen)

    assert stale.status == 409
    assert "prepared against version 0 of eastmere; version 1 stands there now" in stale.text


def test_a_later_version_says_what_it_changes_word_by_word_and_a_correction_is_marked(
    desked: Desked, analyst: Browser, editor: Browser, admin: Browser
):
    first = prepare(analyst, title="The port")
    assert let_pass(editor, first, seen=desked.draft(first).seen).status == 303
    assert "SS-811" in analyst.send(DRAFTS, DRAFTS, dossier="eastmere").text
    answer(analyst, "event-day", "2024-07-06", "harbour")
    second = prepare(analyst, title="The port", note="Corrected the day.", correction="yes")
    assert "Correction:" in editor.get(f"{DRAFTS}/{second}").text
    assert let_pass(editor, second, seen=desked.draft(second).seen).status == 303

    reader = Browser(desked.server)
    for path in ("/dossiers/eastmere", "/dossiers/eastmere/versions/1"):
        assert "Correction of" in reader.get(path).text
    assert "Version 2 corrects it." in reader.get("/dossiers/eastmere/versions/1").text
    assert "<b>Correction:</b>" in reader.get("/dossiers/eastmere/versions").text
    changed = reader.get("/dossiers/eastmere/versions/2/changes")
    assert changed.status == 200
    assert "Saturday 6 July 2024" in " ".join(each.words() for each in changed.page.all("ins"))
    assert reader.get("/dossiers/eastmere/versions/1/changes").status == 404


def test_the_first_version_can_correct_nothing(analyst: Browser):
    assert "SS-811" in analyst.send(DRAFTS, DRAFTS, dossier="eastmere", correction="yes").text


@pytest.mark.parametrize("fields", [{"dossier": "No Address"}, {"dossier": "x", "reports": "nobody"}])
def test_a_draft_that_cannot_be_made_is_refused(desked: Desked, analyst: Browser, fields: dict[str, str]):
    made = analyst.send(DRAFTS, DRAFTS, **fields)

    assert made.status in (404, 422)
    assert analyst.get(DRAFTS).text.count("/desk/drafts/v-") == 0


def test_a_draft_of_chosen_reports_holds_no_other(desked: Desked, analyst: Browser):
    draft_id = prepare(analyst, reports="harbour\nradio")
    told = json.loads(desked.contents(draft_id)[1])

    assert [entry["report_id"] for entry in told["reports"]] == ["harbour", "radio"]


def test_an_unknown_draft_is_told(editor: Browser):
    assert "SS-812" in editor.get(f"{DRAFTS}/v-none").text


# Planted faults: whoever tampers with a draft, or with what it rests on, publishes nothing.


def planted(desked: Desked, draft_id: str, change: Any, *, page: Any = None) -> str:
    """Keep a draft that is like another but for the change; return its id."""
    html, told = desked.contents(draft_id)
    dossier = json.loads(told)
    change(dossier)
    made = Prepared(
        dossier_id="eastmere",
        title="t",
        note="",
        correction=False,
        html=html if page is None else page(html),
        dossier=json.dumps(dossier),
    )
    with desked.server.desk.writing() as transaction:
        return keep(transaction, made, who="analyst", at=NOON)


def nothing(_: Any) -> None:
    """Change nothing."""


def moved_offset(dossier: Any) -> None:
    dossier["events"][0]["what"][0]["citations"][0]["start"] += 1
    dossier["events"][0]["what"][0]["citations"][0]["end"] += 1


def changed_digit(dossier: Any) -> None:
    cited = dossier["events"][0]["what"][0]["citations"][0]
    cited["exact"] = cited["exact"].replace("two", "2")
    assert "2" in cited["exact"]


def changed_words_shown(dossier: Any) -> None:
    sentence = dossier["events"][0]["what"][0]
    sentence["text"] = sentence["text"].replace("closed", "opened")


def report_not_held(dossier: Any) -> None:
    dossier["events"][0]["what"][0]["citations"][0]["report_id"] = "r-elsewhere"


def report_not_in_ledger(dossier: Any) -> None:
    dossier["reports"].append({**dossier["reports"][0], "report_id": "r-elsewhere", "number": 9})
    report_not_held(dossier)


def without_citation(dossier: Any) -> None:
    dossier["events"][0]["what"][0]["citations"] = []


def sentence_added(dossier: Any) -> None:
    dossier["unknown"].append({"text": "The minister resigned.", "citations": [], "marks": []})


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (moved_offset, "events[0].what[0].citations[0]"),
        (changed_digit, "events[0].what[0].citations[0]"),
        (changed_words_shown, "events[0].what[0]"),
        (report_not_held, "events[0].what[0].citations[0]"),
        (report_not_in_ledger, "events[0].what[0].citations[0]"),
        (without_citation, "events[0].what[0]"),
        (sentence_added, "The minister resigned."),
    ],
)
def test_a_planted_wrong_citation_blocks_publication_and_names_its_sentence(
    desked: Desked, analyst: Browser, editor: Browser, change: Any, where: str
):
    good = prepare(analyst)
    named = "The minister resigned." if change is sentence_added else "has been"
    draft_id = planted(desked, good, change)
    blocked = let_pass(editor, draft_id, seen=desked.draft(draft_id).seen)

    assert blocked.status == 422
    assert "SS-506" in blocked.text
    told = " ".join(each.words() for each in blocked.page.all("p"))
    assert where in told
    assert named in told
    assert editor.get("/dossiers/eastmere").status == 404
    assert "cannot be published" in editor.get(f"{DRAFTS}/{draft_id}").text


def test_a_page_that_says_something_else_than_its_dossier_is_not_published(
    desked: Desked, analyst: Browser, editor: Browser
):
    good = prepare(analyst)
    draft_id = planted(desked, good, nothing, page=lambda html: html.replace(b"ferries collided", b"ferries sank"))
    blocked = let_pass(editor, draft_id, seen=desked.draft(draft_id).seen)

    assert "SS-506" in blocked.text
    assert "ferries sank" in blocked.text


def test_a_report_whose_words_changed_in_the_ledger_blocks_publication(
    desked: Desked, analyst: Browser, editor: Browser
):
    import sqlite3  # noqa: PLC0415
    from contextlib import closing  # noqa: PLC0415

    draft_id = prepare(analyst)
    with closing(sqlite3.connect(desked.ledger_path)) as connection:
        connection.execute("DROP TRIGGER texts_keep_update")
        connection.execute("UPDATE texts SET text = replace(text, 'two ferries', 'six ferries')")
        connection.commit()
    blocked = let_pass(editor, draft_id, seen=desked.draft(draft_id).seen)

    assert "SS-506" in blocked.text
    assert "harbour" in blocked.text


def test_what_is_no_dossier_is_not_published(desked: Desked, editor: Browser):
    made = Prepared(dossier_id="x", title="t", note="", correction=False, html=b"", dossier="[1]")
    with desked.server.desk.writing() as transaction:
        draft_id = keep(transaction, made, who="analyst", at=NOON)

    assert "SS-507" in let_pass(editor, draft_id, seen=desked.draft(draft_id).seen).text


def test_a_draft_of_the_page_and_the_json_of_one_run_is_published(desked: Desked, analyst: Browser, editor: Browser):
    draft_id = planted(desked, prepare(analyst), nothing)

    assert let_pass(editor, draft_id, seen=desked.draft(draft_id).seen).status == 303
