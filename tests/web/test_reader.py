"""A reader writes, follows, changes, withdraws and erases a comment, and sees only what was approved."""

from datetime import timedelta

from secondsource.comments.dossiers import set_closed
from secondsource.model.comment import CommentStatus
from tests.comments.makers import NOON, approve_all, queue
from tests.web.client import Answer, Browser, Server, receipt_of


def words_of(answer: Answer) -> list[str]:
    return [div.words() for div in answer.page.all("div") if div.attributes.get("class") == "words"]


def test_a_comment_goes_from_the_form_to_the_page_by_way_of_a_moderator(server: Server, reader: Browser):
    code = receipt_of(reader.comment("It <is> shut & dark.", name="Ana"))
    assert words_of(reader.get("/dossiers/port/comments")) == []

    approve_all(server.desk)
    assert words_of(reader.get("/dossiers/port/comments")) == []
    server.desk.publish_due(at=server.site.now() + timedelta(hours=1))

    assert words_of(reader.get("/dossiers/port/comments")) == ["It <is> shut & dark."]
    assert reader.get("/api/dossiers/port/comments").text.count("It <is> shut & dark.") == 1
    assert "It is on the page." in reader.fill_in(reader.get("/receipt"), "/receipt", code=code).text


def test_the_form_shows_the_terms_it_binds_to(server: Server, reader: Browser):
    page = reader.get("/dossiers/port/comment")
    assert "Terms, version 1" in page.text
    reader.comment("Words.")

    assert queue(server.desk)[0].terms == 1


def test_what_cannot_be_taken_is_given_back_to_mend(reader: Browser):
    answer = reader.comment("\u200b", name="Ana")

    assert answer.status == 422
    assert [area.words() for area in answer.page.all("textarea")] == ["Ana", "\u200b"]
    assert "SS-801" not in answer.text


def test_a_reader_changes_withdraws_and_erases_with_the_receipt(server: Server, reader: Browser):
    code = receipt_of(reader.comment("First words."))
    shown = reader.fill_in(reader.get("/receipt"), "/receipt", code=code)
    shown = reader.fill_in(shown, "/receipt/amend", words="Second words.")
    assert words_of(shown) == ["Second words."]
    shown = reader.fill_in(shown, "/receipt/withdraw")
    assert "Withdrawn by its writer" in shown.text
    shown = reader.fill_in(shown, "/receipt/erase", sure="yes")

    assert "is erased" in shown.text
    assert reader.fill_in(reader.get("/receipt"), "/receipt", code=code).status == 404
    left = b"".join(path.read_bytes() for path in server.path.parent.glob("desk.sqlite*"))
    assert b"First words" not in left
    assert b"Second words" not in left


def test_erasing_asks_for_a_tick(server: Server, reader: Browser):
    code = receipt_of(reader.comment("Words."))
    shown = reader.fill_in(reader.get("/receipt"), "/receipt", code=code)

    assert reader.fill_in(shown, "/receipt/erase").status == 400
    assert server.desk.received(code).status is CommentStatus.WAITING


def test_an_erased_comment_is_off_the_page_that_was_kept_ready(server: Server, reader: Browser):
    code = receipt_of(reader.comment("Kept ready."))
    approve_all(server.desk)
    server.desk.publish_due(at=server.site.now() + timedelta(hours=1))
    assert "Kept ready." in reader.get("/dossiers/port/comments").text
    server.desk.erase_received(code, at=NOON)

    assert "Kept ready." not in reader.get("/dossiers/port/comments").text


def test_a_closed_dossier_takes_no_comment_and_keeps_its_page(server: Server, reader: Browser):
    page = reader.get("/dossiers/port/comment")
    with server.desk.writing() as transaction:
        set_closed(transaction, "port", True, who="mo", at=NOON)

    assert reader.fill_in(page, "/dossiers/port/comment", words="Late.").status == 403
    assert "No more comments" in reader.get("/dossiers/port/comments").text


def test_the_page_of_comments_is_sent_packed_and_only_once(reader: Browser):
    first = reader.get("/dossiers/port/comments", **{"accept-encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"

    again = reader.get("/dossiers/port/comments", **{"if-none-match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_a_dossier_stands_at_its_address_with_its_versions(reader: Browser):
    page = reader.get("/dossiers/port")
    assert page.status == 200
    assert "style-src 'sha256-" in page.headers["content-security-policy"]
    assert '<a href="/dossiers/port/comments">' in page.text
    assert reader.get("/dossiers/port/versions/1").status == 200
    assert reader.get("/dossiers/port/versions/2").status == 404
    assert reader.get("/dossiers/port/versions/x").status == 400
    assert "First published." in reader.get("/dossiers/port/versions").text


def test_a_form_sent_twice_gives_the_same_receipt(server: Server, reader: Browser):
    page = reader.get("/dossiers/port/comment")
    first = reader.fill_in(page, "/dossiers/port/comment", words="Once.")
    again = reader.fill_in(page, "/dossiers/port/comment", words="Once.")

    assert receipt_of(first) == receipt_of(again)
    assert server.desk.n_waiting() == 1
    assert reader.fill_in(page, "/dossiers/port/comment", words="Other.").status == 403
