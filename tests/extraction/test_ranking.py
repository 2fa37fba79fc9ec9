"""Ranking: scores are probabilities that follow the figures, and the shipped model is whole."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.extraction.extractor import Extraction
from glossary.extraction.features import RELATIVE
from glossary.extraction.ranking import Regression, levelled, ranking

REGRESSION = Regression(intercept=-1.0, names=("a", "b"), weights=(math.log(3), 0.5))

# figures, score
SCORES = [
    ((0.0, 2.0), 0.5),  # −1 + 1 = 0
    ((1.0, 2.0), 0.75),  # odds 3 to 1
    ((-1.0, 2.0), 0.25),
    ((0.0, 0.0), 0.268941),  # 1 / (1 + e)
]


@pytest.mark.parametrize(("figures", "expected"), SCORES)
def test_scores(figures: tuple[float, float], expected: float) -> None:
    assert REGRESSION.scores(np.array([figures]).T) == pytest.approx([expected], abs=1e-6)


figures = st.floats(-1e9, 1e9)


@given(st.lists(figures, min_size=2, max_size=6).map(sorted))
def test_scores_rise_with_a_figure_of_positive_weight(values: list[float]) -> None:
    scores = REGRESSION.scores(np.array([values, [0.0] * len(values)]))
    assert all(0 <= score <= 1 for score in scores)
    assert all(low <= high for low, high in pairwise(scores))


def test_the_shipped_models() -> None:
    ranks = ranking(7000)
    for model in (ranks.small, ranks.large):
        assert 0 < model.threshold < 1
        assert len(model.origin.split()) > 4  # says in words what it was fitted on
    first, second = ranks.large.first, ranks.large.second
    assert second.names[: len(first.names)] == first.names
    assert set(first.names) > set(ranks.small.forest.names)
    assert len(set(second.names)) == len(second.names) == len(second.weights)
    assert set(first.names) >= RELATIVE


def test_scores_are_levelled_at_the_end_of_the_best_tenth() -> None:
    scores = np.array([0.01] * 8 + [0.1, 0.5, 0.2, 0.9] + [0.01] * 8)  # the 19th of 20 is 0.5
    level = levelled(scores)
    assert level[9] == pytest.approx(0.5)
    assert level[11] == pytest.approx(0.9)  # odds of 9 to 1 against odds of 1 to 1
    assert list(np.argsort(level, kind="stable")) == list(np.argsort(scores, kind="stable"))
    assert levelled(np.ones(3)).tolist() == [1, 1, 1]
    assert levelled(np.zeros(0)).tolist() == []


# tokens, share of the large model: the logarithm of the size counts
SHARES = [(0, 0.0), (7_000, 0.0), (10_000, 0.0), (20_000, 0.5), (40_000, 1.0), (9_000_000, 1.0)]


@pytest.mark.parametrize(("tokens", "share"), SHARES)
def test_the_size_of_the_corpus_chooses_the_model(tokens: int, share: float) -> None:
    ranks = ranking(tokens)
    assert ranks.share == pytest.approx(share)
    expected = ranks.small.threshold + (ranks.large.threshold - ranks.small.threshold) * share
    assert ranks.threshold == pytest.approx(expected)


def test_candidates_are_ranked_best_first(seeds_extraction: Extraction) -> None:
    judgements = seeds_extraction.judgements
    assert all(0 <= judgement.score <= 1 for judgement in judgements)
    order = [(-j.score, -j.candidate.tally.frequency, j.candidate.designation) for j in judgements]
    assert order == sorted(order)
    scores = [term.score for term in seeds_extraction.terms]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] >= seeds_extraction.threshold


def test_scores_come_from_the_figures_shown(seeds_extraction: Extraction) -> None:
    ranks = seeds_extraction.ranking
    forest = ranks.small.forest
    base = sum(float(forest.values[root]) for root in forest.roots) / len(forest.roots)
    judgements = seeds_extraction.judgements[:50]
    places = [ranks.large.first.names.index(name) for name in forest.names]
    table = np.array([judgement.figures for judgement in judgements]).T
    scores = forest.scores(table[places])
    assert scores.tolist() == [judgement.score for judgement in judgements]
    for judgement in judgements:
        added = sum(added for _, _, added in ranks.additions(judgement.figures))
        assert base + added == pytest.approx(judgement.score)
