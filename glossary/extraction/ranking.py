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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from glossary.extraction.features import support
from glossary.extraction.variants import Candidate


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression over named figures."""

    intercept: float
    coefficients: Mapping[str, float]

    def score(self, figures: Mapping[str, float]) -> float:
        """Give the probability, 0 to 1, that `figures` are those of a term."""
        total = self.intercept + sum(self.contributions(figures).values())
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))

    def contributions(self, figures: Mapping[str, float]) -> dict[str, float]:
        """Give what each figure adds to the log-odds of being a term."""
        return {name: weight * figures[name] for name, weight in self.coefficients.items()}


@dataclass(frozen=True, slots=True)
class Model:
    """Two regressions and the cut-off from which on a candidate is a term.

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
        first=Regression(**data["first"]),
        second=Regression(**data["second"]),
    )


def rank(
    candidates: Sequence[Candidate], figures: Sequence[Mapping[str, float]], model: Model
) -> list[tuple[float, Mapping[str, float]]]:
    """Give for each of `candidates` its score and all figures that led to it."""
    first = [model.first.score(measured) for measured in figures]
    complete = [
        {**measured, **supported}
        for measured, supported in zip(figures, support(candidates, first), strict=True)
    ]
    return [(model.second.score(measured), measured) for measured in complete]
