"""Rank candidate terms: how strongly does each behave like a term?

in      the figures of the candidates of one corpus
out     a score for each, the probability that an expert would call it a term, 0 to 1
source  logistic regression in two passes: the second one also sees the first scores of the parts
        of a candidate and of the longer ones around it. The coefficients and where they come from
        stand in `ranking.json`, what is known of words in `experience.json`.

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
from glossary.extraction.experience import Experience, experience
from glossary.extraction.features import RELATIVE, Figures
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
    """Two regressions and the threshold from which on a candidate is a term.

    The second one begins with the figures of the first, then come those of `support`, `kinship`
    and `experience`, of which the model's own are `known`. `origin` says in words what they were
    fitted on, `tokens` how large a corpus they are for.
    """

    origin: str
    tokens: int
    threshold: float
    first: Regression
    second: Regression
    known: Experience


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

    def rank(self, columns: Columns, figures: Figures) -> tuple[Column, Table]:
        """Give the scores of the candidates in `columns`, and the figures that led to them."""
        own = self.small.first.names
        table = np.empty((len(self.names), len(columns.candidates)))
        for row, name in zip(table, own, strict=False):
            row[:] = related(name, figures[name])
        first = self._first_scores(table[: len(own)])
        supported = {
            **support(columns.keys, first),
            **kinship(columns.keys, columns.beside, first),
            **experience(columns.keys, self.large.known),
        }
        for row, name in zip(table[len(own) :], self.names[len(own) :], strict=True):
            row[:] = supported[name]
        return self._scores(table, self.small.second, self.large.second), table

    def _first_scores(self, table: Table) -> Column:
        if self.share == 0:
            return self.small.first.scores(table)
        large = levelled(self.large.first.scores(table))
        if self.share == 1:
            return large
        return self.small.first.scores(table) * (1 - self.share) + large * self.share

    def _scores(self, table: Table, small: Regression, large: Regression) -> Column:
        if self.share in (0, 1):
            return (large if self.share else small).scores(table)
        return small.scores(table) * (1 - self.share) + large.scores(table) * self.share

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
def _models() -> tuple[Model, Model]:
    data, known = _data("ranking.json"), _data("experience.json")
    first, second = (tuple(data["large"][which]["weights"]) for which in ("first", "second"))
    small = _model(data["small"], first, second, known={})
    return small, _model(data["large"], first, second, known=known)


def _data(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((files(__package__) / name).read_text(encoding="utf-8"))
    return data


def _model(
    data: dict[str, Any], first: tuple[str, ...], second: tuple[str, ...], *, known: Experience
) -> Model:
    return Model(
        origin=data["origin"],
        tokens=data["tokens"],
        threshold=data["threshold"],
        first=_regression(data["first"], first),
        second=_regression(data["second"], second),
        known=known,
    )


def _regression(data: dict[str, Any], names: tuple[str, ...]) -> Regression:
    """Give a regression over the figures `names`; those that it does not have weigh nothing."""
    weights: dict[str, float] = data["weights"]
    return Regression(data["intercept"], names, tuple(weights.get(name, 0.0) for name in names))
