"""The figures that the extractor must reach on the articles, without decisions and with them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from glossary.extraction.decisions import Decisions, read_decisions
from glossary.extraction.evaluation import Evaluation, evaluate
from glossary.extraction.extractor import Extraction, extract
from glossary.extraction.gold import read_gold
from glossary.text.articles import LineKind, read_article

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "dev_terms.tsv"
MARKED = ["2018-02-28.txt", "2020-03-11.txt", "2024-07-17.txt"]
ALL = sorted(path.name for path in (ROOT / "seeds").glob("*.txt"))

needs_gold = pytest.mark.skipif(
    not GOLD.exists(), reason="the marked terms are not part of the repository: ../shared/gold"
)


def extraction(articles: list[str], decisions: Decisions | None = None) -> Extraction:
    return extract([ROOT / "seeds" / name for name in articles], decisions=decisions)


@pytest.fixture(scope="module")
def alone() -> Extraction:
    return extraction(MARKED)


@pytest.fixture(scope="module")
def shipped() -> Extraction:
    return extraction(ALL, read_decisions(ROOT / "locales" / "decisions.txt"))


@pytest.fixture(scope="module", params=["three articles", "five articles", "shipped glossary"])
def found(request: pytest.FixtureRequest) -> Extraction:
    if request.param == "five articles":
        return extraction(ALL)
    name = "alone" if request.param == "three articles" else "shipped"
    extracted: Extraction = request.getfixturevalue(name)
    return extracted


@pytest.fixture(scope="module")
def figures(alone: Extraction) -> Evaluation:
    return evaluate(alone.terms, read_gold(GOLD))


@needs_gold
def test_recall(figures: Evaluation) -> None:
    assert figures.recall_core >= 0.90
    assert figures.recall >= 0.75


@needs_gold
def test_precision(figures: Evaluation) -> None:
    assert figures.precision_at[100] >= 0.85
    assert figures.precision >= 0.60


@needs_gold
def test_classes(figures: Evaluation) -> None:
    assert figures.class_accuracy >= 0.85


@needs_gold
def test_the_shipped_glossary(shipped: Extraction) -> None:
    """Terms that stand only in articles that nobody marked count neither way."""
    judged = [term for term in shipped.terms if set(MARKED) & set(term.articles)]
    figures = evaluate(judged, read_gold(GOLD))
    assert figures.recall_core >= 0.98
    assert figures.recall >= 0.90
    assert figures.precision >= 0.85
    assert figures.class_accuracy >= 0.85


def test_no_persons(found: Extraction) -> None:
    persons = {name[-1] for name in found.counts.persons} | {
        "Dao", "Nguyen", "Vo", "Tran", "Luu", "Khuong", "Palacios", "Himanshi", "Jain", "Robert",
        "Chu", "Hao", "Trong", "Pham", "Tuan", "Lieu", "Thuy", "Vu",
    }  # fmt: skip
    assert len(found.counts.persons) >= 10
    assert not [t.designation for t in found.terms if persons & set(t.designation.split())]


def test_no_fragments_of_references(found: Extraction) -> None:
    codes = {part for _, _, code in found.counts.references for part in code.split("-")}
    assert {"QD", "NQ", "KH", "TW", "BHXH", "BCS", "TTg", "ND", "CP"} >= codes >= {"QD", "BHXH"}
    fragments = [
        term.designation
        for term in found.terms
        if codes & set(term.designation.replace("-", " ").replace("/", " ").split())
        or any(character.isdigit() for character in term.designation.replace("COVID-19", ""))
    ]
    assert fragments == []


def test_no_footer_lines_glued_together(found: Extraction) -> None:
    displayed = [
        line.text.strip().lower()
        for name in ALL
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
