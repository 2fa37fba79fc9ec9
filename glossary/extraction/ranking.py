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
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul
from typing import Any, TypeAlias

from glossary.extraction.features import RELATIVE
from glossary.extraction.support import support
from glossary.extraction.variants import Candidate

Figures: TypeAlias = (
    "array[float]"  # of doubles: 8 bytes a figure where a mapping would take a hundred
)


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression over figures in the order of `names`."""

    intercept: float
    names: tuple[str, ...]
    weights: tuple[float, ...]

    def score(self, figures: Iterable[float]) -> float:
        """Give the probability, 0 to 1, that `figures` are those of a term."""
        total = self.intercept + sum(map(mul, self.weights, figures))
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


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

    def rank(
        self, candidates: Sequence[Candidate], figures: Iterable[Mapping[str, float]]
    ) -> list[tuple[float, Figures]]:
        """Give for each of `candidates` its score and the figures that led to it."""
        rows = [array("d", map(row.__getitem__, self.small.first.names)) for row in figures]
        _relate(rows, self.small.first.names)
        first = self._scores(rows, [self.small.first, self.large.first])
        added = self.names[len(self.small.first.names) :]
        for row, supported in zip(rows, support(candidates, first), strict=True):
            row.extend(map(supported.__getitem__, added))
        scores = self._scores(rows, [self.small.second, self.large.second])
        return list(zip(scores, rows, strict=True))

    def _scores(self, rows: Sequence[Figures], models: Sequence[Regression]) -> list[float]:
        small, large = models
        if self.share == 0:
            return [small.score(row) for row in rows]
        if self.share == 1:
            return [large.score(row) for row in rows]
        return [self._mix(small.score(row), large.score(row)) for row in rows]

    def _mix(self, small: float, large: float) -> float:
        return small + (large - small) * self.share


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


def _relate(rows: Sequence[Figures], names: Sequence[str]) -> None:
    """Relate the figures that depend on the corpus to its mean, in standard deviations."""
    for place, name in enumerate(names):
        if name not in RELATIVE or not rows:
            continue
        column = [row[place] for row in rows]
        mean = math.fsum(column) / len(column)
        variance = math.fsum((figure - mean) ** 2 for figure in column) / len(column)
        deviation = math.sqrt(variance) or 1.0
        for row, figure in zip(rows, column, strict=True):
            row[place] = (figure - mean) / deviation
