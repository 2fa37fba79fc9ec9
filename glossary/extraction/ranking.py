"""Rank candidate terms: how strongly does each behave like a term?

in      the figures of the candidates of one corpus
out     a score for each, the probability that an expert would call it a term, 0 to 1
source  few articles: a forest of trees. A large corpus: logistic regression in two passes, of which
        the second also sees the first scores of the parts of a candidate, of the longer ones around
        it and of its kin. Trees, coefficients and where they come from stand in `ranking.json`.

A few articles and a large corpus are ranked by two models, for in a few thousand words rarity says
nothing: what is rare there may be a term or a slip. Between the sizes their scores are mixed.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from glossary.extraction.columns import Columns
from glossary.extraction.features import RELATIVE, Figures
from glossary.extraction.forest import Forest
from glossary.extraction.kinship import kinship
from glossary.extraction.phrases import Column, Flags
from glossary.extraction.support import support

_BEST = 9  # of ten candidates are no term, about
_SURE = 0.999

Table: TypeAlias = NDArray[np.float64]  # a row for each figure, a column for each candidate


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression over figures in the order of `names`."""

    intercept: float
    names: tuple[str, ...]
    weights: tuple[float, ...]

    def scores(self, figures: Table) -> Column:
        """Give the probabilities, 0 to 1, that the columns of `figures` are those of terms."""
        total = np.full(figures.shape[1], self.intercept)
        # Neither a matrix product nor numpy's exponential is the same to the last bit everywhere.
        for weight, row in zip(self.weights, figures, strict=True):
            if weight:
                total += weight * row
        return np.array([1 / (1 + math.exp(-odds)) for odds in total.clip(-50, 50).tolist()])


@dataclass(frozen=True, slots=True)
class Model:
    """The threshold from which on a candidate is a term, and where the model comes from.

    `origin` says in words what it was fitted on, `tokens` how large a corpus it is for.
    """

    origin: str
    tokens: int
    threshold: float


@dataclass(frozen=True, slots=True)
class SmallModel(Model):
    """The model for few articles."""

    forest: Forest


@dataclass(frozen=True, slots=True)
class LargeModel(Model):
    """The model for a large corpus.

    Its second regression begins with the figures of the first, then come those of `support` and
    `kinship`.
    """

    first: Regression
    second: Regression


@dataclass(frozen=True, slots=True)
class Ranking:
    """What ranks a corpus: a model for small ones, one for large ones, the share of the latter."""

    small: SmallModel
    large: LargeModel
    share: float

    @property
    def is_large(self) -> bool:
        """Whether the corpus is judged as a large one for the most part."""
        return self.share >= 0.5

    @property
    def threshold(self) -> float:
        """The score from which on a candidate is a term."""
        return self._mix(self.small.threshold, self.large.threshold)

    def additions(self, figures: Column) -> list[tuple[str, float, float]]:
        """Give the names of a candidate's figures, the figures, and what each adds.

        It adds to the score, or in a large corpus to the log-odds; where the models are mixed, by
        the model with the larger share.
        """
        row = figures.tolist()
        if self.is_large:
            second = self.large.second
            added = [weight * figure for weight, figure in zip(second.weights, row, strict=True)]
            return list(zip(second.names, row, added, strict=True))
        forest = self.small.forest
        row = [row[place] for place in self._of_forest]
        return list(zip(forest.names, row, forest.additions(row), strict=True))

    def rank(self, columns: Columns, figures: Figures) -> tuple[Column, Table]:
        """Give the scores of the candidates in `columns`, and the figures that led to them."""
        first, second = self.large.first, self.large.second
        own, table = len(first.names), np.zeros((len(second.names), len(columns.candidates)))
        for row, name in zip(table, first.names, strict=False):
            row[:] = related(name, figures[name])
        if not self.share:
            return self.small.forest.scores(table[self._of_forest]), table
        level = levelled(first.scores(table[:own]))
        added = {
            **support(columns.keys, level),
            **kinship(columns.keys, columns.beside, level),
        }
        for row, name in zip(table[own:], second.names[own:], strict=True):
            row[:] = added[name]
        scores = second.scores(table)
        if self.share < 1:
            small = self.small.forest.scores(table[self._of_forest])
            scores = small * (1 - self.share) + scores * self.share
        return scores, table

    @property
    def _of_forest(self) -> list[int]:
        """Which of the figures are those of the forest."""
        return [self.large.first.names.index(name) for name in self.small.forest.names]

    def _mix(self, small: float, large: float) -> float:
        return small + (large - small) * self.share


def levelled(scores: Column) -> Column:
    """Give scores whose odds are those against the candidate at the end of the best tenth.

    Subjects differ in how many of their phrases are terms, and the second ranking is to see which
    are likelier than others.
    """
    place = _BEST * len(scores) // 10
    bound = min(float(np.partition(scores, place)[place]), _SURE) if len(scores) else 0.5
    even = bound / (1 - bound)
    level: Column = scores / (scores + even * (1 - scores))
    return level


def related(name: str, figures: Column | Flags) -> Column | Flags:
    """Relate figures that depend on the corpus to their mean, in standard deviations."""
    if name not in RELATIVE:
        return figures
    size = max(len(figures), 1)
    apart: Column = figures - figures.sum() / size
    return apart / (math.sqrt((apart**2).sum() / size) or 1.0)


def ranking(tokens: int) -> Ranking:
    """Give the ranking for a corpus of so many `tokens`."""
    small, large = _models()
    ratio = math.log(max(tokens, 1) / small.tokens) / math.log(large.tokens / small.tokens)
    return Ranking(small, large, share=min(max(ratio, 0.0), 1.0))


@cache
def _models() -> tuple[SmallModel, LargeModel]:
    data = json.loads((files(__package__) / "ranking.json").read_text(encoding="utf-8"))
    small, large = data["small"], data["large"]
    forest = Forest.of(small["names"], small["trees"])
    first, second = _regression(large["first"]), _regression(large["second"])
    return (
        SmallModel(small["origin"], small["tokens"], small["threshold"], forest),
        LargeModel(large["origin"], large["tokens"], large["threshold"], first, second),
    )


def _regression(data: dict[str, Any]) -> Regression:
    weights: dict[str, float] = data["weights"]
    return Regression(data["intercept"], tuple(weights), tuple(weights.values()))
