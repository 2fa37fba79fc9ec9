"""Pretranslate in several processes: what one worker does with its part of the segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from glossary.memory.adaptation import Adapter
from glossary.memory.memory import THRESHOLD, Memory
from glossary.memory.penalties import Penalties
from glossary.memory.unit import Match
from glossary.model import Segment

PART = 200
"""Segments that a worker gets at once."""

_open: dict[Path, Memory] = {}


@dataclass(frozen=True, slots=True)
class Pretranslator:
    """A memory and how it is asked; a value that can be sent to another process."""

    path: Path
    threshold: int = THRESHOLD
    limit: int = 1
    penalties: Penalties = field(default_factory=Penalties)
    adapter: Adapter | None = None

    def __call__(self, segments: Sequence[Segment]) -> list[list[Match]]:
        """The best matches of each segment; the memory stays open for the next part."""
        memory = _open.get(self.path)
        if memory is None:
            memory = _open[self.path] = Memory.open(self.path, create=False)
        return [
            memory.lookup(
                segment,
                threshold=self.threshold,
                limit=self.limit,
                penalties=self.penalties,
                adapter=self.adapter,
            )
            for segment in segments
        ]
