"""Kinship: what candidates gain from others that share a word or stand alike, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from glossary.extraction.kinship import kinship
from glossary.extraction.phrases import Phrases

SCORES = {"income tax": 0.9, "land tax": 0.5, "new land": 0.1, "fee": 0.5}  # 0.5 on the average
BESIDE = Phrases.of([["the"], ["the", "a"], [], ["our"]])

# candidate, figure, its value; two more of the average are among the kin
FIGURES = [
    ("income tax", "kin_last", (0.5 + 2 * 0.5) / 3),  # "land tax"
    ("land tax", "kin_last", (0.9 + 2 * 0.5) / 3),  # "income tax"
    ("fee", "kin_last", 0.5),  # none
    ("income tax", "kin_first", 0.5),  # none
    ("land tax", "kin_word", (0.1 + 1.0) / 6 + (0.9 + 1.0) / 6),  # "new land" and "income tax"
    ("land tax", "kin_word_best", (0.9 + 1.0) / 3),
    ("land tax", "kin_word_least", (0.1 + 1.0) / 3),
    ("income tax", "kin_left", (0.5 + 1.0) / 3),  # "land tax", behind "the"
    ("land tax", "kin_left", (0.9 + 1.0) / 6 + 0.5 / 2),  # "income tax"; none behind "a"
    ("new land", "kin_left", 0.5),  # only implied
    ("fee", "kin_right_best", 0.5),
]


@pytest.mark.parametrize(("candidate", "name", "expected"), FIGURES)
def test_kinship(candidate: str, name: str, expected: float) -> None:
    keys = Phrases.of([text.split() for text in SCORES])
    figures = kinship(keys, (BESIDE, BESIDE), np.array(list(SCORES.values())))
    assert figures[name][list(SCORES).index(candidate)] == pytest.approx(expected)


def test_words_of_one_family_are_kin_by_their_first_five_letters() -> None:
    keys = Phrases.of([["turbine"], ["turbines"], ["turbulence"], ["turn"], ["turns"]])
    nothing = Phrases.of([[]] * 5)
    figures = kinship(keys, (nothing, nothing), np.array([0.9, 0.1, 0.5, 1.0, 0.0]))
    # the other of a pair with two of the average, which is 0.5; "turn" and "turns" share too little
    assert figures["kin_stem"] == pytest.approx([1.1 / 3, 1.9 / 3, 0.5, 0.5, 0.5])
