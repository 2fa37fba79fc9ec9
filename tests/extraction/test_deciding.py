"""Deciding: the editor's word wins over the extractor's."""

from __future__ import annotations

import pytest

from glossary.extraction.deciding import Editor, Scored, undecided
from glossary.extraction.decisions import parse_decisions
from glossary.extraction.tallies import Place, Tally
from glossary.extraction.variants import Candidate
from glossary.languages import en
from glossary.model import SubjectField, Term, TermClass


def _scored(designation: str, score: float, frequency: int) -> Scored:
    tally = Tally("N")
    for _ in range(frequency):
        tally.see((Place("2020-01-01", "a.txt", 1), 0.0, "", "", ""))
    key = en.comparison_key(designation)
    return Scored(Candidate(designation, key, (designation,), tally), score, score >= 0.5)


FOUND = [
    _scored("income tax", 0.9, 4),
    _scored("tax office", 0.7, 2),
    _scored("fee", 0.2, 3),
]

# name, decisions, the terms with their frequencies
CHOSEN = [
    ("none", "", {"income tax": 4, "tax office": 2}),
    ("drop", "drop income taxes", {"tax office": 2}),
    ("keep", "keep Fees", {"income tax": 4, "tax office": 2, "fee": 3}),
    ("keep what is kept", "keep income tax", {"income tax": 4, "tax office": 2}),
    ("rename", "rename income tax = tax on income", {"tax on income": 4, "tax office": 2}),
    ("keep and rename", "keep fee\nrename fee = charge",
     {"income tax": 4, "tax office": 2, "charge": 3}),
    ("merge", "merge tax office = income tax", {"income tax": 6}),
    ("merge one that is not kept", "merge fee = tax office", {"income tax": 4, "tax office": 5}),
    ("merge into one that is not kept", "merge tax office = fee", {"income tax": 4, "fee": 5}),
    ("merge into one that is not found", "merge fee = charge",
     {"income tax": 4, "tax office": 2, "charge": 3}),
    ("merge into one that is dropped", "merge fee = tax office\ndrop tax office",
     {"income tax": 4}),
    ("a chain", "merge fee = tax office\nmerge tax office = income tax", {"income tax": 9}),
    ("a chain, last link first", "merge tax office = income tax\nmerge fee = tax office",
     {"income tax": 9}),
    ("a form of itself", "merge income taxes = income tax", {"income tax": 4, "tax office": 2}),
    ("a circle", "merge income tax = tax office\nmerge tax office = income tax",
     {"income tax": 4, "tax office": 2}),
    ("rename to the name of another", "rename fee = tax office\nkeep fee",
     {"income tax": 4, "tax office": 5}),
    ("of an unknown term", "rename levy = toll\nmerge levy = income tax",
     {"income tax": 4, "tax office": 2}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in CHOSEN], ids=[row[0] for row in CHOSEN]
)
def test_chosen(text: str, expected: dict[str, int]) -> None:
    chosen = Editor.of(parse_decisions(text)).choose(FOUND)
    assert {s.candidate.designation: s.candidate.tally.frequency for s in chosen} == expected


def test_a_merged_term_has_all_forms_and_the_better_score() -> None:
    (merged,) = Editor.of(parse_decisions("merge income tax = tax office")).choose(FOUND)
    assert merged.candidate.forms == ("tax office", "income tax")
    assert merged.score == 0.9
    assert FOUND[1].candidate.tally.frequency == 2  # what was counted stays as it was


def test_a_term_inside_another_is_counted_once() -> None:
    found = [_scored("tax", 0.6, 9), *FOUND]
    (tax,) = (
        scored
        for scored in Editor.of(parse_decisions("merge income tax = tax")).choose(found)
        if scored.candidate.designation == "tax"
    )
    assert tax.candidate.tally.frequency == 9
    assert tax.candidate.forms == ("tax", "income tax")


def test_a_renamed_term_is_described_by_its_new_name_too() -> None:
    editor = Editor.of(parse_decisions("rename tax = levy\ndefine levy = What is due."))
    assert editor.describe(Term("levy"), "tax").definition == "What is due."


def test_class_field_and_definition() -> None:
    decisions = parse_decisions(
        "class tax = legal\nfield Taxes = labour\ndefine tax = What is due.\nfield fee = IT"
    )
    term = Editor.of(decisions).describe(Term("tax", score=0.5), "tax")
    assert term == Term(
        "tax",
        term_class=TermClass.LEGAL,
        subject_field=SubjectField.LABOUR,
        definition="What is due.",
        score=0.5,
    )
    untouched = Term("levy")
    assert Editor.of(decisions).describe(untouched, "levy") is untouched


def test_decisions_about_nothing_are_told() -> None:
    decisions = parse_decisions("drop income tax\n\nkeep levy\nrename toll = fee")
    assert undecided(FOUND, decisions) == (
        "line 3: “keep levy” finds no such term here",
        "line 4: “rename toll” finds no such term here",
    )
