"""What TMX says of a unit in properties, of which it names none itself.

source  the properties that OmegaT 3.6 (file, prev, next), memoQ (x-context-pre, x-context-post)
        and Trados (x-ConfirmationLevel) write; ours begin with ``x-``, as TMX wants it. With a
        property of its own OmegaT would hold a translation to that one place of a project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from glossary.formats.contract import Profile
from glossary.model import Segment

_TEXTS = {
    "sense": "x-sense",
    "kind": "x-kind",
    "approval": "x-approval",
    "previous": "x-previous",
    "following": "x-following",
    "origin": "x-origin",
}
_LISTS = {"references": "x-reference", "comments": "x-comment"}
_NEEDS_REVIEW = "x-needs-review"
_CONFIRMATION = "x-ConfirmationLevel"
_BEFORE, _BEHIND = "x-context-pre", "x-context-post"

_FIELDS = {
    **{name: key for key, name in (*_TEXTS.items(), *_LISTS.items())},
    "prev": "previous",
    "next": "following",
    "file": "origin",
    _BEFORE: "previous",
    _BEHIND: "following",
    "x-document": "origin",
}
_DOUBTFUL = frozenset({"Draft", "RejectedTranslation", "RejectedSignOff"})
_CONFIRMED = frozenset({"ApprovedTranslation", "ApprovedSignOff"})
_TAGS = re.compile(r"</?seg>")


@dataclass(slots=True)
class Properties:
    """What the properties of one unit say; those of other tools become comments."""

    texts: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    needs_review: bool = False
    is_confirmed: bool = False

    def take(self, name: str, text: str) -> None:
        """Take one property."""
        key = _FIELDS.get(name, "")
        if name == _NEEDS_REVIEW:
            self.needs_review = text == "yes"
        elif name == _CONFIRMATION:
            self.needs_review = self.needs_review or text in _DOUBTFUL
            self.is_confirmed = text in _CONFIRMED
        elif key == "references":
            self.references.append(text)
        elif key == "comments":
            self.comments.append(text)
        elif key:
            self.texts.setdefault(key, _TAGS.sub("", text) if name in (_BEFORE, _BEHIND) else text)
        elif text.strip():
            self.comments.append(f"{name}: {text}")


def properties(segment: Segment, profile: Profile) -> Iterator[tuple[str, str]]:
    """Name and text of each property of a segment, in one order."""
    for key, name in _TEXTS.items():
        if text := getattr(segment, key):
            yield name, text
    if segment.needs_review:
        yield _NEEDS_REVIEW, "yes"
    for key, name in _LISTS.items():
        yield from ((name, text) for text in getattr(segment, key))
    yield from _further(segment, profile)


def _further(segment: Segment, profile: Profile) -> Iterator[tuple[str, str]]:
    """The same once more, where a program looks for it under another name."""
    if profile is Profile.MEMOQ:
        if segment.previous:
            yield _BEFORE, f"<seg>{segment.previous}</seg>"
        if segment.following:
            yield _BEHIND, f"<seg>{segment.following}</seg>"
    if profile is Profile.TRADOS:
        level = "ApprovedTranslation" if segment.approval else "Translated"
        yield _CONFIRMATION, "Draft" if segment.needs_review else level
