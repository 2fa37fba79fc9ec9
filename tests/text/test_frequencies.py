"""Frequencies of general English, and which words it has a common use for."""

from __future__ import annotations

import pytest

from glossary.text.frequencies import common_words, zipf_frequencies

# words from rare to frequent; each is at least ten times as frequent as the one before it
RISING = ["tripartism", "gratuity", "pension", "government", "the"]


def test_zipf_grows_by_one_for_ten_times_as_many() -> None:
    zipf = zipf_frequencies()
    figures = [zipf(word) for word in RISING]
    assert figures == sorted(figures)
    assert 7 < figures[-1] < 8  # "the": 5 % of all words, 5e7 in a billion, 10^7.7
    assert 4 < zipf("insurance") < 5.5


def test_unknown_words_and_hyphens() -> None:
    zipf = zipf_frequencies()
    assert zipf("acitvities") == zipf("") == zipf("-") == 0
    assert zipf("insurance-government") == zipf("insurance")  # as rare as its rarest part
    assert zipf("acitvities-the") == 0


# name, word, whether English has a common use for it
WORDS = [
    ("noun", "insurance", True),
    ("plural of a noun", "insurances", True),
    ("adjective", "social", True),
    ("given name", "robert", False),
    ("family name", "nguyen", False),
    ("city", "hanoi", False),
    ("nonsense", "xqzt", False),
]


@pytest.mark.parametrize(("word", "expected"), [r[1:] for r in WORDS], ids=[r[0] for r in WORDS])
def test_common_words(word: str, expected: bool) -> None:
    assert common_words()(word) is expected
