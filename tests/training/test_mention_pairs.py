from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from training.mention_pairs import Group, choose_least, fit, write

from secondsource.linking import pair_weights as packaged
from training import mention_pairs


def groups() -> list[Group]:
    """Return groups in which mentions of one sort are one event, in every fold alike."""
    chance = np.random.default_rng(1)
    made = []
    for topic in range(6):
        chains = tuple(f"{topic}-{number % 24}" for number in range(120))
        alike = np.array([[one == other for other in chains] for one in chains], dtype=np.float32)
        noise = chance.random((120, 120)).astype(np.float32)
        features = np.stack([alike, (noise + noise.T) / 2], axis=-1)
        made.append(Group(topic=topic, far=False, chains=chains, names=("same sort", "noise"), features=features))
    return made


def share_of_pairs_told_right(marked: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Return how many pairs of mentions of one group are rightly together or apart."""
    pairs = [(one, other) for one, other in combinations(marked, 2) if one.split("-")[0] == other.split("-")[0]]
    return sum((marked[a] == marked[b]) == (found[a] == found[b]) for a, b in pairs) / len(pairs)


def test_what_is_learned_tells_one_event_from_two():
    weights = fit(groups(), least=0.5)
    likely = weights.probabilities(
        {"same sort": np.eye(3, dtype=np.float32), "noise": np.full((3, 3), 0.5, np.float32)}
    )

    assert likely.diagonal().min() > 0.8
    assert likely[0, 1] < 0.2


def test_the_same_groups_give_the_same_weights():
    one, other = fit(groups(), least=0.5), fit(groups(), least=0.5)

    for first, second in zip(one.networks, other.networks, strict=True):
        np.testing.assert_array_equal(first.inner, second.inner)


def test_the_least_is_chosen_where_topics_not_learned_from_come_out_best():
    least, reached = choose_least(groups(), share_of_pairs_told_right)

    assert least in mention_pairs.LEAST
    # All apart is right for 24 of 25 pairs: what is learned must do better.
    assert reached > 0.99


def test_what_is_written_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    weights = fit(groups(), least=0.45)
    write(weights, 0.9, tmp_path / "weights")
    monkeypatch.setattr("secondsource.linking.pair_weights.resources.files", lambda _: tmp_path)

    read_back = packaged.pair_weights.__wrapped__()

    assert (read_back.features, read_back.least) == (weights.features, weights.least)
    np.testing.assert_allclose(read_back.networks[0].inner, weights.networks[0].inner, atol=1e-4)
    assert "ECB+" in (tmp_path / "weights" / "CARD.md").read_text(encoding="utf-8")
