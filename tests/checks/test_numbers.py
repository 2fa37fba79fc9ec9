"""Numbers by value: what is right in however many ways, and what is wrong."""

from collections.abc import Callable

import pytest

from glossary.checks import Issue

Faults = Callable[..., list[tuple[str, str]]]

RIGHT = [
    ("18.305 million people", "18,305 triệu người"),
    ("240,909 billion VND", "240.909 tỷ đồng"),
    ("240,909 billion VND", "240.909 tỉ VNĐ"),
    ("a rate of 39.05%", "tỷ lệ 39,05%"),
    ("23.6 per cent", "23,6 phần trăm"),
    ("955 thousand people", "955.000 người"),
    ("14,000 conferences", "14 nghìn hội nghị"),
    ("02 conferences in 02 regions", "hai hội nghị tại hai miền"),
    ("during two days", "trong 02 ngày"),
    ("the 12th Central Committee", "Ban Chấp hành Trung ương khóa XII"),
    ("the 15th National Assembly", "Quốc hội khóa XV"),
    ("the 34th meeting", "phiên họp thứ 34"),
    ("the third phase", "giai đoạn 3"),
    ("in 2013-2017", "giai đoạn 2013 - 2017"),
    ("in 2016–20", "giai đoạn 2016-2020"),
    ("30-40%", "từ 30% đến 40%"),
    ("1.5 to 2 million", "từ 1,5 triệu đến 2 triệu"),
    ("in 2022 and again in 2022", "hai lần trong năm 2022"),
    ("the first half of 2024", "6 tháng đầu năm 2024"),
    ("nearly 3-year work", "gần 03 năm làm việc"),
    ("Article 8 of the law", "Điều 8 của luật"),
    ("dated May 23, 2018", "ngày 23/5 năm 2018"),
    ("Industry 4.0 in 2020", "Công nghiệp 4.0 năm 2020"),
    ("section 3.2", "mục 3.2"),
    ("the two countries agreed", "song phương đã thống nhất"),
    ("one of the five units", "một trong năm đơn vị"),
    ("COVID-19", "COVID-19"),
]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_right(faults: Faults, source: str, target: str) -> None:
    assert faults(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("18.305 million", "18,350 triệu", [("N001", "")]),
        ("18.305 million", "18,305 tỷ", [("N001", "")]),
        ("18.305 million", "18,305 người", [("N001", "")]),
        ("14,000 people", "người", [("N001", "")]),
        ("many people", "14.000 người", [("N002", "")]),
        ("18.305 million people", "18.305 triệu người", [("N003", "18,305 triệu người")]),
        ("14,000 people", "14,000 người", [("N003", "14.000 người")]),
        ("a rate of 39.05%", "tỷ lệ 39.05%", [("N003", "tỷ lệ 39,05%")]),
        ("a rate of 39.05%", "tỷ lệ 39,05", [("N004", "tỷ lệ 39,05%")]),
        ("39 people", "39% người", [("N004", "")]),
        ("5 million VND", "5 triệu USD", [("N005", "")]),
        ("the 12th Committee", "Ban Chấp hành khóa XI", [("N001", "")]),
        ("the two countries", "sáu nước", [("N001", "")]),
        ("2017, 2018 and 2017", "2017, 2018 và 2018", [("N001", "")]),
        ("12 and 14", "12 và 41", [("N001", "")]),
    ],
)
def test_wrong(faults: Faults, source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert faults(source, target) == expected


def test_the_message_names_both_sides(segment_issues: Callable[..., list[Issue]]) -> None:
    (issue,) = segment_issues("240,909 billion VND", "249.090 tỷ đồng")
    assert "“240,909 billion VND = 240.909 tỷ đồng”" in issue.message
    assert "“249.090 tỷ đồng”" in issue.message


@pytest.mark.parametrize(
    ("language", "target", "expected"),
    [
        ("fr", "18,305 millions de personnes, 39,05 %", []),
        ("fr", "18,350 millions de personnes, 39,05 %", ["N001"]),
        ("de", "18,305 Millionen, 39,05 Prozent", []),
        ("ja", "1830.5万人、39.05%", []),
        ("ko", "1,830만 5천 명, 39.05%", []),
        ("ko", "1,830만 5000명, 39.05%", []),
        ("ko", "1,830만 500명, 39.05%", ["N001"]),  # 18,300,500
        ("ja", "1830万5千人、39.05%", []),
        ("fr", "18 305 000 personnes, 39,05 %", []),
        ("fr", "18 350 000 personnes, 39,05 %", ["N001"]),
    ],
)
def test_other_languages_are_compared_by_digits(
    faults: Faults, language: str, target: str, expected: list[str]
) -> None:
    found = faults("18.305 million, 39.05%", target, language_tag=language)
    assert [code for code, _ in found] == expected
