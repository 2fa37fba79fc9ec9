"""Lines ``key: value`` among the notes: for what a format has no place of its own for.

A note that would read as such a line is written behind ``note: ``, so that every note comes back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import fields, replace

from glossary.formats.contract import Concept

_FIELDS = tuple(
    field.name for field in fields(Concept) if field.name not in ("source", "target", "notes")
)
_KEYS = {name.replace("_", " "): name for name in _FIELDS}
_LINE = re.compile(rf"({'|'.join(_KEYS)}|note): (.*)")


def noted(concept: Concept, names: Collection[str]) -> tuple[str, ...]:
    """The notes of a concept, and a line for each value of the fields named in `names`.

    >>> noted(Concept("pension", usage="3", notes=("see also: old age",)), {"usage"})
    ('see also: old age', 'usage: 3')
    """
    lines = [f"note: {note}" if _LINE.fullmatch(note) else note for note in concept.notes]
    for key, name in _KEYS.items():
        if name in names:
            lines += [f"{key}: {value}" for value in _values(getattr(concept, name))]
    return tuple(lines)


def _values(value: object) -> list[str]:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, bool):
        return ["yes"] if value else []
    return [str(value)] if value else []


def unnoted(concept: Concept, lines: Iterable[str]) -> Concept:
    """Give the concept with what `lines` say; those without a key are notes.

    A line with a key is exact, and stands in for what the format's own place had to round.
    """
    found: dict[str, list[str]] = {}
    lines = tuple(lines)
    if not lines:
        return concept
    for line in lines:
        match = _LINE.fullmatch(line)
        name = _KEYS.get(match[1], "notes") if match else "notes"
        found.setdefault(name, []).append(match[2] if match else line)
    changes: dict[str, object] = {}
    surplus: list[str] = []
    for name, values in found.items():
        old = getattr(concept, name)
        if isinstance(old, tuple):
            changes[name] = tuple(dict.fromkeys((*old, *values)))
        elif isinstance(old, bool):
            changes[name] = True
        else:
            changes[name] = values[0]
            surplus += [f"{name}: {value}" for value in values[1:]]
    result = replace(concept, **changes)  # type: ignore[arg-type]
    if not surplus:
        return result
    return replace(result, notes=tuple(dict.fromkeys((*result.notes, *surplus))))
