"""The candidates of a corpus column by column: what was counted of each, and its words.

in      candidates
out     arrays that hold a figure of all of them, in their order
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from glossary.extraction.phrases import Column, Flags, Numbers, Phrases, log2
from glossary.extraction.tallies import FIGURES, Tally, figures
from glossary.extraction.variants import Candidate


@dataclass(frozen=True, slots=True)
class Columns:
    """Candidates, and columns of what is known of them.

    `counted` are the figures of a `Tally` by their names and how many `articles` hold a candidate,
    `beside` are the words to the left and to the right of its first occurrences, `neighbours` tells
    how different those are. `words` are those of the designations, `keys` those of the keys; each
    of the `patterns` is one word.
    """

    candidates: Sequence[Candidate]
    counted: Mapping[str, Numbers]
    beside: tuple[Phrases, Phrases]
    neighbours: Mapping[str, Column]
    words: Phrases
    keys: Phrases
    patterns: Phrases

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> Columns:
        """Read `candidates`, each figure once."""
        tallies = [candidate.tally for candidate in candidates]
        counted = _counted(tallies)
        often = np.flatnonzero(counted["frequency"] > 1)
        repeated = [tallies[number] for number in often.tolist()]
        articles = np.ones(len(tallies), np.int64)
        articles[often] = [len(tally.articles) for tally in repeated]
        beside = [tally.beside for tally in tallies]
        left = Phrases.of([[occurrence[3] for occurrence in row] for row in beside])
        right = Phrases.of([[occurrence[4] for occurrence in row] for row in beside])
        return cls(
            candidates,
            counted | {"articles": articles},
            (left, right),
            {"left": _entropy(left), "right": _entropy(right)},
            words=Phrases.of([candidate.designation.split() for candidate in candidates]),
            keys=Phrases.of([candidate.key.split() for candidate in candidates]),
            patterns=Phrases.of_words([tally.pattern for tally in tallies]),
        )

    def only(self, kept: Flags) -> Columns:
        """Give those of the candidates that are `kept`."""
        return Columns(
            [self.candidates[number] for number in np.flatnonzero(kept).tolist()],
            {name: column[kept] for name, column in self.counted.items()},
            (self.beside[0].only(kept), self.beside[1].only(kept)),
            {name: column[kept] for name, column in self.neighbours.items()},
            words=self.words.only(kept),
            keys=self.keys.only(kept),
            patterns=self.patterns.only(kept),
        )


def _counted(tallies: Sequence[Tally]) -> dict[str, Numbers]:
    table = np.frombuffer(figures(tallies), "<i8").reshape(-1, len(FIGURES))
    return dict(zip(FIGURES, np.ascontiguousarray(table.T), strict=True))


def _entropy(beside: Phrases) -> Column:
    """Half the bits that tell which of its neighbours stands beside a candidate."""
    owner, times = beside.repeated()
    inner = np.bincount(owner, times * log2(times), len(beside.first))
    return (log2(beside.length) - inner / np.maximum(beside.length, 1)) / 2
