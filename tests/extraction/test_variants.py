"""Variants: the forms of one term, and the canonical one among them."""

from __future__ import annotations

import pytest

from glossary.extraction.tallies import Counts, Place, Tally, packed
from glossary.extraction.variants import candidates, head_index

PLACE = Place("2020-01-01", "a.txt", 1)


def _tally(times: int, *, initial: int = 0, display: int = 0) -> Tally:
    tally = Tally("NN", packed(initial=initial, display=display))
    for _ in range(times):
        tally.see((PLACE, 0.0, "", "", ""))
    return tally


def _designations(forms: dict[str, Tally], words: str = "") -> dict[str, tuple[str, ...]]:
    counts = Counts(tallies=forms)
    counts.words.update(words.split())
    return {candidate.designation: candidate.forms for candidate in candidates(counts)}


# name, forms with their frequencies, the canonical form
JOINED = [
    ("number", {"income taxes": 3, "income tax": 1}, "income tax"),
    ("only the plural is attested", {"income taxes": 2}, "income tax"),
    ("only used in the plural", {"foreign affairs": 2}, "foreign affairs"),
    ("another noun that has no singular", {"human resources": 2}, "human resources"),
    ("case", {"Income Tax": 1, "income tax": 3}, "income tax"),
    ("mostly a name", {"Tax Office": 9, "tax office": 1}, "Tax Office"),
    ("not mostly a name", {"Tax Office": 3, "tax office": 1}, "tax office"),
    ("spelling, the more frequent", {"labour office": 3, "labor office": 2}, "labour office"),
    ("hyphen", {"old-age pension": 2, "old age pension": 1}, "old-age pension"),
    ("the head before a preposition", {"certificates of origin": 1}, "certificate of origin"),
    ("bodies have a singular", {"People's Committees": 2}, "People's Committee"),
    ("names keep their plural", {"United Nations": 2}, "United Nations"),
    ("acronyms have a singular", {"NGOs": 2}, "NGO"),
]


@pytest.mark.parametrize(
    ("forms", "canonical"), [row[1:] for row in JOINED], ids=[row[0] for row in JOINED]
)
def test_forms_of_one_term(forms: dict[str, int], canonical: str) -> None:
    found = _designations({form: _tally(times) for form, times in forms.items()})
    assert found == {canonical: tuple(sorted(forms, key=lambda form: -forms[form]))}


def test_other_terms_are_not_joined() -> None:
    forms = ["tax office", "office tax", "tax officer", "tax on offices"]
    assert len(_designations({form: _tally(1) for form in forms})) == 4


def test_a_capital_that_only_begins_a_sentence_is_taken_away() -> None:
    assert list(_designations({"Income taxes": _tally(2, initial=2)})) == ["income tax"]
    assert list(_designations({"Income taxes": _tally(2, initial=1)})) == ["Income tax"]


def test_a_name_keeps_its_capital_at_the_start_of_a_sentence() -> None:
    forms = {"Asian taxes": _tally(1, initial=1)}
    assert list(_designations(forms, words="in Asian Asian lands")) == ["Asian tax"]


def test_running_text_tells_more_of_a_form_than_headings() -> None:
    forms = {"labour office": _tally(3, display=3), "labor office": _tally(1)}
    assert list(_designations(forms)) == ["labor office"]


def test_what_was_counted_adds_up() -> None:
    counts = Counts(tallies={"tax": _tally(2, display=1), "taxes": _tally(3, initial=1)})
    (found,) = candidates(counts)
    assert (found.tally.frequency, found.tally.display, found.tally.initial) == (5, 1, 1)
    assert counts.tallies["tax"].frequency == 2  # as it was


def test_candidates_come_in_the_order_of_their_keys() -> None:
    forms = {"b": _tally(1), "Ca": _tally(2), "a": _tally(1), "—": _tally(1)}
    assert list(_designations(forms)) == ["a", "b", "Ca"]  # a dash has no key


HEADS = [("income tax", 1), ("head of the tax office", 0), ("Law on Forestry (amended)", 0),
         ("tax", 0), ("of tax", 1)]  # fmt: skip


@pytest.mark.parametrize(("phrase", "expected"), HEADS)
def test_heads(phrase: str, expected: int) -> None:
    assert head_index(phrase.split()) == expected
