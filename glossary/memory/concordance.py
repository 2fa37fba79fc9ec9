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

from glossary.languages import normalise
from glossary.memory import _keys
from glossary.memory._rows import Side
from glossary.memory.store import Store
from glossary.memory.unit import Unit

_AT_MOST = 2000
"""Texts that are looked at, the newest ones: the order needs them all."""

_ASKED = re.compile(r'"([^"]*)"|(\S+)')
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
    key: str
    is_start: bool

    def fits(self, key: str) -> bool:
        return key.startswith(self.key) if self.is_start else key == self.key


_Phrase = tuple[_Word, ...]


def concordance(store: Store, text: str, *, limit: int, language: str = "") -> list[Line]:
    """Give at most `limit` lines; with `language` only those whose words stand in that language."""
    side = _keys.side(language) if language else ""
    plain = normalise(text).casefold().replace('"', "").replace("*", "")
    found: dict[int, tuple[int, Line]] = {}
    for column, column_language in _COLUMNS.items():
        if side and (side == _keys.ENGLISH) != (column == "english"):
            continue
        phrases = _phrases(text, column_language)
        together = [tuple(word for phrase in phrases for word in phrase)]
        for rank, asked in enumerate([together, phrases] if len(phrases) > 1 else [phrases]):
            for line in _lines(store, column, asked, side) if asked else ():
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
        keys = _keys.word_keys(_keys.ENGLISH if language and not is_start else "", part)
        words = [_Word(key, is_start=False) for key in keys]
        if words and is_start:
            words[-1] = _Word(keys[-1], is_start=True)
        if words:
            phrases.append(tuple(words))
    return phrases


def _lines(store: Store, column: str, phrases: list[_Phrase], side: str) -> Iterator[Line]:
    """The units that have all the phrases; of those that say the same, one."""
    asked = " AND ".join(
        " + ".join(f'"{word.key}"{"*" * word.is_start}' for word in phrase) for phrase in phrases
    )
    rows = store.rows(
        "SELECT texts.id FROM words JOIN texts ON texts.id = words.rowid "
        "WHERE words MATCH ? AND (? = '' OR texts.language = ?) ORDER BY texts.id DESC LIMIT ?",
        (f"{column} : ({asked})", side, side, _AT_MOST),
    )
    numbers = [row[0] for row in rows]
    seen: set[tuple[str, str]] = set()
    sides: tuple[Side, ...] = ("source", "target")
    for where in sides:
        for _text, unit in store.units_with(where, numbers):
            said = unit.segment.source, unit.segment.target
            if said not in seen:
                seen.add(said)
                line = Line(unit, where, ())
                spans = tuple(_spans(line.text, phrases, is_english=column == "english"))
                yield Line(unit, where, spans)


def _spans(text: str, phrases: list[_Phrase], *, is_english: bool) -> Iterator[tuple[int, int]]:
    """Where the phrases stand, in order."""
    places = list(_keys.words(text))
    keys = _keys.word_keys(_keys.ENGLISH if is_english else "", text)
    plain = _keys.word_keys("", text)
    found = set()
    for phrase in phrases:
        for start in range(len(keys) - len(phrase) + 1):
            end = start + len(phrase)
            if all(
                word.fits(plain[place] if word.is_start else keys[place])
                for word, place in zip(phrase, range(start, end), strict=True)
            ):
                found.add((places[start][0], places[end - 1][1]))
    return iter(sorted(found))
