"""Counting: what one article adds, line by line."""

from __future__ import annotations

from glossary.extraction.counting import Counter
from glossary.extraction.tallies import Counts, Place
from glossary.text.articles import parse_article
from glossary.text.frequencies import common_words
from glossary.text.tagging import tagger

ARTICLE = """\
Forest fund
05/06/2021

The forest fund pays owners under Decree 99/2010/ND-CP.
Director Pham Van Binh of the Forest Protection Fund (FPF) praised the forest fund.
Forest fund
"""


def _count(text: str, repeated: dict[str, str] | None = None) -> Counts:
    counts = Counts()
    counter = Counter(tagger(), common_words(), repeated or {})
    counter.count(parse_article(text, "a.txt"), counts)
    return counts


def test_what_an_article_adds() -> None:
    counts = _count(ARTICLE)
    lower, initial = counts.tallies["forest fund"], counts.tallies["Forest fund"]
    assert (lower.frequency, lower.display, lower.initial) == (2, 0, 0)
    assert (initial.frequency, initial.display, initial.initial) == (2, 2, 2)  # title, last line
    assert lower.places == [Place("2021-06-05", "a.txt", 4), Place("2021-06-05", "a.txt", 5)]
    assert lower.maximal == 2  # a whole noun phrase both times
    assert list(counts.persons) == [("Pham", "Van", "Binh")]
    assert list(counts.references) == [("99", 2010, "ND-CP")]
    assert list(counts.long_forms) == [("FPF", "Forest Protection Fund")]
    assert (counts.sentence_count, counts.days) == (4, {"a.txt": "2021-06-05"})


def test_persons_and_references_are_in_no_candidate() -> None:
    words = {word for surface in _count(ARTICLE).tallies for word in surface.split()}
    assert not words & {"Pham", "Van", "Binh", "99/2010", "ND-CP"}
    assert {"Decree", "Director"} <= words


def test_what_says_that_a_source_follows_is_no_candidate() -> None:
    counts = _count("Title\nHe paid.\n(Source: Forest Fund)\nPhoto: FPDF\n")
    assert counts.tallies.keys() >= {"Forest Fund", "FPDF"}
    assert not {"Source", "Photo"} & counts.tallies.keys()


def test_a_heading_in_capitals_holds_no_candidates() -> None:
    counts = _count("THE FUND PAYS FOREST OWNERS\nHe paid.\nFPDF AND VAT\n")
    assert {"FPDF", "VAT"} <= counts.tallies.keys()
    assert not any("FOREST" in surface for surface in counts.tallies)


def test_boilerplate_is_counted_once_and_as_a_whole() -> None:
    owned = _count(ARTICLE, {"Forest fund": "a.txt"})
    assert owned.tallies["Forest fund"].label == 2
    elsewhere = _count(ARTICLE, {"Forest fund": "other.txt"})
    assert "Forest fund" not in elsewhere.tallies
    assert elsewhere.tallies["forest fund"].frequency == 2


def test_a_line_of_boilerplate_may_hold_more_than_a_noun_phrase() -> None:
    counts = _count("Title\nHelp (for owners)\n", {"Help (for owners)": "a.txt"})
    assert counts.tallies["Help (for owners)"].label == 1


def test_a_list_of_labels_is_known_in_one_article() -> None:
    counts = _count("Title\nHe paid.\nHelp (for owners)\nOld-age\nForest fund\n")
    labels = {surface for surface, tally in counts.tallies.items() if tally.label}
    assert labels == {"Help (for owners)", "Old-age", "Forest fund"}


def test_a_phrase_that_shares_a_tail_is_counted_where_it_stands() -> None:
    counts = _count("Agents collect social insurance and health insurance premiums.")
    assert counts.tallies["social insurance"].frequency == 1
    assert counts.tallies["social insurance premiums"].implied == 1
