"""Numbers in English: the words beside digits, and numbers in words.

in      a text
out     `words` gives soft placeables: what stands in words may be rendered in many ways
source  Quirk, Greenbaum, Leech & Svartvik (1985), 6.63-6.67, on numerals
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from glossary.languages._numbers import NumberStyle, number
from glossary.languages._placeable import Placeable, PlaceableKind
from glossary.languages._roman import roman_numerals
from glossary.languages._tables import ordered

STYLE = NumberStyle(
    decimal=".",
    group=",",
    scales={
        "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
        "millions": 6, "billions": 9, "trillions": 12, "mn": 6, "bn": 9, "tn": 12,
    },
    percents=("per cent", "percent", "percentage points", "percentage point", "pct"),
    currencies={
        "dong": "VND", "dongs": "VND", "Vietnamese dong": "VND", "Vietnam dong": "VND",
        "US dollars": "USD", "U.S. dollars": "USD", "dollars": "USD", "euros": "EUR",
        "euro": "EUR", "yen": "JPY", "won": "KRW",
    },
    ordinal="st|nd|rd|th",
)  # fmt: skip

_UNITS = ordered(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
)
_TENS = ordered("twenty thirty forty fifty sixty seventy eighty ninety")
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_ORDINALS = ordered(
    """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
)
# Words that imply a number: a translation may write it in digits. A half of a year has six months,
# a quarter three.
_IMPLIED = {
    "once": (1,), "single": (1,), "half": (2, 6), "halves": (2,), "both": (2,), "pair": (2,),
    "couple": (2,), "twice": (2,), "double": (2,), "doubled": (2,), "dual": (2,),
    "bilateral": (2,), "triple": (3,), "tripled": (3,), "thirds": (3,), "quarter": (4, 3),
    "quarters": (4, 3), "dozen": (12,), "decade": (10,), "decades": (10,), "century": (100,),
    "fortnight": (14,), "midnight": (0, 24), "noon": (12,), "yearly": (1,), "annual": (1,),
}  # fmt: skip

_SIMPLE = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
}
_CARDINAL = "|".join(sorted((*_SIMPLE, *_SCALES), key=len, reverse=True))
_NUMERAL = re.compile(rf"\b(?:{_CARDINAL})(?:[\s-](?:and[\s-])?(?:{_CARDINAL}))*\b", re.IGNORECASE)
_ORDINAL = re.compile(
    rf"\b(?:({'|'.join(_TENS)})-)?({'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_OTHER = re.compile(rf"\b(?:{'|'.join(_IMPLIED)})\b", re.IGNORECASE)
_AFTER_CUE = (
    "Article|Chapter|Part|Title|Annex|Appendix|Section|Session|Congress|Class|Grade|Level|Type|"
    "Phase|Volume|Quarter|Term|Schedule|Group|War"
)


def words(text: str) -> Iterator[Placeable]:
    """Give the numbers in words, as ordinals too, and the Roman ones.

    >>> [str(found.value.amount) for found in words("two hundred and five; the third")]
    ['205', '3']
    """
    for found in _NUMERAL.finditer(text):
        yield _soft(found, _value(re.findall(r"[a-z]+", found[0].lower())))
    for found in _ORDINAL.finditer(text):
        tens = _SIMPLE[found[1].lower()] if found[1] else 0
        yield _soft(found, tens + _ORDINALS.index(found[2].lower()))
    for found in _OTHER.finditer(text):
        value, *others = _IMPLIED[found[0].lower()]
        # With itself as another reading: a numeral in words has none.
        yield _soft(found, value, value, *others)
    yield from roman_numerals(text, _AFTER_CUE)


def _value(numerals: list[str]) -> int:
    total = group = 0
    for word in numerals:
        if word == "and":
            continue
        if word == "hundred":
            group = max(1, group) * 100
        elif word in _SCALES:
            total, group = total + max(1, group) * _SCALES[word], 0
        else:
            group += _SIMPLE[word]
    return total + group


def _soft(found: re.Match[str], value: int, *others: int) -> Placeable:
    return Placeable(
        *found.span(),
        found[0],
        PlaceableKind.NUMBER,
        number(Decimal(value)),
        is_soft=True,
        others=tuple(number(Decimal(one)) for one in others),
    )
