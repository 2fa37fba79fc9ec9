"""Find the texts of the record that are like one: by the index, and by hand what it does not have.

A text is compared with every text that the index gives and with every newer one of a possible
length, so an index that is old, missing or unreadable costs time and loses nothing.
"""

from __future__ import annotations

import secrets
import stat
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from glossary.memory import _keys
from glossary.memory._index_file import Order, Row, clean_temporaries, write
from glossary.memory.index import Index
from glossary.memory.similarity import lengths, most_edits, percent
from glossary.memory.store import Store

SMALL = 5000
"""So many texts are compared one by one in half a millisecond: an index is for more."""

LONGEST = 20_000
"""Characters; to compare two texts takes time as the product of their lengths, a few ms here."""

_SAME_PATTERN = 50
"""Texts of one pattern that are looked at, the newest."""

_SHARE = 50
"""An index is built again when more than one text in so many is newer."""

Progress = Callable[[int, int, str], None]
"""Is told how much is done of how much, and a remark."""


class Searcher:
    """The texts of one language of a record."""

    def __init__(self, store: Store, language: str) -> None:
        """`language` has no region; an index counts that belongs to the record as it is."""
        self.store = store
        self.language = language
        self._lock = Lock()
        self.index = _opened(store, language)
        self._last = self.index.last if self.index else 0
        self._newer: defaultdict[int, dict[int, str]] = defaultdict(dict)

    def close(self) -> None:
        """Let go of the index."""
        if self.index:
            self.index.close()

    def similar(self, text: str, threshold: int) -> list[tuple[int, int]]:
        """Give (percent, number) of every text at or above the threshold, the most like first.

        Of a text of more than `LONGEST` characters that is the same text only.
        """
        if len(text) > LONGEST:
            same = self.store.text_id(self.language, text)
            return [(percent(0, len(text)), same)] if same else []
        with self._lock:
            found = [
                (percent(distance, max(len(text), len(other))), number)
                for number, other in self._candidates(text, threshold)
                if (distance := _distance(text, other, threshold)) is not None
            ]
            found += self._similar_newer(text, threshold)
        return sorted(found, key=lambda pair: (-pair[0], pair[1]))

    def alike_but_for_figures(self, text: str) -> list[tuple[int, int]]:
        """Give (percent, number) of texts that differ from this one in figures, newest first."""
        if len(text) > LONGEST:
            return []
        pattern = _keys.pattern(text)
        rows = self.store.rows(
            "SELECT id, text FROM texts WHERE pattern = ? AND language = ? "
            "ORDER BY id DESC LIMIT ?",
            (pattern, self.language, _SAME_PATTERN),
        )
        return [(likeness(text, other), number) for number, other in rows]

    def _candidates(self, text: str, threshold: int) -> Iterator[Row]:
        return self.index.candidates(text, threshold) if self.index else iter(())

    def _similar_newer(self, text: str, threshold: int) -> Iterator[tuple[int, int]]:
        self._read_newer()
        for length in lengths(len(text), threshold):
            longer = max(length, len(text))
            texts = self._newer.get(length)
            if texts:
                edits = most_edits(longer, threshold)
                close = extract(
                    text, texts, scorer=Levenshtein.distance, score_cutoff=edits, limit=None
                )
                for _, distance, number in close:
                    yield percent(int(distance), longer), number

    def _read_newer(self) -> None:
        last = self.store.number("SELECT seq FROM sqlite_sequence WHERE name = 'texts'")
        if last > self._last:
            query = "SELECT id, text FROM texts WHERE id > ? AND id <= ? AND language = ?"
            for number, text in self.store.rows(query, (self._last, last, self.language)):
                self._newer[len(text)][number] = text
            self._last = last

    @property
    def wants_index(self) -> bool:
        """Whether so many texts are newer than the index that building it again pays."""
        newer = self.store.number(
            "SELECT count(*) FROM texts WHERE id > ? AND language = ?",
            (self.index.last if self.index else 0, self.language),
        )
        return newer > max(SMALL, (len(self.index) if self.index else 0) // _SHARE)


def _distance(text: str, other: str, threshold: int) -> int | None:
    """The edit distance of two texts, or None where they do not reach the threshold."""
    edits = most_edits(max(len(text), len(other)), threshold)
    distance = Levenshtein.distance(text, other, score_cutoff=edits)
    return distance if distance <= edits else None


def likeness(text: str, other: str) -> int:
    """How like two texts are, in percent."""
    return percent(Levenshtein.distance(text, other), max(len(text), len(other)))


def index_path(record: Path, language: str) -> Path:
    """Where the index of a language is kept: beside the record."""
    return record.with_name(f"{record.stem}.{language}.index")


def build_index(store: Store, language: str, *, progress: Progress | None = None) -> None:
    """Build the index of a language anew; whoever reads the old one is not disturbed.

    The new one counts from the moment at which the record names it.
    """
    path, token = index_path(store.path, language), secrets.token_hex(8)
    clean_temporaries(path)
    last = store.number("SELECT seq FROM sqlite_sequence WHERE name = 'texts'")
    query = "FROM texts WHERE language = ? AND id <= ?"
    count = store.number(f"SELECT count(*) {query}", (language, last))
    rows = store.stream(f"SELECT id, text {query} ORDER BY length(text), id", (language, last))
    write(
        path,
        ((number, text) for number, text in rows),
        Order(token, last, count, stat.S_IMODE(store.path.stat().st_mode)),
        progress=lambda done: progress(done, count, language) if progress else None,
    )
    store.set_fact(f"index {language}", token)


def _opened(store: Store, language: str) -> Index | None:
    token = store.fact(f"index {language}")
    if token:
        with suppress(OSError, ValueError, KeyError, TypeError):
            index = Index(index_path(store.path, language))
            if index.token == token:
                return index
            index.close()
    return None
