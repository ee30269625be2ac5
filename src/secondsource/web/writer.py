"""The one thread that writes to the desk; the loop goes on answering while a commit waits for the disk."""

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")

_Call = tuple[asyncio.AbstractEventLoop, "asyncio.Future[Any]", Callable[[], Any]]


class Writer:
    """Does one thing after another, in the order in which they were asked for.

    The pool of the standard library does so too, with two futures, a lock and a condition for each thing, which takes
    as long as all that is calculated for a comment; see benchmarks/RESULTS.md#comments.
    """

    def __init__(self) -> None:
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._closed = False
        self._thread = Thread(target=self._work, name="desk", daemon=True)
        self._thread.start()

    async def do(self, act: Callable[[], T]) -> T:
        """Do it on the thread and return what it returns, or raise what it raises.

        Who waits may be cancelled; what was asked for is done all the same.

        Raises:
            RuntimeError: The writer has ended.
        """
        if self._closed:
            raise RuntimeError("The writer has ended; nothing is written any more.")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._calls.put((loop, future, act))
        return await future

    def close(self) -> None:
        """Do what was asked for until now, then end."""
        self._closed = True
        self._calls.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            _do(*call)
            # Nothing that a reader wrote stays here until the next one writes.
            del call


def _do(loop: asyncio.AbstractEventLoop, future: "asyncio.Future[Any]", act: Callable[[], Any]) -> None:
    value, error = None, None
    try:
        value = act()
    except BaseException as caught:  # noqa: BLE001  (whoever waits for it gets it, whatever it is)
        error = caught
    try:
        loop.call_soon_threadsafe(_settle, future, value, error)
    except RuntimeError:
        # The loop has ended, and with it whoever waited.
        return


def _settle(future: "asyncio.Future[Any]", value: object, error: BaseException | None) -> None:
    if future.done():
        return
    if error is None:
        future.set_result(value)
    else:
        future.set_exception(error)
