"""Running the server."""

import gc
from dataclasses import dataclass

import uvicorn

from secondsource.web.app import make_app
from secondsource.web.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the server listens.

    Attributes:
        host: Its address; 127.0.0.1 is reached from this machine alone.
        port: Its port.
        proxies: Addresses of proxies whose word on where a request came from is taken; empty takes nobody's.
    """

    host: str
    port: int
    proxies: tuple[str, ...] = ()


def serve(site: Site, address: Address) -> None:
    """Answer requests until the process is told to stop.

    No log of requests is kept: it would hold the addresses of readers.
    """
    app = make_app(site)
    # What is there now stays; looking through it again and again for garbage would cost each request a tenth more.
    gc.collect()
    gc.freeze()
    uvicorn.run(
        app,
        host=address.host,
        port=address.port,
        proxy_headers=bool(address.proxies),
        forwarded_allow_ips=list(address.proxies),
        access_log=False,
        server_header=False,
        log_level="warning",
        h11_max_incomplete_event_size=16_384,
    )
