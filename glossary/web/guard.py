"""What every request passes before a page or an interface sees it.

rules   The header Host must name this server: a foreign page whose name was made to point here
        (DNS rebinding) is refused. What changes something, or sends a text, must come from a page
        of ours. Addresses, texts and the number of requests have their bounds; who sends too slowly
        is let go, so that nobody else waits.
source  headers: OWASP HTTP Headers Cheat Sheet; Sec-Fetch-Site: W3C Fetch Metadata
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glossary.web.rate import Rate

LOG = logging.getLogger("glossary.web")

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_RAW_HEADERS = [
    (name.lower().encode("ascii"), value.encode("ascii"))
    for name, value in SECURITY_HEADERS.items()
]
_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a request may be: bytes of its `address` and its `body`; seconds for a step."""

    address: int = 16 * 1024
    body: int = 2 * 1024 * 1024
    patience: float = 10.0


@dataclass(frozen=True, slots=True)
class Guard:
    """An ASGI application in front of `app`, which answers only what it lets through.

    `hosts` are the names of this server, without ports; numeric addresses are taken for names too
    where `any_address` is set. Rebinding needs a name, so that addresses are safe.
    """

    app: ASGIApp
    hosts: frozenset[str]
    any_address: bool = False
    limits: Limits = field(default_factory=Limits)
    rate: Rate | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it in one line."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        exchange = _Exchange(scope, receive, send, self.limits)
        refusal = self._refusal(scope, Headers(scope=scope))
        if refusal is None and self.rate:
            refusal = await self._too_many(scope)
        if refusal:
            await refusal(scope, exchange.receive, exchange.send)
        else:
            await exchange.answered_by(self.app)
        exchange.log()

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        if not self._is_ours(headers.getlist("host")):
            return _refused(421, "This server does not answer under that name.")
        length = len(scope.get("raw_path") or b"") + len(scope["query_string"])
        if length > self.limits.address:
            return _refused(414, "The address is too long.")
        if scope["method"] not in _SAFE_METHODS and _is_foreign(headers):
            return _refused(403, "This must come from a page of this server.")
        announced = headers.get("content-length", "0")
        if not announced.isdecimal():
            return _refused(400, "The length of the request makes no sense.")
        if int(announced[:12]) > self.limits.body:
            return _refused(413, "The request is too long.")
        return None

    def _is_ours(self, hosts: Iterable[str]) -> bool:
        given = list(hosts)
        name = _host_name(given[0]) if len(given) == 1 else ""
        return name in self.hosts or (self.any_address and _is_address(name))

    async def _too_many(self, scope: Scope) -> PlainTextResponse | None:
        wait = self.rate.wait((scope.get("client") or ("",))[0]) if self.rate else 0.0
        if wait > Rate.LONGEST_WAIT:
            headers = {"Retry-After": str(int(wait) + 1)}
            return _refused(429, "These are too many requests at once.", headers)
        if wait:
            await asyncio.sleep(wait)
        return None


class _Exchange:
    """The messages of one request: counted and given their time; the answer gets its headers."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, limits: Limits) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._limits = limits
        self._received = 0
        self._status = 0
        self._start = time.perf_counter()

    async def answered_by(self, app: ASGIApp) -> None:
        """Have `app` answer; a bug of ours is told in the log, and costs this request only."""
        try:
            await app(self._scope, self.receive, self.send)
        except Exception:
            LOG.exception("a bug: please report it")
            if not self._status:
                await _refused(500, "That went wrong here.")(self._scope, self.receive, self.send)

    async def receive(self) -> Message:
        """The next part of the request; 408 where it does not come, 413 where it is too much."""
        try:
            async with asyncio.timeout(self._limits.patience):
                message = await self._receive()
        except TimeoutError:
            raise HTTPException(408) from None
        self._received += len(message.get("body", b""))
        if self._received > self._limits.body:
            raise HTTPException(413)
        return message

    async def send(self, message: Message) -> None:
        """Send a part of the answer, with the headers that every answer has."""
        if message["type"] == "http.response.start":
            self._status = message["status"]
            message["headers"] = [*message.get("headers", ()), *_RAW_HEADERS]
            if self._status >= 400 and self._scope["method"] not in _SAFE_METHODS:
                # What of it was not read must not be taken for another request.
                MutableHeaders(scope=message)["Connection"] = "close"
        await self._send(message)

    def log(self) -> None:
        """Note the request in one line of printable ASCII, without what was searched for."""
        if LOG.isEnabledFor(logging.INFO):
            path = self._scope.get("raw_path") or self._scope["path"].encode()
            shown = path[:200].decode("ascii", "backslashreplace").encode("unicode_escape").decode()
            duration = 1000 * (time.perf_counter() - self._start)
            method = self._scope["method"][:10]
            LOG.info("%s %s %d %.1f ms", method, shown, self._status, duration)


def _refused(status: int, reason: str, headers: dict[str, str] | None = None) -> PlainTextResponse:
    # What of the request was not read must not be taken for the next one.
    return PlainTextResponse(f"{reason}\n", status, {"Connection": "close", **(headers or {})})


def _host_name(host: str) -> str:
    """The name in a header Host, without the port, empty where it is none."""
    try:
        parts = urlsplit(f"//{host}")
        return "" if parts.username or parts.path or parts.query else (parts.hostname or "")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        return bool(ip_address(name))
    except ValueError:
        return False


def _is_foreign(headers: Headers) -> bool:
    """Whether a browser says that the request comes from another site's page.

    Programs send neither header; they have no cookies that another page could misuse.
    """
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    if origin is None:
        return False
    return urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
