"""Legal references: every shape in use, and what only looks like one."""

from __future__ import annotations

import pytest

from glossary.languages import legal_references

# name, text, the reference as it stands, number, year, code
MENTIONS = [
    ("Party", "Resolution 28-NQ/TW", "28-NQ/TW", "28", None, "NQ/TW"),
    ("State", "Decision 813/QD-BHXH dated", "813/QD-BHXH", "813", None, "QD-BHXH"),
    ("normative", "Decree 72/2015/ND-CP", "72/2015/ND-CP", "72", 2015, "ND-CP"),
    ("law", "Law No. 41/2024/QH15", "No. 41/2024/QH15", "41", 2024, "QH15"),
    ("mixed shapes", "Resolution 28/NQ-TW,", "28/NQ-TW", "28", None, "NQ-TW"),
    ("No. without a blank", "the Plan No.135-KH/BCS", "No.135-KH/BCS", "135", None, "KH/BCS"),
    ("small letter", "Decision 146/QD-TTg.", "146/QD-TTg", "146", None, "QD-TTg"),
    ("diacritics", "số 34/2016/NĐ-CP", "số 34/2016/NĐ-CP", "34", 2016, "NĐ-CP"),
    ("joint", "09/2013/TTLT-BLĐTBXH-BTC", None, "09", 2013, "TTLT-BLĐTBXH-BTC"),
    ("numbered twice", "Circular 15a/2020/TT-BYT", "15a/2020/TT-BYT", "15a", 2020, "TT-BYT"),
    ("in brackets", "(Plan 3635/KH-BHXH)", "3635/KH-BHXH", "3635", None, "KH-BHXH"),
    ("behind a quote", "“96/NQ-BCS”", "96/NQ-BCS", "96", None, "NQ-BCS"),
]


@pytest.mark.parametrize(
    ("text", "as_written", "number", "year", "code"),
    [row[1:] for row in MENTIONS],
    ids=[row[0] for row in MENTIONS],
)
def test_mentions(
    text: str, as_written: str | None, number: str, year: int | None, code: str
) -> None:
    (found,) = legal_references(text)
    assert text[found.start : found.end] == (as_written or text)
    assert (found.number, found.year, found.code) == (number, year, code)


NO_MENTIONS = [
    "on 23/05/2020 and 11-03-2020",
    "a half (1/2) of them, 3/4 of all",
    "open 24/7",
    "call 0243 936-1779 or (024) 3936/1779",
    "the COVID-19 epidemic",
    "pages 28-31, pp. 120-135",
    "in 2019-2020, the 2013/2014 season",
    "90/60 mmHg, 14,000/year",
    "ISO/IEC 27001, TCVN 5712:1993, UTF-8/16",
    "a 16-Bit/Stereo file on form 10-K/A",
    "an A4/B5 sheet",
    "http://example.org/28-NQ/TW",
    "x28-NQ/TW",
    "Resolution 28 of the Central Committee",
    "",
]


@pytest.mark.parametrize("text", NO_MENTIONS)
def test_what_only_looks_like_a_reference(text: str) -> None:
    assert legal_references(text) == []


def test_shapes_of_one_instrument_are_one() -> None:
    first, second = legal_references("28-NQ/TW is 28/NQ-TW")
    assert first.code != second.code
    assert first.instrument == second.instrument
