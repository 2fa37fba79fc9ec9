"""One catalog's look-up database: in memory, or in a file that any process may replace.

A file is never changed: it is made under another name and takes its place in one step, so that
processes that read the old one go on with it. One that is stale, damaged or of another version is
made again; where no file can be written, the database lives in memory.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from glossary.lookup._schema import entry_of
from glossary.model import Entry

__all__ = ["Shelf", "Source", "make_cache"]

_Made = TypeVar("_Made")

_ESCAPES = {ord(char): f"%{ord(char):02x}" for char in "%?#"}


class Source:
    """Where the entries of a database come from: here, entries at hand that stay what they are."""

    def __init__(self, language: str, entries: Iterable[Entry] = ()) -> None:
        self.language = language
        self._entries = entries

    def read(self) -> tuple[str, Iterable[Entry]]:
        """The entries, and a stamp: a text that tells the state they are in."""
        return "", self._entries

    def is_current(self, stamp: str) -> bool:
        """Whether the entries are still in the state that a stamp tells."""
        return stamp == ""


class Shelf:
    """Rows of one catalog's database; a damaged file is made again when it is met."""

    def __init__(
        self,
        source: Source,
        *,
        variant_key: Callable[[str], str],
        places: Sequence[Path] = (),
    ) -> None:
        self.language = source.language
        self._source = source
        self._variant_key = variant_key
        self._places = places
        self._stamp = ""
        self._made: dict[Callable[[Shelf], Any], Any] = {}
        self._connection = self._open()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """What a query gives."""
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            self._connection.close()
            self._connection = self._make()
            self._made.clear()
            return self._connection.execute(query, values).fetchall()

    def entry(self, number: int) -> Entry:
        """The entry of a number."""
        ((data,),) = self.rows("SELECT data FROM entries WHERE id = ?", (number,))
        return entry_of(data)

    def entries(self) -> list[Entry]:
        """All entries."""
        return [entry_of(data) for (data,) in self.rows("SELECT data FROM entries ORDER BY id")]

    def noun_phrase(self, name: int) -> int:
        """Where the first preposition of a name begins, or its length."""
        ((place,),) = self.rows("SELECT noun_phrase FROM names WHERE id = ?", (name,))
        return int(place)

    def once(self, make: Callable[[Shelf], _Made]) -> _Made:
        """What `make` gives for this shelf: kept until the database is made again."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    def is_current(self) -> bool:
        """Whether the catalog is still what it was when the database was made."""
        return self._source.is_current(self._stamp)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __del__(self) -> None:
        """Let go of the file with the shelf, which lives as long as somebody looks things up."""
        with contextlib.suppress(AttributeError):
            self.close()

    def _open(self) -> sqlite3.Connection:
        for place in self._places:
            connection = _opened(place)
            if connection is not None:
                stamp = _stamp_of(connection)
                if self._source.is_current(stamp):
                    self._stamp = stamp
                    return connection
                connection.close()
        return self._make()

    def _make(self) -> sqlite3.Connection:
        self._stamp, entries = self._source.read()
        content = list(entries)
        for place in self._places:
            with contextlib.suppress(OSError, sqlite3.Error):
                self._write(place, content)
                connection = _opened(place)
                if connection is not None and _stamp_of(connection) == self._stamp:
                    return connection
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._fill(connection, content)
        return connection

    def _write(self, place: Path, entries: Iterable[Entry]) -> None:
        import tempfile

        make_cache(place.parent)
        handle, name = tempfile.mkstemp(prefix=f"{place.name}.", suffix=".tmp", dir=place.parent)
        os.close(handle)
        try:
            connection = sqlite3.connect(name)
            try:
                connection.execute("PRAGMA journal_mode = OFF")
                self._fill(connection, entries)
            finally:
                connection.close()
            Path(name).chmod(0o644)
            Path(name).replace(place)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise

    def _fill(self, connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
        from glossary.lookup._filling import fill

        with connection:
            fill(connection, entries, variant_key=self._variant_key)
            connection.execute("INSERT INTO about VALUES (?, ?)", (_version(), self._stamp))


def make_cache(folder: Path) -> None:
    """A folder for what can be made again: git ignores it because it says so itself."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")


def _opened(place: Path) -> sqlite3.Connection | None:
    if not place.is_file():
        return None
    # As Path.as_uri does it, without loading what reads addresses of the internet.
    escaped = place.absolute().as_posix().translate(_ESCAPES)
    address = f"file://{'' if escaped.startswith('/') else '/'}{escaped}?mode=ro&immutable=1"
    try:
        return sqlite3.connect(address, uri=True, check_same_thread=False)
    except sqlite3.Error:
        return None


def _stamp_of(connection: sqlite3.Connection) -> str:
    """The stamp that a database bears; empty where it has none, or is of another version."""
    try:
        row = connection.execute("SELECT value FROM about WHERE name = ?", (_version(),)).fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""


@lru_cache(maxsize=1)
def _version() -> str:
    """What changes when the program makes other keys: when its code last changed."""
    here = Path(__file__).parent
    files = (
        path for folder in ("lookup", "languages") for path in here.with_name(folder).iterdir()
    )
    return str(max((path.stat().st_mtime_ns for path in files), default=0))
