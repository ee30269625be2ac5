"""How the server is set up."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the server is set up; every field is an option of ``second-source serve`` or has one meaning for all.

    Attributes:
        origin: Where readers reach it: scheme, host and port, without a slash at the end. Posts from elsewhere fail.
        name: What the site is called.
        least_s: How long a reader must at least have had the form before sending it.
        form_ends_s: How long a form can be sent after it was opened.
        session_ends_s: How long a session lasts at most.
        session_idle_s: After how long without a click a session ends.
        sends_per_network: How many comments one network may send, in the form of the limits package.
        sends_per_dossier: How many comments one dossier takes, in the same form.
        tries_per_account: How many passwords may be tried for one account.
        tries_per_network: How many passwords, and receipt codes, one network may try.
    """

    origin: str = "http://127.0.0.1:8000"
    name: str = "Second Source"
    least_s: int = 3
    form_ends_s: int = 6 * 3600
    session_ends_s: int = 8 * 3600
    session_idle_s: int = 3600
    sends_per_network: str = "3/minute;20/hour"
    sends_per_dossier: str = "60/minute"
    tries_per_account: str = "5/minute;30/hour"
    tries_per_network: str = "20/minute;200/hour"

    @property
    def secure(self) -> bool:
        """Whether readers reach the server by HTTPS, so that cookies may go that way alone."""
        return self.origin.startswith("https:")

    @property
    def passkey_host(self) -> str | None:
        """The host that passkeys are bound to; None where browsers allow none: at a bare address, or without HTTPS."""
        host = urlsplit(self.origin).hostname or ""
        try:
            ip_address(host)
        except ValueError:
            return host if host and (self.secure or host == "localhost") else None
        return None
