"""Neighbours: the share of occurrences beside each class of small words, worked out by hand."""

from __future__ import annotations

import pytest

from glossary.extraction.neighbours import small_words
from glossary.extraction.phrases import Phrases
from glossary.text.tokens import BREAK

# words to the left and to the right of each occurrence, a figure, its value
BESIDE = [
    ("the the a", "is of .", "after_the", 2 / 4),  # one more occurrence than there is
    ("the the a", "is of .", "after_a", 1 / 4),
    ("the the a", "is of .", "before_being", 1 / 4),
    ("the the a", "is of .", "before_of", 1 / 4),
    ("the the a", "is of .", "before_stop", 1 / 4),
    ("such", "between", "after_quantity", 1 / 2),
    ("such", "between", "before_preposition", 1 / 2),
    ("social", "policies", "after_the", 0.0),
    ("", "", "after_the", 0.0),  # only implied
]


@pytest.mark.parametrize(("left", "right", "name", "expected"), BESIDE)
def test_small_words(left: str, right: str, name: str, expected: float) -> None:
    others = ["the", "of", "is"]  # of another candidate
    sides = (Phrases.of([others, side.split(), others]) for side in (left, right))
    assert small_words(*sides)[name][1] == pytest.approx(expected)


def test_the_border_of_a_sentence() -> None:
    border = Phrases.of([[BREAK]])
    figures = small_words(border, border)
    assert {name for name, share in figures.items() if share[0]} == {"after_start", "before_end"}
