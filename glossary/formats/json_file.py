"""JSON: an object with the languages and a list of concepts, for programs.

in      UTF-8; every field of a concept under its own name, those that are empty may be missing
out     the same, indented, in the order of the termbase
carries entries, whole
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields

from glossary.errors import MalformedError
from glossary.formats._concepts import CONCEPT_LIMIT, TERM_LIMIT
from glossary.formats._text import whole_text
from glossary.formats.contract import Concept, Format, Reading, Termbase, Writing, tidy
from glossary.interface import _

SIZE_LIMIT = 16 * 1024 * 1024  # small values take twenty times their size in memory

_KINDS = {one.name: str(one.type) for one in fields(Concept)}
_TYPES = {"bool": bool, "str": str}
_COMPUTED = ("status", "number")
_KEY = "concepts"


def read(data: bytes, reading: Reading) -> Termbase:
    """The concepts of a JSON file, or of a plain list of them."""
    text = whole_text(data, reading, limit=SIZE_LIMIT)
    try:
        found = json.loads(text, parse_int=float)
    except json.JSONDecodeError as error:
        raise MalformedError(
            _("the JSON is damaged: {reason}").format(reason=error.msg),
            hint=_("Export the file again."),
            path=reading.path,
            line=error.lineno,
            column=error.colno,
        ) from None
    except RecursionError:
        raise _malformed(_("the values are nested too deeply"), reading) from None
    listed = found.get(_KEY) if isinstance(found, dict) else found
    if not isinstance(listed, list):
        raise _malformed(_("there is no list “{key}” in it").format(key=_KEY), reading)
    if len(listed) > CONCEPT_LIMIT:
        raise _malformed(
            _("the list has more than {limit:,} concepts").format(limit=CONCEPT_LIMIT), reading
        )
    remarks: dict[str, None] = {}
    concepts = tuple(_concept(index, one, reading, remarks) for index, one in enumerate(listed, 1))
    head = found if isinstance(found, dict) else {}
    return Termbase(
        concepts,
        str(head.get("source_language") or reading.source_language),
        str(head.get("target_language") or reading.target_language),
        str(head.get("title") or ""),
        tuple(remarks),
    )


def _concept(index: int, value: object, reading: Reading, remarks: dict[str, None]) -> Concept:
    if not isinstance(value, Mapping) or not isinstance(value.get("source"), str):
        raise _malformed(_("concept {index} has no “source”").format(index=index), reading)
    known: dict[str, object] = {}
    for name, part in value.items():
        kind = _KINDS.get(name)
        if kind is None:
            if name not in _COMPUTED:
                remarks[_("“{name}” is not known and was left out").format(name=name)] = None
        elif kind in _TYPES and isinstance(part, _TYPES[kind]):
            known[name] = part
        elif kind.startswith("tuple") and _is_texts(part):
            known[name] = tuple(part)
        else:
            raise _malformed(
                _("concept {index}: “{name}” is of the wrong kind").format(index=index, name=name),
                reading,
            )
    concept = tidy(Concept(**known))  # type: ignore[arg-type]
    if not concept.source or len(concept.source) > TERM_LIMIT or len(concept.target) > TERM_LIMIT:
        raise _malformed(
            _("concept {index} has an empty term, or one of more than {limit} characters").format(
                index=index, limit=TERM_LIMIT
            ),
            reading,
        )
    return concept


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _malformed(message: str, reading: Reading) -> MalformedError:
    return MalformedError(
        message, hint=_("Compare it with a file of “glossary export x.json”."), path=reading.path
    )


def write(termbase: Termbase, writing: Writing) -> bytes:
    """The JSON file; fields that are empty are left out."""
    concepts = []
    for concept in termbase.concepts:
        values = {name: getattr(concept, name) for name in _KINDS}
        told = {name: value for name, value in values.items() if value}
        concepts.append({**told, "status": concept.status.value, "number": concept.number})
    head = {
        "source_language": termbase.source_language,
        "target_language": termbase.target_language,
        "title": termbase.title or writing.title,
    }
    text = json.dumps({**head, _KEY: concepts}, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


FORMATS = (
    Format(
        "json",
        "JSON",
        (".json",),
        lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")),
        read_entries=read,
        write_entries=write,
    ),
)
