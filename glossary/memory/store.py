"""The record: what was translated, in one SQLite file.

Everything that is acknowledged is on the disk (write-ahead log, fully synchronous); a change is
whole or not at all, and two that write wait for each other.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from glossary.memory import _connection, _keys
from glossary.memory._rows import SIDE_COLUMNS, UNIT_QUERY, Side, unit_of, values_of
from glossary.memory.unit import Addition, Unit
from glossary.model import Segment

_PARTS = 500
"""How many numbers one statement takes; SQLite allows more, but the plan is the same."""

Row = tuple[Any, ...]


class Store:
    """The record in the file `path`; one connection that threads share, one after the other."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        """Open it; raises as `_connection.connect` does."""
        self.path = path
        self._lock = RLock()
        self._connection = _connection.connect(path, create=create)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def writing(self, *, is_planned: bool = False) -> Iterator[None]:
        """Make all changes of the block at once, or after an error, or a plan, none of them."""
        with self._lock, _connection.explained(self.path):
            if self._connection.in_transaction:
                yield
                return
            with _connection.transaction(self._connection, is_planned=is_planned):
                yield

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """What a query gives."""
        with self._lock, _connection.explained(self.path):
            return self._connection.execute(statement, values).fetchall()

    def stream(self, statement: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """What a query gives, row by row, of the record as it is; others may write meanwhile."""
        with (
            _connection.explained(self.path),
            closing(_connection.connect(self.path, create=False)) as connection,
        ):
            yield from connection.execute(statement, values)

    def number(self, statement: str, values: Sequence[object] = ()) -> int:
        """The one number that a query gives, 0 where it gives nothing."""
        found = self.rows(statement, values)
        return int(found[0][0] or 0) if found else 0

    def execute(self, statement: str, values: Sequence[object] = ()) -> int:
        """Change something; how many rows, or the number of a row put in."""
        with self._lock, _connection.explained(self.path):
            cursor = self._connection.execute(statement, values)
            is_new = statement.startswith("INSERT")
            return (cursor.lastrowid or 0) if is_new else cursor.rowcount

    def fact(self, name: str) -> str:
        """What the record says of itself under this name; empty where it says nothing."""
        found = self.rows("SELECT value FROM facts WHERE name = ?", (name,))
        return found[0][0] if found else ""

    def set_fact(self, name: str, value: str) -> None:
        """Have the record say this of itself."""
        self.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (name, value))

    def put(self, segment: Segment) -> Addition:
        """Keep a translated segment; to be called in `writing`.

        A later translation of the same place takes the earlier one's. One that is older than the
        stored one changes nothing.
        """
        key = _keys.unit_key(segment)
        old = self.rows(f"{UNIT_QUERY} WHERE units.key = ?", (key,))
        if not old:
            self._insert(key, segment)
            return Addition(added=1)
        unit = unit_of(old[0])
        stored = unit.segment
        is_older = segment.changed and stored.changed and segment.changed < stored.changed
        if is_older or _same(stored, segment):
            return Addition(known=1)
        self._replace(unit, segment)
        return Addition(changed=1)

    def _insert(self, key: bytes, segment: Segment) -> None:
        source, target = self._text_ids(segment)
        values = {"key": key, "source": source, "target": target, "added": time.time()}
        values |= values_of(segment)
        self.execute(
            f"INSERT INTO units ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            tuple(values.values()),
        )

    def _replace(self, unit: Unit, segment: Segment) -> None:
        _source, target = self._text_ids(segment)
        values = {"target": target, "added": time.time(), **values_of(segment)}
        self.execute(
            f"UPDATE units SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ?",
            (*values.values(), unit.id),
        )
        if segment.target != unit.segment.target:
            self._drop_unused(_keys.base(segment.target_language), unit.segment.target)

    def _text_ids(self, segment: Segment) -> tuple[int, int]:
        return (
            self._text_id(_keys.base(segment.source_language), segment.source),
            self._text_id(_keys.base(segment.target_language), segment.target),
        )

    def _text_id(self, language: str, text: str) -> int:
        known = self.text_id(language, text)
        if known:
            return known
        number = self.execute(
            "INSERT INTO texts (language, digest, pattern, text) VALUES (?, ?, ?, ?)",
            (language, _keys.digest(language, text), _keys.pattern(text), text),
        )
        self.execute(
            "INSERT INTO words (rowid, english, other) VALUES (?, ?, ?)",
            (number, *_keys.columns(language, text)),
        )
        return number

    def text_id(self, language: str, text: str) -> int:
        """The number of a text; 0 where it is not in the record."""
        return self.number(
            "SELECT id FROM texts WHERE digest = ? AND language = ? AND text = ?",
            (_keys.digest(language, text), language, text),
        )

    def _drop_unused(self, language: str, text: str) -> None:
        """Take a text out that no unit has any more."""
        number = self.text_id(language, text)
        if not number or self.number(
            "SELECT 1 FROM units WHERE source = ? OR target = ? LIMIT 1", (number, number)
        ):
            return
        self.execute(
            "INSERT INTO words (words, rowid, english, other) VALUES ('delete', ?, ?, ?)",
            (number, *_keys.columns(language, text)),
        )
        self.execute("DELETE FROM texts WHERE id = ?", (number,))

    def remove(self, ids: Iterable[int]) -> int:
        """Take units out, and the texts that only they had; how many there were."""
        removed = 0
        with self.writing():
            for unit in self.units_of(list(ids)):
                removed += self.execute("DELETE FROM units WHERE id = ?", (unit.id,))
                segment = unit.segment
                self._drop_unused(_keys.base(segment.source_language), segment.source)
                self._drop_unused(_keys.base(segment.target_language), segment.target)
        return removed

    def units_of(self, ids: Sequence[int]) -> list[Unit]:
        """The units of these numbers that there are, in their order."""
        found: list[Unit] = []
        for part in _parts(sorted(ids)):
            query = f"{UNIT_QUERY} WHERE units.id IN ({_marks(part)}) ORDER BY units.id"
            found += map(unit_of, self.rows(query, part))
        return found

    def units_with(
        self, side: Side, texts: Sequence[int], *, language: str = ""
    ) -> Iterator[tuple[int, Unit]]:
        """The units that have one of these texts on a side, each with the number of that text.

        Their other side is in `language`, where that is not empty.
        """
        other = "t" if side == "source" else "s"
        for part in _parts(texts):
            found = self.rows(
                f"{UNIT_QUERY} WHERE units.{side} IN ({_marks(part)}) "
                f"AND (? = '' OR {other}.language = ?)",
                (*part, language, language),
            )
            for row in found:
                yield row[SIDE_COLUMNS[side]], unit_of(row)

    def all_units(self, *, language: str = "", origin: str = "") -> Iterator[Unit]:
        """Every unit whose target is in a language and that is from an origin, oldest first."""
        last = 0
        wanted, values = "", list[object]()
        if origin:
            wanted, values = " AND units.origin = ?", [origin]
        if language:
            wanted, values = f"{wanted} AND t.language = ?", [*values, _keys.base(language)]
        query = f"{UNIT_QUERY} WHERE units.id > ?{wanted} ORDER BY units.id LIMIT {_PARTS}"
        while part := self.rows(query, [last, *values]):
            yield from map(unit_of, part)
            last = part[-1][0]

    def newest_units(self, count: int, *, language: str) -> list[Unit]:
        """So many units whose target is in `language`, the last that came first."""
        query = f"{UNIT_QUERY} WHERE t.language = ? ORDER BY units.id DESC LIMIT ?"
        return [unit_of(row) for row in self.rows(query, (_keys.base(language), count))]

    def count_use(self, ids: Iterable[int]) -> None:
        """Note that these units were put into a translation once more."""
        with self.writing():
            for number in ids:
                self.execute("UPDATE units SET uses = uses + 1 WHERE id = ?", (number,))


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + _PARTS] for start in range(0, len(numbers), _PARTS))


def _marks(numbers: Sequence[int]) -> str:
    return ", ".join("?" * len(numbers))


def _same(stored: Segment, segment: Segment) -> bool:
    """Whether nothing of what is kept differs; a time alone is no difference."""
    ignored = ("added", "changed")
    old, new = values_of(stored), values_of(segment)
    return stored.target == segment.target and all(
        old[name] == new[name] for name in old if name not in ignored
    )
