"""The tables of one catalog's look-up database, and how they are filled.

Every key is made in Python, because SQLite knows neither that đ is a d nor what a plural is. Names
are numbered from the shortest to the longest and entries by their source term, so that what comes
first needs no sorting.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from enum import IntEnum
from typing import Any

from glossary.languages import fold, normalise
from glossary.lookup.description import describe
from glossary.lookup.designation import Designation, equivalents, sources
from glossary.model import Acceptability, Entry

__all__ = ["STANDINGS", "Kind", "entry_of", "fill", "initials", "word_order", "words_of"]

STANDINGS: tuple[Acceptability | None, ...] = (None, *Acceptability)
"""What the number in the column `standing` says; 0 is a name of the source language."""

_MIN_INITIALS = 3
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entries (id INTEGER PRIMARY KEY, data TEXT);
CREATE TABLE names (
    id INTEGER PRIMARY KEY, entry INTEGER, standing INTEGER, text TEXT, folded TEXT
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
_TUPLES = frozenset(field.name for field in fields(Entry) if field.type.startswith("tuple"))


class Kind(IntEnum):
    """Which key of a name a row of the table `keys` holds."""

    VARIANT = 1
    INITIALS = 2
    ORDER = 3
    JOINED = 4


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    standing: int
    text: str
    entry: int
    variant: str


def fill(
    connection: sqlite3.Connection,
    entries: Iterable[Entry],
    *,
    variant_key: Callable[[str], str],
) -> None:
    """Make the tables in an empty database and fill them; obsolete entries are left out."""
    connection.executescript(_TABLES)
    living = sorted(
        (entry for entry in entries if not entry.obsolete),
        key=lambda entry: (entry.source.casefold(), entry.source, entry.sense),
    )
    connection.executemany(
        "INSERT INTO entries VALUES (?, ?)",
        ((number, _data_of(entry)) for number, entry in enumerate(living)),
    )
    names = sorted(
        (
            _name(number, designation, variant_key)
            for number, entry in enumerate(living)
            for designation in (*sources(entry), *equivalents(entry))
        ),
        key=lambda name: (len(name.folded), name.folded, name.standing, name.text, name.entry),
    )
    connection.executemany(
        "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
        (
            (number, name.entry, name.standing, name.text, name.folded)
            for number, name in enumerate(names)
        ),
    )
    _fill_keys(connection, names)
    meanings = [set(_meaning_words(entry, variant_key)) for entry in living]
    _fill_words(connection, names, meanings)
    connection.execute("CREATE INDEX by_folded ON names (folded)")
    connection.execute("CREATE INDEX by_entry ON names (entry)")
    connection.execute(
        "INSERT INTO lengths SELECT length(folded), min(id), max(id) FROM names GROUP BY 1"
    )


def words_of(key: str) -> list[str]:
    """The words of a folded text or comparison key, those of a compound each for itself.

    >>> words_of("e-government (amended)")
    ['e', 'government', 'amended']
    """
    return "".join(char if char.isalnum() else " " for char in key).split()


def word_order(words: Iterable[str]) -> str:
    """What texts of the same words in any order share."""
    return " ".join(sorted(words))


def initials(folded: str) -> str:
    """The first letters of the words: bảo hiểm thất nghiệp, bhtn."""
    return "".join(word[0] for word in folded.replace("-", " ").split() if word[0].isalpha())


def entry_of(data: str) -> Entry:
    """The entry that a row of `entries` holds."""
    values: dict[str, Any] = json.loads(data)
    values |= {name: tuple(values[name]) for name in _TUPLES & values.keys()}
    return Entry(**values)


def _data_of(entry: Entry) -> str:
    values = zip((field.name for field in fields(Entry)), astuple(entry), strict=True)
    return json.dumps({name: value for name, value in values if value}, ensure_ascii=False)


def _name(number: int, designation: Designation, variant_key: Callable[[str], str]) -> _Name:
    text, standing = designation.text, STANDINGS.index(designation.acceptability)
    variant = variant_key(normalise(text)) if standing == 0 else ""
    return _Name(fold(text), standing, text, number, variant)


def _fill_keys(connection: sqlite3.Connection, names: Sequence[_Name]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO keys VALUES (?, ?, ?)",
        sorted(
            (kind, key, number)
            for number, name in enumerate(names)
            for kind, key in _keys_of(name)
            if key
        ),
    )


def _keys_of(name: _Name) -> Iterator[tuple[Kind, str]]:
    if name.standing == 0:
        yield Kind.VARIANT, name.variant
    elif len(first := initials(name.folded)) >= _MIN_INITIALS:
        yield Kind.INITIALS, first
    for form in {name.folded, name.variant}:
        if len(words := words_of(form)) > 1:
            yield Kind.ORDER, word_order(words)
            yield Kind.JOINED, "".join(words)


def _meaning_words(entry: Entry, variant_key: Callable[[str], str]) -> Iterator[str]:
    """The words of what is said about an entry: its definitions, and notes of translators."""
    about = describe(entry.comments)
    for text in (about.definition, entry.definition, *entry.notes):
        yield from words_of(fold(text))
        yield from words_of(variant_key(normalise(text)))


def _fill_words(
    connection: sqlite3.Connection, names: Sequence[_Name], meanings: Sequence[set[str]]
) -> None:
    of_names = [{*words_of(name.folded), *words_of(name.variant)} for name in names]
    counts = (Counter[str](), Counter[str](), Counter[str]())
    for name, words in zip(names, of_names, strict=True):
        counts[1 if name.standing else 0].update(words)
    for words in meanings:
        counts[2].update(words)
    numbers = {
        word: number for number, word in enumerate(sorted({*counts[0], *counts[1], *counts[2]}))
    }
    connection.executemany(
        "INSERT INTO vocabulary VALUES (?, ?, ?, ?, ?)",
        ((number, word, *(count[word] for count in counts)) for word, number in numbers.items()),
    )
    for table, rows in (("words", of_names), ("meanings", meanings)):
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?)",
            sorted((numbers[word], place) for place, words in enumerate(rows) for word in words),
        )
