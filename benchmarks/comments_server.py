"""A server with loose rates for the measurement: ``python -m benchmarks.comments_server DESK PORT``."""

import sys
from pathlib import Path

from tests.comments.makers import NOON

from secondsource.comments.desk import Desk
from secondsource.web.serve import Address, serve
from secondsource.web.settings import Settings
from secondsource.web.site import Site

LOOSE = "1000000/minute"


def settings(port: int) -> Settings:
    """Return the settings of the measured server: as it is run, but for how much one network may send."""
    return Settings(
        origin=f"http://127.0.0.1:{port}",
        least_s=0,
        sends_per_network=LOOSE,
        sends_per_dossier=LOOSE,
        tries_per_network=LOOSE,
    )


def main() -> None:
    """Serve until told to stop."""
    path, port = Path(sys.argv[1]), int(sys.argv[2])
    site = Site(Desk.open(path, at=NOON, create=False), settings(port))
    serve(site, Address(host="127.0.0.1", port=port))


if __name__ == "__main__":
    main()
