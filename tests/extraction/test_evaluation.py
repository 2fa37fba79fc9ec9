"""Evaluation: figures of a list that is small enough to work them out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import InputError, MalformedError
from glossary.extraction.evaluation import GoldTerm, Grade, evaluate, read_gold
from glossary.model import Term, TermClass

GOLD = [
    GoldTerm(("income tax", "tax on income"), Grade.CORE, "domain"),
    GoldTerm(("VAT",), Grade.CORE, "acronym"),
    GoldTerm(("tax office",), Grade.USEFUL, "organisation"),
    GoldTerm(("office",), Grade.MARGINAL),
]
# The first is core and found by its number, the second marginal and not counted, the third false,
# the fourth useful and found by its variant.
TERMS = [
    Term("Income Taxes", term_class=TermClass.DOMAIN),
    Term("office"),
    Term("way"),
    Term("revenue office", variants=("tax offices",), term_class=TermClass.DOMAIN),
]


def test_figures() -> None:
    found = evaluate(TERMS, GOLD)
    assert found.proposed == 4
    assert found.recall_core == 1 / 2  # VAT is missed
    assert found.recall == pytest.approx(2 / 3)
    assert found.precision == pytest.approx(2 / 3)  # of three that count
    assert found.f1 == pytest.approx(2 / 3)
    assert found.average_precision == pytest.approx((1 / 1 + 2 / 3) / 3)
    assert found.class_accuracy == 1 / 2
    assert [term.forms[0] for term in found.missed] == ["VAT"]
    assert found.false == ("way",)
    assert found.precision_at == {}  # the list does not reach rank 50


def test_precision_at_a_rank_skips_marginal_terms() -> None:
    terms = [Term("income tax"), Term("office"), *(Term(f"false {n}") for n in range(49))]
    assert evaluate(terms, GOLD).precision_at == {50: 1 / 50}
    assert evaluate(terms[:-1], GOLD).precision_at == {}


def test_the_better_grade_counts_where_two_gold_terms_have_a_form() -> None:
    gold = [GoldTerm(("tax", "taxes"), Grade.CORE), GoldTerm(("tax",), Grade.MARGINAL)]
    found = evaluate([Term("tax")], gold)
    assert (found.precision, found.recall_core) == (1, 1)


def test_empty_lists() -> None:
    found = evaluate([], GOLD)
    assert (found.recall, found.precision, found.f1, found.average_precision) == (0, 0, 0, 0)
    assert evaluate(TERMS, []).precision == 0


def _write(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "gold.tsv"
    path.write_bytes(content)
    return path


def test_gold_with_a_header(tmp_path: Path) -> None:
    content = (
        b"Class\tTERM\tgrade\tvariants\tarticles\n"
        b"domain\tincome tax\tcore\ttax on income | PIT\t000 002\n"
        b"\n"
        b"\tVAT\t\t\t\n"
        b"domain\toffice\tmarginal\n"
    )
    assert read_gold(_write(tmp_path, content)) == (
        GoldTerm(("income tax", "tax on income", "PIT"), Grade.CORE, "domain", ("000", "002")),
        GoldTerm(("VAT",)),
        GoldTerm(("office",), Grade.MARGINAL, "domain"),
    )


def test_gold_without_a_header(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfincome tax\tSpecific_Term\r\nVAT\r\n"
    assert read_gold(_write(tmp_path, content)) == (GoldTerm(("income tax",)), GoldTerm(("VAT",)))


def test_gold_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_gold(tmp_path / "no.tsv")
    with pytest.raises(MalformedError, match="empty"):
        read_gold(_write(tmp_path, b"\n\n"))
    with pytest.raises(MalformedError, match="not in UTF-8"):
        read_gold(_write(tmp_path, b"caf\xe9\n"))
    with pytest.raises(MalformedError, match="“best” is no grade") as caught:
        read_gold(_write(tmp_path, b"term\tgrade\ntax\tcore\nfee\tbest\n"))
    assert caught.value.line == 3
    assert "useful" in caught.value.hint
