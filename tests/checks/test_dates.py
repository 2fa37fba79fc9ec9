"""Dates by value, in every form that English and Vietnamese have."""

from collections.abc import Callable

import pytest

Faults = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "source",
    ["January 20, 2016", "20 January 2016", "20th January, 2016", "20/01/2016", "2016-01-20",
     "January 20th 2016"],
)  # fmt: skip
@pytest.mark.parametrize(
    "target", ["ngày 20/01/2016", "ngày 20 tháng 01 năm 2016", "20-01-2016", "sáng 20/01"]
)
def test_forms_of_one_day(faults: Faults, source: str, target: str) -> None:
    assert faults(f"signed on {source} there", f"ký {target} tại đó") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("in January 2016", "tháng 01/2016"),
        ("the end of June 2024", "hết tháng 6 năm 2024"),
        ("on September 21 the same year", "ngày 21/9/2016"),
        ("(May 23rd)", "(23/5)"),
        ("July 15th-16th, 2024", "hai ngày 15 và 16/7/2024"),
        ("July 15th-16th, 2024", "từ ngày 15 đến ngày 16 tháng 7 năm 2024"),
        ("the second quarter of 2024", "quý II/2024"),
        ("28/02/2018 04:27 PM", "28/02/2018 16:27"),
        ("28/02/2018 04:27 PM", "16h27 ngày 28/02/2018"),
        ("on the 15th of the month", "ngày 15 trong tháng"),
    ],
)
def test_right(faults: Faults, source: str, target: str) -> None:
    assert faults(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("on January 20, 2016", "ngày 21/01/2016", [("D001", "")]),
        ("on January 20, 2016", "ngày 20/02/2016", [("D001", "")]),
        ("on January 20, 2016", "ngày 20/01/2015", [("D001", "")]),
        ("on May 7, 2016", "ngày 05/7/2016", [("D001", "")]),
        ("on April 22, 2016", "ngày 4/22/2016", [("D001", "")]),
        ("on January 20, 2016", "hôm đó", [("D001", "")]),
        ("in January 2016", "ngày 20/01/2016", [("D001", "")]),
        ("on that day", "ngày 20/01/2016", [("D002", "")]),
        ("on February 5, 2016", "ngày 5/2/2016", [("D003", "ngày 05/02/2016")]),
        ("on July 23, 2013", "ngày 23/07/2013", []),
        ("04:27 PM", "04:27 sáng", [("D004", "")]),
        ("04:27 PM", "16:28", [("D004", "")]),
    ],
)
def test_wrong(faults: Faults, source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert faults(source, target) == expected


def test_other_languages_are_left_alone(faults: Faults) -> None:
    assert faults("on January 20, 2016", "le 20 janvier 2016", language_tag="fr") == []
