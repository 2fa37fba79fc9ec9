"""From articles to terms, each step a module that can be read on its own.

`extractor` runs them in order: counting (candidates, names, coordination, acronyms, references,
persons), variants, screening, features, ranking, decisions, terms. `corpus` divides the counting,
`workers` says among whom.
"""

from glossary.extraction.corpus import Progress
from glossary.extraction.decisions import Decisions, read_decisions
from glossary.extraction.explanation import Explanation, explain
from glossary.extraction.extractor import Extraction, extract

__all__ = [
    "Decisions",
    "Explanation",
    "Extraction",
    "Progress",
    "explain",
    "extract",
    "read_decisions",
]
