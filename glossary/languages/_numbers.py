"""Read numbers written in digits, by the separators and the words of any language.

in      a text, and the `NumberStyle` of its language
out     placeables; each with its meaning by the other convention where it has one: 18.305 is
        eighteen and a part in English and eighteen thousand in Vietnamese
source  CLDR for the separators; BIPM, The SI Brochure, 5.4.4 for the no-break blank between groups
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from glossary.languages._placeable import PERCENT, Number, Placeable, PlaceableKind

_BLANKS = "\u00a0\u2009\u202f"
_NEVER = "(?!)"
_RANGE = re.compile(r"\s*(?:-|\u2013|to|and|or|đến|tới|và|hoặc)\s*(?:gần|hơn|nearly|over)?\s*")
_SHORT_YEAR = re.compile(r"[-\u2013/]")
_CODES = ("VND", "USD", "EUR", "JPY", "KRW", "GBP", "CNY", "AUD")
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₫": "VND"}
_CURRENCIES = {**_SIGNS, **dict(zip(_CODES, _CODES, strict=True))}

_LONGEST = 40
"""Characters of a number: what is longer is the key of something, and read in its parts."""

_GROUP = 3
_YEAR = 4
_SMALLEST_YEAR = 1000


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a language writes numbers.

    `scales` are the words for powers of ten, `percents` those for the sign, `currencies` the words
    for units of money, `ordinal` a pattern of what makes a number an ordinal.
    """

    decimal: str
    group: str
    scales: Mapping[str, int] = field(default_factory=dict)
    percents: tuple[str, ...] = ()
    currencies: Mapping[str, str] = field(default_factory=dict)
    ordinal: str = _NEVER

    @property
    def key(self) -> tuple[str, ...]:
        """What the pattern is made of."""
        units = {*self.currencies, *_CURRENCIES}
        return (self.ordinal, *map(_any_of, (self.scales, self.percents, units)))


@dataclass(frozen=True, slots=True)
class _Found:
    """A number as it was read: by its digits alone, and what multiplies them."""

    placeable: Placeable
    digits: Decimal
    factor: Decimal
    unit: str


def numbers(text: str, style: NumberStyle) -> Iterator[Placeable]:
    """Give the numbers in digits; the first of a range may have the scale of the second too.

    >>> from glossary.languages._english_numbers import STYLE
    >>> [f"{found.value.amount:f}" for found in numbers("18.305 million, 5 to 10 thousand", STYLE)]
    ['18305000', '5', '10000']
    """
    pattern = _pattern(style.key)
    found = [one for match in pattern.finditer(text) for one in _read(match, style)]
    for first, second in pairwise(found):
        gap = text[first.placeable.end : second.placeable.start]
        yield from _ranged(first, second, gap)
    yield from (one.placeable for one in found[-1:])


def number(amount: Decimal, unit: str = "") -> Number:
    """The value of an amount: equal amounts give equal values.

    >>> number(Decimal("10.50")) == number(Decimal("10.5"))
    True
    """
    return Number(amount.normalize() if amount else Decimal(0), unit)


@lru_cache(maxsize=64)
def _pattern(key: tuple[str, ...]) -> re.Pattern[str]:
    ordinal, scales, percents, units = key
    before = _any_of(_CURRENCIES)
    return re.compile(
        rf"(?<![0-9A-Za-z_])(?:(?P<money>{before})\s?)?"
        rf"(?P<digits>[0-9]+(?:[.,{_BLANKS}][0-9]+)*)(?:(?P<ordinal>{ordinal})(?![^\W\d_]))?"
        rf"(?P<scale>(?:[\s-]?(?:{scales})(?!\w)){{0,3}})"
        rf"(?:\s?(?P<percent>%|(?:{percents})(?!\w))|\s?(?P<unit>{units})(?!\w))?"
    )


def _any_of(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered) or _NEVER


def _read(found: re.Match[str], style: NumberStyle) -> Iterator[_Found]:
    digits = found["digits"]
    own = _amount(digits, style.decimal, style.group)
    other = _amount(digits, style.group, style.decimal)
    if len(digits) > _LONGEST or (own is None and other is None):
        yield from _apart(found)
        return
    amount = own if own is not None else other or Decimal(0)
    factor = Decimal(10) ** sum(style.scales[word] for word in _scale_words(found["scale"], style))
    money = found["unit"] or found["money"] or ""
    unit = PERCENT if found["percent"] else style.currencies.get(money, _CURRENCIES.get(money, ""))
    placeable = Placeable(
        *found.span(),
        found[0],
        PlaceableKind.NUMBER,
        number(amount * factor, unit),
        foreign=number(other * factor, unit) if other not in {None, own} and other else None,
        is_foreign=own is None,
    )
    yield _Found(placeable, amount, factor, unit)


def _scale_words(text: str, style: NumberStyle) -> list[str]:
    return re.findall(_any_of(style.scales), " ".join(text.split()))


def _amount(digits: str, decimal: str, group: str) -> Decimal | None:
    """The amount by one convention, None where it cannot be read so."""
    whole, sign, part = digits.partition(decimal)
    if sign and not part.isdecimal():
        return None
    groups = re.split(f"[{re.escape(group)}{_BLANKS}]", whole)
    if not all(piece.isdecimal() for piece in groups):
        return None
    first, *rest = groups
    is_grouped = len(first) <= _GROUP and first[0] != "0" and all(len(p) == _GROUP for p in rest)
    if rest and not is_grouped:
        return None
    return Decimal("".join(groups) + (f".{part}" if part else ""))


def _apart(found: re.Match[str]) -> Iterator[_Found]:
    """Each run of digits alone: versions, and lists without a blank."""
    offset = found.start("digits")
    for piece in re.finditer("[0-9]+", found["digits"]):
        start, end = offset + piece.start(), offset + piece.end()
        amount = Decimal(piece[0])
        one = Placeable(start, end, piece[0], PlaceableKind.NUMBER, number(amount))
        yield _Found(one, amount, Decimal(1), "")


def _ranged(first: _Found, second: _Found, gap: str) -> Iterator[Placeable]:
    """The first number of a range: 1.5 to 2 million, 30–40 %, 2016–20."""
    one = first.placeable
    is_bare = first.factor == 1 and not first.unit
    if is_bare and (second.factor != 1 or second.unit) and _RANGE.fullmatch(gap):
        one = replace(one, others=(number(first.digits * second.factor, second.unit),))
    yield one


def year_of_range(first: Placeable, second: Placeable, gap: str) -> Placeable:
    """The second of 2016–20 may be the year 2020."""
    mine, its = first.value, second.value
    if not (isinstance(mine, Number) and isinstance(its, Number) and _SHORT_YEAR.fullmatch(gap)):
        return second
    if len(first.text) != _YEAR or len(second.text) != 2 or mine.amount < _SMALLEST_YEAR:
        return second
    century = mine.amount // 100 * 100
    return replace(second, others=(number(century + its.amount),))
