"""A memory of what was translated: units, their matches and their contexts."""

from glossary.memory.concordance import Line
from glossary.memory.memory import THRESHOLD, Memory
from glossary.memory.penalties import Penalties
from glossary.memory.report import Statistics
from glossary.memory.unit import Adaptation, Addition, Match, Unit

__all__ = [
    "THRESHOLD",
    "Adaptation",
    "Addition",
    "Line",
    "Match",
    "Memory",
    "Penalties",
    "Statistics",
    "Unit",
]
