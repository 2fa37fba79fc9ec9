"""The tables of one catalog's look-up database.

Names are numbered from the shortest to the longest and entries by their source term, so that what
comes first needs no sorting. `noun_phrase` is where a name has its first preposition, or its end:
before it stand modifiers and a head.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from glossary.model import Acceptability, Entry

__all__ = [
    "INITIALS",
    "JOINED",
    "ORDER",
    "STANDINGS",
    "TABLES",
    "VARIANT",
    "entry_of",
    "word_order",
    "words_of",
]

STANDINGS: tuple[Acceptability | None, ...] = (None, *Acceptability)
"""What the number in the column `standing` says; 0 is a name of the source language."""

VARIANT, INITIALS, ORDER, JOINED = range(1, 5)
"""Which key of a name a row of the table `keys` holds."""

TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entries (id INTEGER PRIMARY KEY, data TEXT);
CREATE TABLE names (
    id INTEGER PRIMARY KEY, entry INTEGER, standing INTEGER, text TEXT, folded TEXT,
    noun_phrase INTEGER
);
CREATE TABLE keys (
    kind INTEGER, key TEXT, name INTEGER, PRIMARY KEY (kind, key, name)
) WITHOUT ROWID;
CREATE TABLE lengths (length INTEGER PRIMARY KEY, first INTEGER, last INTEGER);
CREATE TABLE vocabulary (
    id INTEGER PRIMARY KEY, word TEXT UNIQUE, sources INTEGER, equivalents INTEGER, meanings INTEGER
);
CREATE TABLE words (word INTEGER, name INTEGER, PRIMARY KEY (word, name)) WITHOUT ROWID;
CREATE TABLE meanings (word INTEGER, entry INTEGER, PRIMARY KEY (word, entry)) WITHOUT ROWID;
"""


def words_of(key: str) -> list[str]:
    """The words of a folded text or comparison key, those of a compound each for itself.

    >>> words_of("e-government (amended)")
    ['e', 'government', 'amended']
    """
    return "".join(char if char.isalnum() else " " for char in key).split()


def word_order(words: Iterable[str]) -> str:
    """What texts of the same words in any order share."""
    return " ".join(sorted(words))


def entry_of(data: str) -> Entry:
    """The entry that a row of `entries` holds."""
    values = json.loads(data)
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Entry(**{**values, **lists})
