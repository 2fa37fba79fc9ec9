"""Dates and times written in digits, which all languages share, and how a date is checked.

source  ISO 8601; in Vietnam and most other countries the day stands first (20/01/2016)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.languages._placeable import Clock, Day, Placeable, PlaceableKind

_MONTHS = 12
_LONGEST_MONTH = 31
_HOURS = 24
_NOON = 12
_MINUTES = 60

YEAR = r"(?:1[5-9]|20|21)[0-9]{2}(?![0-9])"
"""A year in a date."""

_NUMERIC = re.compile(
    rf"(?<![\w./-])(?:(?P<iso>{YEAR})-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}})"
    rf"|(?P<day>[0-9]{{1,2}})(?P<sign>[./-])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<year>{YEAR}))"
    r"(?![\w/-]|\.[0-9])"
)
_WITHOUT_YEAR = re.compile(r"(?<![\w./,-])([0-9]{1,2})/([0-9]{1,2})(?![\w/%-]|[.,][0-9])")
_TIME = re.compile(
    r"(?<![\w:.,])([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?(?:\s?([AaPp])\.?[Mm]\b\.?)?(?![\w:])"
)


def numeric_dates(text: str, *, is_day_first: bool = False) -> Iterator[Placeable]:
    """Give dates with a year in digits alone; 05/06/2016 may be either day.

    `is_day_first` says that the language knows no other order.

    >>> [found.value for found in numeric_dates("28/02/2018, 2018-02-28")][0]
    Day(year=2018, month=2, day=28, quarter=None)
    """
    for found in _NUMERIC.finditer(text):
        if found["iso"]:
            readings = days(found["iso"], found["m"], found["d"])
        else:
            day, month, year = found["day"], found["month"], found["year"]
            readings = days(year, month, day)
            readings += [] if is_day_first else days(year, day, month)
        if readings:
            yield dated(found.span(), found[0], *dict.fromkeys(readings))


def days_without_year(text: str) -> Iterator[Placeable]:
    """Give what may be a day and a month, 23/5; soft, for it may be a fraction as well."""
    for found in _WITHOUT_YEAR.finditer(text):
        readings = [*days("", found[2], found[1]), *days("", found[1], found[2])]
        if readings:
            yield dated(found.span(), found[0], *dict.fromkeys(readings), is_soft=True)


def times(text: str) -> Iterator[Placeable]:
    """Give the times of day with a colon; without AM or PM both halves of the day are meant.

    >>> [found.value for found in times("04:27 PM")]
    [Clock(hour=16, minute=27)]
    """
    for found in _TIME.finditer(text):
        half = {"a": "am", "p": "pm"}.get((found[3] or "").lower(), "")
        if clock := timed(found.span(), found[0], int(found[1]), int(found[2]), half=half):
            yield clock


def days(year: str, month: str, day: str) -> list[Day]:
    """The date of these digits, nothing where there is no such day; an empty year is not said."""
    if not (1 <= int(month) <= _MONTHS and 1 <= int(day) <= _LONGEST_MONTH):
        return []
    return [Day(int(year) if year else None, int(month), int(day))]


def dated(
    span: tuple[int, int], text: str, value: Day, *others: Day, is_soft: bool = False
) -> Placeable:
    """The placeable of a date."""
    return Placeable(*span, text, PlaceableKind.DATE, value, is_soft=is_soft, others=others)


def timed(
    span: tuple[int, int], text: str, hour: int, minute: int, *, half: str
) -> Placeable | None:
    """The placeable of a time, None where there is no such; `half` is am, pm or empty."""
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    others: tuple[Clock, ...] = ()
    if half == "pm" and hour < _NOON:
        hour += _NOON
    elif half == "am":
        hour %= _NOON
    elif not half and hour < _NOON:
        others = (Clock(hour + _NOON, minute),)
    return Placeable(*span, text, PlaceableKind.TIME, Clock(hour, minute), others=others)
