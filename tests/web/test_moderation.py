"""The desk's pages do what they say, on what was seen."""

from datetime import timedelta

from secondsource.comments.drafts import make_draft
from secondsource.comments.showing import public_comments
from secondsource.model.comment import CommentStatus
from tests.comments.makers import NOON, queue, submit
from tests.web.client import Answer, Browser, Server


def first_form(page: Answer, what: str) -> str:
    return next(
        str(f.attributes["action"]) for f in page.page.all("form") if str(f.attributes["action"]).endswith(what)
    )


def test_a_comment_is_approved_from_the_queue_and_the_next_one_is_shown(server: Server, moderator: Browser):
    submit(server.desk, "One.", form="a")
    submit(server.desk, "Two.", form="b")
    page = moderator.get("/desk/queue")
    assert "One." in page.text
    answer = moderator.fill_in(page, first_form(page, "/approve"))

    assert answer.status == 303
    after = moderator.get(answer.headers["location"])
    assert "Two." in after.text
    assert "One." not in after.text
    undone = moderator.fill_in(after, first_form(after, "/reverse"))
    assert undone.status == 303
    assert server.desk.n_waiting() == 2


def test_rejecting_editing_holding_and_skipping(server: Server, moderator: Browser):
    for n in range(4):
        submit(server.desk, f"Words {n}.", form=f"f{n}")
    page = moderator.get("/desk/queue")
    assert moderator.fill_in(page, first_form(page, "/reject")).status == 422
    assert moderator.fill_in(page, first_form(page, "/reject"), reason="insult").status == 303
    page = moderator.get("/desk/queue")
    assert moderator.fill_in(page, first_form(page, "/hold")).status == 303
    page = moderator.get("/desk/queue?skip=1")
    assert "Words 3." in page.text
    page = moderator.get("/desk/queue")
    edited = moderator.fill_in(page, first_form(page, "/edit"), reason="not-facts", words="Better words.")
    assert edited.status == 303

    with server.desk.reading() as transaction:
        assert public_comments(transaction, "port") == []
    assert server.desk.n_waiting() == 1
    assert "Words 1." in moderator.get("/desk/held").text
    decided = moderator.get("/desk/decided").text
    assert "Better words." in decided
    assert "Insults or threatens somebody" in decided


def test_a_decision_on_an_old_page_fails_and_says_why(server: Server, moderator: Browser):
    code = submit(server.desk, "Harmless.")
    page = moderator.get("/desk/queue")
    server.desk.amend(code, make_draft("", "Harmful."), version=server.desk.received(code).version, at=NOON)
    answer = moderator.fill_in(page, first_form(page, "/approve"))

    assert answer.status == 409
    assert "SS-806" in answer.text
    way = f"/desk/comments/{server.desk.received(code).id}"
    assert way in [link.attributes["href"] for link in answer.page.all("a")]
    assert server.desk.received(code).status is CommentStatus.WAITING


def test_many_are_approved_or_rejected_at_once(server: Server, moderator: Browser):
    codes = [submit(server.desk, f"Words {n}.", form=f"f{n}") for n in range(6)]
    page = moderator.get("/desk/batch")
    ticked = [box.attributes["value"] for box in page.page.all("input") if box.attributes.get("type") == "checkbox"]
    assert len(ticked) == 6
    assert moderator.fill_in(page, "/desk/batch", ticked=ticked[:2], do="approve").status == 303
    assert moderator.fill_in(page, "/desk/batch", ticked=ticked[2:4], do="reject", reason="repeat").status == 303
    server.desk.withdraw(codes[4], version=server.desk.received(codes[4]).version, at=NOON)
    failed = moderator.fill_in(page, "/desk/batch", ticked=ticked[4:], do="approve")

    assert failed.status == 409
    assert "1 decided, 1 not" in failed.text
    assert sorted(server.desk.received(code).status for code in codes) == [
        *["approved"] * 3,
        *["rejected"] * 2,
        "withdrawn",
    ]


def test_a_dossier_is_closed_and_opened_from_the_desk(server: Server, moderator: Browser):
    page = moderator.get("/desk/dossiers")
    assert moderator.fill_in(page, "/desk/dossiers/port/close").status == 303
    assert "No more comments" in moderator.get("/dossiers/port/comments").text
    page = moderator.get("/desk/dossiers")
    assert moderator.fill_in(page, "/desk/dossiers/port/open").status == 303
    assert "Write a comment" in moderator.get("/dossiers/port/comments").text


def test_the_history_shows_every_step_and_an_administrator_can_erase(server: Server, moderator: Browser):
    code = submit(server.desk, "First words.")
    server.desk.amend(code, make_draft("", "Second words."), version=server.desk.received(code).version, at=NOON)
    comment_id = queue(server.desk)[0].id
    page = moderator.get(f"/desk/comments/{comment_id}")
    assert "First words." in page.text
    assert "Second words." in page.text
    assert "erase" not in [str(f.attributes["action"]).rpartition("/")[2] for f in page.page.all("form")]

    admin = Browser(server)
    admin.sign_in("admin")
    page = admin.get(f"/desk/comments/{comment_id}")
    assert admin.fill_in(page, f"/desk/comments/{comment_id}/erase", sure="yes").status == 303
    assert "First words." not in admin.get(f"/desk/comments/{comment_id}").text
    assert admin.get("/desk/comments/c-none").status == 404


def test_the_queue_shows_what_an_amended_comment_said_before(server: Server, moderator: Browser):
    code = submit(server.desk, "First words.")
    server.desk.amend(code, make_draft("", "Second words."), version=server.desk.received(code).version, at=NOON)

    page = moderator.get("/desk/queue").text
    assert page.index("Second words.") < page.index("First words.")


def test_a_batch_goes_out_by_the_clock_of_the_server(server: Server, moderator: Browser):
    submit(server.desk)
    page = moderator.get("/desk/queue")
    moderator.fill_in(page, first_form(page, "/approve"))
    assert server.desk.publish_due(at=server.site.now()) == []

    assert len(server.desk.publish_due(at=server.site.now() + timedelta(seconds=601))) == 1
