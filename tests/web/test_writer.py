"""The thread that writes: in order, whole, and whoever waits gets what came of it."""

import asyncio
import threading
import time

import pytest

from secondsource.web.writer import Writer


def test_things_are_done_one_after_another_on_a_thread_of_their_own():
    writer, done = Writer(), []

    def act(n: int) -> int:
        time.sleep(0.001 * (3 - n % 4))
        done.append((n, threading.current_thread().name))
        return n

    async def ask() -> list[int]:
        return await asyncio.gather(*(writer.do(lambda n=n: act(n)) for n in range(20)))  # type: ignore[misc]

    assert asyncio.run(ask()) == list(range(20))
    assert done == [(n, "desk") for n in range(20)]
    writer.close()


def test_what_goes_wrong_is_told_to_who_asked_and_the_next_is_done_all_the_same():
    writer = Writer()

    async def ask() -> str:
        with pytest.raises(KeyError):
            await writer.do(miss)
        with pytest.raises(KeyboardInterrupt):
            await writer.do(interrupt)
        return await writer.do(lambda: "done")

    def miss() -> None:
        raise KeyError("nothing")

    def interrupt() -> None:
        raise KeyboardInterrupt

    assert asyncio.run(ask()) == "done"
    writer.close()


def test_what_was_asked_for_is_done_though_who_asked_is_gone():
    writer, done = Writer(), threading.Event()

    def act() -> None:
        time.sleep(0.05)
        done.set()

    async def ask() -> None:
        asked = asyncio.create_task(writer.do(act))
        await asyncio.sleep(0.01)
        asked.cancel()

    asyncio.run(ask())
    writer.close()
    assert done.is_set()
    with pytest.raises(RuntimeError, match="ended"):
        asyncio.run(writer.do(lambda: None))
