"""Keep out what can be no term whatever its figures: persons, places, broken words, oddities.

Each rule gives the reason in words, for `--explain`.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

import numpy as np

from glossary.extraction.acronyms import is_acronym
from glossary.extraction.columns import Columns
from glossary.extraction.phrases import Flags, Phrases
from glossary.extraction.tallies import Counts
from glossary.interface import _
from glossary.languages import en, vi
from glossary.text.frequencies import frequent_words

_FREQUENT = 3.5  # Zipf: a word that a mistyped one may have been meant to be
_MODIFIERS = frozenset("AEGRV")
_LONGEST = 30  # letters; no frequent word of English is as long


class ProperNames:
    """Tells which words of a corpus are only names."""

    def __init__(self, words: Mapping[str, int], is_common: Callable[[str], bool]) -> None:
        self._words = words
        self._is_common = is_common

    def __contains__(self, word: object) -> bool:
        """Whether `word` is no acronym, never in lower case, and in no general lexicon."""
        if not isinstance(word, str) or not word[0].isupper():
            return False
        lower = word.lower()
        if lower in en.COUNTRIES or lower in en.NATIONALITIES or lower in en.MONTHS:
            return True
        return not is_acronym(word) and not self._words.get(lower) and not self._is_common(lower)


class Screen:
    """Tells of each candidate of one corpus why it can be no term.

    With `admits_names` it has nothing against the names of persons and places, with
    `admits_modifiers` nothing against single words that are no nouns: a large corpus shows which
    adjectives and verbs belong to its subject, a few articles do not.
    """

    def __init__(
        self,
        counts: Counts,
        *,
        zipf: Callable[[str], float],
        is_common: Callable[[str], bool],
        admits_names: bool = False,
        admits_modifiers: bool = False,
    ) -> None:
        self.names = ProperNames(counts.words, is_common)
        self._words = counts.words
        self._zipf = zipf
        self._is_common = is_common
        self._admits_names = admits_names
        self._admits_modifiers = admits_modifiers
        self._parts = {part for name in counts.persons for part in name if len(part) > 1}

    def objections(self, columns: Columns) -> Mapping[int, str]:
        """Give the numbers of those candidates that can be no terms, and the reasons."""
        reasons: dict[int, str] = {}
        named = () if self._admits_names else self._name_reasons(columns)
        for number, reason in chain(named, self._reasons(columns)):
            reasons.setdefault(number, reason)
        return reasons

    def _name_reasons(self, columns: Columns) -> Iterator[tuple[int, str]]:
        words, counted = columns.words, columns.counted
        parts = words.any(words.are(self._is_name_part) & ~_is_country(words))
        yield from _those(parts, _("holds a part of a person's name"))
        fragments = counted["fragments"] == counted["frequency"]
        acronyms = words.all(words.are(is_acronym))  # an acronym is a name by itself
        yield from _those(fragments & ~acronyms, _("is only a part of longer names"))
        yield from _those(self._are_places(words), _("is the name of a place, a person or a brand"))

    def _reasons(self, columns: Columns) -> Iterator[tuple[int, str]]:
        words, counted = columns.words, columns.counted
        joined = words.any(words.are("and".__eq__)) & words.are(str.islower)[words.first]
        yield from _those(joined & (counted["frequency"] == 1), _("is two terms joined once"))
        if not self._admits_modifiers:
            is_modifier = columns.patterns.among(_MODIFIERS) & (counted["label"] == 0)
            is_name = words.any(words.are(_holds_capital))  # "e-Government" is a noun
            yield from _those(is_modifier & ~is_name, _("is no noun"))
        real = words.any(words.are(lambda word: len(word) > 1 and word[0].isalpha()))
        yield from _those(~real, _("holds no word"))
        owner = words.owner
        for place in np.flatnonzero(words.are(self._is_broken)).tolist():
            broken = words.words[words.ids[place]]
            yield int(owner[place]), _("“{broken}” looks mistyped").format(broken=broken)
        holder, times = words.map(str.lower).repeated()
        repeats = np.bincount(holder, times > 1, len(words.first)) > 0
        yield from _those(repeats & ~words.any(words.are("of".__eq__)), _("repeats a word"))

    def _is_name_part(self, word: str) -> bool:
        return word in self._parts and not self._words.get(word.lower())

    def _are_places(self, words: Phrases) -> Flags:
        """Whether all words only name, or are Vietnamese syllables with one that does."""
        is_name = words.among(self.names)
        is_syllable = words.are(lambda word: word.istitle() and vi.is_folded_syllable(word.lower()))
        return words.all(is_name) | (words.any(is_name) & words.all(is_syllable))

    def _is_broken(self, word: str) -> bool:
        """Whether an unknown word that occurs once is one slip away from a frequent one."""
        if not word.isalpha() or not word.islower() or not 5 <= len(word) <= _LONGEST:
            return False
        if self._zipf(word):
            return False
        if self._words.get(word, 0) > 1 or self._is_common(word):
            return False
        return not frequent_words(_FREQUENT).isdisjoint(_slips(word))


def _those(flags: Flags, reason: str) -> Iterator[tuple[int, str]]:
    return ((number, reason) for number in np.flatnonzero(flags).tolist())


def _holds_capital(word: str) -> bool:
    return any(map(str.isupper, word[1:]))


def _is_country(words: Phrases) -> Flags:
    """Flag the two syllables of "Viet Nam", which names of persons share."""
    second = np.roll(words.are(lambda word: word.lower() == "viet"), 1)
    second &= words.are(lambda word: word.lower() == "nam")
    second[words.first] = False
    return second | np.roll(second, -1)


def _slips(word: str) -> Iterator[str]:
    """Every word that differs by one transposition, deletion, replacement or insertion."""
    for i in range(len(word)):
        if i + 1 < len(word):
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        yield word[:i] + word[i + 1 :]
        for letter in string.ascii_lowercase:
            yield word[:i] + letter + word[i + 1 :]
            yield word[:i] + letter + word[i:]
