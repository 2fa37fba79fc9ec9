"""Screening: what can be no term, and the reason that is given."""

from __future__ import annotations

from collections import Counter

import pytest

from glossary.extraction.columns import Columns
from glossary.extraction.screening import ProperNames, Screen
from glossary.extraction.tallies import Counts, Place, Tally, packed
from glossary.extraction.variants import Candidate
from glossary.text.frequencies import common_words, zipf_frequencies

COUNTS = Counts(
    words=Counter({"minh": 0, "Minh": 2, "Pham": 1, "an": 9, "lands": 1, "Lands": 1}),
    persons=Counter({("Pham", "Van", "Minh"): 2, ("Le", "An"): 1, ("J", ".", "Viet", "Nam"): 1}),
)


def _candidate(designation: str, pattern: str, **figures: int) -> Candidate:
    tally = Tally(pattern, packed(**figures))
    tally.see((Place("2020-01-01", "a.txt", 1), 0.0, "", "", ""))
    return Candidate(designation, designation.lower(), (designation,), tally)


def objection(screen: Screen, candidate: Candidate) -> str:
    return screen.objections(Columns.of([candidate])).get(0, "")


# name, designation, pattern, the reason in part
SCREENED = [
    ("a part of a name", "Pham", "P", "part of a person"),
    ("a name and more", "Minh report", "PN", "part of a person"),
    ("a city", "Paris", "P", "place"),
    ("a country", "Vietnam", "P", "place"),
    ("a Vietnamese place", "Hai Phong", "PP", "place"),
    ("a brand", "Samsung Vietnam", "PP", "place"),
    ("an adjective", "social", "A", "no noun"),
    ("a participle", "assigned", "E", "no noun"),
    ("marks", "% •", "NN", "no word"),
    ("one letter", "x", "N", "no word"),
    ("mistyped", "tax acitvity", "NN", "“acitvity” looks mistyped"),
    ("a word twice", "tax tax", "NN", "repeats a word"),
    ("two terms", "fees and taxes", "NcN", "two terms joined"),
]


@pytest.mark.parametrize(
    ("designation", "pattern", "reason"),
    [row[1:] for row in SCREENED],
    ids=[row[0] for row in SCREENED],
)
def test_objections(designation: str, pattern: str, reason: str) -> None:
    screen = Screen(COUNTS, zipf=zipf_frequencies(), is_common=common_words())
    assert reason in objection(screen, _candidate(designation, pattern))


PASSED = [
    ("income tax", "NN"),
    ("Hai Phong Tax Office", "PPPP"),
    ("Viet Nam Social Security", "PPPP"),  # though a person is called Nam
    ("An", "P"),  # a name that is a word too
    ("VAT", "P"),
    ("Government of the Republic of Korea", "PodPoP"),
    ("agreement of the agreement", "Nodn"),
    ("qwxzrtpl", "N"),  # unknown, and no slip of a frequent word
    ("Ministry and Office", "PcP"),
    ("e-Customs", "A"),  # a capital inside: a noun, whatever the tagger says
]


@pytest.mark.parametrize(("designation", "pattern"), PASSED)
def test_no_objections(designation: str, pattern: str) -> None:
    screen = Screen(COUNTS, zipf=zipf_frequencies(), is_common=common_words())
    assert objection(screen, _candidate(designation, pattern)) == ""


def test_a_fragment_of_longer_names_only() -> None:
    screen = Screen(COUNTS, zipf=zipf_frequencies(), is_common=common_words())
    assert "longer names" in objection(screen, _candidate("Owners Union", "PP", fragments=1))
    assert objection(screen, _candidate("Owners Union", "PP", fragments=0)) == ""
    assert objection(screen, _candidate("FPDF", "P", fragments=1)) == ""  # a name by itself


def test_a_label_may_be_an_adjective() -> None:
    screen = Screen(COUNTS, zipf=zipf_frequencies(), is_common=common_words())
    assert objection(screen, _candidate("old-age", "A", label=1)) == ""


def test_a_word_that_comes_twice_is_not_mistyped() -> None:
    counts = Counts(words=Counter({"acitvity": 2}))
    screen = Screen(counts, zipf=zipf_frequencies(), is_common=common_words())
    assert objection(screen, _candidate("acitvity", "N")) == ""


NAMES = [("Paris", True), ("Vietnamese", True), ("March", True), ("Tax", False), ("VAT", False),
         ("Lands", False), ("paris", False)]  # fmt: skip


@pytest.mark.parametrize(("word", "expected"), NAMES)
def test_proper_names(word: str, expected: bool) -> None:
    assert (word in ProperNames(COUNTS.words, common_words())) is expected
