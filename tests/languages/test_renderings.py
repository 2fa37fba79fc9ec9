"""What is rendered for certain, after Decree 30/2020/NĐ-CP, and what is left to the translator."""

from __future__ import annotations

import pytest

from glossary.languages import placeables, render, renderings

CERTAIN = [
    ("18.305 million", "18,305 triệu"),
    ("955 thousand", "955 nghìn"),
    ("240,909 billion VND", "240.909 tỷ đồng"),
    ("2 trillion VND", "2 nghìn tỷ đồng"),
    ("US$1.5 million", "1,5 triệu USD"),
    ("39.05%", "39,05%"),
    ("23.6 per cent", "23,6%"),
    ("2 percentage points", "2 điểm phần trăm"),
    ("14,000", "14.000"),
    ("January 20, 2016", "ngày 20/01/2016"),
    ("5 February 2016", "ngày 05/02/2016"),
    ("July 1", "ngày 01/7"),
    ("January 2016", "tháng 01/2016"),
    ("June 2024", "tháng 6/2024"),
    ("Q2 2024", "quý II/2024"),
    ("04:27 PM", "16:27"),
    ("813/QD-BHXH", "813/QĐ-BHXH"),
    ("1676/QD-TTG", "1676/QĐ-TTg"),
    ("72/2015/ND-CP", "72/2015/NĐ-CP"),
    ("28/NQ-TW", "28-NQ/TW"),
    ("96/NQ-BCS", "96-NQ/BCS"),
    ("Hai Duong", "Hải Dương"),
]


@pytest.mark.parametrize(("text", "expected"), CERTAIN)
def test_certain(text: str, expected: str) -> None:
    (found,) = renderings(f"of {text} then")
    assert (found.placeable.text, found.text) == (text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "the 12th session",  # thứ 12, lần thứ 12, khóa XII
        "two of the 10 provinces in 2016",
        "18,3% is no English number",
        "05/06/2016",  # either day
        "8:30",  # either half of the day
        "3635/KH-BHXH",  # stays
        "Decision 12/XYZ-ABC",  # a code that is not known
        "Dao Viet Anh",  # a name without a table
        "Nguyen Hai Duong",  # a person, not the province
    ],
)
def test_nothing_uncertain(text: str) -> None:
    assert renderings(text) == ()


def test_names_of_the_project() -> None:
    names = {"Dao Viet Anh": "Đào Việt Ánh"}
    (found,) = renderings("Deputy Director Dao Viet Anh said", names=names)
    assert found.text == "Đào Việt Ánh"


@pytest.mark.parametrize("target", ["fr", "ko", "en"])
def test_other_languages_have_no_renderings(target: str) -> None:
    assert renderings("39.05% on January 20, 2016", "en", target) == ()


@pytest.mark.parametrize(("text", "expected"), CERTAIN[:-1])
def test_a_rendering_says_the_same(text: str, expected: str) -> None:
    (source,), (target,) = placeables(text), placeables(expected, "vi")
    assert source.agrees(target)
    assert render(source) == expected
