"""Support: what candidates gain from their parts and from what they are part of, by hand."""

from __future__ import annotations

import numpy as np

from glossary.extraction.phrases import Phrases
from glossary.extraction.support import support


def figures(scores: dict[str, float]) -> list[dict[str, float]]:
    """The figures of each candidate, where they have these scores."""
    keys = Phrases.of([text.split() for text in scores])
    columns = support(keys, np.array(list(scores.values())))
    return [{name: column[i] for name, column in columns.items()} for i in range(len(scores))]


def test_parts_and_wholes() -> None:
    new_income_tax, income_tax, tax = figures(
        {"new income tax": 0.4, "income tax": 0.8, "tax": 0.3}
    )
    assert new_income_tax["part_best"] == new_income_tax["part_right"] == 0.8
    assert new_income_tax["part_last"] == 0.3
    assert new_income_tax["part_left"] == new_income_tax["whole_best"] == 0
    assert income_tax["part_last"] == income_tax["part_right"] == 0.3
    assert income_tax["whole_best"] == income_tax["whole_mean"] == 0.4
    assert income_tax["whole_count"] == 0  # none of them above one half
    assert tax["whole_best"] == 0.8
    assert tax["whole_count"] == 1  # log2(1 + 1)
    assert tax["part_best"] == 0


def test_both_sides_of_a_preposition() -> None:
    linked, *_ = figures(
        {"rate of income tax": 0.1, "rate": 0.2, "income tax": 0.3, "income tax rate": 0.4}
    )
    assert linked["linked_left"] == 0.2
    assert linked["linked_right"] == 0.3
    assert linked["linked_swapped"] == 0.4
