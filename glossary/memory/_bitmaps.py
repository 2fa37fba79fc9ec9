"""Bits that texts share: the bigrams of a text as bits, and counting them for many texts at once.

Texts are rows. For each bit there is a bitmap with one place per row, kept as an integer, and the
bitmaps of a query's bits are added up place by place with carry-save adders: five operations on
integers add three bitmaps, whatever the number of rows.

source  Harley & Seal's adder, in Warren, Hacker's Delight, 2nd ed., section 5-1
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from zlib import crc32

_START, _END = "\x02", "\x03"
_hashes: dict[str, int] = {}
_MANY = 1 << 17
"""How many hashes are remembered; more distinct bigrams than any language has."""


def bits(text: str, size: int) -> set[int]:
    """The bits below `size`, a power of two, of the padded bigrams of a text.

    The second occurrence of a bigram is another gram than the first. Two grams may have one bit.
    """
    grams = [a + b for a, b in pairwise(f"{_START}{text}{_END}")]
    if len(set(grams)) < len(grams):
        grams = _numbered(grams)
    mask = size - 1
    try:
        return {_hashes[gram] & mask for gram in grams}
    except KeyError:
        return {_hash(gram) & mask for gram in grams}


def _numbered(grams: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    numbered = []
    for gram in grams:
        count = seen.get(gram, 0)
        seen[gram] = count + 1
        # Beyond what a code point can say, occurrences are one gram: fewer bits, none missed.
        numbered.append(gram + chr(min(count, 999)) if count else gram)
    return numbered


def _hash(gram: str) -> int:
    value = _hashes.get(gram)
    if value is None:
        if len(_hashes) >= _MANY:
            _hashes.clear()
        value = _hashes[gram] = crc32(gram.encode("utf-8", "surrogatepass"))
    return value


def at_least(bitmaps: Iterable[int], least: int) -> int:
    """The places at which at least `least` (one or more) of the bitmaps have a bit.

    >>> bin(at_least([0b1100, 0b1010, 0b1001], 2))
    '0b1000'
    """
    planes = _added(list(bitmaps))
    if least >> len(planes):
        return 0
    greater, equal = 0, -1
    for place in reversed(range(len(planes))):
        plane = planes[place]
        if least >> place & 1:
            equal &= plane
        else:
            greater |= equal & plane
            equal &= ~plane
    return greater | equal


def _added(level: list[int]) -> list[int]:
    """The sums at all places: the bitmap of ones, of twos, of fours and so on."""
    planes = []
    while level:
        carries = []
        total = level.pop()
        while len(level) > 1:
            a, b = level.pop(), level.pop()
            either = a ^ b
            carries.append(a & b | either & total)
            total ^= either
        if level:
            a = level.pop()
            carries.append(a & total)
            total ^= a
        planes.append(total)
        level = carries
    return planes


def places(bitmap: int) -> list[int]:
    """The places that have a bit, ascending.

    >>> places(0b1010)
    [1, 3]
    """
    digits = bin(bitmap)[:1:-1]
    found, place = [], digits.find("1")
    while place >= 0:
        found.append(place)
        place = digits.find("1", place + 1)
    return found
