"""Checks of catalogs: one file per family, each check with a code that never changes.

``T`` terminology, ``V`` Vietnamese spelling and Unicode, ``C`` consistency, ``F`` the file.
"""

from __future__ import annotations

from typing import Any

from glossary.checks import (
    acronyms,
    ambiguity,
    capitals,
    characters,
    composition,
    duplicates,
    header,
    marks,
    orthography,
    references,
    terminology,
    waivers,
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
    Lines,
    Part,
    Setting,
    Severity,
    Text,
    TextCheck,
)
from glossary.checks._inspection import Report, run_checks

__all__ = [
    "CHECKS",
    "FAMILIES",
    "HEADER",
    "Check",
    "Collection",
    "CollectionCheck",
    "EntryCheck",
    "Fix",
    "Header",
    "Issue",
    "Lines",
    "Part",
    "Report",
    "Setting",
    "Severity",
    "Text",
    "TextCheck",
    "inspect",
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
)

CHECKS: tuple[Check[Any], ...] = tuple(
    sorted((check for family in FAMILIES for check in family.CHECKS), key=lambda one: one.code)
)
"""Every check, by code."""


def inspect(collection: Collection) -> Report:
    """Run every check over a collection."""
    return run_checks(CHECKS, collection)
