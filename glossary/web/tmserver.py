"""The protocol of amaGama and tmserver, which Virtaal, Weblate and plug-ins of OmegaT speak.

in      ``GET /tmserver/{source}/{target}/unit/{text}``, and ``/tmserver/languages/``
out     a list of ``{"source", "target", "quality", "rank"}``, best first, empty where there is none
quirks  Weblate asks for the languages first, and for exactly the pair that it means; it writes them
        small and with “_” (``vi_vn``). A text may hold slashes, bare or as %2F: all that stands
        behind ``/unit/`` in the address as it was sent is the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from glossary.errors import NotFoundError
from glossary.languages import language as find_language
from glossary.web.recall import LONGEST_SEGMENT, Recall
from glossary.web.snapshot import Office

_REGIONS = {"en": ("en_gb", "en_us"), "vi": ("vi_vn",)}
"""How programs name these languages besides; a program takes only a pair that it finds listed."""

LEAST_SIMILARITY = 30
USUAL_SIMILARITY = 75
MOST_CANDIDATES = 50
USUAL_CANDIDATES = 5


class _Anything(Convertor[str]):
    """The rest of an address, with the slashes and line breaks that it may hold."""

    regex = "(?s:.*)"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("anything", _Anything())


class TmServer:
    """Answers a translation tool from the memory and the glossary of an office."""

    def __init__(self, office: Office, recall: Recall) -> None:
        self._office = office
        self._recall = recall

    @property
    def routes(self) -> list[Route]:
        """The addresses of the protocol, with and without the last slash."""
        units = "/tmserver/{source}/{target}/unit"
        return [
            Route("/tmserver/languages", self.languages),
            Route("/tmserver/languages/", self.languages),
            Route(units, self.refuse, methods=["PUT", "POST"]),
            Route(units + "/{text:anything}", self.refuse, methods=["PUT", "POST"]),
            Route(units, self.unit),
            Route(units + "/{text:anything}", self.unit),
        ]

    async def languages(self, _request: Request) -> Response:
        """Which languages there are, in every spelling that tools use."""
        snapshot = await self._office.current()
        found = {
            "sourceLanguages": _spellings([snapshot.source_language]),
            "targetLanguages": _spellings(snapshot.languages),
        }
        return JSONResponse(found)

    async def unit(self, request: Request) -> Response:
        """The matches of a text."""
        pair = tuple(_tag(request.path_params[side]) for side in ("source", "target"))
        text = _text(request)
        if not text.strip():
            return JSONResponse([])
        found = await self._recall.matches(
            text[:LONGEST_SEGMENT],
            languages=(pair[0], pair[1]),
            threshold=_number(request, "min_similarity", USUAL_SIMILARITY, LEAST_SIMILARITY, 100),
            limit=_number(request, "max_candidates", USUAL_CANDIDATES, 1, MOST_CANDIDATES),
        )
        return JSONResponse(
            [
                {
                    "source": match.source,
                    "target": match.target,
                    "quality": min(match.score, 100),
                    "rank": min(match.score, 100),
                }
                for match in found
            ]
        )

    async def refuse(self, _request: Request) -> Response:
        """Nothing is taken in: what translates for an office comes from its own files."""
        raise HTTPException(403, "this memory is read only")


def _text(request: Request) -> str:
    """The text that is looked for; 400 where it is no UTF-8."""
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    _, _, behind = raw.partition(b"/unit/")
    if not behind:
        return request.query_params.get("source", "")
    try:
        return unquote(behind.decode("ascii"), errors="strict")
    except UnicodeDecodeError:
        raise HTTPException(400, "the text is not in UTF-8") from None


def _tag(code: str) -> str:
    """The language that a tool's code means, without its region; 404 where there is none."""
    try:
        return find_language(code[:20]).tag.partition("-")[0]
    except NotFoundError:
        raise HTTPException(404, "there is no such language") from None


def _spellings(tags: Iterable[str]) -> list[str]:
    found: dict[str, None] = {}
    for tag in tags:
        code = tag.lower().replace("-", "_")
        found |= dict.fromkeys((code, *_REGIONS.get(code, ())))
    return list(found)


def _number(request: Request, name: str, usual: int, least: int, most: int) -> int:
    """A number of the query within its bounds; the usual one where it is none."""
    given = request.query_params.get(name, "")
    try:
        return min(max(int(given[:9]), least), most)
    except ValueError:
        return usual
