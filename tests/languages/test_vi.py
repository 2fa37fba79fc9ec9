"""Legal codes and family names of Vietnamese."""

from __future__ import annotations

import doctest
import unicodedata

import pytest

from glossary.languages import _vietnamese_legal as legal
from glossary.languages.vi import (
    DOCUMENT_CODES,
    FAMILY_NAMES,
    ISSUER_CODES,
    LEGAL_CODES,
    SURNAMES,
    is_folded_syllable,
    is_syllable,
    legal_code,
)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("QD", "QĐ"),
        ("ND", "NĐ"),
        ("813/QD-BHXH", "813/QĐ-BHXH"),
        ("72/2015/ND-CP", "72/2015/NĐ-CP"),
        ("1676/QD-TTg", "1676/QĐ-TTg"),
        ("1676/QD-TTG", "1676/QĐ-TTg"),
        ("28-NQ/TW", "28-NQ/TW"),
        ("135-KH/BCS", "135-KH/BCS"),
        ("96-NQ/BCSD", "96-NQ/BCSĐ"),
        ("59/2015/TT-BLDTBXH", "59/2015/TT-BLĐTBXH"),
        ("02/2019/TTLT-BGDDT-BYT", "02/2019/TTLT-BGDĐT-BYT"),
        ("12/TTR-BHXH", "12/TTr-BHXH"),
        ("5-QDi/TW", "5-QĐi/TW"),
        ("58/2014/QH13", "58/2014/QH13"),
        ("10/NQ-HDND", "10/NQ-HĐND"),
        ("3/HD-BHXH", "3/HD-BHXH"),
        ("3/HĐ-BHXH", "3/HĐ-BHXH"),
        ("7/DA-BHXH", "7/DA-BHXH"),
        ("9/XYZ-BHXH", "9/XYZ-BHXH"),
        ("813/QĐ-BHXH", "813/QĐ-BHXH"),
    ],
)
def test_legal_code(written: str, right: str) -> None:
    assert legal_code(written) == right


def test_codes_are_known_once() -> None:
    assert not set(DOCUMENT_CODES) & set(ISSUER_CODES)
    assert DOCUMENT_CODES["QĐ"] == "quyết định"
    assert ISSUER_CODES["BLĐTBXH"] == "Bộ Lao động - Thương binh và Xã hội"
    assert LEGAL_CODES["BTTTT"] == "BTTTT"
    assert all(LEGAL_CODES[code] == code for code in LEGAL_CODES.values())


@pytest.mark.parametrize("name", [*DOCUMENT_CODES.values(), *ISSUER_CODES.values()])
def test_names_are_well_spelt(name: str) -> None:
    assert unicodedata.is_normalized("NFC", name)
    assert all(is_syllable(part) for part in name.replace(",", "").replace(" - ", " ").split())


def test_family_names() -> None:
    assert {
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
    } <= SURNAMES
    assert {"bui", "do", "ho", "ngo", "duong", "ly", "dao", "dinh", "trinh", "cao"} <= SURNAMES
    assert "insurance" not in SURNAMES
    assert all(is_syllable(name) for name in FAMILY_NAMES)
    assert all(is_folded_syllable(name) for name in SURNAMES)


def test_doctests() -> None:
    assert doctest.testmod(legal).failed == 0
