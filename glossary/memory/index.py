"""The matching index: a file beside the record that gives the few texts that can be like one.

Texts stand in the order of their length, in blocks. A block holds the ids and texts of its rows
and, for each bit (see `_bitmaps`), the bitmap of the rows that have it. Looking a text up touches
the blocks whose lengths are possible, and of these the bitmaps of its own bits only. What
`least_shared` asks for is never more than what a text at the threshold has, and two grams with one
bit only raise a count: no text at or above the threshold is left out.

The file is mapped into memory and never changed. It can be thrown away and built again at will.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from glossary.memory._bitmaps import at_least, bits, places
from glossary.memory._index_file import BYTE_ORDER, Block, Row, directory
from glossary.memory.similarity import least_shared, lengths

_CACHE = 256 << 20
"""Bytes of bitmaps that are kept as integers; those of a million units take about 80 MB."""

_NUMBER, _OFFSETS = struct.Struct("<q"), struct.Struct("<II")

_INTEGER = 40
"""Bytes that an integer takes beyond its digits."""


class Index:
    """The index of the texts of one language.

    `token` names the state of the record from which it was built, and `last` is the greatest
    number of a text that the record held then.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; ValueError or OSError where it is none or is not whole."""
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        found = directory(self._map)
        self.token, self.last = found.token, found.last
        self._blocks = found.blocks
        self._cache: list[dict[int, int]] = [{} for _ in self._blocks]
        self._cached = 0

    def __len__(self) -> int:
        return sum(block.rows for block in self._blocks)

    def close(self) -> None:
        """Let go of the file."""
        self._map.close()

    def candidates(self, text: str, threshold: int) -> Iterator[Row]:
        """Give every text that can reach `threshold` with this one, and some that cannot."""
        possible = lengths(len(text), threshold)
        wanted: dict[int, set[int]] = {}
        for number, block in enumerate(self._blocks):
            first, end = max(block.shortest, possible.start), min(block.longest + 1, possible.stop)
            if first >= end:
                continue
            if block.bits not in wanted:
                wanted[block.bits] = bits(text, block.bits)
            grams = len(wanted[block.bits])
            least = min(
                least_shared(len(text), other, threshold=threshold, grams=grams)
                for other in range(first, end)
            )
            yield from self._rows(block, self._likely(number, wanted[block.bits], least))

    def _likely(self, number: int, wanted: set[int], least: int) -> Iterable[int]:
        """The rows of a block that have at least so many of the wanted bits."""
        if least <= 0:
            return range(self._blocks[number].rows)
        known = self._cache[number]
        try:
            bitmaps = [known[bit] for bit in wanted]
        except KeyError:
            bitmaps = [self._bitmap(number, bit) for bit in wanted]
        return places(at_least(bitmaps, least))

    def _bitmap(self, number: int, bit: int) -> int:
        known, block = self._cache[number], self._blocks[number]
        bitmap = known.get(bit)
        if bitmap is None:
            start = block.bitmap(bit)
            bitmap = int.from_bytes(self._map[start : start + block.stride], BYTE_ORDER)
            self._cached += block.stride + _INTEGER
            if self._cached > _CACHE:
                for one in self._cache:
                    one.clear()
                self._cached = 0
            known[bit] = bitmap
        return bitmap

    def _rows(self, block: Block, rows: Iterable[int]) -> Iterator[Row]:
        content, numbers, offsets, texts = self._map, block.start, block.offsets, block.texts
        for row in rows:
            (number,) = _NUMBER.unpack_from(content, numbers + 8 * row)
            start, end = _OFFSETS.unpack_from(content, offsets + 4 * row)
            yield number, content[texts + start : texts + end].decode("utf-8")
