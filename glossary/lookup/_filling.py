"""Fill one catalog's look-up database: the names of its entries and the keys to find them by.

Every key is made in Python, because SQLite knows neither that đ is a d nor what a plural is.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields

from glossary.languages import en, fold, normalise
from glossary.lookup._schema import (
    INITIALS,
    JOINED,
    ORDER,
    STANDINGS,
    TABLES,
    VARIANT,
    word_order,
    words_of,
)
from glossary.lookup.description import describe
from glossary.lookup.designation import Designation, equivalents, sources
from glossary.model import Entry

__all__ = ["fill"]

_MIN_INITIALS = 3
_FIELDS = tuple(field.name for field in fields(Entry))


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
    connection.executescript(TABLES)
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
    _fill_names(connection, names)
    _fill_keys(connection, names)
    meanings = [set(_meaning_words(entry, variant_key)) for entry in living]
    _fill_words(connection, names, meanings)
    connection.execute("CREATE INDEX by_folded ON names (folded)")
    connection.execute("CREATE INDEX by_entry ON names (entry)")
    connection.execute(
        "INSERT INTO lengths SELECT length(folded), min(id), max(id) FROM names GROUP BY 1"
    )


def _fill_names(connection: sqlite3.Connection, names: Sequence[_Name]) -> None:
    rows = (
        (number, name.entry, name.standing, name.text, name.folded, _noun_phrase(name.folded))
        for number, name in enumerate(names)
    )
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)", rows)


def _initials(folded: str) -> str:
    """The first letters of the words: bảo hiểm thất nghiệp, bhtn."""
    return "".join(word[0] for word in folded.replace("-", " ").split() if word[0].isalpha())


def _noun_phrase(folded: str) -> int:
    """Where the first preposition begins behind the first word, else the end."""
    place = 0
    for word in folded.split():
        if place and word in en.PREPOSITIONS:
            return place
        place += len(word) + 1
    return len(folded)


def _data_of(entry: Entry) -> str:
    values = zip(_FIELDS, astuple(entry), strict=True)
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


def _keys_of(name: _Name) -> Iterator[tuple[int, str]]:
    if name.standing == 0:
        yield VARIANT, name.variant
    elif len(first := _initials(name.folded)) >= _MIN_INITIALS:
        yield INITIALS, first
    for form in {name.folded, name.variant}:
        if len(words := words_of(form)) > 1:
            yield ORDER, word_order(words)
            yield JOINED, "".join(words)


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
