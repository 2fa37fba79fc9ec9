"""Checks of catalogs and bitext: one file per family, each check with a code that never changes.

``T`` terminology and what is left from the source, ``N`` numbers, ``D`` dates, ``L`` legal
references, ``P`` punctuation, ``V`` Vietnamese spelling and Unicode, ``C`` consistency, ``F`` the
file; and ``S`` the source itself, an article before it is translated.
"""

from __future__ import annotations

from typing import Any

from glossary.checks import (
    acronyms,
    ambiguity,
    breaks,
    capitals,
    characters,
    composition,
    dates,
    duplicates,
    habits,
    header,
    leftovers,
    legal,
    marks,
    names,
    numbers,
    orthography,
    punctuation,
    references,
    repetition,
    slips,
    terminology,
    usage,
    waivers,
    wording,
)
from glossary.checks._contract import (
    HEADER,
    Check,
    Collection,
    CollectionCheck,
    EntryCheck,
    Fix,
    Header,
    Issue,
    Knowledge,
    Lines,
    Part,
    SegmentCheck,
    Setting,
    Severity,
    Text,
    TextCheck,
)
from glossary.checks._inspection import Report, run_checks
from glossary.checks._manuscript import Manuscript, Naming, SourceCheck
from glossary.checks.habits import pairs_of

__all__ = [
    "CHECKS",
    "FAMILIES",
    "HEADER",
    "SOURCE_CHECKS",
    "SOURCE_FAMILIES",
    "Check",
    "Collection",
    "CollectionCheck",
    "EntryCheck",
    "Fix",
    "Header",
    "Issue",
    "Knowledge",
    "Lines",
    "Manuscript",
    "Naming",
    "Part",
    "Report",
    "SegmentCheck",
    "Setting",
    "Severity",
    "SourceCheck",
    "Text",
    "TextCheck",
    "inspect",
    "pairs_of",
]

FAMILIES = (
    terminology,
    ambiguity,
    acronyms,
    orthography,
    characters,
    capitals,
    composition,
    duplicates,
    marks,
    header,
    references,
    waivers,
    wording,
    leftovers,
    names,
    numbers,
    dates,
    legal,
    punctuation,
    repetition,
    habits,
)

SOURCE_FAMILIES = (breaks, slips, usage)
"""The families that look at an article before it is translated: ``S``."""

CHECKS: tuple[Check[Any], ...] = tuple(
    sorted((check for family in FAMILIES for check in family.CHECKS), key=lambda one: one.code)
)
"""Every check, by code."""

SOURCE_CHECKS: tuple[SourceCheck, ...] = tuple(
    sorted((one for family in SOURCE_FAMILIES for one in family.CHECKS), key=lambda one: one.code)
)
"""Every check of an article, by code."""


def inspect(collection: Collection) -> Report:
    """Run every check over a collection."""
    return run_checks(CHECKS, collection)
