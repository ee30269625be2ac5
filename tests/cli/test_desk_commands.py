"""The desk from the command line: accounts, dossiers, imports, exports, settings, checks."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from secondsource.cli.clock import now
from secondsource.cli.serve import require_web
from secondsource.comments.desk import Desk
from secondsource.comments.setting import four_eyes, shows_names, work_bits
from secondsource.ledger.desk.dossiers import find_dossiers, find_versions
from secondsource.ledger.desk.drafts import find_drafts
from secondsource.ledger.desk.entries import find_entries
from secondsource.publishing.served import read_page, with_links
from tests.cli.conftest import Type
from tests.comments.makers import NOON, PAGE, queue, ruling, submit
from tests.publishing.elements import parse
from tests.support import raises_code

PASSWORD = b"a few words nobody uses together\n"


@pytest.fixture
def desk_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, type_in: Type) -> Path:
    path = tmp_path / "desk.sqlite"
    monkeypatch.setenv("SECOND_SOURCE_DESK", str(path))
    assert type_in("desk", "account", "ada", "--role", "admin", stdin=PASSWORD).code == 0
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    assert type_in("desk", "publish", str(tmp_path / "page.html"), "--id", "port").code == 0
    return path


def test_the_first_account_is_an_administrators(tmp_path: Path, type_in: Type):
    ran = type_in("desk", "account", "mo", "--role", "moderator", "--desk", str(tmp_path / "d"), stdin=PASSWORD)

    assert (ran.code, ran.error_code) == (1, "SS-826")


def test_an_account_has_one_of_the_roles_and_a_password(tmp_path: Path, type_in: Type):
    desk = ("--desk", str(tmp_path / "d"))
    assert type_in("desk", "account", "mo", "--role", "king", *desk, stdin=PASSWORD).error_code == "SS-901"
    assert type_in("desk", "account", "mo", "--role", "admin", *desk, stdin=b"\n").error_code == "SS-825"


def test_a_page_that_is_no_dossier_is_not_published(desk_path: Path, tmp_path: Path, type_in: Type):
    other = tmp_path / "other.html"
    other.write_text("<!doctype html><title>x</title>", encoding="utf-8")

    assert type_in("desk", "publish", str(other), "--id", "x").error_code == "SS-505"
    assert type_in("desk", "publish", str(tmp_path / "none.html"), "--id", "x").error_code == "SS-901"


def test_a_real_dossier_is_published_with_its_headline(desk_path: Path, tmp_path: Path, type_in: Type, notice: Path):
    page = tmp_path / "dossier.html"
    assert type_in("dossier", str(notice), "--html", str(page)).code == 0
    assert type_in("desk", "publish", str(page), "--id", "moscow").code == 0
    text = page.read_text(encoding="utf-8")

    served = with_links(text, [("/x", "To <x>")])
    assert [a.words() for a in parse(served).all("a") if a.attributes["href"] == "/x"] == ["To <x>"]
    assert read_page(served).title


def test_comments_are_brought_in_and_given_out(desk_path: Path, tmp_path: Path, type_in: Type):
    lines = tmp_path / "c.jsonl"
    lines.write_text('{"id": "1", "dossier": "port", "words": "Shut."}\n{"id": "2", "dossier": "x", "words": "No."}\n')
    ran = type_in("desk", "import", str(lines), "--format", "jsonl")
    assert ran.code == 1
    assert "1 new in the queue, 0 known, 1 left out" in ran.err
    assert type_in("desk", "import", str(lines), "--format", "yaml").error_code == "SS-901"
    assert type_in("desk", "export").lines == []
    with Desk.open(desk_path, at=NOON) as desk:
        for comment in queue(desk):
            desk.decide(ruling(comment), who="mo", at=NOON)
        # The command ran by the real clock; the batch is one of the day after.
        desk.publish_due(at=now() + timedelta(days=1))

    assert [line["words"] for line in type_in("desk", "export").lines] == ["Shut."]
    assert "<wp:comment_content>Shut.</wp:comment_content>" in type_in("desk", "export", "--format", "wxr").out
    assert type_in("desk", "export", "--format", "csv").error_code == "SS-901"


def test_settings_are_kept(desk_path: Path, tmp_path: Path, type_in: Type):
    terms = tmp_path / "terms.txt"
    terms.write_text("Be kind.\n", encoding="utf-8")
    assert type_in("desk", "set", "--interval", "60", "--watch", "Bribe", "--terms", str(terms)).code == 0
    assert type_in("desk", "set").error_code == "SS-901"
    assert type_in("desk", "set", "--interval", "5").error_code == "SS-810"

    with closing(sqlite3.connect(desk_path)) as connection:
        kept = dict(connection.execute("SELECT name, value FROM settings WHERE name <> 'secret'").fetchall())
        assert connection.execute("SELECT text FROM terms ORDER BY version DESC").fetchone() == ("Be kind.",)
    assert kept == {"interval_s": "60", "watched": "bribe"}


def test_the_digest_says_a_number_and_a_link_and_nothing_else(desk_path: Path, type_in: Type):
    told = ("desk", "digest", "--to", "desk@example.org", "--origin", "https://desk.example/")
    assert type_in(*told).out == ""
    with Desk.open(desk_path, at=NOON) as desk:
        submit(desk, "Secret words.")

    mail = type_in(*told).out
    assert "Subject: 1 waiting" in mail
    assert mail.rstrip().endswith("1 waiting: https://desk.example/desk/queue")
    assert "Secret" not in mail
    assert type_in("desk", "digest", "--to", "a\nBcc: b", "--origin", "https://desk.example").error_code == "SS-810"


def test_a_comment_is_erased_by_its_id(desk_path: Path, type_in: Type):
    with Desk.open(desk_path, at=NOON) as desk:
        submit(desk, "Zanzibar.")
        comment_id = queue(desk)[0].id
    assert "would be erased" in type_in("desk", "erase", comment_id, "--dry-run").err
    assert b"Zanzibar" in desk_path.read_bytes()
    assert type_in("desk", "erase", comment_id).code == 0
    assert type_in("desk", "scrub").code == 0

    assert b"Zanzibar" not in desk_path.read_bytes()
    assert type_in("desk", "erase", "c-none").error_code == "SS-805"


def test_a_check_walks_the_log_and_finds_a_change(desk_path: Path, type_in: Type):
    ran = type_in("desk", "check")
    assert ran.code == 0
    end = ran.out.splitlines()[-1].removeprefix("End of the log: ")
    assert type_in("desk", "check", "--head", end).code == 0
    assert type_in("desk", "check", "--head", "x").error_code == "SS-901"
    with closing(sqlite3.connect(desk_path)) as connection:
        connection.execute("DROP TRIGGER terms_keep_update")
        connection.commit()

    assert "SS-243" in type_in("desk", "check").out
    assert [line["code"] for line in type_in("desk", "check", "--json").lines] == ["SS-243"]


def test_a_desk_that_is_not_there_is_told(tmp_path: Path, type_in: Type):
    assert type_in("serve", "--desk", str(tmp_path / "none")).error_code == "SS-232"
    assert type_in("desk", "check", "--desk", str(tmp_path / "none")).error_code == "SS-232"


def test_an_origin_is_a_scheme_and_a_host(tmp_path: Path, type_in: Type):
    for origin in ("desk.example", "ftp://desk.example", "https://desk.example/below"):
        assert type_in("serve", "--origin", origin, "--desk", str(tmp_path)).error_code == "SS-901"


def test_without_the_extra_the_server_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with raises_code("SS-906"):
        require_web()


def test_a_page_is_kept_as_a_draft_for_a_second_person(desk_path: Path, tmp_path: Path, type_in: Type, notice: Path):
    page, told = tmp_path / "dossier.html", tmp_path / "dossier.json"
    told.write_text(type_in("dossier", str(notice), "--html", str(page), "--json").out, encoding="utf-8")
    ran = type_in("desk", "publish", str(page), "--id", "moscow", "--draft", str(told))
    assert (ran.code, "/desk/drafts/v-" in ran.err) == (0, True)
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    assert type_in("desk", "publish", str(page), "--id", "moscow", "--draft", str(other)).error_code == "SS-507"

    with Desk.open(desk_path, at=NOON) as desk, desk.reading() as transaction:
        assert [each.dossier_id for each in find_drafts(transaction, limit=9)] == ["moscow"]
        assert [each.id for each in find_dossiers(transaction)] == ["port"]


def test_what_is_published_by_command_says_so_in_the_log(desk_path: Path, tmp_path: Path, type_in: Type):
    changed = tmp_path / "changed.html"
    changed.write_text(PAGE.replace("It is.", "It was."), encoding="utf-8")
    told = ("desk", "publish", str(changed), "--id", "port", "--note", "A tense.", "--correction")
    assert type_in(*told).code == 0

    with Desk.open(desk_path, at=NOON) as desk, desk.reading() as transaction:
        newest = find_versions(transaction, "port")[0].how
        body = list(find_entries(transaction, "port"))[-1].body
    assert (newest.correction, newest.checked, newest.four_eyes) == (True, False, False)
    assert body["how"]["passed_by"] is None


def test_who_publishes_with_whom_is_set_and_stands_in_the_log(desk_path: Path, type_in: Type):
    assert type_in("desk", "set", "--four-eyes", "off", "--who", "ada").code == 0
    assert type_in("desk", "set", "--four-eyes", "perhaps").error_code == "SS-901"

    with Desk.open(desk_path, at=NOON) as desk, desk.reading() as transaction:
        entry = list(find_entries(transaction, "desk"))[-1]
        assert not four_eyes(transaction)
    assert (entry.who, entry.action, entry.body) == ("ada", "set", {"four_eyes": False})


def test_names_and_work_are_set_and_stand_in_the_log(desk_path: Path, type_in: Type):
    assert type_in("desk", "set", "--names", "on", "--work", "16", "--who", "ada").code == 0
    assert type_in("desk", "set", "--names", "perhaps").error_code == "SS-901"
    assert type_in("desk", "set", "--work", "25").error_code == "SS-810"

    with Desk.open(desk_path, at=NOON) as desk, desk.reading() as transaction:
        assert shows_names(transaction)
        assert work_bits(transaction) == 16
        kept = [(entry.who, entry.body) for entry in find_entries(transaction, "desk") if entry.action == "set"]
    assert kept == [("ada", {"work_bits": 16}), ("ada", {"names": True})]
