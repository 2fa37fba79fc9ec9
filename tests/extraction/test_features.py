"""Features: the figures of a candidate, worked out by hand."""

from __future__ import annotations

import pytest

from glossary.extraction.columns import Columns
from glossary.extraction.features import measure
from glossary.extraction.tallies import Counts, Place, Tally, packed
from glossary.extraction.variants import Candidate

# how frequent words are in general English, for these tests
ZIPF = {"income": 4.0, "tax": 5.0, "new": 6.0, "of": 7.0}


def _candidate(designation: str, pattern: str, places: str, **figures: int) -> Candidate:
    """A candidate that stands in the articles called by the letters of `places`."""
    tally = Tally(pattern, packed(**figures))
    for article, word in zip(places, ("the", "the", "an", "an"), strict=False):
        tally.see((Place("2020-01-01", article, 1), 0.0, "", word, "is"))
    return Candidate(designation, designation.lower(), (designation,), tally)


INCOME_TAX = _candidate(
    "income tax", "NN", "abbb", implied=1, maximal=1, opening=3, closing=2, initial=1, display=2
)
NEW_INCOME_TAX = _candidate("new income tax", "ANN", "b")
TAX = _candidate("tax", "N", "aabb")
CANDIDATES = [INCOME_TAX, NEW_INCOME_TAX, TAX]
COUNTS = Counts(days=dict.fromkeys("abcde", "2020-01-01"), token_count=1_000_000)

# of "income tax": four times, once implied, in 2 of 5 articles, among a million tokens
FIGURES = {
    "frequency": 2.0,  # log2 of 4
    "once": 0.0,
    "articles": 1.0,  # log2 of 2
    "spread": 0.25,  # 1 of the 4 other articles
    "implied": 0.25,
    "display": 0.5,
    "initial": 0.25,
    "label": 0.0,
    # log2(2 words + 1) · log2(1 + 3 on its own − 1 inside "new income tax")
    "c_value": 1.584963 * 1.584963,
    "absorbed": 1 / 3,  # 1 of the 3 times that it is not implied inside "new income tax"
    "extensions": 1.0,  # log2(1 + 1 longer candidate)
    "maximal": 1 / 4,
    "opening": 3 / 4,
    "closing": 2 / 4,
    "fragments": 0.0,
    "left": 0.5,  # the, the, an, an: one bit, halved
    "right": 0.0,
    "zipf_min": 4.0,
    "zipf_mean": 4.5,
    "zipf_head": 5.0,
    "zipf_first": 4.0,
    "unknown": 0.0,
    "weirdness": -0.39794,  # log10(4 / a million) + 9 = 3.60206, less 4
    "two_words": 1.0,
    "one_word": 0.0,
    "all_nouns": 1.0,
    "capitals": 0.0,
    "evaluative": 0.0,
    "heads": 1.584963,  # three candidates end in "tax"
    "firsts": 0.0,  # one begins with "income"
}


@pytest.mark.parametrize("name", FIGURES)
def test_figures_of_a_candidate(name: str) -> None:
    measured = measure(Columns.of(CANDIDATES), COUNTS, lambda word: ZIPF.get(word, 0.0), names=())
    assert measured[name][0] == pytest.approx(FIGURES[name], abs=1e-4)


# designation, pattern, figures that are 1
FORMS = [
    ("new tax", "AN", {"two_words", "adjective_first", "evaluative"}),
    ("tax", "N", {"one_word"}),
    ("VAT", "P", {"one_word", "capitals", "acronym", "capital_word", "unknown"}),
    ("VAT rate", "PN", {"two_words", "mixed", "holds_acronym"}),
    ("Law on Tax", "PiP", {"three_words", "capitals", "linked", "legal"}),
    ("office of tax", "NoN", {"three_words", "linked", "of", "body"}),
    ("owner 's tax", "NsN", {"three_words", "possessive"}),
    ("deputy director", "NN", {"two_words", "all_nouns", "job_title"}),
    ("Vietnamese tax", "AN", {"two_words", "adjective_first", "nationality"}),
    ("way", "N", {"one_word", "general_head", "general_word"}),
    ("taxing income", "GN", {"two_words", "gerund_first"}),
    ("paid tax", "EN", {"two_words", "participle_first"}),
    ("tax payment", "NN", {"two_words", "all_nouns", "action_head"}),
]
FLAGS = {
    "one_word", "two_words", "three_words", "four_words", "adjective_first", "gerund_first",
    "participle_first", "no_noun", "all_nouns", "possessive", "capitals", "mixed", "acronym",
    "holds_acronym", "capital_word", "linked", "of", "evaluative", "general_head", "general_word",
    "body", "legal", "job_title", "nationality", "action_head",
}  # fmt: skip


@pytest.mark.parametrize(("designation", "pattern", "expected"), FORMS)
def test_flags(designation: str, pattern: str, expected: set[str]) -> None:
    columns = Columns.of([_candidate(designation, pattern, "a")])
    measured = measure(columns, COUNTS, lambda _: 4.0, names=())
    assert {name for name in FLAGS if measured[name][0]} == expected & FLAGS


def test_no_candidates_have_no_figures() -> None:
    measured = measure(Columns.of([]), COUNTS, lambda _: 4.0, names=())
    assert {len(figures) for figures in measured.values()} == {0}
