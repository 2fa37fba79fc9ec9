"""Read the word lists of the language modules, which stand there as running text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def words(text: str) -> frozenset[str]:
    """Give the words that blanks separate."""
    return frozenset(text.split())


def ordered(text: str) -> tuple[str, ...]:
    """Give the words that blanks separate, in their order."""
    return tuple(text.split())


def phrases(text: str) -> frozenset[str]:
    """Give the words and phrases that commas separate."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


def pairs(text: str) -> Mapping[str, str]:
    """Give what the first of two words stands for; commas separate the pairs."""
    table: dict[str, str] = {}
    for pair in text.split(","):
        first, second = pair.split()
        table[first] = second
    return MappingProxyType(table)
