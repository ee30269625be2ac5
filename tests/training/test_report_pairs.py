from pathlib import Path

import numpy as np
import pytest
from training.report_pairs import Told, drawn, grouped, learn, logistic, write

from secondsource.linking.profile import Profile
from secondsource.linking.report_weights import DIFFER_IN, EVIDENCE, read_weights, report_weights


def told(event: str, topic: int, *words: str) -> Told:
    return Told(profile=Profile(dict.fromkeys(words, 2.0), {}, "en", None), topic=topic, event=event)


def some() -> list[Told]:
    """Return four events in two topics, of each five reports that share two words and have some of their own."""
    return [
        told(
            f"{topic}-{event}",
            topic,
            f"topic {topic}",
            f"{topic} {event} a",
            f"{topic} {event} b",
            f"own {topic} {event} {n}",
        )
        for topic in (1, 2)
        for event in (1, 2)
        for n in range(5)
    ]


def test_a_regression_finds_the_weights_that_made_its_answers():
    chance = np.random.default_rng(1)
    rows = chance.random((20_000, 2))
    odds = -2 + 6 * rows[:, 0] - 3 * rows[:, 1]
    bias, of = logistic(rows, chance.random(len(rows)) < 1 / (1 + np.exp(-odds)))

    assert bias == pytest.approx(-2, abs=0.2)
    assert of == pytest.approx([6, -3], abs=0.3)


def test_smaller_sets_are_drawn_the_same_each_time_and_some_events_have_few_reports():
    first, second = (list(drawn(some(), 7)) for _ in range(2))
    sizes = {sum(each.event == event for each in one) for one in first for event in {each.event for each in one}}

    assert first == second
    assert {1, 5} <= sizes
    assert all(1 < len(one) <= 20 for one in first)


def test_what_is_learned_groups_reports_that_it_was_not_learned_from():
    weights = learn([each for each in some() if each.topic == 1])

    # Two events of five reports each.
    assert grouped([each for each in some() if each.topic == 2], weights) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


def test_what_is_written_is_what_linking_reads(tmp_path: Path):
    weights = learn(some())
    write(weights, (0.9, 0.8), tmp_path)

    assert read_weights((tmp_path / "report_pairs.json").read_text()) == weights
    assert "0.900" in (tmp_path / "REPORTS.md").read_text()


def test_the_weights_of_the_package_have_the_signs_that_the_docs_tell():
    weights = report_weights()

    assert set(weights.of) == set(EVIDENCE)
    assert min(weights.of[name] for name in ("words", "shared", "n")) > 0
    assert max(weights.of[f"{kind} differ"] for kind in DIFFER_IN) < 0
    assert weights.bias < 0 < weights.steepness
