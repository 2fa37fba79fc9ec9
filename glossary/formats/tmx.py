"""TMX files: what a translation memory holds, for every CAT tool.

in      TMX 1.1 to 1.4b of any size, also packed with gzip; languages by ``xml:lang`` or ``lang``
out     TMX 1.4b in UTF-8, a unit per segment that has a translation
carries segments; those without a translation are left out: OmegaT would translate them to nothing
source  LISA, TMX 1.4b Specification, 2005
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats._xml_source import beginning
from glossary.formats.contract import Format, Reading, Writing
from glossary.model import Segment


def read_tmx(stream: BinaryIO, reading: Reading) -> Iterator[Segment]:
    """Give a segment for each unit and each of its target languages, one after the other.

    A text in the wanted source language is the source, whatever the file says. Codes of layout
    are left out of the texts, and so are units without a translation. Raises InputError where the
    file has units and none in the wanted languages.
    """
    from glossary.formats._tmx_reading import read_units

    return read_units(stream, reading)


def write_tmx(segments: Iterable[Segment], stream: BinaryIO, writing: Writing) -> int:
    """Write the segments that have a translation, and give their number.

    The source language of the first is the file's. OutputError for a text that XML cannot hold.
    """
    from glossary.formats._tmx_writing import write_units

    return write_units(segments, stream, writing)


def _recognises(head: bytes) -> bool:
    return b"<tmx" in beginning(head)


FORMATS = (
    Format(
        "tmx",
        "TMX 1.4b",
        (".tmx",),
        _recognises,
        read_segments=read_tmx,
        write_segments=write_tmx,
    ),
)
