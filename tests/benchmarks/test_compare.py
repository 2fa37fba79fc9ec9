"""What the comparison works out by itself; run where the extra bench is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.extraction.gold import Gold, GoldTerm

for module in ("numpy", "sklearn", "rake_nltk", "yake"):
    pytest.importorskip(module)

from tests.benchmarks.compare import PLACE, README, best_length, table  # noqa: E402
from tests.benchmarks.fit_ranking import marked, marks_of  # noqa: E402
from tests.benchmarks.peers import PEERS, formulas  # noqa: E402

TEXT = "Health insurance is for all. The health insurance fund pays. Is health insurance valid?"


def test_the_best_length_ends_with_the_last_hit_that_pays() -> None:
    gold = Gold(tuple(GoldTerm((form,)) for form in ("a", "b", "c", "d")), is_exact=True)
    # F1 is 2·hits / (length + 4): 2/5, 2/6, 4/7, 4/8 …, and 6/13 at the end
    assert best_length(["a", "x", "b", "y", "z", "v", "w", "u", "c"], gold) == 3
    assert best_length(["x"], gold) == 0


def test_an_article_is_told_by_the_terms_marked_in_it(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("Income tax and VAT", encoding="utf-8")
    second.write_text("VAT on imports", encoding="utf-8")
    gold = Gold(
        (
            GoldTerm(("VAT",), articles=("001", "002")),
            GoldTerm(("import",), articles=("001",)),
            GoldTerm(("income tax",), articles=("002",)),
        )
    )
    marks = marks_of(gold, [first, second])
    assert marks == {first: "002", second: "001"}
    assert marked(gold, ["001"]).terms == gold.terms[:2]


def test_tables_have_a_place_in_the_readme() -> None:
    assert len(PLACE.findall(README.read_text(encoding="utf-8"))) == 1
    assert table("a|b", [["1", "2"]]) == "| a | b |\n| --- | ---: |\n| 1 | 2 |\n"


def test_every_system_ranks_lower_cased_phrases_once(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    ranked = {name: peer([path]) for name, peer in PEERS.items()} | formulas([path])
    for name, phrases in ranked.items():
        assert "health insurance" in phrases, name
        assert len(phrases) == len(set(phrases)), name
        assert phrases == [phrase.lower() for phrase in phrases], name
