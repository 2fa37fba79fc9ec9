"""Evaluation: figures of a list that is small enough to work them out by hand."""

from __future__ import annotations

import pytest

from glossary.extraction.evaluation import attested_forms, evaluate
from glossary.extraction.gold import Gold, GoldTerm, Grade
from glossary.model import Term, TermClass

GOLD = Gold(
    (
        GoldTerm(("income tax", "tax on income"), Grade.CORE, "domain"),
        GoldTerm(("VAT",), Grade.CORE, "acronym"),
        GoldTerm(("tax office",), Grade.USEFUL, "organisation"),
        GoldTerm(("office",), Grade.MARGINAL),
    )
)
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
    assert (found.proposed, found.wanted) == (4, 3)
    assert found.recall_core == 1 / 2  # VAT is missed
    assert found.recall == pytest.approx(2 / 3)
    assert found.precision == pytest.approx(2 / 3)  # of three that count
    assert found.f1 == pytest.approx(2 / 3)
    assert found.average_precision == pytest.approx((1 / 1 + 2 / 3) / 3)
    assert found.class_accuracy == 1 / 2
    assert found.classes == {"domain": {"domain": 1}, "organisation": {"domain": 1}}
    assert [term.forms[0] for term in found.missed] == ["VAT"]
    assert found.false == ("way",)
    assert found.precision_at == {}  # the list does not reach rank 50


def test_precision_at_a_rank_skips_marginal_terms() -> None:
    terms = [Term("income tax"), Term("office"), *(Term(f"false {n}") for n in range(49))]
    assert evaluate(terms, GOLD).precision_at == {50: 1 / 50}
    assert evaluate(terms[:-1], GOLD).precision_at == {}


def test_the_better_grade_counts_where_two_gold_terms_have_a_form() -> None:
    gold = Gold((GoldTerm(("tax", "taxes"), Grade.CORE), GoldTerm(("tax",), Grade.MARGINAL)))
    found = evaluate([Term("tax")], gold)
    assert (found.precision, found.recall_core) == (1, 1)


def test_a_gold_term_counts_once_for_average_precision() -> None:
    gold = Gold((GoldTerm(("income tax", "tax on income")), GoldTerm(("VAT",))))
    found = evaluate([Term("income tax"), Term("tax on income"), Term("VAT")], gold)
    assert (found.precision, found.recall, found.average_precision) == (1, 1, 1)
    found = evaluate([Term("income tax"), Term("way"), Term("tax on income")], gold)
    assert found.average_precision == pytest.approx(1 / 2)


def test_a_list_of_forms_is_matched_form_by_form() -> None:
    terms = [
        Term("income tax", forms=("Income tax", "income taxes", "Income Tax")),
        Term("way", forms=("ways",)),
        Term("VAT", forms=("VAT",)),
        Term("editor's term"),
    ]
    assert attested_forms(terms) == ("income tax", "income taxes", "ways", "vat", "editor's term")
    forms = ("income taxes", "vat", "way", "colour")
    found = evaluate(terms, Gold(tuple(GoldTerm((form,)) for form in forms), is_exact=True))
    assert (found.proposed, found.wanted) == (5, 4)
    assert (found.precision, found.recall) == (2 / 5, 2 / 4)
    assert found.f1 == pytest.approx(4 / 9)
    assert found.average_precision == pytest.approx((1 / 2 + 2 / 4) / 4)
    assert found.false == ("income tax", "ways", "editor's term")
    assert [term.forms[0] for term in found.missed] == ["way", "colour"]
    assert found.classes == {}


def test_empty_lists() -> None:
    found = evaluate([], GOLD)
    assert (found.recall, found.precision, found.f1, found.average_precision) == (0, 0, 0, 0)
    assert evaluate(TERMS, Gold(())).precision == 0
