"""The tables of the record, and the steps that bring an older record to them.

``texts`` holds every distinct text of a language once; ``units`` says which is the translation of
which, where and by whom. Numbers are never given twice, so that an index that knows a text by its
number can only miss new texts, never give wrong ones. ``words`` finds texts by their words; it
stores none of them, so what is taken out must be given to it again (see `_keys.columns`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from glossary.memory import _keys

APPLICATION = 0x474C4D31
"""SQLite's `application_id` of our records: ``GLM1``."""

_FIRST = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    language TEXT NOT NULL,
    digest INTEGER NOT NULL,
    pattern INTEGER,
    text TEXT NOT NULL
);
CREATE INDEX texts_digest ON texts (digest);
CREATE INDEX texts_pattern ON texts (pattern) WHERE pattern IS NOT NULL;
CREATE TABLE units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key BLOB NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES texts,
    target INTEGER NOT NULL REFERENCES texts,
    source_tag TEXT NOT NULL,
    target_tag TEXT NOT NULL,
    sense TEXT NOT NULL,
    kind TEXT NOT NULL,
    previous TEXT NOT NULL,
    following TEXT NOT NULL,
    origin TEXT NOT NULL,
    places TEXT NOT NULL,
    author TEXT NOT NULL,
    changed REAL,
    added REAL NOT NULL,
    needs_review INTEGER NOT NULL,
    approval TEXT NOT NULL,
    notes TEXT NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX units_source ON units (source);
CREATE INDEX units_target ON units (target);
CREATE INDEX units_origin ON units (origin);
CREATE VIRTUAL TABLE words USING fts5 (english, other, content='',
    tokenize="unicode61 categories 'L* N* Co Mn Mc'");
"""


def _first(connection: sqlite3.Connection) -> None:
    for statement in _FIRST.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _words_anew(connection: sqlite3.Connection) -> None:
    """Index the words again: an apostrophe ends one (Party’s, l’assurance)."""
    connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    texts = connection.execute("SELECT id, language, text FROM texts")
    connection.executemany(
        "INSERT INTO words (rowid, english, other) VALUES (?, ?, ?)",
        ((number, *_keys.columns(language, text)) for number, language, text in texts),
    )


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _words_anew)
"""Step n brings a record of version n to version n + 1; SQLite's `user_version` is the version."""


def version(connection: sqlite3.Connection) -> int:
    """The version of a record; 0 of an empty one."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the record to the newest version; to be called in a transaction."""
    for number in range(version(connection), len(STEPS)):
        STEPS[number](connection)
        connection.execute(f"PRAGMA user_version = {number + 1}")
