"""The work that a browser shows where the desk asks for it; a comment without it waits like any other."""

import hashlib
from dataclasses import replace

import pytest

from secondsource.comments.desk import Desk
from secondsource.comments.errors import BadSetting
from secondsource.comments.setting import set_work_bits, work_bits
from secondsource.comments.work import Proof, find_fault
from secondsource.ledger.desk.entries import find_entries
from secondsource.model.comment import CommentStatus
from tests.comments.makers import NOON, queue, submission

BITS = 8


def answer_for(token: str, bits: int = BITS) -> str:
    """Return the first answer that holds, as the script in the page finds it."""
    for n in range(1 << 20):
        digest = hashlib.sha256(f"{token}:{n}".encode()).hexdigest()
        if f"{int(digest, 16):0256b}".startswith("0" * bits):
            return str(n)
    raise AssertionError("no answer was found")


def test_work_that_was_done_holds_and_for_its_own_token_alone():
    answer = answer_for("form-a")

    assert find_fault(Proof("form-a", answer), bits=BITS) is None
    others = [find_fault(Proof(f"form-{n}", answer), bits=BITS) for n in range(20)]
    assert "its proof of work does not hold" in others


@pytest.mark.parametrize("answer", ["", "x", "-1", " 7", "٣", "9" * 21, "7\n"])
def test_what_is_no_answer_is_a_fault(answer: str):
    assert find_fault(Proof("form", answer), bits=1) is not None


def test_a_desk_that_asks_for_nothing_finds_no_fault():
    assert find_fault(Proof("form", ""), bits=0) is None


def test_a_comment_without_the_work_waits_behind_the_others_and_says_why(desk: Desk):
    with desk.writing() as transaction:
        set_work_bits(transaction, BITS, who="ada", at=NOON)
    for form, answer in (("a", ""), ("b", answer_for("b")), ("c", "x")):
        given = submission(f"Words {form}.", form=form, network=None)
        assert desk.submit(replace(given, proof=Proof(form, answer)), at=NOON) is not None

    found = queue(desk)
    assert [comment.draft.words for comment in found if comment.draft] == ["Words b.", "Words a.", "Words c."]
    assert {comment.status for comment in found} == {CommentStatus.WAITING}
    assert [[(flag.step, flag.why) for flag in comment.flags] for comment in found] == [
        [],
        [("work", "no proof of work came with it")],
        [("work", "its proof of work is none")],
    ]


def test_how_much_work_is_asked_for_stands_in_the_log_and_has_bounds(desk: Desk):
    with desk.writing() as transaction:
        assert work_bits(transaction) == 0
        set_work_bits(transaction, 16, who="ada", at=NOON)
        for bits in (-1, 25):
            with pytest.raises(BadSetting):
                set_work_bits(transaction, bits, who="ada", at=NOON)

        assert work_bits(transaction) == 16
        assert [e.body for e in find_entries(transaction, "desk") if e.action == "set"] == [{"work_bits": 16}]
