"""Open the project's memory for a command, and show units."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from glossary.cli import output
from glossary.interface import _, ngettext

if TYPE_CHECKING:
    from glossary.memory import Memory, Unit
    from glossary.project import Project


@contextmanager
def opened(project: Project, *, mode: str | None = None, is_read: bool = False) -> Iterator[Memory]:
    """Open the memory; where it was started only now, say so.

    `mode` not None writes nothing; `is_read` asks only, also where nothing can be written.
    """
    from glossary.project.remembering import opened as open_memory

    with open_memory(project, is_planned=mode is not None, is_read=is_read) as opening:
        is_there = opening.memory.path == project.memory_path
        if opening.started is not None and mode is None and is_there:
            count = opening.started.added
            message = ngettext(
                "started {path} with {count} sentence of the project's articles",
                "started {path} with {count} sentences of the project's articles",
                count,
            )
            path = project.memory_path.relative_to(project.root)
            output.note(message.format(path=path, count=count))
        yield opening.memory


def facts(unit: Unit) -> dict[str, object]:
    """A unit for programs."""
    segment = unit.segment
    return {
        "id": unit.id,
        "source": segment.source,
        "target": segment.target,
        "source_language": segment.source_language,
        "target_language": segment.target_language,
        "status": segment.status.value,
        "needs_review": segment.needs_review,
        "origin": segment.origin,
        "references": list(segment.references),
        "author": segment.author,
        "changed": unit.changed.isoformat(timespec="seconds"),
        "uses": unit.uses,
        "notes": list(segment.notes),
    }


def standing(unit: Unit) -> str:
    """Where a unit is from and how far it can be trusted, for people."""
    segment = unit.segment
    parts = [segment.origin, segment.status.value, f"{unit.changed:%Y-%m-%d}"]
    if segment.needs_review:
        parts.append(_("needs review"))
    return " · ".join(part for part in (*parts, f"#{unit.id}") if part)


def cells(row: dict[str, object]) -> list[str]:
    """The values of `facts` as cells of a table of tab-separated values."""
    return ["; ".join(value) if isinstance(value, list) else str(value) for value in row.values()]


def wrapped(head: str, text: str) -> list[str]:
    """Lines of a text behind a head, wrapped to the terminal; in a file or pipe one line."""
    import textwrap

    room = min(output.width(), 100) if sys.stdout.isatty() else output.UNLIMITED
    lines = textwrap.wrap(text, max(20, room - len(head))) or [""]
    return [head + lines[0], *(" " * len(head) + line for line in lines[1:])]
