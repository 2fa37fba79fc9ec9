"""Rank candidate terms: how strongly does each behave like a term?

in      the figures of the candidates of one corpus
out     a score for each, the probability that an expert would call it a term, 0 to 1
source  logistic regression in two passes: the second one also sees the first scores of the parts
        of a candidate and of the longer ones around it. The coefficients and where they come from
        stand in `ranking.json`.
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

from glossary.extraction.features import support
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
    """Two regressions and the cut-off from which on a candidate is a term.

    The second one begins with the figures of the first, then come those of `features.support`.
    `origin` says in words what they were fitted on.
    """

    origin: str
    threshold: float
    first: Regression
    second: Regression


@cache
def default_model() -> Model:
    """Give the model that is shipped with the package."""
    data = json.loads((files(__package__) / "ranking.json").read_text(encoding="utf-8"))
    return Model(
        origin=data["origin"],
        threshold=data["threshold"],
        first=_regression(data["first"]),
        second=_regression(data["second"]),
    )


def _regression(data: dict[str, Any]) -> Regression:
    weights: dict[str, float] = data["weights"]
    return Regression(data["intercept"], tuple(weights), tuple(weights.values()))


def rank(
    candidates: Sequence[Candidate], figures: Iterable[Mapping[str, float]], model: Model
) -> list[tuple[float, Figures]]:
    """Give for each of `candidates` its score and the figures that led to it.

    The figures are those of `model.second`, in its order.
    """
    rows = [array("d", map(row.__getitem__, model.first.names)) for row in figures]
    scores = [model.first.score(row) for row in rows]
    added = model.second.names[len(model.first.names) :]
    for row, supported in zip(rows, support(candidates, scores), strict=True):
        row.extend(map(supported.__getitem__, added))
    return [(model.second.score(row), row) for row in rows]
