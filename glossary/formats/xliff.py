"""XLIFF files: the segments of texts on their way through CAT tools.

in      XLIFF 1.0 to 1.2 and 2.0 to 2.2 of any size
out     XLIFF 1.2, or 2.1 with the terms of each segment in its glossary module
carries segments, also those without a translation; 2.1 has one pair of languages in a file
source  XLIFF 1.2, OASIS Standard, 2008; XLIFF 2.1, OASIS Standard, 2018
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO, BinaryIO

from glossary.errors import InputError
from glossary.formats._xml_source import beginning
from glossary.formats.contract import HEAD, Format, Reading, Termbase, Writing
from glossary.interface import _
from glossary.model import Segment


def read_xliff(stream: BinaryIO, reading: Reading) -> Iterator[Segment]:
    """Give the segments one after the other; codes of layout are left out of their texts.

    A unit that is divided into segments gives each of them. What is signed off, reviewed or final
    is approved; what is new or needs something, needs review.
    """
    from glossary.formats import _xliff1_reading, _xliff2_reading

    head = stream.read(HEAD)
    if (found := _LATER.search(beginning(head))) is not None:
        raise InputError(
            _("XLIFF {version} is not known").format(version=found[1].decode("ascii")),
            hint=_("Save it as XLIFF 1.2 or 2.1."),
            path=reading.path,
        )
    whole: BinaryIO = _Again(head, stream)  # type: ignore[assignment]
    if _is_second(head):
        return _xliff2_reading.read_units(whole, reading)
    return _xliff1_reading.read_units(whole, reading)


def write_xliff(segments: Iterable[Segment], stream: BinaryIO, writing: Writing) -> int:
    """Write XLIFF 1.2 and give the number of segments.

    OutputError for a text that XML cannot hold.
    """
    from glossary.formats._xliff1_writing import write_units

    return write_units(segments, stream, writing)


def write_xliff2(segments: Iterable[Segment], stream: BinaryIO, writing: Writing) -> int:
    """Write XLIFF 2.1 and give the number of segments.

    OutputError for a second pair of languages.
    """
    from glossary.formats._xliff2_writing import write_units

    return write_units(segments, stream, writing)


def read_xliff_terms(data: bytes, reading: Reading) -> Termbase:
    """Give the terms in the glossary modules of an XLIFF 2 file, each once."""
    from glossary.formats._xliff2_reading import read_terms

    return read_terms(BytesIO(data), reading)


_LATER = re.compile(rb"<(?:\w+:)?xliff\s[^>]*?\bversion=[\"']((?:[3-9]|\d\d)[\d.]*)")


class _Again:
    """A stream whose beginning was read already."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def read(self, size: int = -1) -> bytes:
        """The beginning as a whole, then what follows."""
        head, self._head = self._head, b""
        return head or self._rest.read(size)


def _is_second(head: bytes) -> bool:
    return b"urn:oasis:names:tc:xliff:document:2." in beginning(head)


def _is_xliff(head: bytes) -> bool:
    return re.search(rb"<(?:\w+:)?xliff[\s>]", beginning(head)) is not None


_ENDINGS = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")

FORMATS = (
    Format(
        "xliff",
        "XLIFF 1.2",
        _ENDINGS,
        _is_xliff,
        read_segments=read_xliff,
        write_segments=write_xliff,
    ),
    Format(
        "xliff2",
        "XLIFF 2.1",
        _ENDINGS,
        _is_second,
        read_entries=read_xliff_terms,
        read_segments=read_xliff,
        write_segments=write_xliff2,
        is_only_named=True,
    ),
)
