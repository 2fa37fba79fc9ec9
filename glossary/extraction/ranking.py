"""Rank candidate terms: how strongly does each behave like a term?

in      the figures of the candidates of one corpus
out     a score for each, the probability that an expert would call it a term, 0 to 1
source  logistic regression in two passes: the second one also sees the first scores of the parts
        of a candidate and of the longer ones around it. The coefficients and where they come from
        stand in `ranking.json`.

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

from glossary.extraction.features import RELATIVE, Figures
from glossary.extraction.phrases import Column, Flags, Phrases
from glossary.extraction.support import support

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
            total += weight * row
        return np.array([1 / (1 + math.exp(-odds)) for odds in total.clip(-50, 50).tolist()])


@dataclass(frozen=True, slots=True)
class Model:
    """Two regressions and the threshold from which on a candidate is a term.

    The second one begins with the figures of the first, then come those of `support`.
    `origin` says in words what they were fitted on, `tokens` how large a corpus they are for.
    """

    origin: str
    tokens: int
    threshold: float
    first: Regression
    second: Regression


@dataclass(frozen=True, slots=True)
class Ranking:
    """What ranks a corpus: a model for small ones, one for large ones, the share of the latter."""

    small: Model
    large: Model
    share: float

    @property
    def is_large(self) -> bool:
        """Whether the corpus is judged as a large one for the most part."""
        return self.share >= 0.5

    @property
    def threshold(self) -> float:
        """The score from which on a candidate is a term."""
        return self._mix(self.small.threshold, self.large.threshold)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the figures, in their order."""
        return self.small.second.names

    @property
    def weights(self) -> tuple[float, ...]:
        """What each figure weighs; where the models are mixed, about what it weighs."""
        return tuple(map(self._mix, self.small.second.weights, self.large.second.weights))

    def rank(self, keys: Phrases, figures: Figures) -> tuple[Column, Table]:
        """Give the scores of the candidates with these `keys`, and the figures that led to them."""
        own = self.small.first.names
        table = np.empty((len(self.names), len(keys.first)))
        for row, name in zip(table, own, strict=False):
            row[:] = related(name, figures[name])
        first = self._scores(table[: len(own)], self.small.first, self.large.first)
        supported = support(keys, first)
        for row, name in zip(table[len(own) :], self.names[len(own) :], strict=True):
            row[:] = supported[name]
        return self._scores(table, self.small.second, self.large.second), table

    def _scores(self, table: Table, small: Regression, large: Regression) -> Column:
        if self.share in (0, 1):
            return (large if self.share else small).scores(table)
        return small.scores(table) * (1 - self.share) + large.scores(table) * self.share

    def _mix(self, small: float, large: float) -> float:
        return small + (large - small) * self.share


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
def _models() -> tuple[Model, Model]:
    data = json.loads((files(__package__) / "ranking.json").read_text(encoding="utf-8"))
    return _model(data["small"]), _model(data["large"])


def _model(data: dict[str, Any]) -> Model:
    first, second = _regression(data["first"]), _regression(data["second"])
    return Model(data["origin"], data["tokens"], data["threshold"], first, second)


def _regression(data: dict[str, Any]) -> Regression:
    weights: dict[str, float] = data["weights"]
    return Regression(data["intercept"], tuple(weights), tuple(weights.values()))
