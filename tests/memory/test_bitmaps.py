import random
from zlib import crc32

import pytest

from glossary.memory._bitmaps import at_least, bits, places


def test_counting_at_all_places_is_counting_at_each() -> None:
    chance = random.Random(7)
    for count in (1, 2, 3, 7, 8, 40):
        bitmaps = [chance.getrandbits(50) for _ in range(count)]
        for least in range(1, count + 3):
            expected = [
                place
                for place in range(50)
                if sum(bitmap >> place & 1 for bitmap in bitmaps) >= least
            ]
            assert places(at_least(bitmaps, least)) == expected


def test_no_bitmaps_reach_nothing() -> None:
    assert at_least([], 1) == 0


@pytest.mark.parametrize(("bitmap", "expected"), [(0, []), (1, [0]), (0b10010, [1, 4])])
def test_places(bitmap: int, expected: list[int]) -> None:
    assert places(bitmap) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    # Of "aaaa": start-a, four times a-a with its number but three pairs, a-end.
    [("ab", 3), ("", 1), ("aaaa", 5), ("đ", 2), ("\U0001f600", 2)],
)
def test_a_text_has_a_bit_for_each_gram(text: str, count: int) -> None:
    assert len(bits(text, 1 << 20)) == count
    assert all(0 <= bit < 64 for bit in bits(text, 64))


def test_bits_stay_the_same_for_ever() -> None:
    # An index on a disk has them, too: CRC-32 (ISO 3309) of the grams in UTF-8.
    grams = ["\x02l", "lu", "uậ", "ật", "t\x03"]
    assert bits("luật", 4096) == {crc32(gram.encode()) % 4096 for gram in grams}
    assert bits("\x02", 4096) == {crc32(b"\x02\x02") % 4096, crc32(b"\x02\x03") % 4096}
