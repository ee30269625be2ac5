"""What was worked out before of the very same reports and readings, so that a judgement need not work it out again."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)


class Memory:
    """Results of pure functions, kept by the very objects they were made of, from one linking to the next.

    Values here are frozen: the same object says the same. Objects are told apart by identity, for comparing the words
    of a thousand reports would take longer than what is saved; what is kept holds on to them, so that no other object
    ever takes the place of one. What two linkings in a row did not ask for is forgotten. One thread at a time.
    """

    def __init__(self) -> None:
        self._now: dict[tuple[object, ...], tuple[Sequence[object], Any]] = {}
        self._before: dict[tuple[object, ...], tuple[Sequence[object], Any]] = {}
        self._same_now: dict[Hashable, Any] = {}
        self._same_before: dict[Hashable, Any] = {}

    def get(self, what: str, made_of: Sequence[object], make: Callable[[], T]) -> T:
        """Return what ``make`` returns; what it returned before where it was made of the same objects.

        Args:
            what: Which function; each has a name of its own.
            made_of: Everything that the result depends on, in an order of the function's own.
            make: Works it out.
        """
        key = (what, *map(id, made_of))
        found = self._now.get(key) or self._before.get(key)
        if found is None:
            found = (made_of, make())
        self._now[key] = found
        result: T = found[1]
        return result

    def same(self, value: H) -> H:
        """Return the object that stood for an equal value before, so that it can be told by identity."""
        found = self._same_now.get(value)
        if found is None:
            found = self._same_before.get(value, value)
        self._same_now[value] = found
        result: H = found
        return result

    def turn(self) -> None:
        """Begin another linking: forget what the last one did not ask for."""
        self._before, self._now = self._now, {}
        self._same_before, self._same_now = self._same_now, {}
