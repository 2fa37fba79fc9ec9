"""In which language the interface answers a request: asked for, kept in a cookie, or preferred."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from glossary.interface import ENGLISH, languages

COOKIE = "interface"
_A_YEAR = 365 * 24 * 3600


@cache
def spoken() -> tuple[str, ...]:
    """The languages that the interface speaks; they stay while the program runs."""
    return languages()


def interface_language(request: Request) -> str:
    """The language of the interface for `request`: always one that the interface speaks."""
    known = spoken()
    wanted = (request.query_params.get(COOKIE), request.cookies.get(COOKIE))
    for tag in (*wanted, *_accepted(request.headers.get("accept-language", ""))):
        if tag in known:
            return tag
    return ENGLISH


def keep_choice(request: Request, response: Response) -> None:
    """Let the browser remember a language that was asked for."""
    asked = request.query_params.get(COOKIE, "")
    if asked in spoken():
        response.set_cookie(COOKIE, asked, max_age=_A_YEAR, samesite="lax", httponly=True)
    response.headers["Vary"] = "Accept-Language, Cookie"


def _accepted(header: str) -> Iterator[str]:
    """The languages of a header Accept-Language, the most wanted first, without their regions."""
    wanted: list[tuple[float, int, str]] = []
    for place, part in enumerate(header[:500].split(",")):
        tag, _, weight = part.partition(";q=")
        try:
            wanted.append((-float(weight or 1), place, tag.strip().partition("-")[0].lower()))
        except ValueError:
            continue
    yield from (tag for _, _, tag in sorted(wanted))
