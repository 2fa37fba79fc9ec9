"""Columns: what is known of candidates, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from glossary.extraction.columns import Columns
from glossary.extraction.tallies import Place, Tally, packed
from glossary.extraction.variants import Candidate


def _candidate(designation: str, left: str, **figures: int) -> Candidate:
    """A candidate that stands behind the words `left`, each in another article."""
    tally = Tally("N", packed(**figures))
    for number, word in enumerate(left.split()):
        tally.see((Place("2020-01-01", str(number), 1), 0.0, "", word, "is"))
    return Candidate(designation, designation.lower(), (designation,), tally)


COLUMNS = Columns.of(
    [_candidate("Income tax", "the the an an", display=3), _candidate("tax", "the", opening=1)]
)


def test_what_was_counted() -> None:
    counted = {name: column.tolist() for name, column in COLUMNS.counted.items()}
    assert counted["frequency"] == counted["articles"] == [4, 1]
    assert counted["display"] == [3, 0]
    assert counted["opening"] == [0, 1]


def test_neighbours() -> None:
    assert COLUMNS.neighbours["left"] == pytest.approx([0.5, 0])  # one bit, halved
    assert COLUMNS.neighbours["right"] == pytest.approx([0, 0])


def test_words() -> None:
    assert COLUMNS.words.words == ["Income", "tax"]
    assert COLUMNS.keys.words == ["income", "tax"]
    assert COLUMNS.patterns.words == ["N"]


def test_some_of_the_candidates() -> None:
    kept = COLUMNS.only(np.array([False, True]))
    assert [candidate.designation for candidate in kept.candidates] == ["tax"]
    assert kept.counted["frequency"].tolist() == [1]
    assert kept.neighbours["left"].tolist() == [0]
    assert kept.words.length.tolist() == kept.keys.length.tolist() == [1]
    assert kept.patterns.are("N".__eq__).tolist() == [True]
