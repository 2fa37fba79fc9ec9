"""The interface for programs, ``/api/v1``: JSON, read only; ``openapi.json`` there describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from glossary.catalog import Counts
from glossary.errors import NotFoundError
from glossary.languages import language as find_language
from glossary.lookup import Annotation
from glossary.model import Entry
from glossary.web.annotating import LONGEST_TEXT
from glossary.web.concepts import Concept
from glossary.web.openapi import BASE, LIMITS, description
from glossary.web.recall import LONGEST_SEGMENT, Recall
from glossary.web.snapshot import Office, Snapshot


class Api:
    """Answers programs about an office."""

    def __init__(self, office: Office, recall: Recall) -> None:
        self._office = office
        self._recall = recall

    @property
    def routes(self) -> list[Route]:
        """The addresses of the interface."""
        return [
            Route(f"{BASE}/openapi.json", self.openapi),
            Route(f"{BASE}/search", self.search),
            Route(f"{BASE}/terms/{{name}}", self.term),
            Route(f"{BASE}/annotate", self.annotate, methods=["POST"]),
            Route(f"{BASE}/memory", self.memory),
            Route(f"{BASE}/status", self.status),
        ]

    async def openapi(self, _request: Request) -> Response:
        """The description of this interface."""
        return _json(description())

    async def search(self, request: Request) -> Response:
        """Terms by any of their designations."""
        snapshot = await self._office.current()
        limit = _number(request, "limit")
        language = request.query_params.get("language", "")
        if language and language not in snapshot.languages:
            raise HTTPException(404, "there is no catalog of that language")
        answer = snapshot.search.find(_text(request, "q", 200), limit=limit)
        found = [
            {
                **_entry(result.entry, result.language),
                "name": snapshot.by_key[result.entry.key].name,
                "matched": result.matched,
                "closeness": result.closeness,
            }
            for result in answer.results
            if not language or result.language == language
        ]
        return _json({"query": answer.query, "results": found, "nearest": list(answer.nearest)})

    async def term(self, request: Request) -> Response:
        """One term with all that is known of it."""
        snapshot = await self._office.current()
        concept = snapshot.by_name.get(request.path_params["name"])
        if concept is None:
            raise HTTPException(404, "there is no such term")
        return _json(_concept(snapshot, concept))

    async def annotate(self, request: Request) -> Response:
        """The places of a text that designate terms."""
        snapshot = await self._office.current()
        text, language = await _sent_text(request)
        if language and language not in snapshot.marker.languages:
            raise HTTPException(404, "there is no catalog of that language")
        marking = await run_in_threadpool(snapshot.marker.mark, text, language=language)
        found = [_annotation(snapshot, one) for one in marking.annotations]
        return _json({"language": marking.language, "annotations": found})

    async def memory(self, request: Request) -> Response:
        """What was translated before, from the memory and from the glossary."""
        snapshot = await self._office.current()
        text = _text(request, "q", LONGEST_SEGMENT)
        if not text.strip():
            raise HTTPException(400, "q is empty")
        usual = next(iter(snapshot.languages), snapshot.source_language)
        pair = (
            _tag(request.query_params.get("source") or snapshot.source_language),
            _tag(request.query_params.get("target") or usual),
        )
        found = await self._recall.matches(
            text,
            languages=pair,
            threshold=_number(request, "threshold"),
            limit=_number(request, "limit"),
        )
        matches = [
            {"source": m.source, "target": m.target, "score": m.score, "origin": m.origin}
            for m in found
        ]
        return _json({"matches": matches})

    async def status(self, _request: Request) -> Response:
        """How far the catalogs have come."""
        snapshot = await self._office.current()
        catalogs = [
            {
                "language": tag,
                **_counts(state.counts),
                "fields": [
                    {"field": field, **_counts(counts)} for field, counts in state.by_field.items()
                ],
            }
            for tag, state in snapshot.progress.items()
        ]
        about = {"title": snapshot.title, "source_language": snapshot.source_language}
        return _json({**about, "fault": snapshot.fault, "catalogs": catalogs})


def _json(value: object) -> Response:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate of a broken request cannot be written; nothing of ours holds one.
    data = text.encode("utf-8", "replace")
    return Response(data, media_type="application/json", headers={"Cache-Control": "no-cache"})


def _entry(entry: Entry, language: str) -> dict[str, object]:
    return {
        "source": entry.source,
        "sense": entry.sense,
        "language": language,
        "equivalent": entry.target,
        "status": entry.status.value,
        "needs_review": entry.needs_review,
        "approval": entry.approval,
        "admitted": list(entry.admitted),
        "deprecated": list(entry.deprecated),
        "forbidden": list(entry.forbidden),
        "definition": entry.definition,
        "notes": list(entry.notes),
    }


def _concept(snapshot: Snapshot, concept: Concept) -> dict[str, object]:
    about, around = concept.about, snapshot.around(concept)
    entries = [_entry(entry, tag) for tag, entry in concept.entries.items()]
    return {
        "name": concept.name,
        "source": concept.source,
        "sense": concept.sense,
        "part_of_speech": about.part_of_speech,
        "field": about.subject_field,
        "usage": about.usage,
        "definition": about.definition,
        "relations": list(about.relations),
        "evidence": [{"date": item.date, "text": item.text} for item in about.evidence],
        "references": list(next(iter(concept.entries.values())).references),
        "broader": [other.name for other in around.broader],
        "narrower": [other.name for other in around.narrower],
        "related": [other.name for other in around.related],
        "entries": entries,
    }


def _annotation(snapshot: Snapshot, found: Annotation) -> dict[str, object]:
    concept = snapshot.by_key.get(found.entry.key)
    return {
        "text": found.text,
        "parts": [list(part) for part in found.parts],
        "name": concept.name if concept else "",
        "source": found.entry.source,
        "sense": found.entry.sense,
        "equivalent": found.entry.target,
        "acceptability": found.acceptability.value if found.acceptability else None,
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "approved": counts.approved,
        "draft": counts.draft,
        "to_review": counts.to_review,
        "open": counts.open,
        "total": counts.total,
    }


def _text(request: Request, name: str, longest: int) -> str:
    """A text of the query; 400 where it is missing, too long or no text."""
    given = request.query_params.getlist(name)
    if len(given) != 1 or len(given[0]) > longest:
        raise HTTPException(400, f"give one {name} of at most {longest} characters")
    return given[0]


def _number(request: Request, name: str) -> int:
    """A number of the query; 400 where it is none or out of its bounds."""
    least, usual, most = LIMITS[name]
    given = request.query_params.get(name, str(usual))
    if not given.isascii() or not given.isdecimal() or not least <= int(given[:9]) <= most:
        raise HTTPException(400, f"{name} must be a number from {least} to {most}")
    return int(given)


def _tag(code: str) -> str:
    try:
        return find_language(code[:20]).tag.partition("-")[0]
    except NotFoundError:
        raise HTTPException(404, "there is no such language") from None


async def _sent_text(request: Request) -> tuple[str, str]:
    """The text and language of a request's JSON object; 400 where it is none."""
    try:
        sent: Any = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise HTTPException(400, "send a JSON object") from None
    if not isinstance(sent, Mapping) or not isinstance(sent.get("text"), str):
        raise HTTPException(400, "send a JSON object with a “text”")
    text, language = sent["text"], sent.get("language", "")
    if len(text) > LONGEST_TEXT or not isinstance(language, str):
        raise HTTPException(400, f"“text” may have {LONGEST_TEXT} characters")
    return text, language
