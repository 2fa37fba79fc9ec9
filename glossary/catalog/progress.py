"""How far a catalog or an article has come: counts by status, also per subject field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from glossary.model import Entry, Segment, Status

__all__ = ["Counts", "Progress", "article_progress", "progress", "subject_field"]


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of entries or segments, each counted once; one without a target is open."""

    approved: int = 0
    draft: int = 0
    to_review: int = 0
    open: int = 0

    @property
    def total(self) -> int:
        """All entries."""
        return self.approved + self.draft + self.to_review + self.open

    @property
    def usable(self) -> int:
        """Entries whose equivalent may be used: approved and draft."""
        return self.approved + self.draft

    def __add__(self, other: Counts) -> Counts:
        """Give the sum of two counts."""
        return Counts(
            self.approved + other.approved,
            self.draft + other.draft,
            self.to_review + other.to_review,
            self.open + other.open,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """The counts of a catalog; `by_field` is in alphabetical order, "" without a field."""

    counts: Counts
    by_field: Mapping[str, Counts] = field(default_factory=dict)


def progress(entries: Iterable[Entry]) -> Progress:
    """Count entries; obsolete ones are left out."""
    fields: dict[str, Counts] = {}
    for entry in entries:
        if not entry.obsolete:
            name = subject_field(entry)
            fields[name] = fields.get(name, Counts()) + _one(entry)
    ordered = {name: fields[name] for name in sorted(fields)}
    return Progress(sum(ordered.values(), Counts()), ordered)


def article_progress(segments: Iterable[Segment]) -> Counts:
    """Count the segments of an article."""
    return sum(map(_one, segments), Counts())


def subject_field(entry: Entry) -> str:
    """The subject field that the first ``#.`` line names, empty where it names none.

    >>> subject_field(Entry("pension", comments=("noun · old age · 3 in 2 articles",)))
    'old age'
    """
    parts = entry.comments[0].split(" · ") if entry.comments else []
    return parts[1].strip() if len(parts) >= 3 else ""


def _one(item: Entry | Segment) -> Counts:
    if item.status is Status.UNTRANSLATED:
        return Counts(open=1)
    if item.needs_review:
        return Counts(to_review=1)
    return Counts(approved=1) if item.status is Status.APPROVED else Counts(draft=1)
