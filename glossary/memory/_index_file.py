"""The layout of the matching index, and writing it: all at once, or the old file stays.

The file is a line that names the version, the blocks, a directory in JSON, and where that begins
and how long the whole is. A block is the numbers of its rows (64 bits each), where their texts
begin (32 bits each, one more than rows), the texts in UTF-8, and one bitmap after the other.
Numbers are little-endian.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import tempfile
from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from mmap import mmap
from pathlib import Path
from typing import BinaryIO, Final, Literal

from glossary.errors import OutputError, reason_of
from glossary.interface import _
from glossary.memory._bitmaps import bits

BYTE_ORDER: Final[Literal["little"]] = "little"

SHORT = 64
"""Characters up to which a text has few grams: fewer bits tell them apart."""

_BITS_SHORT, _BITS_LONG = 1024, 4096
_SMALLEST, _LARGEST = 2048, 16384
"""Rows of a block: the operations on its bitmaps stay in the processor's cache."""

_BLOCKS = 32
"""So many blocks are wanted: the fewer, the more rows of impossible lengths are looked at."""

_VERSION = b"glossary memory index 1\n"
_END = struct.Struct("<QQ")
_SUFFIX = ".tmp"

Row = tuple[int, str]
"""The number of a text and the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """Where a block begins in the file, and what it holds.

    `shortest` and `longest` are lengths of texts in characters; `text_size` is in bytes.
    """

    start: int
    rows: int
    shortest: int
    longest: int
    bits: int
    text_size: int

    @property
    def stride(self) -> int:
        """The bytes of one bitmap."""
        return (self.rows + 7) // 8

    @property
    def offsets(self) -> int:
        """Where it stands where the text of each row begins."""
        return self.start + 8 * self.rows

    @property
    def texts(self) -> int:
        """Where the texts begin."""
        return self.offsets + 4 * (self.rows + 1)

    def bitmap(self, bit: int) -> int:
        """Where the bitmap of a bit begins."""
        return self.texts + self.text_size + bit * self.stride


@dataclass(frozen=True, slots=True)
class Directory:
    """What the end of the file tells; see `index.Index`."""

    token: str
    last: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What to write: whose the index is, of about how many texts, and the mode of the file."""

    token: str
    last: int
    count: int
    mode: int


def directory(content: mmap) -> Directory:
    """Read the directory; ValueError where the file is another one, or not whole."""
    if content[: len(_VERSION)] != _VERSION or len(content) < len(_VERSION) + _END.size:
        raise ValueError("no index of this version")
    start, size = _END.unpack(content[len(content) - _END.size :])
    if size != len(content):
        raise ValueError("the index is cut off")
    facts = json.loads(content[start : size - _END.size])
    blocks = tuple(Block(*block) for block in facts["blocks"])
    return Directory(facts["token"], facts["last"], blocks)


def write(
    path: Path,
    rows: Iterable[Row],
    order: Order,
    *,
    progress: Callable[[int], None],
) -> None:
    """Write the index of texts, which come by their length, the shortest first.

    `progress` is told how many rows are written. OutputError, and the old file stays, where it
    cannot be written.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(_SUFFIX, f".{path.name}.", path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            blocks = _write_blocks(file, rows, _block_size(order.count), progress)
            _write_directory(file, Directory(order.token, order.last, blocks))
            os.fsync(file.fileno())
        temporary.chmod(order.mode)
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise OutputError(
            _("cannot write the index of the memory: {reason}").format(reason=reason_of(error)),
            hint=_("What was remembered is safe. Check the folder's rights and the disk's space."),
            path=path,
        ) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def clean_temporaries(path: Path) -> None:
    """Delete what a killed writer of the index left."""
    with suppress(OSError):
        for stale in path.parent.glob(f".{path.name}.*{_SUFFIX}"):
            stale.unlink()


def _block_size(count: int) -> int:
    return min(max(1 << (count // _BLOCKS).bit_length(), _SMALLEST), _LARGEST)


def _write_blocks(
    file: BinaryIO, rows: Iterable[Row], size: int, progress: Callable[[int], None]
) -> tuple[Block, ...]:
    file.write(_VERSION)
    blocks, left, done = list[Block](), iter(rows), 0
    while part := list(islice(left, size)):
        blocks.append(_write_block(file, part))
        done += len(part)
        progress(done)
    return tuple(blocks)


def _write_block(file: BinaryIO, rows: Sequence[Row]) -> Block:
    texts = [text.encode("utf-8") for _, text in rows]
    shortest, longest = len(rows[0][1]), len(rows[-1][1])
    size = _BITS_SHORT if longest <= SHORT else _BITS_LONG
    block = Block(file.tell(), len(rows), shortest, longest, size, sum(map(len, texts)))
    offsets = [0]
    for text in texts:
        offsets.append(offsets[-1] + len(text))
    file.write(_packed("q", [number for number, _ in rows]))
    file.write(_packed("I", offsets))
    file.writelines(texts)
    file.write(_bitmaps(rows, block))
    return block


def _bitmaps(rows: Sequence[Row], block: Block) -> bytearray:
    size, stride = block.bits, block.stride
    bitmaps = bytearray(size * stride)
    for row, (_number, text) in enumerate(rows):
        byte, mark = row >> 3, 1 << (row & 7)
        for bit in bits(text, size):
            bitmaps[bit * stride + byte] |= mark
    return bitmaps


def _packed(code: str, numbers: Sequence[int]) -> bytes:
    packed = array(code, numbers)
    if sys.byteorder != BYTE_ORDER:
        packed.byteswap()
    return packed.tobytes()


def _write_directory(file: BinaryIO, directory: Directory) -> None:
    start = file.tell()
    facts = {
        "token": directory.token,
        "last": directory.last,
        "blocks": [list(asdict(block).values()) for block in directory.blocks],
    }
    file.write(json.dumps(facts).encode("ascii"))
    file.write(_END.pack(start, file.tell() + _END.size))
    file.flush()
