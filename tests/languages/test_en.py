"""The tables of English: their shape, and a few members that others rely on."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest

from glossary.languages import en

TABLES = {
    name: frozenset(getattr(en, name))
    for name in en.__all__
    if isinstance(getattr(en, name), frozenset | Mapping)
}

# table, members, words that must not be in it
MEMBERS = [
    ("DETERMINERS", "the a its our all", "of insurance"),
    ("PREPOSITIONS", "of on for with in by", "and insurance"),
    ("PERSON_TITLES", "mr ms mrs dr msc prof ph.d phd assoc.prof", "director"),
    ("JOB_TITLE_HEADS", "director minister secretary president chairman expert lecturer", "worker"),
    ("JOB_TITLE_MODIFIERS", "deputy vice general permanent acting prime former", "social"),
    ("ORGANISATION_HEADS", "association department committee ministry bank agency forum", "policy"),
    ("LEGAL_DOCUMENT_TYPES", "law decree decision resolution circular plan", "policy"),
    ("MONTHS", "january may december", "jan"),
    ("ABBREVIATIONS", "dr mr no vs i.e e.g jan co ltd", "insurance"),
    ("ORDINALS", "first twentieth", "one"),
    ("NUMBER_WORDS", "one million dozen", "first"),
    ("EVALUATIVE_ADJECTIVES", "new good important many various main whole", "social medical"),
    ("GENERAL_HEADS", "way thing number part kind case fact year day", "insurance policy"),
    ("COUNTRIES", "vietnam korea laos japan", "vietnamese"),
    ("NATIONALITIES", "vietnamese korean asian", "vietnam"),
]


@pytest.mark.parametrize(("table", "members", "strangers"), MEMBERS)
def test_members(table: str, members: str, strangers: str) -> None:
    assert set(members.split()) <= TABLES[table]
    assert not set(strangers.split()) & TABLES[table]


@pytest.mark.parametrize("table", TABLES)
def test_shape(table: str) -> None:
    for word in TABLES[table]:
        assert word == word.lower() == " ".join(word.split())
        assert unicodedata.is_normalized("NFC", word)
        assert word
        assert not word.endswith(".")


def test_several_words() -> None:
    assert {"official letter", "joint circular"} <= en.LEGAL_DOCUMENT_TYPES
    assert {"viet nam", "united kingdom", "lao people's democratic republic"} <= en.COUNTRIES
    assert en.NATIONALITY_OF["viet nam"] == en.NATIONALITY_OF["vietnam"] == "vietnamese"
    assert len(en.EVALUATIVE_ADJECTIVES) >= 250


def test_heads_are_singular() -> None:
    for table in (en.JOB_TITLE_HEADS, en.ORGANISATION_HEADS, en.GENERAL_HEADS):
        assert [word for word in sorted(table) if en.singular(word) != word] == []
