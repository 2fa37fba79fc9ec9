"""Dates in English: "January 20, 2016", "20th January", "15-16 July 2024", "Q2 2024", "in May".

source  The Chicago Manual of Style, 9.31-9.36; New Oxford Style Manual, 11.5, for the British order
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.languages._dates import (
    YEAR,
    dated,
    days,
    days_without_year,
    numeric_dates,
    timed,
    times,
)
from glossary.languages._english_words import MONTH_ABBREVIATIONS, MONTHS
from glossary.languages._placeable import Day, Placeable

_NAMES = "|".join(name.capitalize() for name in MONTHS)
_SHORT = "|".join(name.capitalize() for name in sorted(MONTH_ABBREVIATIONS, key=len)[::-1])
_MONTH = rf"(?:{_NAMES}|(?:{_SHORT})\b\.?)"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?(?![\w%]|[.,:/][0-9])"
_JOIN = r"\s?[-\u2013]\s?|\s(?:to|and)\s"
_OF_YEAR = rf"(?:,?\s(?:of\s)?(?P<year>{YEAR}))"
_YEAR_FOLLOWS = _OF_YEAR.replace("?P<year>", "?:")
#: A span or pair of days is believed before "and" or "to" only where the year closes it.
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\s(?:the\s)?(?P<day>{_DAY})"
    rf"(?:(?:\s?[-\u2013]\s?(?P<last>{_DAY})|(?:{_JOIN})(?P<closed>{_DAY})(?={_YEAR_FOLLOWS})))?"
    rf"{_OF_YEAR}?"
)
_DAY_FIRST = re.compile(
    rf"(?<![\w.,/-])(?:(?P<first>{_DAY})(?:{_JOIN}))?(?P<day>{_DAY})\s(?:of\s)?"
    rf"(?P<month>{_MONTH})\b{_OF_YEAR}?"
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH}){_OF_YEAR}")
# March and May are words of their own; so is a month's name in front of another name.
_MONTH_ALONE = re.compile(
    rf"\b(?:(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring|"
    rf"[Tt]his|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|[Tt]o|[Tt]hrough|[Aa]nd)[\s-])"
    rf"(?P<month>{_NAMES})\b(?!\s[A-Z0-9])"
)
_QUARTER = re.compile(
    rf"\b(?:(?:the\s)?(?P<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)\squarter"
    rf"|Q(?P<digit>[1-4])\b|[Qq]uarter\s(?P<roman>IV|I{{1,3}}|[1-4])\b)"
    rf"(?:(?:\s(?:of|in)(?:\sthe\syear)?|,)?[\s/-]?(?P<year>{YEAR}))?"
)
_QUARTERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
_HOUR = re.compile(
    r"(?<![\w:.,])(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?\s?(?P<half>[AaPp])\.?[Mm]\b\.?"
)


def dates(text: str) -> Iterator[Placeable]:
    """Give the dates and times of a text; what is found first counts where two overlap.

    >>> [found.text for found in dates("from July 15th-16th, 2024 until January 2025")]
    ['July 15th', '16th, 2024', 'January 2025']
    """
    yield from numeric_dates(text)
    for found in _MONTH_FIRST.finditer(text):
        last = "last" if found["last"] else "closed"
        yield from _pair(found, found["day"], found[last], split=found.start(last))
    for found in _DAY_FIRST.finditer(text):
        yield from _pair(found, found["first"], found["day"], split=found.start("day"))
    yield from _quarters(text)
    for pattern in (_MONTH_YEAR, _MONTH_ALONE):
        for found in pattern.finditer(text):
            year = found.groupdict().get("year")
            value = Day(int(year) if year else None, _month(found["month"]))
            yield dated(
                (found.start("month"), found.end()), text[found.start("month") : found.end()], value
            )
    yield from times(text)
    for found in _HOUR.finditer(text):
        half = "am" if found["half"] in "Aa" else "pm"
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if clock := timed(found.span(), found[0], hour, minute, half=half):
            yield clock
    yield from days_without_year(text)


def _pair(
    found: re.Match[str], first: str | None, second: str | None, *, split: int
) -> Iterator[Placeable]:
    """One day, or two that share month and year; `split` is where the second begins."""
    text, year, month = found.string, found["year"] or "", str(_month(found["month"]))
    parts = [(found.start(), split, first), (split, found.end(), second)]
    if not (first and second):
        parts = [(found.start(), found.end(), first or second)]
    for start, end, day in parts:
        digits = re.match("[0-9]+", day or "")
        values = days(year, month, digits[0]) if digits else []
        if values:
            piece = text[start:end].rstrip(" -\u2013")
            piece = re.sub(r"\s(?:to|and)$", "", piece)
            yield dated((start, start + len(piece)), piece, values[0])


def _quarters(text: str) -> Iterator[Placeable]:
    for found in _QUARTER.finditer(text):
        key = (found["word"] or found["digit"] or found["roman"]).lower()
        year = int(found["year"]) if found["year"] else None
        yield dated(found.span(), found[0], Day(year, quarter=_QUARTERS[key]))


def _month(name: str) -> int:
    key = name.lower().rstrip(".")
    return next(number for month, number in MONTHS.items() if month.startswith(key[:3]))
