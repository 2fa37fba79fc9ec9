"""Acronyms: their shape, and the long form that a pair of brackets gives them."""

from __future__ import annotations

import pytest

from glossary.extraction.acronyms import acronym_pairs, is_acronym
from glossary.text.tokens import tokens

ACRONYMS = ["VSS", "ASEAN", "MoF", "NGOs", "R&D", "PIT", "MSc", "UBND", "IT"]
NO_ACRONYMS = [
    "Vietnam",
    "G7",
    "A",
    "2020",
    "tax",
    "iPhone",
    "McDonald",
    "Da",
    "VERYLONGWORD",
    "V.",
    "",
]


@pytest.mark.parametrize("word", ACRONYMS)
def test_acronyms(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize("word", NO_ACRONYMS)
def test_no_acronyms(word: str) -> None:
    assert not is_acronym(word)


# name, text, (long form, acronym)
PAIRS = [
    ("plain", "the Asian Development Bank (ADB) lends", [("Asian Development Bank", "ADB")]),
    ("small words", "Ministry of Planning and Investment (MPI)",
     [("Ministry of Planning and Investment", "MPI")]),
    ("an acronym in it", "ASEAN Social Security Association (ASSA)",
     [("ASEAN Social Security Association", "ASSA")]),
    ("a possessive in it", "Asian Workers’ Compensation Forum (AWCF)",
     [("Asian Workers ’ Compensation Forum", "AWCF")]),
    ("lower case", "by the value added tax (VAT) law", [("value added tax", "VAT")]),
    ("two", "the World Bank (WB) and General Tax Office (GTO).",
     [("World Bank", "WB"), ("General Tax Office", "GTO")]),
    ("small letters inside", "Asian Forest Cooperation Organization (AFoCO)",
     [("Asian Forest Cooperation Organization", "AFoCO")]),
    ("a small letter for a small word", "Ministry of Finance (MoF)",
     [("Ministry of Finance", "MoF")]),
    ("plural", "non-governmental trade organisations (NTOs)",
     [("non-governmental trade organisations", "NTOs")]),
    ("the nearest start", "Social Security of Social Services (SS)", [("Social Services", "SS")]),
    ("no fit", "the northern provinces (VSS) report", []),
    ("too many other words", "Ministry of many nice old little Labour Interests (MLI)", []),
    ("one other word", "Ministry of National Labour Interests (MLI)",
     [("Ministry of National Labour Interests", "MLI")]),
    ("one word", "Vietnam (VN) pays", []),
    ("no brackets", "Asian Development Bank ADB", []),
    ("a comma between", "Asia, Development Bank (ADB)", []),
    ("not short", "Asian Bank (amended)", []),
    ("at the start", "(ADB) lends", []),
    ("unclosed", "Asian Development Bank (ADB", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS]
)
def test_pairs(text: str, expected: list[tuple[str, str]]) -> None:
    words = tokens(text)
    found = [
        (" ".join(words[first:last]), words[acronym])
        for first, last, acronym in acronym_pairs(words)
    ]
    assert found == expected
