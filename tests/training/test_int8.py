"""Weights in eight bits."""

import numpy as np
from training.int8 import columns_of, table_of


def test_weights_that_were_made_whole_before_stay_as_they_are() -> None:
    weight = np.random.default_rng(5).normal(size=(48, 20)).astype(np.float32)
    once = columns_of(weight)

    twice = columns_of(once.numbers * once.scales)

    assert (twice.numbers == once.numbers).all()
    assert (twice.scales == once.scales).all()


def test_weights_keep_to_seven_bits_and_come_within_half_a_step() -> None:
    weight = np.random.default_rng(6).normal(size=(48, 20)).astype(np.float32)
    columns = columns_of(weight)

    assert np.abs(columns.numbers.astype(int)).max() == 64
    assert (np.abs(columns.numbers * columns.scales - weight) <= 0.5001 * columns.scales).all()


def test_a_column_of_nothing_stays_nothing() -> None:
    assert not columns_of(np.zeros((4, 2), dtype=np.float32)).numbers.any()


def test_a_table_keeps_nothing_at_nothing_and_comes_within_a_step() -> None:
    vectors = np.random.default_rng(7).normal(loc=0.3, size=(30, 16)).astype(np.float32)
    vectors[4] = 0

    table = table_of(vectors)

    back = (table.numbers.astype(np.float32) - table.zero) * table.scale
    assert not back[4].any()
    assert np.abs(back - vectors).max() <= table.scale
