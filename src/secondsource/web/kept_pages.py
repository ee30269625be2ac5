"""Pages of comments, rendered once for every change of what readers see, and then only sent."""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page ready to send.

    Attributes:
        state: What it was rendered from; another state needs another page.
        plain: Its bytes.
        packed: The same, by gzip.
        tag: Its ETag.
        policy: The policy it is sent with.
    """

    state: tuple[object, ...]
    plain: bytes
    packed: bytes
    tag: str
    policy: str


class KeptPages:
    """At most one page for each key, in memory alone: what is erased is not in any file of rendered pages."""

    def __init__(self, most: int = 200) -> None:
        self._pages: dict[str, KeptPage] = {}
        self._most = most

    def get(self, key: str, state: tuple[object, ...], make: Callable[[], tuple[str, str]]) -> KeptPage:
        """Return the page of that state; the one of the state before is dropped.

        Args:
            key: Which page.
            state: What it is made from.
            make: Makes the page and its policy, if it is not there.
        """
        found = self._pages.get(key)
        if found is None or found.state != state:
            self._pages.pop(key, None)
            html, policy = make()
            plain = html.encode()
            tag = f'"{hashlib.sha256(plain).hexdigest()[:24]}"'
            # A fixed time, so that the same page has the same bytes.
            found = KeptPage(state, plain, gzip.compress(plain, 6, mtime=0), tag, policy)
            if len(self._pages) >= self._most:
                del self._pages[next(iter(self._pages))]
            self._pages[key] = found
        return found

    def forget(self, dossier_id: str) -> None:
        """Drop the dossier's pages of comments at once, in every language."""
        for key in [key for key in self._pages if key.startswith(f"{dossier_id}:")]:
            del self._pages[key]
