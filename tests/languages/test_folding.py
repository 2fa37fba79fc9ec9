"""Normalising keeps the meaning, folding gives one key to what a user would call the same."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages import _folding, _registry
from glossary.languages._folding import fold, normalise


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("nfd", "ba\u0309o hie\u0302\u0309m", "bảo hiểm"),
        ("no-break space", "14\u00a0000\u202fngười", "14 000 người"),
        ("runs of blanks", "xã \t \u2003 hội", "xã hội"),
        ("ideographic space", "社会\u3000保险", "社会 保险"),
        ("outer blanks", " \n y tế \u00a0", "y tế"),
        ("line break inside", "Điều 1\nĐiều 2", "Điều 1\nĐiều 2"),
        ("soft hyphen", "insur\u00adance", "insurance"),
        ("soft hyphen before a mark", "ba\u00ad\u0309o", "bảo"),
        ("byte order mark", "\ufeffLuật", "Luật"),
        ("zero-width space of Lao", "ປະກັນ\u200bສັງຄົມ", "ປະກັນ\u200bສັງຄົມ"),
        ("quotes and dashes", "“a” – ‘b’", "“a” – ‘b’"),
        ("compatibility letters", "㎏ ﬁ", "㎏ ﬁ"),
        ("empty", "", ""),
    ],
)
def test_normalise(name: str, text: str, expected: str) -> None:
    assert normalise(text) == expected, name


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("tone and letter marks", "Bảo hiểm thất nghiệp", "bao hiem that nghiep"),
        ("d with stroke", "đối tượng ĐÓNG", "doi tuong dong"),
        ("eth instead of d with stroke", "Ðiều ðó", "dieu do"),
        ("nfd", "ba\u0309o hie\u0302\u0309m", "bao hiem"),
        ("both tone styles", "hòa hoà ủy uỷ", "hoa hoa uy uy"),
        ("legal reference", "813/QĐ-BHXH", "813/qd-bhxh"),
        ("hyphens", "old‐age – old—age − x", "old-age - old-age - x"),
        ("apostrophes", "Party’s `x´ ‘y’", "party's 'x' 'y'"),
        ("quotes", "“a” «b»", '"a" "b"'),
        ("blanks and breaks", " xã\u00a0\n hội ", "xa hoi"),
        ("wide letters", "ＢＨＸＨ", "bhxh"),
        ("ligature", "beneﬁt", "benefit"),
        ("sharp s", "Straße", "strasse"),
        ("letters with a stroke", "Zasiłek, ŁÓDŹ; Ødegård", "zasilek, lodz; odegard"),
        ("letters of two", "cœur ŒUVRE ægteskab", "coeur oeuvre aegteskab"),
        ("korean stays syllables", "사회보험", "사회보험"),
        ("japanese voicing stays", "が", "が"),
        ("lao vowels stay", "ກິ ກຸ", "ກິ ກຸ"),
        ("zero-width space", "ປະກັນ\u200bສັງຄົມ", "ປະກັນສັງຄົມ"),
    ],
)
def test_fold(name: str, text: str, expected: str) -> None:
    assert fold(text) == expected, name


@given(st.text())
def test_both_are_idempotent(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aăâeêioôơuưyđdĐbc \u0301\u0300\u0309\u0303\u0323\u0302\u0306"))
def test_fold_does_not_see_what_normalise_changes(text: str) -> None:
    assert fold(normalise(text)) == fold(text)


@pytest.mark.parametrize("module", [_folding, _registry], ids=lambda module: module.__name__)
def test_doctests(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
