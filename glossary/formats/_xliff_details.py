"""What XLIFF has no element for, as names with texts: contexts in 1.2, metadata in 2.1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from glossary.formats._stamps import iso, parse_stamp
from glossary.model import Segment

_TEXTS = ("sense", "kind", "approval", "previous", "following", "author")
_REFERENCE = "reference"
_CHANGED = "changed"


@dataclass(slots=True)
class Details:
    """What a unit says of its segments."""

    texts: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def take(self, name: str, text: str) -> None:
        """Take one detail; one that is not ours becomes a comment."""
        if name == _REFERENCE:
            self.references.append(text)
        elif name in _TEXTS or name == _CHANGED:
            self.texts.setdefault(name, text)
        elif text.strip():
            self.comments.append(f"{name}: {text}" if name else text)

    def describe(self, segment: Segment) -> Segment:
        """Give the segment with these details; an approval that it has already stays."""
        changes: dict[str, Any] = {key: self.texts[key] for key in _TEXTS if key in self.texts}
        return replace(
            segment,
            **changes,
            changed=parse_stamp(self.texts.get(_CHANGED, "")),
            references=tuple(self.references),
            notes=tuple(self.notes),
            comments=(*self.comments, *segment.comments),
        )


def details(segment: Segment) -> Iterator[tuple[str, str]]:
    """Name and text of each detail of a segment, in one order."""
    for name in _TEXTS:
        if text := getattr(segment, name):
            yield name, text
    if segment.changed:
        yield _CHANGED, iso(segment.changed)
    for reference in segment.references:
        yield _REFERENCE, reference
