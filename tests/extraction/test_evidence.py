"""Evidence: which sentences show a term well."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from glossary.extraction.counting import Counter
from glossary.extraction.evidence import EARLY, TELLING, sentence_quality
from glossary.extraction.tallies import Counts
from glossary.text.analysis import Passage, passages
from glossary.text.articles import parse_article
from glossary.text.frequencies import common_words
from glossary.text.tagging import tagger

# name, sentence, quality
QUALITIES = [
    (
        "complete, of middling length",
        "The provincial office pays the monthly pension by post.",
        2.0,
    ),
    ("too short", "The office pays.", 1.6),
    ("truncated", "office (VSS) has paid the monthly pension by post.", 1.3),
    ("quoted", "“The office pays the monthly pension in cash.”", 2.0),
    ("no full stop", "The office pays the monthly pension " + "and more " * 20, 1.0 - 0.4 + 0.3),
    ("endless", "The office pays " + "and pays " * 60 + ".", 1.2),
]


@pytest.mark.parametrize(
    ("text", "expected"), [r[1:] for r in QUALITIES], ids=[r[0] for r in QUALITIES]
)
def test_quality(analyse: Callable[[str], Passage], text: str, expected: float) -> None:
    (sentence,) = analyse(text).sentences
    assert sentence_quality(sentence) == pytest.approx(expected)


def test_a_heading_shows_nothing() -> None:
    article = parse_article("Title\nThe monthly pension paid by the post office", "a.txt")
    (passage,) = passages(article.lines, tagger())
    assert [sentence_quality(sentence) for sentence in passage.sentences] == [0, 0]


# name, sentence, term, how well it shows the term
SHOWN = [
    ("defined", "A pension is a monthly sum.", "pension", TELLING),
    ("defined by a verb", "Coverage means a right.", "Coverage", TELLING),
    ("with its acronym", "It joined the World Bank (WB) then.", "World Bank", TELLING),
    ("with another bracket", "It joined the World Bank (in 1976) then.", "World Bank", 0),
    ("near the start", "The pension grew last year.", "pension", EARLY),
    ("further on", "Last year again the pension grew.", "pension", 0),
    ("at the very end", "It pays a pension", "pension", 0),
]


@pytest.mark.parametrize(
    ("text", "term", "expected"), [r[1:] for r in SHOWN], ids=[r[0] for r in SHOWN]
)
def test_shows(text: str, term: str, expected: float) -> None:
    counts, article = Counts(), parse_article(text, "a.txt")
    Counter(tagger(), common_words(), {}).count(article, counts)
    (passage,) = passages(article.lines, tagger())
    (shown,) = counts.tallies[term].shown
    assert -shown.badness == pytest.approx(sentence_quality(passage.sentences[0]) + expected)
