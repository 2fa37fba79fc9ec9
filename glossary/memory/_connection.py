"""Open the record, and turn what SQLite complains of into errors that say what to do."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from glossary.errors import (
    GlossaryError,
    InputError,
    LockedError,
    MalformedError,
    OutputError,
)
from glossary.interface import _
from glossary.memory import _schema

PATIENCE = 10.0
"""Seconds that one waits for another who writes."""

_PAUSE = 0.02
_BROKEN = ("malformed", "not a database", "corrupt")
_FULL = ("full", "readonly", "disk i/o", "unable to open")


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open a record, new where there is none and `create` is set, and bring it up to date.

    Raises InputError where there is none, MalformedError where it is broken or another program's
    or newer than this program, LockedError where somebody else writes for too long.
    """
    if not create and not path.exists():
        raise InputError(
            _("there is no memory yet"),
            hint=_("Fill it with: glossary memory import FILE"),
            path=path,
        )
    if path.is_dir():
        raise InputError(
            _("is a folder, not a memory"), hint=_("Move it away or rename it."), path=path
        )
    with explained(path):
        connection = sqlite3.connect(
            path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    _judge(connection, path)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _retry(connection, "PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if _schema.version(connection) < len(_schema.STEPS):
        with transaction(connection):
            _schema.migrate(connection)


def _judge(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database of another program, or of a later version of this one."""
    version = _schema.version(connection)
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    is_empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != _schema.APPLICATION and not is_empty:
        raise MalformedError(
            _("is no memory but a database of another program"),
            hint=_("Move the file away; the next command starts a new memory."),
            path=path,
        )
    if version > len(_schema.STEPS):
        raise MalformedError(
            _("was written by a later version of this program (version {number})").format(
                number=version
            ),
            hint=_("Update the program: pip install --upgrade glossary"),
            path=path,
        )


def _retry(connection: sqlite3.Connection, statement: str) -> None:
    """Changing the journal's mode does not wait for others by itself."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def transaction(connection: sqlite3.Connection, *, is_planned: bool = False) -> Iterator[None]:
    """Write all that is done in the block, or nothing of it; nobody else writes meanwhile.

    What `is_planned` is undone in any case.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("ROLLBACK" if is_planned else "COMMIT")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise what SQLite raises in the block as an error that a user can act on."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _explanation(str(error), path) from error


def _explanation(reason: str, path: Path) -> GlossaryError:
    lower = reason.lower()
    if "locked" in lower or "busy" in lower:
        return LockedError(
            _("another process is writing the memory"),
            hint=_("Wait until it has finished, then run the command again."),
            path=path,
        )
    if any(word in lower for word in _BROKEN):
        return MalformedError(
            _("the memory is damaged: {reason}").format(reason=lower),
            hint=_(
                "Restore it from a backup, or move the file away and import your translations "
                "again: glossary memory import FILE"
            ),
            path=path,
        )
    if any(word in lower for word in _FULL):
        return OutputError(
            _("cannot write the memory: {reason}").format(reason=lower),
            hint=_("Check the folder's rights and the space on the disk."),
            path=path,
        )
    return InputError(_("the memory cannot be used: {reason}").format(reason=lower), path=path)
