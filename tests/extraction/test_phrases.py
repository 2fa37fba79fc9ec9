"""Phrases: values of their words, gathered, and what they come to for each phrase."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest

from glossary.extraction.phrases import Phrases

TEXTS = ["Income tax", "office of the tax", "tax", "7 taxes"]
PHRASES = Phrases.of([text.split() for text in TEXTS])
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


def test_words_that_become_alike_share_a_number() -> None:
    lower = Phrases.of([["Tax", "tax"], ["TAX"]]).map(str.lower)
    assert lower.words == ["tax"]
    assert lower.ids.tolist() == [0, 0, 0]


HEADS = [("income tax", 1), ("head of the tax office", 0), ("law on forestry (amended)", 0),
         ("tax", 0), ("of tax", 1)]  # fmt: skip


@pytest.mark.parametrize(("phrase", "expected"), HEADS)
def test_heads(phrase: str, expected: int) -> None:
    assert Phrases.of([["tax"], phrase.split()]).head.tolist() == [0, 1 + expected]


def _texts(phrases: Phrases) -> list[str]:
    runs = zip(phrases.first, phrases.last, strict=True)
    return [" ".join(phrases.words[i] for i in phrases.ids[run[0] : run[1]]) for run in runs]


def test_some_of_the_phrases() -> None:
    kept = PHRASES.only(np.array([True, False, False, True]))
    assert _texts(kept) == ["Income tax", "7 taxes"]


def test_phrases_without_some_words() -> None:
    kept = PHRASES.without(PHRASES.are(lambda word: word in ("tax", "of", "the")))
    assert _texts(kept) == ["Income", "office", "tax", "7 taxes"]  # none loses all its words


def test_repeated_words() -> None:
    owner, times = Phrases.of([["a", "b", "a"], ["b"]]).repeated()
    assert owner.tolist() == [0, 0, 1]
    assert times.tolist() == [2, 1, 1]


def test_no_phrases() -> None:
    none = Phrases.of([])
    assert len(none.head) == len(none.mean(none.each(len))) == 0
    assert none.without(np.zeros(0, np.bool_)).length.tolist() == []
