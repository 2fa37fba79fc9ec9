"""The description of the interface for programs, in OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from glossary.web.annotating import LONGEST_TEXT
from glossary.web.recall import LONGEST_SEGMENT
from glossary.web.search import LONGEST_QUERY

BASE = "/api/v1"

LIMITS: Mapping[str, tuple[int, int, int]] = {"limit": (1, 20, 100), "threshold": (30, 75, 100)}
"""The least, the usual and the greatest value of each number in a query."""

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_STANDINGS = ["preferred", "admitted", "deprecated", "forbidden"]


def description() -> Schema:
    """The whole description, as JSON has it."""
    from importlib.metadata import version

    return {
        "openapi": "3.1.0",
        "info": {
            "title": "glossary",
            "version": version("glossary"),
            "description": "Look up the terms of an office, and what it has translated before.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": _paths(),
        "components": {"schemas": _schemas()},
    }


def _paths() -> Schema:
    return {
        f"{BASE}/search": {
            "get": _operation(
                "search",
                "Find terms by any designation, with or without tone marks",
                "Answer",
                _query("q", {**_TEXT, "maxLength": LONGEST_QUERY}, required=True),
                _query("language", {**_TEXT, "description": "Only this catalog."}),
                _query("limit", _number("limit")),
            )
        },
        f"{BASE}/terms/{{name}}": {
            "get": _operation(
                "term", "One term with all that is known of it", "Concept",
                {"name": "name", "in": "path", "required": True, "schema": _TEXT},
            )
        },
        f"{BASE}/annotate": {
            "post": {
                **_operation("annotate", "The places of a text that designate terms", "Marking"),
                "requestBody": _body("Text"),
            }
        },
        f"{BASE}/memory": {
            "get": _operation(
                "memory",
                "What was translated before: segments of the memory, and terms",
                "Matches",
                _query(
                    "q", {**_TEXT, "minLength": 1, "maxLength": LONGEST_SEGMENT}, required=True
                ),
                _query("source", {**_TEXT, "description": "The language of q."}),
                _query("target", {**_TEXT, "description": "The language to translate into."}),
                _query("threshold", _number("threshold")),
                _query("limit", _number("limit")),
            )
        },
        f"{BASE}/status": {"get": _operation("status", "How far the catalogs are", "Status")},
    }  # fmt: skip


def _schemas() -> dict[str, Schema]:
    entry = {
        **dict.fromkeys(("source", "sense", "language", "equivalent", "approval"), _TEXT),
        "status": {"enum": ["untranslated", "draft", "approved"]},
        "needs_review": {"type": "boolean"},
        **dict.fromkeys(("admitted", "deprecated", "forbidden", "notes"), _TEXTS),
        "definition": _TEXT,
    }
    return {
        "Entry": _object(entry),
        "Result": _object({**entry, "name": _TEXT, "matched": _TEXT, "closeness": _TEXT}),
        "Answer": _object({"query": _TEXT, "results": _list("Result"), "nearest": _TEXTS}),
        "Concept": _concept(),
        "Text": _object(
            {"text": {**_TEXT, "maxLength": LONGEST_TEXT}, "language": _TEXT}, optional=["language"]
        ),
        "Annotation": _object(
            {
                "text": _TEXT,
                "parts": {"type": "array", "items": {"type": "array", "items": _COUNT}},
                **dict.fromkeys(("name", "source", "sense", "equivalent"), _TEXT),
                "acceptability": {"enum": [None, *_STANDINGS]},
            }
        ),
        "Marking": _object({"language": _TEXT, "annotations": _list("Annotation")}),
        "Match": _object(
            {
                "source": _TEXT,
                "target": _TEXT,
                "score": {"type": "integer", "minimum": 0, "maximum": 101},
                "origin": {"enum": ["memory", "glossary"]},
            }
        ),
        "Matches": _object({"matches": _list("Match")}),
        "Status": _status(),
        "Fault": _object({"error": _TEXT}),
    }


def _concept() -> Schema:
    return _object(
        {
            **dict.fromkeys(("name", "source", "sense", "part_of_speech", "field"), _TEXT),
            **dict.fromkeys(("usage", "definition"), _TEXT),
            **dict.fromkeys(("relations", "references", "broader", "narrower", "related"), _TEXTS),
            "evidence": {"type": "array", "items": _object({"date": _TEXT, "text": _TEXT})},
            "entries": _list("Entry"),
        }
    )


def _status() -> Schema:
    counts = dict.fromkeys(("approved", "draft", "to_review", "open", "total"), _COUNT)
    return _object(
        {
            **dict.fromkeys(("title", "source_language", "fault"), _TEXT),
            "catalogs": {
                "type": "array",
                "items": _object(
                    {
                        "language": _TEXT,
                        **counts,
                        "fields": {
                            "type": "array",
                            "items": _object({"field": _TEXT, **counts}),
                        },
                    }
                ),
            },
        }
    )


def _operation(name: str, summary: str, answer: str, *parameters: Schema) -> Schema:
    faults = {"400": "The request makes no sense", "404": "There is no such thing"}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": list(parameters),
        "responses": {
            "200": {"description": summary, "content": _content(answer)},
            **{
                code: {"description": why, "content": _content("Fault")}
                for code, why in faults.items()
            },
            "default": {"description": "The server refused the request", "content": _refusal()},
        },
    }


def _query(name: str, schema: Schema, *, required: bool = False) -> Schema:
    return {"name": name, "in": "query", "required": required, "schema": schema}


def _number(name: str) -> Schema:
    least, usual, most = LIMITS[name]
    return {"type": "integer", "minimum": least, "maximum": most, "default": usual}


def _body(schema: str) -> Schema:
    return {"required": True, "content": _content(schema)}


def _content(schema: str) -> Schema:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _refusal() -> Schema:
    return {**_content("Fault"), "text/plain": {"schema": _TEXT}}


def _list(schema: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{schema}"}}


def _object(properties: Schema, *, optional: list[str] | None = None) -> Schema:
    required = [name for name in properties if name not in (optional or [])]
    return {"type": "object", "properties": properties, "required": required}
