"""Find phrases inside phrases.

A run of words is known by a number: the numbers of its words are the digits of a numeral to a large
base, modulo 2 to the power of 64. Sums from the first phrase on give the numeral of any run at
once. Two runs share one by chance, among a million phrases in one of a million corpora.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from glossary.extraction.phrases import Numbers, Phrases

Numerals: TypeAlias = NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15  # odd, so that there is a number that undoes it
_UNDO = pow(_BASE, -1, 1 << 64)


class Nesting:
    """Tells which of some phrases, each a different one, a run of their words is.

    Runs are told by their places, from a first up to but without a last one. What is not found is
    −1, so that a value behind the last phrase's is its value.
    """

    def __init__(self, phrases: Phrases) -> None:
        self._powers = _powers(_BASE, len(phrases.ids))
        self._undo = _powers(_UNDO, len(phrases.ids))
        digits = (phrases.ids + 1).astype(np.uint64) * self._powers[:-1]
        self._sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(digits)))
        numerals = self._numerals(phrases.first, phrases.last)
        self._order = np.argsort(numerals)
        self._sorted = numerals[self._order]
        self.without_last = self.find(phrases.first, phrases.last - 1)
        self.without_first = self.find(phrases.first + 1, phrases.last)

    def find(self, first: Numbers, last: Numbers) -> Numbers:
        """Give the phrase that each run is."""
        return self._found(self._numerals(first, last))

    def find_joined(self, left: tuple[Numbers, Numbers], right: tuple[Numbers, Numbers]) -> Numbers:
        """Give the phrase that each run `left` is with the run `right` behind it."""
        behind = self._powers[left[1] - left[0]]
        return self._found(self._numerals(*left) + self._numerals(*right) * behind)

    def steps(self) -> tuple[Numbers, Numbers]:
        """Give each pair of a phrase and one that has a word more, before or behind it."""
        shorter = np.stack((self.without_last, self.without_first), 1)
        shorter[shorter[:, 0] == shorter[:, 1], 1] = -1  # "tax tax" holds "tax" once
        longer, place = np.nonzero(shorter >= 0)
        return shorter[longer, place], longer

    def _numerals(self, first: Numbers, last: Numbers) -> Numerals:
        numerals: Numerals = (self._sums[last] - self._sums[first]) * self._undo[first]
        return numerals

    def _found(self, numerals: Numerals) -> Numbers:
        place = np.minimum(np.searchsorted(self._sorted, numerals), len(self._sorted) - 1)
        return np.where(self._sorted[place] == numerals, self._order[place], -1)


def _powers(base: int, highest: int) -> Numerals:
    powers = np.full(highest + 1, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers)
