"""Roman numerals, which name chapters, sessions, terms of office and quarters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from glossary.languages._numbers import number
from glossary.languages._placeable import Placeable, PlaceableKind

_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"


def roman_numerals(text: str, cues: str) -> Iterator[Placeable]:
    """Give the Roman numerals; a single letter is one only behind one of the words `cues`.

    >>> [str(one.value.amount) for one in roman_numerals("khóa XII, quý I, I am", "quý")]
    ['12', '1']
    """
    for found in _pattern(cues).finditer(text):
        amount = Decimal(_value(found["roman"]))
        yield Placeable(
            *found.span("roman"),
            found["roman"],
            PlaceableKind.NUMBER,
            number(amount),
            is_soft=True,
        )


@lru_cache(maxsize=16)
def _pattern(cues: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<cue>(?i:{cues}))\s+|(?=[IVXLC]{{2}}))(?P<roman>{_ROMAN})(?!\w)"
    )


def _value(roman: str) -> int:
    values = [_DIGITS[letter] for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
