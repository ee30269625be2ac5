"""Comments from elsewhere go into the queue, once, as plain words."""

import html
import json
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from secondsource.comments.desk import Desk
from secondsource.comments.drafts import make_draft
from secondsource.comments.exporting import json_lines, public_by_dossier, wxr
from secondsource.comments.importing.bringing import FORMATS, BroughtIn, bring_in
from secondsource.comments.importing.brought import Brought, Unread
from secondsource.comments.importing.isso import read_isso
from secondsource.comments.importing.plain_words import plain_words
from secondsource.comments.setting import Watch
from secondsource.model.comment import CommentId, CommentStatus, Draft, PublicComment
from secondsource.model.desk import PublishedDossier
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


def bring(desk: Desk, found: Iterator[Brought | Unread], source: str, dossier_id: str | None = None) -> BroughtIn:
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
        # What looks like an element ahead of the declaration must not hide it.
        ("wxr", b'<!-- <a --><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'),
        ("disqus", b'<?x <a ?><!DOCTYPE disqus [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><disqus/>'),
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


@pytest.mark.parametrize("seed", range(3))
def test_a_bomb_of_entities_is_refused_before_it_grows(seed: int):
    inner = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(20))
    ahead = ("", "<!-- <rss> -->", "<?pi <rss>?>")[seed]
    bomb = f'<?xml version="1.0"?>{ahead}<!DOCTYPE rss [<!ENTITY e0 "boom">{inner}]><rss><item>&e20;</item></rss>'
    began = time.process_time()

    with raises_code("SS-809"):
        list(FORMATS["wxr"](bomb.encode(), "file"))
    assert time.process_time() - began < 1


def test_a_broken_row_is_told_and_the_others_are_brought_in(desk: Desk):
    rows = [
        '{"id": "1", "dossier": "port", "name": "Cy", "words": "One."}',
        '{"id": "2", "dossier": "port", "words": ["no text"]}',
        "not a row at all: Zanzibar",
        '{"id": "3", "dossier": "port", "words": "half \\ud800"}',
        '{"id": "\\ud800", "dossier": "port", "words": "x"}',
        '{"id": "1", "dossier": "port", "words": "The same number."}',
        '{"id": "5", "dossier": "none", "words": "x"}',
        json.dumps({"id": "6", "dossier": "port", "words": "x" * 5000}),
        '{"id": "7", "dossier": "port", "words": "Two.", "submitted_at": "whenever"}',
    ]
    brought = bring(desk, FORMATS["jsonl"]("\n".join(rows).encode(), "file"), "jsonl")

    assert brought.n_new == 2
    assert [comment.draft.words for comment in queue(desk) if comment.draft] == ["One.", "Two."]
    assert [line.partition(":")[0] for line in brought.left_out] == [
        "line 2",
        "line 3",
        "line 4",
        "line 5",
        "1",
        "5",
        "6",
    ]
    assert "Zanzibar" not in "".join(brought.left_out)
    assert desk.verify() == []


def test_comments_without_a_number_are_known_by_what_they_say(desk: Desk):
    one, two = (f'{{"dossier": "port", "words": "{words}"}}' for words in ("One.", "Two."))
    assert bring(desk, FORMATS["jsonl"](one.encode(), "file"), "jsonl").n_new == 1
    again = bring(desk, FORMATS["jsonl"](f"{two}\n{one}\n".encode(), "file"), "jsonl")

    assert (again.n_new, again.n_known, again.left_out) == (1, 1, ())


def test_a_file_from_before_does_not_bring_back_what_was_erased(desk: Desk):
    bring(desk, FORMATS["jsonl"](JSONL.encode(), "file"), "jsonl")
    desk.erase(queue(desk)[0].id, who="ada", at=LATER)
    again = bring(desk, FORMATS["jsonl"](JSONL.encode(), "file"), "jsonl")

    assert (again.n_new, again.n_known) == (0, 1)
    assert queue(desk) == []
    assert desk.verify() == []


