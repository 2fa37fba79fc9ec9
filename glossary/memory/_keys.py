"""The keys under which texts are found: by their whole, by their pattern, by their words.

The rules of English are imported when they are used: looking a sentence up needs none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from hashlib import blake2b

from glossary.languages import fold
from glossary.languages import language as find_language
from glossary.model import Segment

ENGLISH = "en"

_WORD = re.compile(r"[^\W_]+")
_fold = lru_cache(maxsize=65536)(fold)


@lru_cache(maxsize=256)
def tag(language: str) -> str:
    """The tag of a language as units keep it: ``vi_vn`` is ``vi-VN``."""
    return find_language(language).tag


@lru_cache(maxsize=256)
def base(language: str) -> str:
    """The language that counts for matching: its tag without the region.

    >>> base("vi_VN"), base("zh-Hant")
    ('vi', 'zh-Hant')
    """
    parts = tag(language).split("-")
    return "-".join(part for part in parts if part is parts[0] or len(part) == 4)


def digest(language: str, text: str) -> int:
    """A number of 64 bits for a text of a language, with a sign as SQLite has it."""
    return _number(f"{language}\0{text}")


def pattern(text: str) -> int | None:
    """A number that texts share which differ in their figures only; None for one without any.

    English names of months are figures here, too: a date with another month is another date.
    """
    plain, count = _figure().subn("0", text)
    return _number(plain) if count else None


def unit_key(segment: Segment) -> bytes:
    """What is one place: a later translation of the same place takes the earlier one's.

    Where nothing tells the place, each translation of a text is a unit of its own.
    """
    has_place = segment.origin and (
        segment.references or segment.previous or segment.following or segment.sense
    )
    parts = (
        base(segment.source_language),
        base(segment.target_language),
        segment.source,
        segment.sense,
        segment.origin,
        segment.previous,
        segment.following,
        "" if has_place else segment.target,
    )
    return blake2b("\0".join(parts).encode("utf-8"), digest_size=16).digest()


def words(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand, as (start, end) in characters.

    An apostrophe ends a word: Party’s, l’assurance.
    """
    return (match.span() for match in _WORD.finditer(text))


def word_keys(language: str, text: str) -> list[str]:
    """The words of a text as they are compared: folded, and in English without inflection."""
    key = _stem() if language == ENGLISH else _fold
    return [key(word) for word in _WORD.findall(text)]


def columns(language: str, text: str) -> tuple[str, str]:
    """The words of a text in the two columns of the index: English, other."""
    keys = " ".join(word_keys(language, text))
    return (keys, "") if language == ENGLISH else ("", keys)


@cache
def _figure() -> re.Pattern[str]:
    from glossary.languages import en

    months = "|".join(month.title() for month in sorted(en.MONTHS))
    return re.compile(rf"\d+(?:[.,/:-]\d+)*|\b(?:{months})\b")


@cache
def _stem() -> Callable[[str], str]:
    from glossary.languages import en

    return en.stem


def _number(text: str) -> int:
    data = blake2b(text.encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(data, "big", signed=True)
