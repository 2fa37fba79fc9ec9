"""Phrases in phrases: which parts a term has, and whether one text stands in another as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_LONGEST = 12
"""Words of a source that are looked at: a longer one is a title, its parts are no terms."""


def phrases_of(key: str, *, least: int = 1) -> Iterator[str]:
    """Every part of a folded source of at least so many words, long ones first.

    >>> list(phrases_of("social insurance fund", least=2))
    ['social insurance', 'insurance fund']
    """
    words = key.split()[:_LONGEST]
    for length in range(len(words) - 1, least - 1, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def contains(text: str, part: str) -> bool:
    """Whether `part` stands in `text` as whole words, in any case.

    >>> contains("Luật Bảo hiểm xã hội", "bảo hiểm"), contains("tham gia", "am")
    (True, False)
    """
    low, wanted = text.casefold(), part.casefold()
    return wanted in low and bool(_pattern(wanted).search(low))


@lru_cache(maxsize=16384)
def _pattern(part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
