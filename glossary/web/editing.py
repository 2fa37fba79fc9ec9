"""Change entries from the page of a term: only for a browser that was given the token.

The token is new at each start. Who opens the address with it gets a cookie that scripts cannot read
and that other sites cannot send; each form has a second token that other sites cannot know.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from hmac import compare_digest

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from glossary.catalog import review
from glossary.errors import ChangedError, GlossaryError, RequestError
from glossary.interface import _
from glossary.model import Entry
from glossary.project import Project
from glossary.project.editing import edit_entries
from glossary.web.concepts import Concept
from glossary.web.forms import sent_form

COOKIE = "editor"
LONGEST_FIELD = 500
"""Characters of what a field of a form may hold."""

Change = Callable[[Entry], Entry]


def digest(entry: Entry) -> str:
    """What tells whether an entry is still the one that a form was made for."""
    return hashlib.sha256(repr(entry).encode()).hexdigest()[:16]


def _secret() -> str:
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class Editing:
    """Lets those who know `token` change entries of a project."""

    project: Project
    token: str = field(default_factory=_secret)
    _session: str = field(default_factory=_secret)
    _form: str = field(default_factory=_secret)

    @property
    def values(self) -> Mapping[str, object]:
        """What the forms need."""
        user = self.project.settings.user
        return {"token": self._form, "digest": digest, "user": user, "problem": ""}

    def is_editor(self, request: Request) -> bool:
        """Whether the browser has been given the token."""
        return _same(request.cookies.get(COOKIE, ""), self._session)

    def sign_in(self, request: Request) -> Response:
        """Give the browser its cookie, and the start page; 403 where the token is not ours."""
        if not _same(request.query_params.get("token", ""), self.token):
            raise HTTPException(403)
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(COOKIE, self._session, httponly=True, samesite="strict")
        return response

    async def change(self, request: Request, concept: Concept) -> str:
        """Do what a form asks for, or say why not; 403 where the form is not ours."""
        form = await sent_form(request)
        wanted = {name: text[:LONGEST_FIELD] for name, text in form.items()}
        if not self.is_editor(request) or not _same(wanted.get("token", ""), self._form):
            raise HTTPException(403)
        try:
            await run_in_threadpool(self._write, concept, wanted)
        except GlossaryError as error:
            return f"{error.message} {error.hint}".strip()
        return ""

    def _write(self, concept: Concept, wanted: Mapping[str, str]) -> None:
        change = partial(_unchanged_since, wanted.get("seen", ""), _change(wanted))
        by = wanted.get("by", "")
        edit_entries(
            self.project, [concept.label], change, language=wanted.get("language", ""), by=by
        )


def _change(wanted: Mapping[str, str]) -> Change:
    """The change that a form asks for; RequestError where it asks for none that we know."""
    equivalent, by = wanted.get("equivalent", ""), wanted.get("by", "")
    note, needs_review = wanted.get("note", "").strip(), bool(wanted.get("needs_review"))
    changes: dict[str, Change] = {
        "set": partial(
            review.set_equivalent, equivalent=equivalent, note=note, needs_review=needs_review
        ),
        "admit": partial(review.admit, equivalent=equivalent),
        "deprecate": partial(review.deprecate, equivalent=equivalent),
        "forbid": partial(review.forbid, equivalent=equivalent),
        "unset": partial(review.withdraw, equivalent=equivalent),
        "approve": partial(review.approve, by=by, on=date.today()),
        "unapprove": review.unapprove,
    }
    action = wanted.get("action", "")
    if action not in changes:
        raise RequestError(_("the form asks for nothing that can be done"))
    return changes[action]


def _unchanged_since(seen: str, change: Change, entry: Entry) -> Entry:
    if digest(entry) != seen:
        raise ChangedError(
            _("somebody has changed this entry since you opened the page."),
            hint=_("Nothing was written. Look at what stands here now, then decide again."),
        )
    return change(entry)


def _same(given: str, secret: str) -> bool:
    return compare_digest(given.encode(), secret.encode())
