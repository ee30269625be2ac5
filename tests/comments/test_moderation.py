"""Nothing is seen before a moderator approved it, and every decision is made on what was seen."""

from datetime import timedelta

import pytest

from secondsource.comments.desk import Desk
from secondsource.comments.drafts import make_draft
from secondsource.comments.setting import set_interval
from secondsource.comments.showing import public_comments
from secondsource.comments.viewing import history
from secondsource.model.comment import CommentStatus, PublicComment, Reason
from secondsource.model.desk import DeskAction
from tests.comments.makers import LATER, MUCH_LATER, NOON, approve_all, queue, reject, ruling, submission, submit
from tests.support import raises_code


def public(desk: Desk) -> list[PublicComment]:
    with desk.reading() as transaction:
        return public_comments(transaction, "port")


def test_a_comment_waits_and_nobody_sees_it(desk: Desk):
    code = submit(desk)
    desk.publish_due(at=LATER)

    assert desk.received(code).status is CommentStatus.WAITING
    assert public(desk) == []


def test_an_approved_comment_appears_with_the_next_batch_and_not_at_once(desk: Desk):
    submit(desk, "Heard.")
    approve_all(desk)

    assert desk.publish_due(at=NOON + timedelta(seconds=59)) == []
    assert public(desk) == []
    desk.publish_due(at=LATER)
    assert [comment.draft.words for comment in public(desk)] == ["Heard."]


def test_batches_are_apart_by_the_interval(desk: Desk):
    with desk.writing() as transaction:
        set_interval(transaction, 60)
    submit(desk, "One.", form="a")
    approve_all(desk)
    assert len(desk.publish_due(at=NOON + timedelta(seconds=61))) == 1
    submit(desk, "Two.", form="b")
    approve_all(desk)

    assert desk.publish_due(at=NOON + timedelta(seconds=100)) == []
    assert len(desk.publish_due(at=NOON + timedelta(seconds=122))) == 1


def test_no_desk_publishes_faster_than_once_a_minute(desk: Desk):
    with raises_code("SS-810"), desk.writing() as transaction:
        set_interval(transaction, 59)


def test_a_decision_on_a_version_that_the_reader_has_changed_fails_and_shows_nothing(desk: Desk):
    code = submit(desk, "Harmless.")
    seen = queue(desk)[0]
    desk.amend(code, make_draft("", "Not harmless."), version=seen.version, at=NOON)

    with raises_code("SS-806"):
        desk.decide(ruling(seen), who="mo", at=NOON)
    desk.publish_due(at=LATER)
    assert public(desk) == []


def test_of_two_moderators_the_second_fails_cleanly(desk: Desk):
    submit(desk)
    seen = queue(desk)[0]
    desk.decide(reject(seen), who="mo", at=NOON)

    with raises_code("SS-806"):
        desk.decide(ruling(seen), who="bo", at=NOON)
    assert desk.comment(seen.id).decided_by == "mo"


def test_an_edit_keeps_the_original_is_marked_and_tells_the_reader(desk: Desk):
    code = submit(desk, "The liar closed it.")
    edit = ruling(
        queue(desk)[0],
        DeskAction.EDIT,
        draft=make_draft("A. Reader", "He closed it."),
        reason=Reason.INSULT,
        note="One word was taken out.",
    )
    desk.decide(edit, who="mo", at=NOON)
    desk.publish_due(at=LATER)

    assert [(each.draft.words, each.edited) for each in public(desk)] == [("He closed it.", Reason.INSULT)]
    told = desk.received(code)
    assert (told.edited, told.note) == (Reason.INSULT, "One word was taken out.")
    with desk.reading() as transaction:
        drafts = [draft.words for _, draft, _ in history(transaction, told.id) if draft is not None]
    assert drafts == ["The liar closed it.", "He closed it."]


def test_a_rejection_needs_a_reason_and_the_reader_learns_it(desk: Desk):
    code = submit(desk)
    with raises_code("SS-808"):
        desk.decide(ruling(queue(desk)[0], DeskAction.REJECT), who="mo", at=NOON)
    with raises_code("SS-808"):
        desk.decide(reject(queue(desk)[0], Reason.OTHER), who="mo", at=NOON)
    desk.decide(reject(queue(desk)[0], Reason.OTHER, "It is about another port."), who="mo", at=NOON)

    told = desk.received(code)
    assert (told.status, told.reason, told.note) == (
        CommentStatus.REJECTED,
        Reason.OTHER,
        "It is about another port.",
    )


