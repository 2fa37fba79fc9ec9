"""The pages for people: search, a page for each term, lists, progress, a text to annotate."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from glossary.interface import _, speak
from glossary.web import contents
from glossary.web.annotating import LONGEST_TEXT
from glossary.web.contents import Values
from glossary.web.editing import Editing
from glossary.web.forms import sent_form
from glossary.web.links import ServerLinks
from glossary.web.rendering import ASSETS, asset, assets_version, render
from glossary.web.snapshot import Office
from glossary.web.speaking import interface_language, keep_choice

Handler = Callable[[Request], Awaitable[Response]]

_KEPT = "public, max-age=31536000, immutable"


class Pages:
    """Answers requests for pages about an `office`; `editing` is None where it is read only."""

    def __init__(self, office: Office, editing: Editing | None = None) -> None:
        self._office = office
        self._editing = editing

    @property
    def routes(self) -> list[Route]:
        """The addresses of the pages."""
        found = [
            Route("/", _spoken(self.home)),
            Route("/results", _spoken(self.results)),
            Route("/terms/{name}", _spoken(self.term)),
            Route("/letters/{language}/{name}", _spoken(self.letter)),
            Route("/fields/{name}", _spoken(self.field)),
            Route("/progress", _spoken(self.progress)),
            Route("/annotate", _spoken(self.annotate), methods=["GET", "POST"]),
            Route("/static/{name}", self.static),
        ]
        if self._editing:
            found += [
                Route("/edit", self.sign_in),
                Route("/terms/{name}/edit", _spoken(self.edit), methods=["POST"]),
            ]
        return found

    async def home(self, request: Request) -> Response:
        """Search, and what there is to browse."""
        return await self._answer(request, "home.html")

    async def results(self, request: Request) -> Response:
        """The results alone, for a page that is shown already."""
        return await self._answer(request, "_results.html")

    async def term(self, request: Request) -> Response:
        """One term, with its equivalents and its evidence."""
        snapshot = await self._office.current()
        concept = snapshot.by_name.get(request.path_params["name"])
        values = contents.term_values(snapshot, concept) if concept else None
        return self._page(request, "term.html", values)

    async def letter(self, request: Request) -> Response:
        """The terms under a letter of one of the languages."""
        snapshot = await self._office.current()
        language, name = request.path_params["language"], request.path_params["name"]
        return self._page(request, "list.html", contents.letter_values(snapshot, language, name))

    async def field(self, request: Request) -> Response:
        """The terms of a subject field."""
        snapshot = await self._office.current()
        values = contents.field_values(snapshot, request.path_params["name"])
        return self._page(request, "list.html", values)

    async def progress(self, request: Request) -> Response:
        """How far the catalogs have come."""
        snapshot = await self._office.current()
        return self._page(request, "progress.html", contents.progress_values(snapshot))

    async def annotate(self, request: Request) -> Response:
        """A form for a text, and the text with its terms marked."""
        snapshot = await self._office.current()
        text = ""
        if request.method == "POST":
            form = await sent_form(request)
            text = form.get("text", "")[:LONGEST_TEXT]
        # In a thread: a long text takes its time, in which others are answered.
        marking = await run_in_threadpool(snapshot.marker.mark, text) if text.strip() else None
        values = contents.annotation_values(snapshot, marking, text)
        return await run_in_threadpool(self._page, request, "annotate.html", values)

    async def static(self, request: Request) -> Response:
        """A file of ours; no path is opened that a request names."""
        name = request.path_params["name"]
        if name not in ASSETS:
            raise HTTPException(404)
        headers = {"Content-Type": ASSETS[name], "Cache-Control": _KEPT}
        return Response(asset(name), headers=headers)

    async def sign_in(self, request: Request) -> Response:
        """Let the browser that knows the token edit from now on."""
        if self._editing is None:
            raise HTTPException(404)
        return self._editing.sign_in(request)

    async def edit(self, request: Request) -> Response:
        """Change one entry; what is wrong with the change is said on the page of the term."""
        if self._editing is None:
            raise HTTPException(404)
        snapshot = await self._office.current()
        concept = snapshot.by_name.get(request.path_params["name"])
        if concept is None:
            raise HTTPException(404)
        problem = await self._editing.change(request, concept)
        if not problem:
            return Response(status_code=303, headers={"Location": f"/terms/{concept.name}"})
        newer = await self._office.current()
        values = contents.term_values(newer, newer.by_key.get(concept.key, concept))
        return self._page(request, "term.html", values | {"problem": problem}, status=409)

    def fault(self, request: Request, status: int) -> Response:
        """The page that says why a request was not answered."""
        language = interface_language(request)
        speak(language)
        texts = {
            404: (_("There is no such page"), _("The term may have been renamed. Search for it.")),
            403: (_("That is not allowed"), _("To edit, open the address that the server gave.")),
            413: (_("That is too long"), _("Send it in parts.")),
        }
        heading, message = texts.get(status, (_("That did not work"), _("Try it again.")))
        values = contents.shared_values(self._office.latest)
        return self._page(
            request, "message.html", {**values, "heading": heading, "message": message},
            status=status,
        )  # fmt: skip

    async def _answer(self, request: Request, template: str) -> Response:
        snapshot = await self._office.current()
        answer = snapshot.search.find(request.query_params.get("q", ""))
        rows = contents.rows(snapshot, answer)
        values = {"query": answer.query, "answer": answer, "rows": rows}
        shown = contents.start_values if template == "home.html" else contents.shared_values
        return self._page(request, template, shown(snapshot) | values)

    def _page(
        self, request: Request, template: str, values: Values | None, *, status: int = 200
    ) -> Response:
        if values is None:
            raise HTTPException(404)
        if self._editing and self._editing.is_editor(request):
            values = {**self._editing.values, **values, "editing": True}
        links = ServerLinks(
            request.url.path,
            query=request.query_params.get("q", "")[:200],
            version=assets_version(),
        )
        text = render(template, links, language=interface_language(request), **values)
        response = HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-cache"})
        keep_choice(request, response)
        return response


def _spoken(handler: Handler) -> Handler:
    """Answer in the language of the interface that the request asks for."""

    async def answer(request: Request) -> Response:
        speak(interface_language(request))
        return await handler(request)

    return answer
