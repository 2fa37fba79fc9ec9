"""What the memory holds and gives: units, matches, and what became of an addition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from glossary.model import Segment


@dataclass(frozen=True, slots=True)
class Unit:
    """A stored segment: its number in the record, and how often it was put into a translation.

    `added` is when it came, or last changed, here.
    """

    id: int
    segment: Segment
    uses: int
    added: datetime

    @property
    def changed(self) -> datetime:
        """When it was translated, or where that is not known, when it came here."""
        return self.segment.changed or self.added


@dataclass(frozen=True, slots=True)
class Adaptation:
    """A part that was exchanged: `before` by `after` in the source, `old` by `new` in the target.

    `kind` is ``number``, ``date``, ``reference`` or ``term``.
    """

    kind: str
    before: str
    after: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that is like the wanted text; both scores are whole percent.

    `score` is what counts: 101 where the neighbours are the same, too, 100 for an equal text, at
    most 99 for one that is only like it or was adapted; penalties have been subtracted.
    `similarity` is that of the stored source and the wanted text, before either. `source` and
    `target` are the unit's texts as seen from the wanted side (`is_reversed`: the unit was
    translated in the other direction), the target with the adaptations made.
    """

    unit: Unit
    score: int
    similarity: int
    source: str
    target: str
    adaptations: tuple[Adaptation, ...] = ()
    is_reversed: bool = False


@dataclass(frozen=True, slots=True)
class Addition:
    """How many segments were new, changed a unit, were known, or had nothing to remember."""

    added: int = 0
    changed: int = 0
    known: int = 0
    skipped: int = 0

    def __add__(self, other: Addition) -> Addition:
        return Addition(
            self.added + other.added,
            self.changed + other.changed,
            self.known + other.known,
            self.skipped + other.skipped,
        )
