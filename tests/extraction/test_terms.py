"""Terms: class, field, acronym, places and evidence of a candidate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from glossary.extraction.decisions import parse_decisions
from glossary.extraction.extractor import Extraction
from glossary.model import Occurrence, SubjectField, Term, TermClass

OLD = """\
Forests
05/06/2019

The Forest Protection Fund (FPF) is a public fund of the State for the owners of forests.
In many districts the Forest Protection Fund pays the owners of natural forests every year.
Forest Protection Fund offices
"""
NEW = """\
Funds
01/02/2021

In its own words the Forest Protection Fund will pay less in the next five years.
"""
UNDATED = "Funds\n\nIn those days nobody had ever heard of the Forest Protection Fund there.\n"
TEXTS = {"old.txt": OLD, "new.txt": NEW, "undated.txt": UNDATED}


def _terms(extraction: Extraction) -> dict[str, Term]:
    return {term.designation: term for term in extraction.terms}


def test_a_term_and_its_acronym(extract_texts: Callable[..., Extraction]) -> None:
    terms = _terms(extract_texts(TEXTS, threshold=0.0))
    fund, acronym = terms["Forest Protection Fund"], terms["FPF"]
    assert (fund.acronym, fund.long_form) == ("FPF", "")
    assert (acronym.acronym, acronym.long_form) == ("", "Forest Protection Fund")
    assert fund.term_class is TermClass.ORGANISATION
    assert acronym.term_class is TermClass.ACRONYM
    assert fund.subject_field is acronym.subject_field is SubjectField.FINANCE
    assert fund.part_of_speech == "noun"


def test_places_are_in_order_of_date(extract_texts: Callable[..., Extraction]) -> None:
    fund = _terms(extract_texts(TEXTS, threshold=0.0))["Forest Protection Fund"]
    assert fund.frequency == 5
    assert fund.articles == ("old.txt", "new.txt", "undated.txt")
    assert fund.years == (2019, 2021)
    assert [place.reference for place in fund.occurrences] == [
        "old.txt:4",
        "old.txt:5",
        "old.txt:6",
        "new.txt:4",
        "undated.txt:3",
    ]
    assert [place.date for place in fund.occurrences][2:] == [
        date(2019, 6, 5),
        date(2021, 2, 1),
        None,
    ]


def test_evidence_defines_first_and_comes_from_several_articles(
    extract_texts: Callable[..., Extraction],
) -> None:
    fund = _terms(extract_texts(TEXTS, threshold=0.0))["Forest Protection Fund"]
    assert fund.evidence == (
        Occurrence("old.txt", 4, OLD.splitlines()[3], date(2019, 6, 5)),
        Occurrence("new.txt", 4, NEW.splitlines()[3], date(2021, 2, 1)),
        Occurrence("undated.txt", 3, UNDATED.splitlines()[2], None),
    )


def test_at_most_six_places_the_first_of_each_article_before_any_second(
    extract_texts: Callable[..., Extraction],
) -> None:
    texts = {f"{n}.txt": "The forest fund pays.\nA forest fund grows.\n" for n in range(4)}
    fund = _terms(extract_texts(texts, decisions=parse_decisions("keep forest fund")))[
        "forest fund"
    ]
    assert fund.frequency == 8
    assert [place.reference for place in fund.occurrences] == [
        "0.txt:1", "0.txt:2", "1.txt:1", "1.txt:2", "2.txt:1", "3.txt:1",
    ]  # fmt: skip
    assert len(fund.evidence) <= 3


def test_variants_are_the_other_forms(extract_texts: Callable[..., Extraction]) -> None:
    text = "A forest fund pays, and forest funds are paid. The Forest Fund pays a forest fund.\n"
    fund = _terms(extract_texts({"a.txt": text}, decisions=parse_decisions("keep forest fund")))[
        "forest fund"
    ]
    assert fund.variants == ("Forest Fund", "forest funds")
    assert fund.forms == ("forest fund", "Forest Fund", "forest funds")
