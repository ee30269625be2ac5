from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.reading.times.durations import english_duration_rules
from secondsource.reading.times.english import english_date_rules
from secondsource.reading.times.relative import english_relative_rules
from secondsource.reading.times.rules import TimeRule, any_of, lettered, numbered, tokens_of

RULES = (*english_date_rules(), *english_relative_rules(), *english_duration_rules())
OTHERS = """
12 1990s 2024 2024-07-08 8.7.2024 12:30 5pm 3rd 21st 1995-99 '90s Q3 two-year mid-July
the last this next past coming of in ago earlier later from now before early late every each
today tomorrow yesterday weekend century twenty nineteen two a about half quarter year's end day
"""
WORDS = st.sampled_from(
    [
        *numbered("english", "months"),
        *numbered("english", "weekdays"),
        *numbered("english", "decades"),
        *numbered("english", "ordinals"),
        *lettered("english", "units"),
        *(unit + "s" for unit in lettered("english", "units")),
        *lettered("english", "seasons"),
        *lettered("english", "dayparts"),
        *OTHERS.split(),
    ]
)
"""Words that time expressions are made of: thrown together they match nearly every rule."""


def found(rule: TimeRule, text: str) -> bool:
    return rule.pattern.search(text) is not None


@settings(max_examples=400)
@given(st.lists(WORDS, min_size=1, max_size=7))
def test_no_rule_matches_where_what_it_needs_is_not_there(words: list[str]) -> None:
    text = " ".join(words)
    tokens = tokens_of(text)
    for rule in RULES:
        if any(need.isdisjoint(tokens) for need in rule.needs):
            assert not found(rule, text), (rule.pattern.pattern, text)


def test_most_rules_say_what_they_need() -> None:
    assert sum(bool(rule.needs) for rule in RULES) > len(RULES) / 2


def test_of_parted_words_the_last_is_needed() -> None:
    assert any_of(["trading day", "week"], "s") == {"day", "days", "week", "weeks"}


def test_a_digit_of_any_script_counts_as_one() -> None:
    assert tokens_of("Им 42, ٣ Days") == {"им", "days", "0"}
