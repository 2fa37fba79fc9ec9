"""DOCX tables of bitext: a row for each segment, for revisers who work in Word or LibreOffice.

in      the tables of a document; a row names the source and the target, in English or Vietnamese.
        What a reviser deleted with changes tracked is gone, what he added is there
out     a landscape page with the number, both texts, status and notes; the sense where one is used
carries segments in one pair of languages
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.formats.contract import Format, Reading, Writing
from glossary.model import Segment


def read_bitext_docx(stream: BinaryIO, reading: Reading) -> Iterator[Segment]:
    """Give a segment for each row below the headings."""
    from glossary.formats._archive import read_archive
    from glossary.formats._bitext_table import read_table
    from glossary.formats._document_table import read_rows

    return read_table(read_rows(read_archive(stream), reading.path), reading, kind="DOCX")


def write_bitext_docx(segments: Iterable[Segment], stream: BinaryIO, writing: Writing) -> int:
    """Write a document and give the number of segments.

    OutputError for a text that XML cannot hold, and for a second pair of languages.
    """
    from glossary.formats._bitext_table import table
    from glossary.formats._document_table import render

    known = tuple(segments)
    headings = ["source", "target", "status", "notes"]
    if any(segment.sense for segment in known):
        headings.append("sense")
    languages = (known[0].source_language, known[0].target_language) if known else ("en", "vi")
    stream.write(render(table(known, headings), languages, writing))
    return len(known)


def _recognises(head: bytes) -> bool:
    return head.startswith(b"PK") and b"word/" in head


FORMATS = (
    Format(
        "bitext-docx",
        "DOCX table of segments",
        (".docx",),
        _recognises,
        lacks=(
            "kind",
            "previous",
            "following",
            "origin",
            "references",
            "author",
            "changed",
            "comments",
        ),
        read_segments=read_bitext_docx,
        write_segments=write_bitext_docx,
    ),
)
