"""Tallies: what is counted adds up, whichever way a corpus is divided."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from glossary.extraction.counting import Counter
from glossary.extraction.tallies import (
    MAX_ARTICLES,
    MAX_EVIDENCE,
    MAX_NEIGHBOURS,
    MAX_OCCURRENCES,
    MAX_PLACES,
    UNDATED,
    Counts,
    Place,
    Tally,
)
from glossary.text.articles import read_article
from glossary.text.frequencies import common_words
from glossary.text.tagging import tagger


def test_places_sort_by_date_and_know_it() -> None:
    old, new = Place("2018-02-28", "b.txt", 9), Place("2020-01-01", "a.txt", 1)
    undated = Place(UNDATED, "a.txt", 1)
    assert sorted([undated, new, old]) == [old, new, undated]
    assert (old.date, undated.date) == (date(2018, 2, 28), None)


def test_a_tally_is_bounded_but_for_its_frequency() -> None:
    tally = Tally("N")
    for line in range(1000):
        tally.see((Place(UNDATED, "a.txt", line), -line, str(line), "left", str(line)))
    assert tally.frequency == 1000
    assert len(tally.occurrences) < MAX_OCCURRENCES
    assert [place.line for place in tally.places] == list(range(MAX_PLACES))
    assert [shown.context for shown in tally.shown] == ["999"]
    assert len(tally.left) == len(tally.right) == MAX_NEIGHBOURS
    assert tally.articles == ["a.txt"]


def test_a_tally_shows_many_articles_rather_than_one() -> None:
    tally = Tally("N")
    for number in range(40):
        for line in range(5):
            place = Place(UNDATED, f"{number:02}.txt", line)
            tally.see((place, line, str(line), "left", "right"))
    assert len(tally.articles) == 40
    assert len(tally.places) == MAX_ARTICLES * MAX_PLACES
    assert [shown.place.article for shown in tally.shown] == [
        f"{number:02}.txt" for number in range(MAX_EVIDENCE)
    ]
    assert {shown.badness for shown in tally.shown} == {0}


def test_years_are_those_of_the_articles() -> None:
    counts = Counts(days={"a.txt": "2018-02-28", "b.txt": UNDATED, "c.txt": "2020-01-01"})
    tally = Tally("N")
    for article in ("a.txt", "b.txt"):
        tally.see((Place("", article, 1), 0.0, "", "", ""))
    assert counts.years(tally) == {2018}


def test_counting_in_parts_gives_what_counting_at_once_gives(seeds: list[Path]) -> None:
    counter = Counter(tagger(), common_words(), {})
    together, first, second = Counts(), Counts(), Counts()
    for number, path in enumerate(seeds):
        article = read_article(path)
        counter.count(article, together)
        counter.count(article, first if number < 2 else second)
    first.add(second)
    assert first == together
