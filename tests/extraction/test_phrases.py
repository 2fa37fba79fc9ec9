"""Phrases: values of their words, gathered, and what they come to for each phrase."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest

from glossary.extraction.phrases import Phrases

TEXTS = ["Income tax", "office of the tax", "tax", "7 taxes"]
PHRASES = Phrases.of(text.split() for text in TEXTS)
LENGTHS = PHRASES.each(len)  # 6 3 · 6 2 3 3 · 3 · 1 5


def test_each_word_is_worked_out_once() -> None:
    turn = count()
    assert PHRASES.each(lambda _: next(turn)).tolist() == [0, 1, 2, 3, 4, 1, 1, 5, 6]


def test_places() -> None:
    assert PHRASES.first.tolist() == [0, 2, 6, 7]
    assert PHRASES.last.tolist() == [2, 6, 7, 9]
    assert PHRASES.length.tolist() == [2, 4, 1, 2]
    assert PHRASES.owner.tolist() == [0, 0, 1, 1, 1, 1, 2, 3, 3]


def test_values_of_phrases() -> None:
    assert LENGTHS.tolist() == [6, 3, 6, 2, 3, 3, 3, 1, 5]
    assert PHRASES.least(LENGTHS).tolist() == [3, 2, 3, 1]
    assert PHRASES.most(LENGTHS).tolist() == [6, 6, 3, 5]
    assert PHRASES.mean(LENGTHS).tolist() == [4.5, 3.5, 3, 3]


def test_flags_of_phrases() -> None:
    flags = PHRASES.are("tax".__eq__)
    assert PHRASES.any(flags).tolist() == [True, True, True, False]
    assert PHRASES.all(flags).tolist() == [False, False, True, False]


def test_changed_words_keep_their_places() -> None:
    assert PHRASES.map(str.lower).are("income".__eq__).tolist() == [True] + 8 * [False]


HEADS = [("income tax", 1), ("head of the tax office", 0), ("law on forestry (amended)", 0),
         ("tax", 0), ("of tax", 1)]  # fmt: skip


@pytest.mark.parametrize(("phrase", "expected"), HEADS)
def test_heads(phrase: str, expected: int) -> None:
    assert Phrases.of([["tax"], phrase.split()]).head.tolist() == [0, 1 + expected]


def test_places_that_are_kept() -> None:
    kept = PHRASES.only(PHRASES.are("tax".__eq__))
    assert [kept.words[i] for i in kept.ids] == ["tax", "tax", "tax", "7"]  # its first, for want
    assert kept.length.tolist() == [1, 1, 1, 1]


def test_no_phrases() -> None:
    none = Phrases.of([])
    assert len(none.head) == len(none.mean(none.each(len))) == 0
    assert none.only(np.zeros(0, np.bool_)).length.tolist() == []
