"""Keep out what can be no term whatever its figures: persons, places, broken words, oddities.

Each rule gives the reason in words, for `--explain`.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from glossary.extraction.acronyms import is_acronym
from glossary.extraction.tallies import Counts
from glossary.extraction.variants import Candidate
from glossary.interface import _
from glossary.languages import en, vi
from glossary.text.frequencies import frequent_words

_FREQUENT = 3.5  # Zipf: a word that a mistyped one may have been meant to be
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

    def objection(self, candidate: Candidate) -> str:
        """Give the reason why `candidate` can be no term; empty where there is none."""
        words = candidate.designation.split()
        objection = "" if self._admits_names else self._name_objection(candidate, words)
        if objection:
            return objection
        if "and" in words and candidate.tally.frequency == 1 and words[0].islower():
            return _("is two terms joined once")
        if not self._admits_modifiers and _is_modifier(candidate):
            return _("is no noun")
        if not any(len(word) > 1 and word[0].isalpha() for word in words):
            return _("holds no word")
        if broken := next((word for word in words if self._is_broken(word)), ""):
            return _("“{broken}” looks mistyped").format(broken=broken)
        if len(set(candidate.words)) < len(candidate.words) and " of " not in candidate.designation:
            return _("repeats a word")
        return ""

    def _name_objection(self, candidate: Candidate, words: Sequence[str]) -> str:
        if any(self._is_name_part(word) for word in _without_country(words)):
            return _("holds a part of a person's name")
        if candidate.tally.fragments == candidate.tally.frequency:
            return _("is only a part of longer names")
        if self._is_place(words):
            return _("is the name of a place, a person or a brand")
        return ""

    def _is_name_part(self, word: str) -> bool:
        return word in self._parts and not self._words.get(word.lower())

    def _is_place(self, words: Sequence[str]) -> bool:
        """Whether all words only name, or are Vietnamese syllables with one that does."""
        named = [word in self.names for word in words]
        if len(words) > 1 and any(named) and all(word.istitle() for word in words):
            return all(named) or all(vi.is_folded_syllable(word.lower()) for word in words)
        return all(named)

    @lru_cache(maxsize=65536)  # noqa: B019 - lives as long as one extraction
    def _is_broken(self, word: str) -> bool:
        """Whether an unknown word that occurs once is one slip away from a frequent one."""
        if not word.isalpha() or not word.islower() or not 5 <= len(word) <= _LONGEST:
            return False
        if self._zipf(word):
            return False
        if self._words.get(word, 0) > 1 or self._is_common(word):
            return False
        return not frequent_words(_FREQUENT).isdisjoint(_slips(word))


def _is_modifier(candidate: Candidate) -> bool:
    return candidate.tally.pattern in ("A", "E", "G", "R", "V") and not candidate.tally.label


def _without_country(words: Sequence[str]) -> Iterator[str]:
    """The words of a term but the two syllables of "Viet Nam", which names of persons share."""
    if not any(word.lower() == "nam" for word in words):
        yield from words
        return
    for index, word in enumerate(words):
        pair = [w.lower() for w in words[max(index - 1, 0) : index + 2]]
        if pair[:2] != ["viet", "nam"] and pair[-2:] != ["viet", "nam"]:
            yield word


def _slips(word: str) -> Iterator[str]:
    """Every word that differs by one transposition, deletion, replacement or insertion."""
    for i in range(len(word)):
        if i + 1 < len(word):
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        yield word[:i] + word[i + 1 :]
        for letter in string.ascii_lowercase:
            yield word[:i] + letter + word[i + 1 :]
            yield word[:i] + letter + word[i:]
