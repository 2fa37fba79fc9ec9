"""A memory of what was translated: units, their matches and their contexts."""

from glossary.memory.memory import THRESHOLD, Memory
from glossary.memory.penalties import Penalties
from glossary.memory.unit import Adaptation, Addition, Match, Unit

__all__ = [
    "THRESHOLD",
    "Adaptation",
    "Addition",
    "Match",
    "Memory",
    "Penalties",
    "Unit",
]
