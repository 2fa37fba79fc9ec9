"""Pair acronyms with their long forms: "ASEAN Social Security Association (ASSA)".

Source: Schwartz & Hearst (2003), A simple algorithm for identifying abbreviation definitions in
biomedical text, Pacific Symposium on Biocomputing 8; here over tokens, and a long form must begin
at a word whose first letter is the acronym's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

MAX_EXTRA_WORDS = 5

_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&/-]{1,9}$")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "&", "to"})


def is_acronym(word: str) -> bool:
    """Tell whether `word` has the shape of an acronym: short, two capitals or more, no blank.

    >>> [is_acronym(word) for word in ("VSS", "MSc", "NGOs", "Vietnam", "IT", "A", "2020")]
    [True, True, True, False, True, False, False]
    """
    return bool(_ACRONYM.match(word)) and sum(c.isupper() for c in word) * 2 >= len(word)


def brackets(words: Sequence[str]) -> Iterator[int]:
    """Give where brackets around one word open."""
    place = -1
    for _ in range(words.count("(")):
        place = words.index("(", place + 1)
        if words[place + 2 : place + 3] == [")"]:
            yield place


def acronym_pairs(words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Give (first, last, acronym) token numbers of each long form with its acronym in brackets."""
    for bracket in brackets(words):
        acronym = words[bracket + 1]
        if is_acronym(acronym) and (first := _long_form(words, bracket, acronym)) is not None:
            yield first, bracket, bracket + 1


def _long_form(words: Sequence[str], last: int, acronym: str) -> int | None:
    """Find where the long form that ends before `last` begins; the nearest fitting word."""
    # The small letters of an acronym stand inside words or for small words: AFoCO, MoF, NGOs.
    letters = [letter.lower() for letter in acronym if letter.isupper() or letter.isdigit()]
    furthest = max(0, last - len(letters) - MAX_EXTRA_WORDS)
    for first in range(last - 1, furthest - 1, -1):
        if any(not (word[0].isalnum() or word in "&’'") for word in words[first:last]):
            return None
        if last - first < 2 or words[first].lower() in _SMALL:
            continue
        if _fits(letters, [word.lower() for word in words[first:last]]):
            return first
    return None


def _fits(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each letter begins a word in order, small words and one of five others skipped."""
    place = 0
    skipped = 0
    for word in words:
        if place < len(letters) and word.startswith(letters[place]):
            place += 1
        elif word not in _SMALL and word[0].isalnum():
            skipped += 1
    return (
        place == len(letters) and words[0].startswith(letters[0]) and skipped * 5 <= len(words) + 4
    )
