"""Read what a page's form sends: names and texts, no files."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

_TYPE = "application/x-www-form-urlencoded"
_MOST_FIELDS = 20


async def sent_form(request: Request) -> Mapping[str, str]:
    """The fields of a form by name, the last of equal names; 400 or 415 where it is no form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _TYPE:
        raise HTTPException(415)
    body = await request.body()
    try:
        fields = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        raise HTTPException(400) from None
    return {name: text.replace("\r\n", "\n") for name, text in fields}
