"""The figures that the extractor must reach on the marked articles, without decisions."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from glossary.extraction import Extraction, extract
from glossary.extraction.evaluation import Evaluation, evaluate
from glossary.extraction.gold import read_gold
from glossary.text.articles import LineKind, read_article

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "dev_terms.tsv"
MARKED = ["2018-02-28.txt", "2020-03-11.txt", "2024-07-17.txt"]

pytestmark = pytest.mark.skipif(
    not GOLD.exists(), reason="the marked terms are not part of the repository: ../shared/gold"
)


@pytest.fixture(scope="module")
def found() -> Extraction:
    return extract([ROOT / "seeds" / name for name in MARKED])


@pytest.fixture(scope="module")
def figures(found: Extraction) -> Evaluation:
    return evaluate(found.terms, read_gold(GOLD))


def test_recall(figures: Evaluation) -> None:
    assert figures.recall_core >= 0.80
    assert figures.recall >= 0.60


def test_precision(figures: Evaluation) -> None:
    assert figures.precision_at[100] >= 0.75
    assert figures.precision >= 0.50


def test_no_persons(found: Extraction) -> None:
    persons = {name[-1] for name in found.counts.persons} | {
        "Dao", "Nguyen", "Vo", "Tran", "Luu", "Khuong", "Palacios", "Himanshi", "Jain", "Robert",
    }  # fmt: skip
    assert len(found.counts.persons) == 10
    assert not [t.designation for t in found.terms if persons & set(t.designation.split())]


def test_no_fragments_of_references(found: Extraction) -> None:
    codes = {part for _, _, code in found.counts.references for part in code.split("-")}
    assert {"QD", "NQ", "KH", "TW", "BHXH", "BCS", "TTg", "ND", "CP"} >= codes >= {"QD", "BHXH"}
    fragments = [
        term.designation
        for term in found.terms
        if codes & set(term.designation.replace("-", " ").replace("/", " ").split())
        or any(character.isdigit() for character in term.designation)
    ]
    assert fragments == []


def test_no_footer_lines_glued_together(found: Extraction) -> None:
    displayed = [
        line.text.strip().lower()
        for name in MARKED
        for line in read_article(ROOT / "seeds" / name).lines
        if line.kind is LineKind.HEADING
    ]
    glued = [
        term.designation
        for term in found.terms
        for first, second in pairwise(displayed)
        if f"{first.split()[-1]} {second.split()[0]}" in term.designation.lower()
    ]
    assert len(displayed) > 18  # two footers of nine lines, and headings
    assert glued == []


def test_no_broken_words(found: Extraction) -> None:
    broken = ("acitvit", "of of", "vietnam.", "j.palacios", "knowledges", "...")
    assert [t.designation for t in found.terms if any(b in t.designation.lower() for b in broken)] \
        == []  # fmt: skip
