"""Find entries by any of their designations: English or not, with or without tone marks."""

from glossary.lookup.choosing import Chooser, label
from glossary.lookup.description import Description, describe
from glossary.lookup.index import Closeness, Index, Match

__all__ = ["Chooser", "Closeness", "Description", "Index", "Match", "describe", "label"]
