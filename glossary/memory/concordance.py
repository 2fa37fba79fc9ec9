"""The concordance: every unit in which words or a phrase occur, on either side.

in      words, all of which must occur, and phrases in double quotes; tone marks, capitals and, in
        English, inflection make no difference; a word that ends in * is the beginning of words
out     lines: a unit, one side on which the words stand, and where; first those that have the text
        just as it is written, then those whose words stand together, each the newest first
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from glossary.languages import normalise
from glossary.memory import _keys
from glossary.memory._rows import Side
from glossary.memory.store import Store
from glossary.memory.unit import Unit

_AT_MOST = 2000
"""Texts that are looked at, the newest ones: the order needs them all."""

_ASKED = re.compile(r'"([^"]*)"|(\S+)')
_SHORTEST = 3
"""Letters of which no more are taken away."""

_COLUMNS = {"english": _keys.ENGLISH, "other": ""}


@dataclass(frozen=True, slots=True)
class Line:
    """A unit in which the words occur, on `side`, at `spans`: (start, end) in characters."""

    unit: Unit
    side: Side
    spans: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The text of that side."""
        return self.unit.segment.source if self.side == "source" else self.unit.segment.target

    @property
    def other(self) -> str:
        """The text of the other side."""
        return self.unit.segment.target if self.side == "source" else self.unit.segment.source


@dataclass(frozen=True, slots=True)
class _Word:
    """A word by its key; one that is only begun also by its `start`, folded."""

    key: str
    start: str = ""

    @property
    def asked(self) -> str:
        """How the index is asked for it; a key can end otherwise than the word (policy: polici)."""
        if not self.start:
            return f'"{self.key}"'
        return f'"{self.key[:-1] if len(self.key) > _SHORTEST else self.key}"*'

    def fits(self, key: str, plain: str) -> bool:
        """Whether a word is this one, by its key and as it is written."""
        return plain.startswith(self.start) if self.start else key == self.key


_Phrase = tuple[_Word, ...]


def concordance(store: Store, text: str, *, limit: int, language: str = "") -> list[Line]:
    """Give at most `limit` lines; with `language` only those whose words stand in that language."""
    base = _keys.base(language) if language else ""
    plain = normalise(text).casefold().replace('"', "").replace("*", "")
    found: dict[int, tuple[int, Line]] = {}
    for column, column_language in _COLUMNS.items():
        if base and (base == _keys.ENGLISH) != (column == "english"):
            continue
        phrases = _phrases(text, column_language)
        together = [tuple(word for phrase in phrases for word in phrase)]
        for rank, asked in enumerate([together, phrases] if len(phrases) > 1 else [phrases]):
            for line in _lines(store, column, asked, base) if asked else ():
                is_literal = plain in line.text.casefold()
                better = rank - is_literal, line
                if line.unit.id not in found or found[line.unit.id][0] > better[0]:
                    found[line.unit.id] = better
    ordered = sorted(
        found.values(), key=lambda one: (one[0], -one[1].unit.changed.timestamp(), -one[1].unit.id)
    )
    return [line for _rank, line in ordered[:limit]]


def _phrases(text: str, language: str) -> list[_Phrase]:
    phrases = []
    for match in _ASKED.finditer(text):
        part = match[1] if match[1] is not None else match[2]
        is_start = part.endswith("*")
        words = [_Word(key) for key in _keys.word_keys(language, part)]
        if words and is_start:
            words[-1] = _Word(words[-1].key, _keys.word_keys("", part)[-1])
        if words:
            phrases.append(tuple(words))
    return phrases


def _lines(store: Store, column: str, phrases: list[_Phrase], base: str) -> Iterator[Line]:
    """The units that have all the phrases; of those that say the same, one."""
    asked = " AND ".join(" + ".join(word.asked for word in phrase) for phrase in phrases)
    rows = store.rows(
        "SELECT texts.id FROM words JOIN texts ON texts.id = words.rowid "
        "WHERE words MATCH ? AND (? = '' OR texts.language = ?) ORDER BY texts.id DESC LIMIT ?",
        (f"{column} : ({asked})", base, base, _AT_MOST),
    )
    numbers = [row[0] for row in rows]
    seen: set[tuple[str, str]] = set()
    sides: tuple[Side, ...] = ("source", "target")
    for where in sides:
        for _text, unit in store.units_with(where, numbers):
            said = unit.segment.source, unit.segment.target
            if said not in seen:
                seen.add(said)
                text = Line(unit, where, ()).text
                spans = [_spans(text, phrase, _COLUMNS[column]) for phrase in phrases]
                if all(spans):
                    yield Line(unit, where, tuple(sorted(set(chain(*spans)))))


def _spans(text: str, phrase: _Phrase, language: str) -> list[tuple[int, int]]:
    """Where a phrase stands, in order."""
    places = list(_keys.words(text))
    keys, plain = _keys.word_keys(language, text), _keys.word_keys("", text)
    found = []
    for start in range(len(keys) - len(phrase) + 1):
        end = start + len(phrase)
        there = zip(phrase, keys[start:end], plain[start:end], strict=True)
        if all(word.fits(key, written) for word, key, written in there):
            found.append((places[start][0], places[end - 1][1]))
    return found
