"""Whatever a reader writes is text on every page and nothing else."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.comments.dossiers import require_dossier
from secondsource.model.comment import Comment, CommentId, CommentStatus, Draft, Flag, PublicComment, Reason
from secondsource.model.desk import Account, DeskAction, DeskEntry, Role
from secondsource.model.ids import Digest
from secondsource.web.pages import fill, render
from secondsource.web.sessions import Visitor
from tests.comments.makers import NOON, approve_all, open_desk
from tests.publishing.elements import Element, parse
from tests.web.client import Browser, Server, receipt_of

HOSTILE = [
    "<script>alert(1)</script>",
    "</div></li></ol></main><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</textarea><script>alert(1)</script>",
    "</title></style></noscript></template><svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<a href=javascript&colon;alert(1)>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<!--<img src=--><img src=x onerror=alert(1)//>",
    "]]><![CDATA[x<!-- -->",
    "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "&lt;b&gt; &amp; &#60;script&#62; &#x3c;",
    "<base href=//elsewhere.example>",
    "<meta http-equiv=refresh content='0;url=//elsewhere.example'>",
    "<link rel=stylesheet href=//elsewhere.example/x.css>",
    "<form action=//elsewhere.example><input name=code>",
    "<style>@import '//elsewhere.example/x.css'</style>",
    "<plaintext>",
    "<xmp><b>",
    "\u202eevil\u202d \u2066a\u2067b\u2069 \u200f\u200e\u061c",
    "a\u200b\u200c\u200d\u2060\ufeffb",
    "z̷̢̛̛͎͙͙̗̀͐͐̈́a̶l̴g̷o̶" * 8,
    "a\x00b\x1b[31mc\x7f\x85",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\u2028\u2029<b>",
    "＜script＞alert(1)＜/script＞",
    "<ScRiPt\t>alert(1)</sCrIpT\n>",
    "<img src=`x` onerror=alert(1)>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\ud7ff\ue000\ufffe\uffff",
    "<" * 300,
    "&" * 300,
]


def comments_page(words: str, name: str) -> Element:
    comment = PublicComment(
        id=CommentId("c-abc"), draft=Draft(name=name, words=words), edited=Reason.INSULT, submitted_at=NOON
    )
    return parse(render("comments.html.j2", site_name="s", dossier=_DOSSIER, comments=[comment]))


@pytest.fixture(scope="module", autouse=True)
def _dossier(tmp_path_factory: pytest.TempPathFactory) -> None:
    global _DOSSIER  # noqa: PLW0603
    with open_desk(tmp_path_factory.mktemp("d") / "desk.sqlite") as desk, desk.reading() as transaction:
        _DOSSIER = require_dossier(transaction, "port")


_DOSSIER: object = None


@given(st.text(max_size=200), st.text(max_size=60))
@settings(max_examples=4000, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_and_name_give_the_page_the_tree_of_plain_ones(words: str, name: str):
    assert comments_page(words, name).shape() == comments_page("x", "x").shape()


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_text_on_the_page_of_comments(words: str):
    page = comments_page(words, words)

    assert page.shape() == comments_page("x", "x").shape()
    assert attribute_values(page) == attribute_values(comments_page("x", "x"))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Server]]:
    folder: Path = tmp_path_factory.mktemp("two")
    with Server(folder / "hostile") as hostile, Server(folder / "plain") as plain:
        yield hostile, plain


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_text_on_every_page_that_shows_them(two: tuple[Server, Server], words: str):
    hostile, plain = (pages(server, text) for server, text in zip(two, (words, "x"), strict=True))

    assert [page.shape() for page in hostile] == [page.shape() for page in plain]
    marked = [value for page in hostile for value in attribute_values(page) if "alert(" in value or "evil" in value]
    assert marked == []


def pages(server: Server, words: str) -> list[Element]:
    """Return every page that shows a comment: form, receipt, queue, batch, history, decided, the public page."""
    reader, moderator = Browser(server), Browser(server)
    moderator.sign_in("moderator")
    sent = reader.comment(f"w{words}", name=f"n{words[:60]}")
    code = receipt_of(sent)
    comment = server.desk.received(code)
    found = [sent, *(moderator.get(f"/desk/{path}") for path in ("queue", "batch", f"comments/{comment.id}"))]
    approve_all(server.desk)
    server.desk.publish_due(at=server.site.now() + timedelta(days=9))
    found += [moderator.get("/desk/decided"), reader.get("/dossiers/port/comments")]
    found.append(reader.fill_in(reader.get("/receipt"), "/receipt", code=code))
    found.append(reader.comment("\u200b", name=words[:60]))
    server.desk.erase_received(code, at=NOON)
    assert [answer.status for answer in found] == [200] * 7 + [422]
    return [answer.page for answer in found]


def attribute_values(page: Element) -> list[str]:
    return [value or "" for element in page.all() for value in element.attributes.values()]


def test_words_are_escaped_once():
    page = comments_page("Fish & <Chips> &amp;", "A & B")

    assert (
        next(div.words() for div in page.all("div") if div.attributes.get("class") == "words") == "Fish & <Chips> &amp;"
    )
    assert next(bdi.words() for bdi in page.all("bdi") if bdi.attributes.get("class") == "name") == "A & B"


def test_a_name_and_words_stand_in_elements_that_keep_their_direction_to_themselves():
    page = comments_page("\u202eevil", "\u202eevil")

    holders = [e for e in page.all() if any(isinstance(each, str) and "\u202e" in each for each in e.content)]
    assert [(e.tag, e.attributes.get("dir")) for e in holders] == [("bdi", None), ("div", "auto")]


@given(st.text(max_size=200), st.text(max_size=60))
@settings(max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_and_name_give_the_receipt_the_tree_of_plain_ones(words: str, name: str):
    assert sent_page(words, name).shape() == sent_page("x", "x").shape()


def sent_page(words: str, name: str) -> Element:
    texts = {"code": "A", "name": name, "words": words, "dossier_id": "port"}
    return parse(fill("sent.html.j2", texts, language="en", site_name="s"))


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_name_and_note_give_the_moderators_pages_the_tree_of_plain_ones(words: str, name: str, note: str):
    assert desk_page(words, name, note).shape() == desk_page("x", "x", "x").shape()


def desk_page(words: str, name: str, note: str) -> Element:
    comment = Comment(
        id=CommentId("c-abc"),
        dossier_id="port",
        status=CommentStatus.WAITING,
        version=3,
        revision=2,
        content_seq=3,
        public_seq=None,
        draft=Draft(name=name, words=words),
        edited=None,
        submitted_at=NOON,
        terms=1,
        note=note,
        flags=(Flag(step="words", why=words),),
    )
    entry = DeskEntry(
        seq=2,
        at=NOON,
        who="reader",
        action=DeskAction.SUBMIT,
        subject="c-abc",
        body={},
        prev=Digest("0" * 64),
        hash=Digest("1" * 64),
    )
    shown = render(
        "desk/queue.html.j2",
        site_name="s",
        visitor=Visitor(Account(name="mo", role=Role.MODERATOR, active=True), "h", None),
        token=lambda _: "t",
        comment=comment,
        n_waiting=2,
        skip=0,
        titles={"port": "The port"},
        earlier=[(entry, comment.draft)],
        last=None,
        max_name=80,
        max_words=4000,
    )
    return parse(shown)


BIDI = "\u202eevil\u2066\u200f\u200b"


def test_on_every_page_a_readers_direction_stays_in_its_element(tmp_path: Path):
    with Server(tmp_path) as server:
        for answer in pages(server, BIDI):
            loose = [words for words in loose_words(answer, isolated=False) if "evil" in words]
            assert loose == [], loose


def loose_words(element: Element, *, isolated: bool) -> Iterator[str]:
    """Yield the texts of a page that no element with a direction of its own holds."""
    # A text area is an inline block of its own, whatever is typed into it.
    held = isolated or element.tag in {"bdi", "textarea"} or element.attributes.get("dir") == "auto"
    for each in element.content:
        if isinstance(each, str):
            if not held:
                yield each
        else:
            yield from loose_words(each, isolated=held)
