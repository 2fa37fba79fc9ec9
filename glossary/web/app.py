"""Put the pages, the interface for programs and the protocol of translators' tools together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from glossary.web.api import Api
from glossary.web.editing import Editing
from glossary.web.guard import Guard, Limits
from glossary.web.pages import Pages
from glossary.web.rate import Rate
from glossary.web.recall import Recall
from glossary.web.snapshot import Office
from glossary.web.tmserver import TmServer

LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Policy:
    """Who is answered, and how much: the names of this server, limits, requests a second.

    `any_address` lets it be called by its numeric address. A rate of 0 is none.
    """

    hosts: frozenset[str] = LOCAL_HOSTS
    any_address: bool = False
    limits: Limits = field(default_factory=Limits)
    per_second: float = 200.0


def make_app(office: Office, policy: Policy, editing: Editing | None = None) -> ASGIApp:
    """The application that answers for `office`; read only without `editing`."""
    recall = Recall(office)
    pages = Pages(office, editing)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        recall.close()

    async def explain(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        detail = error.detail if isinstance(error, HTTPException) else ""
        headers = error.headers if isinstance(error, HTTPException) else None
        if request.url.path.startswith(("/api/", "/tmserver/")):
            return JSONResponse({"error": detail}, status, headers)
        answer = pages.fault(request, status)
        answer.headers.update(headers or {})
        return answer

    routes = [*pages.routes, *Api(office, recall).routes, *TmServer(office, recall).routes]
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={HTTPException: explain},
    )
    # A tool that adds or leaves out a slash is not sent elsewhere: texts end with slashes too.
    app.router.redirect_slashes = False
    rate = Rate(policy.per_second) if policy.per_second else None
    return Guard(app, policy.hosts, policy.any_address, policy.limits, rate)
