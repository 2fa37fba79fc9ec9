"""Run the pages on a port, until the person who started them ends them.

uvicorn speaks HTTP; what it leaves to others is done in `glossary.web.connection` and `guard`.
"""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Callable
from ipaddress import ip_address

from starlette.types import ASGIApp

from glossary.errors import RequestError, reason_of
from glossary.interface import _

MOST_CONNECTIONS = 1024
_SHUTDOWN_SECONDS = 3


def listen(host: str, port: int) -> socket.socket:
    """A socket at which `run` answers; port 0 takes any free one.

    RequestError, in one line, where the port is taken or there is no such address here.
    """
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise _unusable(host, port, error) from None
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(MOST_CONNECTIONS)
    except OSError as error:
        listening.close()
        raise _unusable(host, port, error) from None
    return listening


def address_of(listening: socket.socket) -> str:
    """The address that a browser on this machine opens: ``http://127.0.0.1:8000/``."""
    host, port = listening.getsockname()[:2]
    if ip_address(host).is_unspecified:
        host = "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def run(app: ASGIApp, listening: socket.socket, *, started: Callable[[], None]) -> None:
    """Answer requests until SIGINT or SIGTERM; `started` is called when the first can come.

    After SIGINT it ends with KeyboardInterrupt, as Python does.
    """
    import uvicorn

    from glossary.web.connection import Connection

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            started()

    # What is worth telling is told by our own log.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        app,
        http=Connection,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
    )
    Server(config).run([listening])


def _unusable(host: str, port: int, error: OSError) -> RequestError:
    if error.errno == errno.EADDRINUSE:
        return RequestError(
            _("port {port} of {host} is taken by another program").format(port=port, host=host),
            hint=_("Choose another one: --port {port}").format(port=port % 65535 + 1),
        )
    return RequestError(
        _("cannot answer at {host}, port {port}: {reason}").format(
            host=host, port=port, reason=reason_of(error)
        ),
        hint=_("127.0.0.1 is this machine alone; ports below 1024 belong to the system."),
    )
