"""Spelling: what the letters of a candidate and the lexicon of English say, by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from glossary.extraction.columns import Columns
from glossary.extraction.phrases import Phrases
from glossary.extraction.spelling import forms, spelling
from glossary.extraction.tallies import Counts, Place, Tally, packed
from glossary.extraction.variants import Candidate

# words that the corpus has, where they do not begin a sentence
SEEN = {"house": 2, "House": 1, "Hamburg": 3, "Xyzzy": 1}

# designation, figures that are 1
WORDS = [
    ("house", {"known_noun", "head_noun"}),
    ("Hamburg", {"name", "holds_name", "always_capital", "head_unknown"}),
    ("House", {"known_noun", "head_noun"}),  # seen in lower case, too
    ("Xyzzy", {"known_not", "head_unknown", "always_capital"}),
    ("xyzzy", {"known_not", "head_unknown"}),
    ("Hamburg house", {"holds_name", "head_noun"}),
    ("social", {"known_adjective", "head_other"}),
    ("x-ray", {"hyphen_alone", "known_noun"}),
    ("x-ray house", {"hyphen_first", "head_noun"}),
    ("cm", {"short", "known_noun"}),
    ("P house", {"letter", "head_noun"}),
    ("ngày", {"foreign_letters"}),
    ("tax/fee", {"slash"}),
    ("Vietnam war", {"country_first", "head_noun"}),
    ("German war", {"national_first", "head_noun"}),
]
FLAGS = {
    "known_noun", "known_adjective", "known_verb", "name", "names", "hyphen_alone", "hyphen_first",
    "short", "foreign_letters", "slash", "country_first", "national_first",
}  # fmt: skip


@pytest.mark.parametrize(("designation", "expected"), WORDS)
def test_flags_of_words(designation: str, expected: set[str]) -> None:
    figures = spelling(Phrases.of([["house", "fee"], designation.split(), ["fee"]]), SEEN)
    assert {name for name in FLAGS if figures[name][1]} == expected & FLAGS
    for name in expected:
        assert figures[name][1]


def test_letters() -> None:
    figures = spelling(Phrases.of([["house"], ["old", "houses"]]), SEEN)
    assert figures["letters"] == pytest.approx([0.5, 0.45])  # tens of letters
    assert figures["letters_last"].tolist() == [0.5, 0.6]
    assert figures["letters_alone"].tolist() == [0.5, 0.0]
    assert figures["unknown_words"].tolist() == [0, 0]


def _candidate(*written: str) -> Candidate:
    tally = Tally("N")
    tally.see((Place("2020-01-01", "a", 1), 0, "", "the", "is"), packed(frequency=1))
    return Candidate(written[0], written[0].lower(), written, tally)


# forms of a candidate, figures that are not 0
WHOLES = [
    (("social insurance",), {"long_form": 1}),
    (("SI",), {"short_form": 1}),
    (("SI fund",), {"holds_short_form": 1}),
    (("house", "houses"), {"forms": 1}),
    (("house", "HOUSE"), {"forms": 1, "shouted": 0.5}),
    (("Vietnam",), {"country": 1}),
    (("German",), {"national": 1}),
    (("tax",), {}),
]


@pytest.mark.parametrize(("written", "expected"), WHOLES)
def test_figures_of_wholes(written: tuple[str, ...], expected: dict[str, float]) -> None:
    candidates = [_candidate(*written)]
    counts = Counts(long_forms=Counter({("SI", "Social Insurance"): 1}))
    figures = forms(Columns.of(candidates), counts)
    assert {name: column[0] for name, column in figures.items() if column[0]} == expected
