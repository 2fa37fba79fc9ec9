"""Nesting: which phrase a run of words is."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from glossary.extraction.nesting import Nesting
from glossary.extraction.phrases import Phrases

TEXTS = ["new income tax", "income tax", "tax", "tax tax", "new"]
PHRASES = Phrases.of([text.split() for text in TEXTS])
NESTING = Nesting(PHRASES)


def test_one_word_less() -> None:
    assert NESTING.without_last.tolist() == [-1, -1, -1, 2, -1]
    assert NESTING.without_first.tolist() == [1, 2, -1, 2, -1]


def test_one_word_more() -> None:
    part, whole = NESTING.steps()
    assert part.tolist() == [1, 2, 2]
    assert whole.tolist() == [0, 1, 3]  # "tax tax" once, though "tax" stands on both sides


def test_joined_runs() -> None:
    income_tax, tax = (np.array([3]), np.array([5])), (np.array([5]), np.array([6]))
    new = np.array([0]), np.array([1])
    assert NESTING.find_joined(new, income_tax).tolist() == [0]
    assert NESTING.find_joined(tax, tax).tolist() == [3]
    assert NESTING.find_joined(income_tax, new).tolist() == [-1]


rows = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=5), min_size=1, unique_by=str)


@given(rows)
def test_every_run_is_found_as_a_table_finds_it(rows: list[list[str]]) -> None:
    phrases, table = Phrases.of(rows), {tuple(row): number for number, row in enumerate(rows)}
    nesting = Nesting(phrases)
    runs = [
        (phrases.first[n] + start, phrases.first[n] + end, table.get(tuple(row[start:end]), -1))
        for n, row in enumerate(rows)
        for start in range(len(row))
        for end in range(start, len(row) + 1)
    ]
    first, last, expected = (np.array(column) for column in zip(*runs, strict=True))
    assert nesting.find(first, last).tolist() == expected.tolist()
