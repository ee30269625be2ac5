"""What is erased is found nowhere, and the log holds all the same."""

import random
from pathlib import Path

import pytest

from secondsource.comments.desk import Desk
from secondsource.comments.drafts import make_draft
from secondsource.comments.exporting import json_lines, public_by_dossier, wxr
from secondsource.ledger.desk import contents
from secondsource.model.comment import CommentStatus, Reason
from secondsource.model.desk import DeskAction
from tests.comments.makers import LATER, NOON, approve_all, open_desk, queue, reject, ruling, submission, submit
from tests.support import raises_code


def bytes_of(path: Path) -> bytes:
    """Return all bytes of the desk's file and of what SQLite keeps beside it."""
    return b"".join(each.read_bytes() for each in sorted(path.parent.glob(f"{path.name}*")))


def test_after_erasing_name_words_notes_and_receipt_are_found_nowhere(desk: Desk, tmp_path: Path):
    code = submit(desk, "Zanzibar words first", name="Quillon Vane", form="form-xyz")
    desk.amend(code, make_draft("Quillon Vane", "Zanzibar words second"), version=desk.received(code).version, at=NOON)
    desk.decide(reject(queue(desk)[0], Reason.OTHER, "Dear Quillon, Zanzibar it is not."), who="mo", at=NOON)
    path = tmp_path / "desk.sqlite"
    assert b"Zanzibar" in bytes_of(path)
    assert b"Quillon" in bytes_of(path)

    desk.erase_received(code, at=NOON)

    left = bytes_of(path)
    assert [word for word in (b"Zanzibar", b"Quillon", b"Vane", b"form-xyz", b"192.0.2") if word in left] == []
    assert desk.verify() == []
    with raises_code("SS-804"):
        desk.received(code)


def test_an_erased_comment_is_off_the_page_and_out_of_every_export(desk: Desk):
    code = submit(desk, "Gone with it.")
    approve_all(desk)
    desk.publish_due(at=LATER)
    comment = desk.received(code)
    desk.erase(comment.id, who="ada", at=LATER)

    with desk.reading() as transaction:
        kept = public_by_dossier(transaction)
    assert list(json_lines(kept)) == []
    assert "Gone" not in "".join(wxr(kept))
    assert desk.comment(comment.id).status is CommentStatus.ERASED
    assert desk.comment(comment.id).draft is None


@pytest.mark.parametrize("seed", range(3))
def test_erasing_any_of_many_leaves_the_others_and_no_byte_of_it(tmp_path: Path, seed: int):
    """Rows of many sizes are moved between pages of the file; no copy may stay behind in their slack."""
    chance = random.Random(seed)
    path = tmp_path / "many.sqlite"
    with open_desk(path) as desk:
        codes = {}
        for n in range(120):
            words = f"marker-{n:03d}-end " + "filling " * chance.choice((1, 20, 400))
            code = desk.submit(submission(words, name=f"person-{n:03d}-x", form=f"f{n}"), at=NOON)
            assert code is not None
            codes[n] = code
            if chance.random() < 0.5:
                seen = desk.received(code)
                desk.amend(code, make_draft(f"person-{n:03d}-x", f"{words} again"), version=seen.version, at=NOON)
        gone = chance.sample(sorted(codes), 15)
        for n in gone:
            desk.erase_received(codes[n], at=NOON)

        left = bytes_of(path)
        assert [n for n in gone if f"marker-{n:03d}-end".encode() in left] == []
        assert [n for n in gone if f"person-{n:03d}-x".encode() in left] == []
        assert all(f"marker-{n:03d}-end".encode() in left for n in codes if n not in gone)
        assert desk.verify() == []


def test_erasing_says_so_while_another_process_keeps_the_bytes(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    code = submit(desk, "Zanzibar once more")
    desk.file._writer.execute("PRAGMA busy_timeout=50")
    with open_other(tmp_path) as other, other.reading() as transaction:
        contents.find_texts(transaction, "anything")
        with raises_code("SS-234"):
            desk.erase_received(code, at=NOON)

    from secondsource.comments.erasing import scrub  # noqa: PLC0415

    scrub(desk.file)
    assert b"Zanzibar" not in bytes_of(tmp_path / "desk.sqlite")


def open_other(folder: Path) -> Desk:
    return Desk.open(folder / "desk.sqlite", at=NOON)


def test_an_erased_comment_cannot_be_decided(desk: Desk):
    code = submit(desk)
    comment = desk.received(code)
    desk.erase(comment.id, who="ada", at=NOON)

    with raises_code("SS-807"):
        desk.decide(ruling(desk.comment(comment.id), DeskAction.APPROVE), who="mo", at=NOON)
