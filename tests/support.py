"""What several tests share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from secondsource.model.errors import SecondSourceError

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Data with gold labels that stands beside a checkout on some machines; tests that need it skip without it."""

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data does not stand beside this checkout")


@contextmanager
def raises_code(code: str) -> Iterator[None]:
    """Assert that the block raises our error of exactly that code, with a message that says what to do."""
    with pytest.raises(SecondSourceError) as caught:
        yield
    assert caught.value.code == code
    assert len(caught.value.message) > 30, "an error says what was asked, what was found and what to do"
