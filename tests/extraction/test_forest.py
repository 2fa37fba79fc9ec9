"""Forest: each tree says what the candidates were that came to the same leaf; they are averaged."""

from __future__ import annotations

import numpy as np
import pytest

from glossary.extraction.forest import Forest

# The first asks for a, then for b where a is at most 1; the second knows one answer.
#          0: a ≤ 1?   1: b ≤ 5?   2        3        4
TREES = [
    ([0, 1, -1, -1, -1], [1.0, 5.0, 0, 0, 0], [4, 3, 0, 0, 0], [0.5, 0.25, 0.125, 0.75, 1.0]),
    ([-1], [0.0], [0], [0.5]),
]
FOREST = Forest.of(["a", "b"], TREES)

# a, b, score, what a and b add
SCORES = [
    (1.0, 5.0, (0.125 + 0.5) / 2, (-0.25 / 2, -0.125 / 2)),  # left and left: a limit goes left
    (0.0, 6.0, (0.75 + 0.5) / 2, (-0.25 / 2, 0.5 / 2)),
    (1.5, 5.0, (1.0 + 0.5) / 2, (0.5 / 2, 0.0)),
]


@pytest.mark.parametrize(("a", "b", "score", "added"), SCORES)
def test_scores(a: float, b: float, score: float, added: tuple[float, float]) -> None:
    assert FOREST.scores(np.array([[a], [b]])).tolist() == [score]
    assert FOREST.additions([a, b]) == list(added)


def test_all_columns_at_once() -> None:
    table = np.array([[a for a, *_ in SCORES], [b for _, b, *_ in SCORES]])
    assert FOREST.scores(table).tolist() == [score for _, _, score, _ in SCORES]
    assert FOREST.scores(np.zeros((2, 0))).tolist() == []
