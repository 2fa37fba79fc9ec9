"""Find what a translation must carry over: references, dates, times, numbers and known names.

in      a text and the tag of its language; for names a table
out     placeables in reading order, none over another
rule    What says more goes first: a reference is no number, a date is no fraction. Addresses of
        the web are left alone. Each step masks what it found, so that no letter is read twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from glossary.languages import (
    _dates,
    _english_dates,
    _english_numbers,
    _vietnamese_dates,
    _vietnamese_numbers,
)
from glossary.languages._folding import fold
from glossary.languages._legal_references import legal_references
from glossary.languages._numbers import NumberStyle, numbers, year_of_range
from glossary.languages._placeable import Instrument, Name, Placeable, PlaceableKind

_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|@\w|^www\.|[a-z]\.(?:vn|com|org|net|gov|int)(?!\w)")
_MASK = "\u0000"
_CACHED = 4096

Finder = Callable[[str], Iterable[Placeable]]


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is known of one language's numbers and dates."""

    style: NumberStyle
    dates: Finder
    words: Finder


def placeables(
    text: str, language: str = "en", *, names: Mapping[str, str] | None = None
) -> tuple[Placeable, ...]:
    """Give the placeables of a text.

    `names` maps each name as this language writes it to its spelling in the target language.
    Languages without rules here have their digits read by CLDR's separators.

    >>> [found.text for found in placeables("Decision 813/QD-BHXH dated July 23, 2013: 39.05%")]
    ['813/QD-BHXH', 'July 23, 2013', '39.05%']
    """
    found = _placeables(text, language.replace("_", "-").partition("-")[0].lower())
    if not names:
        return found
    return tuple(sorted((*found, *_names(text, names)), key=lambda one: (one.start, one.end)))


@lru_cache(maxsize=_CACHED)
def _placeables(text: str, language: str) -> tuple[Placeable, ...]:
    rules = _rules(language)
    masked = _WORD.sub(_without_address, text)
    found: list[Placeable] = []
    for finder in (_references, rules.dates, lambda rest: numbers(rest, rules.style), rules.words):
        fresh = _apart(finder(masked))
        masked = _masked(masked, fresh)
        found += fresh
    found.sort(key=lambda one: one.start)
    return tuple(_with_years(found, text))


def _without_address(word: re.Match[str]) -> str:
    return _MASK * len(word[0]) if _ADDRESS.search(word[0]) else word[0]


def _apart(found: Iterable[Placeable]) -> list[Placeable]:
    """Those that overlap none that was found before."""
    kept: list[Placeable] = []
    taken: set[int] = set()
    for one in found:
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _masked(text: str, found: Iterable[Placeable]) -> str:
    parts, end = [], 0
    for one in found:
        parts += [text[end : one.start], _MASK * (one.end - one.start)]
        end = one.end
    return "".join([*parts, text[end:]])


def _with_years(found: list[Placeable], text: str) -> Iterator[Placeable]:
    yield from found[:1]
    for first, second in pairwise(found):
        yield year_of_range(first, second, text[first.end : second.start])


def _references(text: str) -> Iterator[Placeable]:
    for one in legal_references(text):
        number, year, code = one.instrument
        start = text.index(one.number, one.start)
        value = Instrument(number.lstrip("0") or "0", year, fold(code).upper())
        yield Placeable(start, one.end, text[start : one.end], PlaceableKind.REFERENCE, value)


def _names(text: str, names: Mapping[str, str]) -> Iterator[Placeable]:
    for found in _name_pattern(frozenset(names)).finditer(text):
        yield Placeable(*found.span(), found[0], PlaceableKind.NAME, Name(names[found[0]]))


@lru_cache(maxsize=16)
def _name_pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


@lru_cache(maxsize=64)
def _rules(language: str) -> _Rules:
    if language == "en":
        return _Rules(_english_numbers.STYLE, _english_dates.dates, _english_numbers.words)
    if language == "vi":
        return _Rules(_vietnamese_numbers.STYLE, _vietnamese_dates.dates, _vietnamese_numbers.words)
    from glossary.languages._cldr import separators

    return _Rules(NumberStyle(*separators(language)), _any_dates, lambda _: ())


def _any_dates(text: str) -> Iterator[Placeable]:
    yield from _dates.numeric_dates(text)
    yield from _dates.times(text)
