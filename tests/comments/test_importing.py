"""Comments from elsewhere go into the queue, once, as plain words."""

import html
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.comments.desk import Desk
from secondsource.comments.exporting import json_lines, public_by_dossier, wxr
from secondsource.comments.importing.bringing import FORMATS, BroughtIn, bring_in
from secondsource.comments.importing.brought import Brought
from secondsource.comments.importing.isso import read_isso
from secondsource.comments.importing.plain_words import plain_words
from secondsource.comments.setting import Watch
from secondsource.model.comment import CommentStatus
from secondsource.model.errors import SecondSourceError
from tests.comments.makers import LATER, NOON, approve_all, open_desk, queue, submit
from tests.support import raises_code

WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<item><title>Port</title><link>https://news.example/2024/port/</link><wp:post_name>port</wp:post_name>
<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author><![CDATA[Ana]]></wp:comment_author>
<wp:comment_author_email>ana@example.org</wp:comment_author_email><wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
<wp:comment_date_gmt>2024-07-09 12:00:00</wp:comment_date_gmt>
<wp:comment_content><![CDATA[<p>It <b>is</b> shut &amp; dark.</p><script>alert(1)</script>]]></wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type></wp:comment>
<wp:comment><wp:comment_id>8</wp:comment_id><wp:comment_content>Buy</wp:comment_content>
<wp:comment_approved>spam</wp:comment_approved></wp:comment>
<wp:comment><wp:comment_id>9</wp:comment_id><wp:comment_content>Ping</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type></wp:comment>
</item></channel></rss>"""

DISQUS = """<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="1"><id>x</id><link>https://news.example/port.html?a=1</link></thread>
<post dsq:id="11"><message><![CDATA[<p>Shut.</p><p>Really.</p>]]></message><createdAt>2024-07-09T12:00:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Ben</name></author><thread dsq:id="1"/></post>
<post dsq:id="12"><message>Gone</message><isDeleted>true</isDeleted><isSpam>false</isSpam><thread dsq:id="1"/></post>
</disqus>"""

JSONL = '{"id": "5", "dossier": "port", "name": "Cy", "words": "Open.", "submitted_at": "2024-07-09T12:00:00+02:00"}\n'


def bring(desk: Desk, found: Iterator[Brought], source: str, dossier_id: str | None = None) -> BroughtIn:
    with desk.writing() as transaction:
        return bring_in(
            transaction,
            found,
            source=source,
            dossier_id=dossier_id,
            secret=desk.secret,
            watch=Watch(),
            who="ada",
            at=NOON,
        )


@pytest.mark.parametrize(
    ("form", "text", "name", "words"),
    [
        ("wxr", WXR, "Ana", "It is shut & dark."),
        ("disqus", DISQUS, "Ben", "Shut.\n\nReally."),
        ("jsonl", JSONL, "Cy", "Open."),
    ],
)
def test_a_file_is_brought_into_the_queue_as_plain_words(desk: Desk, form: str, text: str, name: str, words: str):
    brought = bring(desk, FORMATS[form](text.encode(), "file"), form)

    assert (brought.n_new, brought.left_out) == (1, ())
    comment = queue(desk)[0]
    assert comment.status is CommentStatus.WAITING
    assert comment.draft is not None
    assert (comment.draft.name, comment.draft.words) == (name, words)
    assert comment.submitted_at.year == 2024
    assert comment.terms == 0
    assert desk.verify() == []


def test_the_same_file_again_brings_nothing_new(desk: Desk):
    bring(desk, FORMATS["wxr"](WXR.encode(), "file"), "wxr")
    again = bring(desk, FORMATS["wxr"](WXR.encode(), "file"), "wxr")

    assert (again.n_new, again.n_known) == (0, 1)


def test_no_mail_address_and_no_network_is_taken_over(desk: Desk, tmp_path: Path):
    bring(desk, FORMATS["wxr"](WXR.encode(), "file"), "wxr")
    desk.close()

    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"ana@example.org" not in kept
    assert b"192.0.2.7" not in kept


def test_a_database_of_isso_is_brought_in_without_what_was_deleted_there(desk: Desk, tmp_path: Path):
    path = tmp_path / "isso.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE threads (id INTEGER PRIMARY KEY, uri TEXT, title TEXT)")
        connection.execute(
            "CREATE TABLE comments (tid, id INTEGER PRIMARY KEY, parent, created FLOAT, modified FLOAT, mode INTEGER,"
            " remote_addr, text, author, email, website, likes, dislikes, voters)"
        )
        connection.execute("INSERT INTO threads VALUES (1, '/news/port/', 't')")
        for number, mode in ((1, 1), (2, 2), (3, 4)):
            connection.execute(
                "INSERT INTO comments VALUES (1, ?, NULL, 1720526400.5, NULL, ?, '192.0.2.0', 'It *is* shut', 'Dee',"
                " 'dee@example.org', NULL, 0, 0, NULL)",
                (number, mode),
            )
        connection.commit()

    assert bring(desk, read_isso(path), "isso").n_new == 2
    assert [comment.draft.words for comment in queue(desk) if comment.draft] == ["It *is* shut"] * 2
    with raises_code("SS-231"):
        list(read_isso(tmp_path / "desk.sqlite"))


def test_what_belongs_to_no_dossier_is_left_out_and_named(desk: Desk):
    brought = bring(desk, FORMATS["jsonl"](JSONL.replace("port", "elsewhere").encode(), "file"), "jsonl")

    assert brought.n_new == 0
    assert [line.partition(":")[0] for line in brought.left_out] == ["5"]


def test_what_was_public_comes_back_by_either_export(desk: Desk, tmp_path: Path):
    submit(desk, 'Fish & <chips>\nin two lines, \x0bquoted "so".', name="<Ana & Co>")
    approve_all(desk)
    desk.publish_due(at=LATER)
    with desk.reading() as transaction:
        kept = public_by_dossier(transaction)
    told = {"jsonl": "\n".join(json_lines(kept)), "wxr": "".join(wxr(kept))}

    for form, text in told.items():
        with open_desk(tmp_path / f"{form}.sqlite") as other:
            assert bring(other, FORMATS[form](text.encode(), "file"), form).n_new == 1
            assert queue(other)[0].draft == kept[0][1][0].draft
            assert queue(other)[0].submitted_at == kept[0][1][0].submitted_at


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("wxr", b"no xml"),
        ("wxr", b"<rss><unclosed></rss>"),
        ("wxr", b"\xff\xfe<\x00r\x00"),
        ("wxr", b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss>&a;</rss>'),
        ("disqus", b'<!doctype disqus SYSTEM "file:///etc/passwd"><disqus/>'),
        ("jsonl", b"[1, 2]\n"),
        ("jsonl", b'{"id": 1}\n'),
        ("jsonl", b'{"words": "x", "name": ["y"]}\n'),
        ("jsonl", b"[" * 100_000),
        ("jsonl", b"\xff\n"),
    ],
)
def test_a_file_that_is_something_else_is_told(form: str, data: bytes):
    with raises_code("SS-809"):
        list(FORMATS[form](data, "file"))


@given(st.sampled_from(sorted(FORMATS)), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(form: str, data: bytes):
    try:
        list(FORMATS[form](data, "file"))
    except SecondSourceError as error:
        assert error.code == "SS-809"  # noqa: PT017


@given(st.text(st.characters(exclude_categories=["C"]), max_size=300))
def test_escaped_words_come_back_as_they_were(words: str):
    assert plain_words(html.escape(words)).split() == words.split()


def test_markup_without_a_closing_tag_does_not_hide_what_follows_it():
    assert plain_words("a<br>b<br/>c &lt;d&gt;") == "a\nb\nc <d>"
