"""Render English numbers, dates, times and legal references in Vietnamese.

source  Decree 30/2020/NĐ-CP, appendix I, II.3-4, for the numbers and dates of documents (days up to
        9 and the months 1 and 2 with a nought); Guidance 36-HD/VPTW of 2018 for the Party's form
        28-NQ/TW; the decimal comma and the grouping point of CLDR
"""

from __future__ import annotations

import re

from glossary.languages._placeable import (
    PERCENT,
    Clock,
    Day,
    Instrument,
    Name,
    Number,
    Placeable,
)
from glossary.languages._vietnamese_legal import LEGAL_CODES, PARTY_ISSUERS, legal_code

_SCALES = {
    "hundred": "trăm", "thousand": "nghìn", "million": "triệu", "billion": "tỷ",
    "trillion": "nghìn tỷ", "mn": "triệu", "bn": "tỷ", "tn": "nghìn tỷ",
}  # fmt: skip
_SCALE = re.compile(rf"\b({'|'.join(_SCALES)})s?\b")
_ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)\b")
_SWAPPED = str.maketrans(".,", ",.")
_CURRENCIES = {"VND": "đồng", "EUR": "euro", "JPY": "yên", "KRW": "won"}
_QUARTERS = ("I", "II", "III", "IV")
_MONTHS_WITH_NOUGHT = 2


def vietnamese(placeable: Placeable) -> str | None:
    """How Vietnamese writes a placeable of an English text, None where that is not certain."""
    value = placeable.value
    if placeable.is_soft or placeable.is_foreign:
        return None
    if isinstance(value, Number):
        return _number(placeable.text, value)
    if isinstance(value, Day):
        return None if placeable.text[0].isdigit() and _is_in_digits(placeable) else date(value)
    if isinstance(value, Clock):
        return None if placeable.others else f"{value.hour:02}:{value.minute:02}"
    if isinstance(value, Instrument):
        return reference(placeable.text)
    assert isinstance(value, Name)
    return value.text


def date(day: Day) -> str:
    """A date as documents write it.

    >>> date(Day(2016, 1, 5)), date(Day(2024, 6)), date(Day(2024, quarter=2))
    ('ngày 05/01/2016', 'tháng 6/2024', 'quý II/2024')
    """
    year = f"/{day.year}" if day.year else ""
    if day.quarter:
        return f"quý {_QUARTERS[day.quarter - 1]}{year}"
    month = day.month or 0
    shown = f"{month:02}" if month <= _MONTHS_WITH_NOUGHT else str(month)
    return f"ngày {day.day:02}/{shown}{year}" if day.day else f"tháng {shown}{year}"


def reference(text: str) -> str | None:
    """A reference in its right letters and shape; None where a part of its code is not known.

    >>> reference("28/NQ-TW"), reference("813/QD-BHXH"), reference("72/2015/ND-CP")
    ('28-NQ/TW', '813/QĐ-BHXH', '72/2015/NĐ-CP')
    """
    number, *parts = re.split("[/-]", legal_code(text))
    if parts[0].isdecimal():
        return legal_code(text) if _is_known(parts[1:]) else None
    if not _is_known(parts):
        return None
    kind, issuer = parts[0], "-".join(parts[1:])
    is_party = parts[1] in PARTY_ISSUERS
    return f"{number}-{kind}/{issuer}" if is_party else f"{number}/{kind}-{issuer}"


def _is_known(parts: list[str]) -> bool:
    return all(part.rstrip("0123456789") in LEGAL_CODES for part in parts)


def _is_in_digits(placeable: Placeable) -> bool:
    return not any(char.isalpha() for char in placeable.text)


def _number(text: str, value: Number) -> str | None:
    if _ORDINAL.search(text):
        return None
    digits = re.search(r"[0-9][0-9.,]*[0-9]|[0-9]", text)
    assert digits
    scales = " ".join(_SCALES[word] for word in _SCALE.findall(text))
    amount = digits[0].translate(_SWAPPED) + (f" {scales}" if scales else "")
    if value.unit == PERCENT:
        return f"{amount} điểm phần trăm" if "point" in text else f"{amount}%"
    currency = _CURRENCIES.get(value.unit, value.unit)
    return f"{amount} {currency}" if currency else amount
