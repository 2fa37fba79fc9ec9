"""Numbers in Vietnamese: the words beside digits, and numbers in words.

in      a text
out     `words` gives soft placeables: what stands in words may be rendered in many ways
source  Decree 30/2020/NĐ-CP, appendix I, for digits; the grammar of numerals in Nguyễn Đình-Hoà
        (1997), Vietnamese, 5.3; tỷ and tỉ are both in the standard dictionary
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from glossary.languages._numbers import NumberStyle, number
from glossary.languages._placeable import Placeable, PlaceableKind
from glossary.languages._roman import roman_numerals

STYLE = NumberStyle(
    decimal=",",
    group=".",
    scales={"trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9},
    percents=("phần trăm", "điểm phần trăm"),
    currencies={
        "đồng": "VND", "đồng Việt Nam": "VND", "VNĐ": "VND", "đ": "VND",
        "đô la Mỹ": "USD", "đô la": "USD", "đô-la": "USD", "đôla": "USD",
        "ơ-rô": "EUR", "euro": "EUR", "Euro": "EUR", "yên": "JPY", "won": "KRW",
    },
)  # fmt: skip

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "đôi": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5,
    "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "nhất": 1, "nhì": 2,
}  # fmt: skip
_TENS = {"mười", "mươi", "chục"}
_HUNDRED = "trăm"
_SCALES = {word: 10**power for word, power in STYLE.scales.items() if word != _HUNDRED}
_FILLERS = {"linh", "lẻ"}
# Only these can begin a number of more words: đôi, mốt, lăm and the like stand for other things.
_WORD = "|".join(sorted({*_DIGITS, *_TENS, _HUNDRED, *_SCALES, *_FILLERS}, key=len)[::-1])
_NUMERAL = re.compile(rf"(?<!\w)(?:{_WORD})(?:\s(?:{_WORD})){{0,11}}(?!\w)", re.IGNORECASE)
_CUES = (
    "khóa|khoá|lần thứ|thứ|kỳ|quý|chương|phần|mục|phụ lục|điều|hạng|loại|nhóm|bậc|thế kỷ|cấp|vùng"
)


def words(text: str) -> Iterator[Placeable]:
    """Give the numbers in words, and the Roman ones.

    >>> [str(found.value.amount) for found in words("hai mươi lăm, một trăm linh ba")]
    ['25', '103']
    """
    for found in _NUMERAL.finditer(text):
        numerals = found[0].lower().split()
        if any(word in _DIGITS or word in _TENS for word in numerals):
            value = number(Decimal(_value(numerals)))
            others = tuple(number(Decimal(_DIGITS[w])) for w in numerals if w in _DIGITS)
            yield Placeable(
                *found.span(), found[0], PlaceableKind.NUMBER, value, is_soft=True, others=others
            )
    yield from roman_numerals(text, _CUES)


def _value(numerals: list[str]) -> int:
    """The value of a numeral; a list of digits (hai ba) is taken as its last one."""
    total = group = digit = 0
    for word in numerals:
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word in _TENS:
            group, digit = group + max(1, digit) * 10, 0
        elif word == _HUNDRED:
            group, digit = group + max(1, digit) * 100, 0
        elif word in _SCALES:
            total, group, digit = total + max(1, group + digit) * _SCALES[word], 0, 0
    return total + group + digit
