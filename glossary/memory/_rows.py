"""Units as rows of the record, and back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from glossary.memory import _keys
from glossary.memory.unit import Unit
from glossary.model import Segment

UNIT_QUERY = (
    "SELECT units.id, s.text, t.text, units.source_tag, units.target_tag, units.sense, "
    "units.kind, units.previous, units.following, units.origin, units.places, units.author, "
    "units.changed, units.needs_review, units.approval, units.notes, units.uses, units.added, "
    "units.source, units.target "
    "FROM units JOIN texts s ON s.id = units.source JOIN texts t ON t.id = units.target"
)

Side = Literal["source", "target"]

SIDE_COLUMNS: dict[Side, int] = {"source": 18, "target": 19}
"""Where a row of `UNIT_QUERY` has the numbers of its texts."""


def unit_of(row: Sequence[Any]) -> Unit:
    """The unit of a row of `UNIT_QUERY`."""
    segment = Segment(
        source=row[1],
        target=row[2],
        source_language=row[3],
        target_language=row[4],
        sense=row[5],
        kind=row[6],
        previous=row[7],
        following=row[8],
        origin=row[9],
        references=_lines(row[10]),
        author=row[11],
        changed=datetime.fromtimestamp(row[12], UTC) if row[12] is not None else None,
        needs_review=bool(row[13]),
        approval=row[14],
        notes=_lines(row[15]),
    )
    return Unit(row[0], segment, uses=row[16], added=datetime.fromtimestamp(row[17], UTC))


def values_of(segment: Segment) -> dict[str, Any]:
    """The columns of a segment, but for its texts."""
    return {
        "source_tag": _keys.tag(segment.source_language),
        "target_tag": _keys.tag(segment.target_language),
        "sense": segment.sense,
        "kind": segment.kind,
        "previous": segment.previous,
        "following": segment.following,
        "origin": segment.origin,
        "places": "\n".join(segment.references),
        "author": segment.author,
        "changed": segment.changed.timestamp() if segment.changed else None,
        "needs_review": int(segment.needs_review),
        "approval": segment.approval,
        "notes": "\n".join(segment.notes),
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
