"""Entries and concepts: what comment lines say gets fields, and comes back into lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary.catalog.concepts import concept_of, entry_of, is_imported, surplus_notes
from glossary.formats.contract import Concept
from glossary.model import Entry

ENTRY = Entry(
    "social insurance",
    sense="scheme",
    target="bảo hiểm xã hội",
    approval="2026-11-20 NVA",
    admitted=("BHXH",),
    notes=("a remark", "id: 17"),
    comments=(
        "noun · general · 126 in 5 articles (2018, 2020)",
        "State-run protection.",
        "Abbreviated as SI",
        "Also: social security scheme; insurance",
        "2020-03-11: “asked to encourage people”",
    ),
    references=("2020-03-11.txt:7",),
    definition="Sự bảo đảm của Nhà nước.",
)
CONCEPT = Concept(
    "social insurance",
    sense="scheme",
    target="bảo hiểm xã hội",
    admitted=("BHXH",),
    approval="2026-11-20 NVA",
    part_of_speech="noun",
    subject_field="general",
    usage="126 in 5 articles (2018, 2020)",
    definition="State-run protection.",
    target_definition="Sự bảo đảm của Nhà nước.",
    other_names=("social security scheme", "insurance"),
    abbreviated_as="SI",
    evidence=("2020-03-11: “asked to encourage people”",),
    references=("2020-03-11.txt:7",),
    notes=("a remark",),
    id="17",
)


def test_an_entry_as_a_concept() -> None:
    assert concept_of(ENTRY) == CONCEPT


def test_a_concept_that_is_new_here() -> None:
    entry = entry_of(CONCEPT)
    assert entry.comments[0] == "noun · general · 0"
    assert entry.comments[1:] == ENTRY.comments[1:]
    assert entry.notes == ("a remark", f"counted elsewhere: {CONCEPT.usage}", "id: 17")
    assert is_imported(entry)
    assert not is_imported(ENTRY)
    back = concept_of(entry)
    assert replace(back, usage=CONCEPT.usage, notes=CONCEPT.notes) == CONCEPT


@pytest.mark.parametrize(
    ("changes", "notes"),
    [
        ({}, ()),
        ({"definition": "Another."}, ("definition in another file: Another.",)),
        ({"other_names": ("SI scheme",)}, ("also called: SI scheme",)),
        ({"evidence": ("an example",)}, ("example: an example",)),
        ({"references": ("Law 41",)}, ("source: Law 41",)),
        ({"subject_field": "law"}, ("subject field: law",)),
        ({"id": "18"}, ("id: 18",)),
    ],
)
def test_what_our_articles_do_not_say_becomes_a_note(
    changes: dict[str, object], notes: tuple[str, ...]
) -> None:
    theirs = replace(CONCEPT, **changes)  # type: ignore[arg-type]
    assert surplus_notes(theirs, CONCEPT) == notes
