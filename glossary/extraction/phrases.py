"""Phrases as rows of numbers, so that one step measures all of a corpus.

What is known of a word is worked out once, however many phrases hold it, and is then gathered for
every place where it stands; what is known of a phrase is the least, the mean or the like of its
places. A value a phrase is a column, a value a place a longer column of all phrases in turn.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from glossary.extraction.variants import LINKS

Column: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one word or more: `words` are the different ones among all of them.

    `ids` are the numbers of the words, place after place; phrase n has the places from `first[n]`
    up to but without `last[n]`.
    """

    words: Sequence[str]
    ids: Numbers
    first: Numbers
    last: Numbers

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]]) -> Phrases:
        """Number the words of `rows`, each a phrase."""
        numbers = _numbers()
        last = np.cumsum(np.fromiter(map(len, rows), np.int64, len(rows)))
        ids = np.fromiter(map(numbers.__getitem__, chain.from_iterable(rows)), np.int64)
        return cls(list(numbers), ids, _starts(last), last)

    @classmethod
    def of_words(cls, words: Sequence[str]) -> Phrases:
        """Number `words`, each a phrase of its own."""
        numbers = _numbers()
        ids = np.fromiter(map(numbers.__getitem__, words), np.int64, len(words))
        first = np.arange(len(words))
        return cls(list(numbers), ids, first, first + 1)

    @property
    def length(self) -> Numbers:
        """How many words each phrase has."""
        return self.last - self.first

    @property
    def owner(self) -> Numbers:
        """The phrase that each place belongs to."""
        return np.repeat(np.arange(len(self.first)), self.length)

    @property
    def head(self) -> Numbers:
        """The place of each head noun: the last one, or the one before the first preposition."""
        return self.after_first(self.among(LINKS)) - 1

    def after_first(self, flags: Flags) -> Numbers:
        """Give the first flagged place behind the first word of each phrase, `last` for none."""
        places = np.arange(len(self.ids))
        flagged = np.where(flags, places, len(places))
        flagged[self.first] = len(places)
        return np.minimum(np.minimum.reduceat(flagged, self.first), self.last)

    def map(self, change: Callable[[str], str]) -> Phrases:
        """Give the phrases with each word changed; those that become alike share a number."""
        numbers = _numbers()
        changed = np.array([numbers[change(word)] for word in self.words], np.int64)
        return replace(self, words=list(numbers), ids=changed[self.ids])

    def only(self, kept: Flags) -> Phrases:
        """Give the phrases that are `kept`."""
        last = np.cumsum(self.length[kept])
        return replace(self, ids=self.ids[kept[self.owner]], first=_starts(last), last=last)

    def without(self, dropped: Flags) -> Phrases:
        """Give the phrases without the places that are `dropped`; none loses all its words."""
        kept = ~dropped
        kept[self.first] |= self.all(dropped)
        last = np.cumsum(kept, dtype=np.int64)[self.last - 1]
        return replace(self, ids=self.ids[kept], first=_starts(last), last=last)

    def each(self, measure: Callable[[str], float]) -> Column:
        """Give for each place what `measure` tells of its word."""
        return np.array([measure(word) for word in self.words], np.float64)[self.ids]

    def are(self, test: Callable[[str], bool]) -> Flags:
        """Give for each place whether its word passes `test`."""
        return np.array([test(word) for word in self.words], np.bool_)[self.ids]

    def among(self, known: Container[str]) -> Flags:
        """Give for each place whether its word is among those `known`."""
        return np.array([word in known for word in self.words], np.bool_)[self.ids]

    def any(self, flags: Flags) -> Flags:
        """Tell of each phrase whether a place is flagged."""
        return np.logical_or.reduceat(flags, self.first)

    def all(self, flags: Flags) -> Flags:
        """Tell of each phrase whether all places are flagged."""
        return np.logical_and.reduceat(flags, self.first)

    def least(self, values: Column) -> Column:
        """Give the least value among the places of each phrase."""
        return np.minimum.reduceat(values, self.first)

    def most(self, values: Column) -> Column:
        """Give the greatest value among the places of each phrase."""
        return np.maximum.reduceat(values, self.first)

    def mean(self, values: Column | Flags) -> Column:
        """Give the mean of the values of each phrase, added up from left to right."""
        return np.bincount(self.owner, values, len(self.first)) / self.length

    def repeated(self) -> tuple[Numbers, Numbers]:
        """Give for each different word of a phrase the phrase, and how often it holds the word."""
        kinds = max(len(self.words), 1)
        pairs, times = np.unique(self.owner * kinds + self.ids, return_counts=True)
        return pairs // kinds, times


def tabled(measure: Callable[[int], float], numbers: Numbers) -> Column:
    """Measure whole numbers, each once; 0 gives 0.

    The logarithms of numpy differ from one processor to another in their last bit, so they are
    taken from a table that has none of them.
    """
    table = [0.0, *map(measure, range(1, int(numbers.max(initial=0)) + 1))]
    return np.array(table, np.float64)[numbers]


def log2(numbers: Numbers) -> Column:
    """Give the logarithms of whole numbers, and 0 for 0."""
    return tabled(math.log2, numbers)


def _numbers() -> dict[str, int]:
    """Give a table that numbers what is looked up in it, from 0 on."""
    return defaultdict(count().__next__)


def _starts(last: Numbers) -> Numbers:
    return np.concatenate((np.zeros(1, np.int64), last))[:-1]
