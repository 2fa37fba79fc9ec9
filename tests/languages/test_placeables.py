"""Numbers, dates, times and references of each language by their value, worked out by hand."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest

from glossary.languages import PlaceableKind, legal_references, placeables

# text, and the amount and unit of each number in digits
ENGLISH_NUMBERS = [
    ("18.305 million people", [("18305000", "")]),
    ("a rate of 39.05%", [("39.05", "%")]),
    ("23.6 per cent, 5 percent", [("23.6", "%"), ("5", "%")]),
    ("240,909 billion VND", [("240909000000000", "VND")]),
    ("US$5 million", [("5000000", "USD")]),
    ("over 14,000 and 276,000", [("14000", ""), ("276000", "")]),
    ("955 thousand", [("955000", "")]),
    ("02 conferences in 02 regions", [("2", ""), ("2", "")]),
    ("the 34th meeting", [("34", "")]),
    ("levels 3 and 4", [("3", ""), ("4", "")]),
    ("in 2013-2017", [("2013", ""), ("2017", "")]),
    ("nearly 3-year work in the 1990s", [("3", ""), ("1990", "")]),
    ("1,234,567.89", [("1234567.89", "")]),
    ("1\u00a0234", [("1234", "")]),
    ("18,3%", [("18.3", "%")]),
    ("form A4 of COVID19", []),
    ("http://example.org/2020/12 a12@x.org", []),
]
VIETNAMESE_NUMBERS = [
    ("18,305 triệu người", [("18305000", "")]),
    ("tỷ lệ 39,05%", [("39.05", "%")]),
    ("23,6 phần trăm", [("23.6", "%")]),
    ("240.909 tỷ đồng", [("240909000000000", "VND")]),
    ("19.870 tỉ VNĐ", [("19870000000000", "VND")]),
    ("2 nghìn tỷ đồng", [("2000000000000", "VND")]),
    ("5 triệu USD, 5 triệu đô la Mỹ", [("5000000", "USD"), ("5000000", "USD")]),
    ("14.000 và 276.000", [("14000", ""), ("276000", "")]),
    ("955 nghìn, 955 ngàn", [("955000", ""), ("955000", "")]),
    ("02 hội nghị tại 02 khu vực", [("2", ""), ("2", "")]),
    ("phiên họp thứ 34", [("34", "")]),
    ("mức độ 3, 4", [("3", ""), ("4", "")]),
    ("giai đoạn 2013 - 2017", [("2013", ""), ("2017", "")]),
    ("1.234.567,89", [("1234567.89", "")]),
    ("18.3%", [("18.3", "%")]),
    ("10 đợt, 5 đội", [("10", ""), ("5", "")]),
]


def amounts(text: str, language: str) -> list[tuple[str, str]]:
    found = [one for one in placeables(text, language) if one.kind is PlaceableKind.NUMBER]
    return [
        (f"{one.value.amount:f}", one.value.unit)  # type: ignore[union-attr]
        for one in found
        if not one.is_soft
    ]


@pytest.mark.parametrize(("text", "expected"), ENGLISH_NUMBERS)
def test_english_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    assert amounts(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), VIETNAMESE_NUMBERS)
def test_vietnamese_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    assert amounts(text, "vi") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1.234,5 Personen", "de", [("1234.5", "")]),
        ("1\u202f234,5 personnes", "fr", [("1234.5", "")]),
        ("1,234.5 명", "ko", [("1234.5", "")]),
        ("在2016年", "zh", [("2016", "")]),
        ("1,234.5", "xx", [("1234.5", "")]),
    ],
)
def test_other_languages_by_their_separators(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert amounts(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("two days, twenty-five; the third", "en", [2, 25, 3]),
        ("two hundred and five thousand", "en", [205000]),
        ("Article IV, the XIIth, Congress XIII", "en", [4, 13]),
        ("hai ngày, hai mươi lăm, một trăm linh ba", "vi", [2, 25, 103]),
        ("khóa XV, quý", "vi", [15]),
        ("mười hai nghìn", "vi", [12000]),
    ],
)
def test_numbers_in_words_are_soft(text: str, language: str, expected: list[int]) -> None:
    found = placeables(text, language)
    assert all(one.is_soft for one in found)
    assert [one.value.amount for one in found] == [*map(Decimal, expected)]  # type: ignore[union-attr]


FULL = (2016, 1, 20, None)
# text, language, and year, month, day, quarter of each date
DATES = [
    ("on January 20, 2016", "en", [FULL]),
    ("January 20 2016", "en", [FULL]),
    ("20 January 2016", "en", [FULL]),
    ("20th of January, 2016", "en", [FULL]),
    ("Jan. 20, 2016", "en", [FULL]),
    ("20/01/2016, 20-01-2016, 20.1.2016, 2016-01-20", "en", [FULL] * 4),
    ("01/20/2016", "en", [FULL]),
    ("in January 2016", "en", [(2016, 1, None, None)]),
    ("January, 2016", "en", [(2016, 1, None, None)]),
    ("(May 23rd)", "en", [(None, 5, 23, None)]),
    ("in May", "en", [(None, 5, None, None)]),
    ("it may, May I; the March of 3 men", "en", []),
    ("July 15th-16th, 2024", "en", [(2024, 7, 15, None), (2024, 7, 16, None)]),
    ("15-16 July 2024", "en", [(2024, 7, 15, None), (2024, 7, 16, None)]),
    ("July 15 and 16, 2024", "en", [(2024, 7, 15, None), (2024, 7, 16, None)]),
    ("from July 30 to August 2, 2024", "en", [(None, 7, 30, None), (2024, 8, 2, None)]),
    ("the second quarter of 2024, Q3/2024", "en", [(2024, None, None, 2), (2024, None, None, 3)]),
    ("ngày 20/01/2016", "vi", [FULL]),
    ("ngày 20/1/2016, 20-01-2016, 20.01.2016", "vi", [FULL] * 3),
    ("ngày 20 tháng 01 năm 2016", "vi", [FULL]),
    ("20 tháng 1, 2016", "vi", [(None, 1, 20, None)]),
    ("tháng 01/2016, tháng 1 năm 2016", "vi", [(2016, 1, None, None)] * 2),
    ("sáng 23/5, ngày 23 tháng 5", "vi", [(None, 5, 23, None)] * 2),
    ("ngày 15-16/7/2024", "vi", [(2024, 7, 15, None), (2024, 7, 16, None)]),
    ("từ ngày 15 đến ngày 16/7/2024", "vi", [(2024, 7, 15, None), (2024, 7, 16, None)]),
    ("ngày 15, 16 tháng 7 năm 2024", "vi", [(2024, 7, 15, None), (2024, 7, 16, None)]),
    ("từ tháng 1 đến tháng 6/2024", "vi", [(None, 1, None, None), (2024, 6, None, None)]),
    ("tháng Năm năm 2020", "vi", [(2020, 5, None, None)]),
    ("4 tháng đầu năm, ba tháng", "vi", []),
    ("quý II/2024, quý 3 năm 2024", "vi", [(2024, None, None, 2), (2024, None, None, 3)]),
    ("am 20.01.2016", "de", [FULL]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), DATES)
def test_dates(text: str, language: str, expected: list[tuple[int | None, ...]]) -> None:
    found = [one.value for one in placeables(text, language) if one.kind is PlaceableKind.DATE]
    assert [(one.year, one.month, one.day, one.quarter) for one in found] == expected  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("04:27 PM", "en", (16, 27)),
        ("8.30 a.m.", "en", (8, 30)),
        ("12 am", "en", (0, 0)),
        ("16:27", "vi", (16, 27)),
        ("04:27 chiều", "vi", (16, 27)),
        ("16h27", "vi", (16, 27)),
        ("8 giờ 30 phút sáng", "vi", (8, 30)),
    ],
)
def test_times(text: str, language: str, expected: tuple[int, int]) -> None:
    (found,) = placeables(text, language)
    assert (found.value.hour, found.value.minute) == expected  # type: ignore[union-attr]


def agree(english: str, vietnamese: str) -> bool:
    (mine,), (its,) = placeables(english), placeables(vietnamese, "vi")
    return mine.agrees(its)


@pytest.mark.parametrize(
    ("english", "vietnamese", "expected"),
    [
        ("18.305 million", "18,305 triệu", True),
        ("18.305 million", "18.305 triệu", False),
        ("240,909 billion VND", "240.909 tỷ", True),
        ("5 million USD", "5 triệu đồng", False),
        ("10%", "10", False),
        ("34th", "34", True),
        ("September 21", "ngày 21/9/2016", True),
        ("January 2016", "ngày 20/01/2016", False),
        ("05/06/2016", "ngày 5/6/2016", True),
        ("28/NQ-TW", "28-NQ/TW", True),
        ("813/QD-BHXH", "813/QĐ-BHXH", True),
        ("813/QD-BHXH", "318/QĐ-BHXH", False),
        ("half", "6", True),
    ],
)
def test_agreement(english: str, vietnamese: str, expected: bool) -> None:
    assert agree(english, vietnamese) is expected


def test_a_range_shares_its_unit() -> None:
    first, second = placeables("30-40%"), placeables("từ 30% đến 40%", "vi")
    assert all(one.agrees(other) for one, other in zip(first, second, strict=True))
    short, long = placeables("2016-20"), placeables("2016-2020", "vi")
    assert all(one.agrees(other) for one, other in zip(short, long, strict=True))


def test_the_other_convention_is_remembered() -> None:
    (found,) = placeables("18.305 triệu", "vi")
    assert found.foreign is not None
    assert found.foreign == placeables("18.305 million")[0].value
    (wrong,) = placeables("39.05%", "vi")
    assert wrong.is_foreign


def test_names_come_from_a_table_only() -> None:
    text = "Deputy General Director Dao Viet Anh"
    assert placeables(text) == ()
    (found,) = placeables(text, names={"Dao Viet Anh": "Đào Việt Ánh"})
    assert (found.kind, found.start, found.value.text) == (PlaceableKind.NAME, 24, "Đào Việt Ánh")  # type: ignore[union-attr]


def test_spans_quote_the_text_and_never_overlap() -> None:
    text = "Decision No. 28/NQ-TW on July 15th-16th, 2024, 30-40%, 8:30 and 3/4 of Q2 2024"
    found = placeables(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len(found) == len(legal_references(text)) + 7


@pytest.mark.parametrize("language", ["en", "vi", "de"])
@pytest.mark.parametrize(
    "piece",
    ["1", "1.", "1,", "12 ", "1-", "a1 ", "ngày 1 ", "ngày 1, ", "1/1/", "XIV ", "hai ", "two ",
     "July 1 ", "1:", " ", "28-NQ/", "tháng 1 "],
)  # fmt: skip
def test_long_texts_take_linear_time(piece: str, language: str) -> None:
    def seconds(count: int) -> float:
        best = 60.0
        for end in "xyz":  # a text that was read once is remembered
            started = time.process_time()
            placeables(piece * count + end, language)
            best = min(best, time.process_time() - started)
        return best

    placeables(piece, language)
    # Sixteen times the text: a quadratic search would take 256 times as long.
    assert seconds(16_000) < 100 * max(seconds(1_000), 0.005)
