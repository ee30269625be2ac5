import random

from hypothesis import given
from hypothesis import strategies as st
from training.swap import Change, Changed, listed, swap_people, swap_spans


def test_a_person_has_another_name_all_through():
    given = next(name for name in listed("given_names") if name.isalpha())
    text = f"{given} Marsh spoke first. Marsh then left, and {given} Marsh's aide stayed."
    changes = swap_people(text, random.Random(3))
    changed = Changed(text, changes).text
    assert "Marsh" not in changed
    surname = changed.split(" spoke")[0].split()[-1]
    assert changed.count(surname) == 3


def test_what_is_no_full_name_keeps_its_words():
    text = "The White House said that Congress met in March."
    assert swap_people(text, random.Random(3)) == []


def test_a_name_keeps_its_kind():
    text = "Orsk lies north of Tomsk."
    changes = swap_spans(text, [(0, 4, "place"), (19, 24, "place")], random.Random(1), share=1.0)
    assert {change.words for change in changes} <= set(listed("places"))
    assert len(changes) == 2


def test_what_has_no_list_is_left_alone():
    text = "Hangar 4 burnt."
    assert swap_spans(text, [(0, 8, "")], random.Random(1), share=1.0) == []


@given(st.text(alphabet="abcd ", min_size=12, max_size=12), st.integers(0, 5), st.integers(6, 11), st.text(max_size=5))
def test_places_around_a_change_still_point_at_their_words(text: str, start: int, end: int, words: str):
    changed = Changed(text, [Change(start, end, words)])
    assert changed.text == text[:start] + words + text[end:]
    low, high = changed.span((0, start))
    assert changed.text[low:high] == text[:start]
    low, high = changed.span((end, len(text)))
    assert changed.text[low:high] == text[end:]
    low, high = changed.span((start, end))
    assert changed.text[low:high] == words