@given(
    st.lists(
        st.fixed_dictionaries(
            {"words": st.text(max_size=20) | st.none() | st.integers()},
            optional={
                "id": st.text(max_size=3) | st.integers(),
                "dossier": st.just("port"),
                "name": st.text(max_size=9),
            },
        ),
        max_size=6,
    )
)
def test_any_rows_are_brought_in_or_told(rows: list[dict[str, object]]):
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder) / "desk.sqlite") as desk:
        text = "\n".join(json.dumps(row) for row in rows)
        try:
            brought = bring(desk, FORMATS["jsonl"](text.encode(), "file"), "jsonl")
        except SecondSourceError as error:
            assert error.code == "SS-809"  # noqa: PT017
            return
        assert brought.n_new + brought.n_known + len(brought.left_out) == len(rows)
        assert len(queue(desk)) == brought.n_new
        assert desk.verify() == []


@given(st.text(max_size=20), st.text(min_size=1, max_size=120))
@example(name="", words="  two\n\n\n  in front\tand\u2028apart &amp; <p> ]]> --> \u202eback")
def test_any_comment_comes_back_by_either_export_as_it_was(name: str, words: str):
    try:
        draft = make_draft(name, f"w{words}w")
    except SecondSourceError:
        return
    public = PublicComment(id=CommentId("c-1"), draft=draft, edited=None, submitted_at=NOON)
    dossier = PublishedDossier(
        id="port", title=name, version=1, published_at=NOON, closed=False, n_comments=1, generation=0
    )
    for form, text in {
        "jsonl": "\n".join(json_lines([(dossier, [public])])),
        "wxr": "".join(wxr([(dossier, [public])])),
    }.items():
        (back,) = FORMATS[form](text.encode(), "file")
        assert isinstance(back, Brought)
        # XML knows no way to write these two.
        unwritable = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD} if form == "wxr" else {}
        assert (back.thread, back.sent_at) == ("port", NOON)
        assert make_draft(back.name, back.words) == Draft(
            name=draft.name.translate(unwritable), words=draft.words.translate(unwritable)
        )


def test_a_database_of_isso_with_broken_rows_or_a_view_for_a_table(desk: Desk, tmp_path: Path):
    path = tmp_path / "isso.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE threads (id INTEGER PRIMARY KEY, uri TEXT)")
        connection.execute("CREATE TABLE comments (tid, id INTEGER PRIMARY KEY, created, mode INTEGER, text, author)")
        connection.execute("INSERT INTO threads VALUES (1, '/port/')")
        connection.execute("INSERT INTO comments VALUES (1, 1, 'whenever', 1, 'One.', NULL)")
        connection.execute("INSERT INTO comments VALUES (1, 2, 1720526400, 1, CAST(x'54776fff' AS TEXT), x'4465')")
        connection.commit()
    assert bring(desk, read_isso(path), "isso").n_new == 2
    assert [comment.draft for comment in queue(desk)] == [
        Draft(name="", words="One."),
        Draft(name="De", words="Two\ufffd"),
    ]

    other = tmp_path / "trap.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE threads (id INTEGER PRIMARY KEY, uri TEXT)")
        connection.execute(
            "CREATE VIEW comments AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) "
            "SELECT id, 1 AS tid, 0 AS created, 1 AS mode, 'x' AS text, '' AS author FROM n"
        )
        connection.commit()
    with raises_code("SS-231"):
        list(read_isso(other))


def test_what_stands_in_a_part_that_is_never_closed_is_not_lost():
    assert plain_words("seen <template>hidden</template> <b>too</b>") == "seen  too"
    assert plain_words("seen <template>not hidden") == "seen not hidden"


def test_markup_without_a_closing_tag_does_not_hide_what_follows_it():
    assert plain_words("a<br>b<br/>c &lt;d&gt;") == "a\nb\nc <d>"
