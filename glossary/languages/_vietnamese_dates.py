"""Dates in Vietnamese: "ngày 20/01/2016", "ngày 20 tháng 01 năm 2016", "tháng 01/2016", "quý II".

source  Decree 30/2020/NĐ-CP, appendix I, II.4: days up to 9 and the months 1 and 2 with a nought
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.languages._dates import YEAR, dated, days, days_without_year, timed, times
from glossary.languages._dates import numeric_dates as in_digits
from glossary.languages._placeable import Day, Placeable

_NUMBER = "[0-9]{1,2}"
_JOIN = r"\s?[-\u2013]\s?|,\s?|\s(?:và|đến|tới|đến hết|hoặc)\s"
#: Days before the one that has the month: ngày 15-16/7, từ ngày 15 đến ngày 16/7.
_BEFORE = rf"(?:{_NUMBER}(?:{_JOIN})(?:ngày\s)?){{1,6}}"
_MONTH = (
    rf"(?P<month>{_NUMBER}|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)"
)
_FULL = re.compile(
    rf"(?<![\w./-])(?P<cue>(?:ngày|mồng|mùng)\s(?:mồng\s|mùng\s)?)?(?P<before>{_BEFORE})?"
    rf"(?P<day>{_NUMBER})(?P<sign>\s?[./-]\s?|\stháng\s){_MONTH}(?![\w%]|[.,][0-9]{{3}})"
    rf"(?:(?:\s?[./-]\s?|,?\snăm\s|\s)(?P<year>{YEAR})(?![\w%]|[.,/-][0-9]))?",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"(?<!\w)tháng\s(?:(?P<first>{_NUMBER})(?:{_JOIN})(?!tháng|[0-9]+\s?tháng))?{_MONTH}(?![\w%])"
    rf"(?:(?:\s?[./-]\s?|,?\snăm\s)(?P<year>{YEAR})(?!\w))?",
    re.IGNORECASE,
)
_NAMES = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_QUARTER = re.compile(
    rf"(?<!\w)quý\s(?P<number>IV|I{{1,3}}|[1-4]|nhất|một|hai|ba|tư|bốn)(?!\w)"
    rf"(?:(?:\s?[/-]\s?|,?\s(?:năm\s)?)(?P<year>{YEAR})(?!\w))?",
    re.IGNORECASE,
)
_QUARTERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4,
}  # fmt: skip
_CLOCK = re.compile(
    r"(?<![\w:.,])(?P<hour>[0-9]{1,2})(?:"
    r"(?:h|g|\s?giờ\s?)(?P<minute>[0-9]{2})(?:\s?(?:phút|ph))?"
    r"|:(?P<digits>[0-9]{2})(?=\s(?:sáng|trưa|chiều|tối|đêm|SA|CH)\b)"
    r"|h(?![\w])|\s?giờ(?=\s(?:sáng|trưa|chiều|tối|đêm)\b))"
    r"(?:\s(?P<half>sáng|trưa|chiều|tối|đêm|SA|CH)\b)?",
    re.IGNORECASE,
)
_AFTERNOON = {"chiều", "tối", "ch"}
_EVENING = 6


def dates(text: str) -> Iterator[Placeable]:
    """Give the dates and times of a text; what is found first counts where two overlap.

    >>> [found.text for found in dates("từ ngày 15 đến ngày 16 tháng 7, hết tháng 6 năm 2024")]
    ['ngày 15', 'ngày 16 tháng 7', 'tháng 7', 'tháng 6 năm 2024']
    """
    for found in _FULL.finditer(text):
        yield from _full(found)
    yield from in_digits(text, is_day_first=True)
    for found in _QUARTER.finditer(text):
        key = found["number"].lower()
        quarter = _QUARTERS.get(key) or int(key)
        yield dated(found.span(), found[0], Day(_year(found), quarter=quarter))
    for found in _MONTHS.finditer(text):
        yield from _months(found)
    yield from _clocks(text)
    yield from times(text)
    yield from days_without_year(text)


def _full(found: re.Match[str]) -> Iterator[Placeable]:
    """A day with its month, and the days before it that share it."""
    is_word = "tháng" in found["sign"].lower()
    is_sure = bool(found["cue"] or found["year"] or is_word)
    name = found["month"].lower()
    if not is_sure or (not is_word and not name.isdecimal()):
        return
    before = found["before"] or ""
    if before and not found["cue"] and not re.fullmatch(rf"{_NUMBER}\s?[-\u2013]\s?", before):
        # "15, 16/7/2024" may be a number and a date.
        before, start = "", found.start("day")
    else:
        start = found.start()
    month = str(_NAMES.get(name) or name)
    for one in re.finditer(_NUMBER, before):
        begin = found.start("before") + one.start()
        values = days(str(found["year"] or ""), month, one[0])
        first = start if one.start() == 0 else begin
        end = begin + len(one[0])
        if values:
            yield dated((first, end), found.string[first:end], values[0])
    values = days(str(found["year"] or ""), month, found["day"])
    if values:
        begin = _last_start(found, before) if before else start
        yield dated((begin, found.end()), found.string[begin : found.end()], values[0])


def _last_start(found: re.Match[str], before: str) -> int:
    """Where the last of several days begins, its own “ngày” included."""
    own = re.search(r"ngày\s$", before, re.IGNORECASE)
    return found.start("day") - (len(own[0]) if own else 0)


def _months(found: re.Match[str]) -> Iterator[Placeable]:
    name, year = found["month"].lower(), _year(found)
    is_name = not name.isdecimal()
    if is_name and year is None and found["month"] == name:
        # “tháng ba” may be three months; with a capital or a year it is March.
        return
    values = [_NAMES.get(name) or int(name)]
    start = found.start()
    if found["first"]:
        end = found.end("first")
        yield dated((start, end), found.string[start:end], Day(year, int(found["first"])))
        start = found.start("month")
    if all(1 <= value <= len(_NAMES) - 2 for value in values):
        yield dated((start, found.end()), found.string[start : found.end()], Day(year, values[0]))


def _clocks(text: str) -> Iterator[Placeable]:
    for found in _CLOCK.finditer(text):
        word = (found["half"] or "").lower()
        hour, minute = int(found["hour"]), int(found["minute"] or found["digits"] or 0)
        is_late = word in _AFTERNOON or (word == "đêm" and hour >= _EVENING)
        half = "pm" if is_late else "am" if word in {"sáng", "sa"} else "" if not word else "noon"
        if clock := timed(found.span(), found[0], hour, minute, half=half):
            yield clock


def _year(found: re.Match[str]) -> int | None:
    return int(found["year"]) if found["year"] else None
