"""How much one place may send."""

import threading
import time
from ipaddress import ip_address, ip_network

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from secondsource.web.errors import TooMany

FORGET_EVERY_S = 30.0
"""How often counts that are over are thrown away."""


class _Pause(threading.Timer):
    """Stands where the storage keeps its timer and says that one is running, until the time has come.

    Left to itself the storage starts a thread to throw counts away with almost every request, which costs more
    than all the rest of taking a comment.
    """

    def __init__(self) -> None:
        super().__init__(FORGET_EVERY_S, lambda: None)
        self._until_s = time.monotonic() + FORGET_EVERY_S

    def is_alive(self) -> bool:
        return time.monotonic() < self._until_s


class Rates:
    """Counts in memory what came from where; it forgets when the server stops, and nothing of it is kept."""

    def __init__(self) -> None:
        self._storage = MemoryStorage()
        self._limiter = MovingWindowRateLimiter(self._storage)
        self._parsed: dict[str, list[RateLimitItem]] = {}

    def count(self, rates: str, *key: str) -> None:
        """Count one more under the key.

        Raises:
            TooMany: It is more than one of the rates allows.
        """
        if not isinstance(self._storage.timer, _Pause) and not self._storage.timer.is_alive():
            self._storage.timer = _Pause()
        for item in self._items(rates):
            if not self._limiter.hit(item, *key):
                raise TooMany(f"More was sent from here than {item} is taken.\nWait a little and send it again.")

    def _items(self, rates: str) -> list[RateLimitItem]:
        if rates not in self._parsed:
            self._parsed[rates] = parse_many(rates)
        return self._parsed[rates]


def network_of(host: str | None) -> str | None:
    """Return the network of an address: the first three of four numbers, or 48 bits of the longer kind."""
    if host is None:
        return None
    try:
        address = ip_address(host)
    except ValueError:
        return None
    if address.version == 4:
        return f"{str(address).rpartition('.')[0]}.0/24"
    return str(ip_network(f"{address}/48", strict=False))
