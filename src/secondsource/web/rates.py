"""How much one place may send."""

from ipaddress import ip_address, ip_network

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from secondsource.web.errors import TooMany


class Rates:
    """Counts in memory what came from where; it forgets when the server stops, and nothing of it is kept."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._parsed: dict[str, list[RateLimitItem]] = {}

    def count(self, rates: str, *key: str) -> None:
        """Count one more under the key.

        Raises:
            TooMany: It is more than one of the rates allows.
        """
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
    return str(ip_network(f"{address}/{24 if address.version == 4 else 48}", strict=False))