def test_a_reversed_approval_takes_the_comment_off_the_page_at_once(desk: Desk):
    code = submit(desk)
    approve_all(desk)
    desk.publish_due(at=LATER)
    desk.decide(ruling(desk.received(code), DeskAction.REVERSE), who="mo", at=LATER)

    assert public(desk) == []
    assert [comment.status for comment in queue(desk)] == [CommentStatus.WAITING]


def test_reversing_an_edit_brings_back_what_the_reader_wrote(desk: Desk):
    code = submit(desk, "As written.")
    edit = ruling(queue(desk)[0], DeskAction.EDIT, draft=make_draft("", "As edited."), reason=Reason.INSULT)
    desk.decide(edit, who="mo", at=NOON)
    desk.decide(ruling(desk.received(code), DeskAction.REVERSE), who="mo", at=NOON)

    draft = queue(desk)[0].draft
    assert draft is not None
    assert (draft.words, queue(desk)[0].edited) == ("As written.", None)
    assert desk.verify() == []


@pytest.mark.parametrize("action", [DeskAction.APPROVE, DeskAction.REJECT])
def test_a_decision_stands_after_thirty_days(desk: Desk, action: DeskAction):
    code = submit(desk)
    reason = Reason.INSULT if action is DeskAction.REJECT else None
    desk.decide(ruling(queue(desk)[0], action, reason=reason), who="mo", at=NOON)

    with raises_code("SS-807"):
        desk.decide(ruling(desk.received(code), DeskAction.REVERSE), who="mo", at=MUCH_LATER)


def test_an_amended_comment_is_off_the_page_until_it_is_approved_again(desk: Desk):
    code = submit(desk, "First.")
    approve_all(desk)
    desk.publish_due(at=LATER)
    desk.amend(code, make_draft("", "Second."), version=desk.received(code).version, at=LATER)

    assert public(desk) == []


def test_a_withdrawn_comment_is_off_the_page_and_cannot_be_approved(desk: Desk):
    code = submit(desk)
    approve_all(desk)
    desk.publish_due(at=LATER)
    desk.withdraw(code, version=desk.received(code).version, at=LATER)

    assert public(desk) == []
    with raises_code("SS-807"):
        desk.decide(ruling(desk.received(code)), who="mo", at=LATER)
    with raises_code("SS-807"):
        desk.withdraw(code, version=desk.received(code).version, at=LATER)


def test_a_reader_cannot_change_what_has_moved_on_meanwhile(desk: Desk):
    code = submit(desk)
    version = desk.received(code).version
    approve_all(desk)

    with raises_code("SS-806"):
        desk.amend(code, make_draft("", "Other words."), version=version, at=NOON)


def test_a_form_sent_twice_brings_one_comment_and_the_same_receipt(desk: Desk):
    assert submit(desk, "Once.") == submit(desk, "Once.")
    assert len(queue(desk)) == 1


def test_a_form_sent_again_with_other_words_leaves_the_first(desk: Desk):
    submit(desk, "Once.")

    assert desk.submit(submission("Other words."), at=NOON) is None
    assert [comment.draft.words for comment in queue(desk) if comment.draft] == ["Once."]


def test_a_receipt_is_found_however_it_is_typed(desk: Desk):
    code = submit(desk)

    assert desk.received(code.lower().replace("-", " ").replace("o", "0")).status is CommentStatus.WAITING
    with raises_code("SS-804"):
        desk.received("AAAAA-AAAAA-AAAAA-AAAAA")


def test_a_batch_decides_each_comment_by_itself(desk: Desk):
    code = submit(desk, "One.", form="a")
    submit(desk, "Two.", form="b")
    seen = queue(desk)
    desk.withdraw(code, version=desk.received(code).version, at=NOON)
    failed = desk.decide_each([ruling(comment) for comment in seen], who="mo", at=NOON)

    assert [error.code for _, error in failed] == ["SS-806"]
    assert sorted(desk.comment(comment.id).status for comment in seen) == ["approved", "withdrawn"]
    assert desk.verify() == []


def test_where_a_comment_came_from_is_forgotten_with_the_first_decision(desk: Desk):
    submit(desk)
    asked = "SELECT network IS NULL FROM standings"
    with desk.reading() as transaction:
        assert transaction.execute(asked).fetchone()[0] == 0
    approve_all(desk)
    with desk.reading() as transaction:
        assert transaction.execute(asked).fetchone()[0] == 1


def test_an_unknown_comment_is_told(desk: Desk):
    with raises_code("SS-805"):
        desk.comment("c-nothing")
