import threading
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.evidence import Span
from secondsource.reading.encoder.encode import encode
from secondsource.reading.encoder.heads import heads_of
from secondsource.reading.encoder.session import Encoder, Scores, encoder, windows
from secondsource.reading.errors import ModelDamagedError
from secondsource.text.quotes import quoted_spans
from secondsource.text.segment import paragraph_spans
from tests.support import raises_code

REPORT = (
    "Seoul's defence ministry said on Monday that the North had fired two missiles.\n\n"
    "“We watched them from the start,” a spokesman, Han Do-yun, told reporters, adding that both fell into the sea.\n\n"
) * 12
MEGABYTE = 1_000_000


def scores_of(text: str) -> Scores:
    return heads_of(text, paragraph_spans(text), tuple(quoted_spans(text))).scores


def test_the_model_and_its_vocabulary_stay_small() -> None:
    folder = files("secondsource.reading.encoder").joinpath("weights")
    size = sum(len(item.read_bytes()) for item in folder.iterdir())
    assert size <= 26 * MEGABYTE


def test_the_same_text_gives_the_same_scores_whatever_was_read_before() -> None:
    first = scores_of(REPORT)
    scores_of("Something else was read in between, said nobody.")
    again = scores_of(REPORT)
    assert np.array_equal(first.statements, again.statements)
    assert np.array_equal(first.names, again.names)
    assert first.anchors.keys() == again.anchors.keys()


def test_threads_that_read_side_by_side_change_nothing() -> None:
    alone = scores_of(REPORT)
    found: list[Scores] = []
    threads = [threading.Thread(target=lambda: found.append(scores_of(REPORT))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 3
    assert all(np.array_equal(scores.statements, alone.statements) for scores in found)


def test_what_follows_far_behind_changes_nothing_before() -> None:
    longer = scores_of(REPORT + "The ferry runs again.\n\n" * 60)
    n_words = len(scores_of(REPORT).statements)
    half = n_words // 2
    assert np.array_equal(longer.statements[:half], scores_of(REPORT).statements[:half])


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 900), st.integers(8, 254))
def test_every_word_is_central_in_just_one_window(n_words: int, size: int) -> None:
    text = "mission " * n_words
    encoded = encode(text, [Span(0, len(text))], (), encoder().vocabulary)
    found = windows(encoded, size)
    owned = [word for _, _, low, high in found for word in range(low, high)]
    assert owned == list(range(n_words))
    assert all(start <= low and high <= end for start, end, low, high in found)
    assert all(end - start <= size for start, end, _, _ in found)


def test_no_span_runs_over_the_end_of_a_line():
    scores = scores_of("The ministry said the port\n\nwas shut, the ministry said.")
    opens = 5
    assert (scores.statements[opens, [2, 4, 6]] < -1000).all()
    assert (scores.names[opens, 2::2] < -1000).all()


def test_a_text_without_words_has_no_scores() -> None:
    assert len(scores_of("").statements) == 0


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    packaged = files("secondsource.reading.encoder").joinpath("weights")
    for item in packaged.iterdir():
        content = item.read_bytes()
        if item.name == "encoder.onnx":
            content = content[:-1] + bytes([content[-1] ^ 1])
        (tmp_path / item.name).write_bytes(content)
    with raises_code("SS-303"):
        Encoder(tmp_path)


@pytest.mark.parametrize("missing", ["encoder.onnx", "encoder.json", "vocabulary.txt"])
def test_a_model_that_is_not_whole_is_refused(tmp_path: Path, missing: str) -> None:
    packaged = files("secondsource.reading.encoder").joinpath("weights")
    for item in packaged.iterdir():
        if item.name != missing:
            (tmp_path / item.name).write_bytes(item.read_bytes())
    with pytest.raises(ModelDamagedError):
        Encoder(tmp_path)
