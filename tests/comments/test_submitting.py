"""What is taken, where, and in which order it waits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.comments.desk import Desk
from secondsource.comments.dossiers import publish_dossier, set_closed
from secondsource.comments.drafts import MAX_WORDS, draft_of, draft_text, make_draft
from secondsource.comments.setting import set_watched
from secondsource.comments.steps import Seen, find_flags
from secondsource.model.errors import SecondSourceError
from tests.comments.makers import NOON, PAGE, queue, submission, submit
from tests.support import raises_code


@pytest.mark.parametrize("words", ["", " \n ", "\u200b\u200e\u2066", "\x00\x07", "\ud800"])
def test_a_comment_without_words_to_be_seen_is_refused(words: str):
    with raises_code("SS-801"):
        make_draft("", words)


def test_a_comment_of_the_longest_length_is_taken_whole_and_one_more_character_is_refused():
    assert len(make_draft("", "한" * MAX_WORDS).words) == MAX_WORDS
    with raises_code("SS-801"):
        make_draft("", "a" * (MAX_WORDS + 1))
    with raises_code("SS-801"):
        make_draft("n" * 81, "Words.")


@given(st.text(max_size=40), st.text(min_size=1, max_size=200).map(lambda text: f"w{text}w"))
def test_a_draft_is_kept_and_given_back_unchanged(name: str, words: str):
    try:
        draft = make_draft(name, words)
    except SecondSourceError as error:
        assert error.code == "SS-801"  # noqa: PT017
        return
    assert draft_of(draft_text(draft)) == draft


def test_a_comment_names_a_dossier_that_is_published_and_open(desk: Desk):
    with raises_code("SS-802"):
        desk.submit(submission(dossier="none"), at=NOON)
    with desk.writing() as transaction:
        set_closed(transaction, "port", True, who="mo", at=NOON)
    with raises_code("SS-803"):
        desk.submit(submission(), at=NOON)


def test_a_closed_dossier_takes_comments_again_once_it_is_opened(desk: Desk):
    with desk.writing() as transaction:
        assert set_closed(transaction, "port", True, who="mo", at=NOON)
        assert not set_closed(transaction, "port", True, who="mo", at=NOON)
        assert set_closed(transaction, "port", False, who="mo", at=NOON)

    assert submit(desk)
    assert desk.verify() == []


def test_the_rules_order_the_queue_and_decide_nothing(desk: Desk):
    with desk.writing() as transaction:
        set_watched(transaction, "Bribe")
    submit(desk, "He took a bribe.", form="a")
    submit(desk, "See www.example.org", form="b")
    submit(desk, "Plain words.", form="c")

    assert [[flag.step for flag in comment.flags] for comment in queue(desk)] == [[], ["links"], ["words"]]


def test_each_rule_says_what_it_saw():
    draft = make_draft("", "http://a.example " + "long " * 500)
    flags = find_flags(Seen(draft=draft, n_same=2, n_network=5, watched=frozenset({"long"})))

    assert [flag.step for flag in flags] == ["length", "links", "repeats", "rate", "words"]
    assert all(flag.why for flag in flags)


def test_the_same_words_again_are_noticed(desk: Desk):
    submit(desk, "Buy  THIS now", form="a")
    submit(desk, "buy this NOW", form="b")

    assert [flag.step for flag in queue(desk)[-1].flags] == ["repeats"]


def test_a_new_version_of_a_dossier_says_what_changed(desk: Desk):
    with desk.writing() as transaction:
        assert publish_dossier(transaction, "port", title="t", html=PAGE.encode(), note="", who="ada", at=NOON) == 1, (
            "the same page again is no new version"
        )
    with raises_code("SS-811"), desk.writing() as transaction:
        publish_dossier(transaction, "port", title="t", html=b"other", note=" ", who="ada", at=NOON)
    with desk.writing() as transaction:
        assert publish_dossier(transaction, "port", title="t", html=b"o", note="A date.", who="ada", at=NOON) == 2


def test_a_dossier_has_an_id_that_fits_an_address(desk: Desk):
    with raises_code("SS-811"), desk.writing() as transaction:
        publish_dossier(transaction, "../etc", title="t", html=b"x", note="", who="ada", at=NOON)
