"""XLSX tables of bitext: a row for each segment, for revisers who work in a spreadsheet.

in      the first sheet of a workbook in which a row names the source and the target, in English or
        Vietnamese, whatever stands above it
out     one sheet that holds everything; cells are texts, never formulas
carries segments in one pair of languages
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.errors import OutputError
from glossary.formats.contract import Format, Reading, Writing
from glossary.interface import _
from glossary.model import Segment

CELL = 32_767
"""Characters that a cell of a spreadsheet holds."""

_READ = 5  # columns that a reviser reads
_LINE, _HIGHEST = 15.0, 400.0  # points; a row is at most 409 points high
_WIDTHS = (6, 60, 60, 18, 30, 30, 24, 12, 12, 30, 30, 18, 14, 20)


def read_bitext_xlsx(stream: BinaryIO, reading: Reading) -> Iterator[Segment]:
    """Give a segment for each row below the headings."""
    from glossary.formats._archive import read_archive
    from glossary.formats._bitext_table import read_table
    from glossary.formats._sheet import read_rows

    return read_table(read_rows(read_archive(stream), reading.path), reading, kind="XLSX")


def write_bitext_xlsx(segments: Iterable[Segment], stream: BinaryIO, writing: Writing) -> int:
    """Write a workbook and give the number of segments.

    OutputError for a text that no cell can hold, and for a second pair of languages.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    from glossary.formats._bitext_table import table
    from glossary.formats._sheet import escaped
    from glossary.formats._workbook import to_bytes

    # All of them first: a sheet that is given up half-written leaves openpyxl with open files.
    numbered = enumerate(table(segments))
    rows = [[_fitting(escaped(text), number) for text in row] for number, row in numbered]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bitext")
    sheet.freeze_panes = "C2"
    for at, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + at)].width = width
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for number, row in enumerate(rows):
        sheet.row_dimensions[number + 1].height = _height(row)
        cells = [WriteOnlyCell(sheet, text) for text in row]
        for cell in cells:
            cell.data_type = "s"
            cell.alignment = wrapped
            if not number:
                cell.font = bold
        sheet.append(cells)
    stream.write(to_bytes(book, made=writing.made, title=writing.title))
    return len(rows) - 1


def _height(row: list[str]) -> float:
    """Points for the two texts, status and notes; LibreOffice shows one line where none are said.

    What stands farther to the right, such as the neighbours, may be cut.
    """
    lines = (
        sum(1 + len(line) // width for line in text.split("\n"))
        for text, width in zip(row[:_READ], _WIDTHS, strict=False)
    )
    return min(_LINE * max(lines), _HIGHEST)


def _fitting(text: str, number: int) -> str:
    if len(text) > CELL:
        raise OutputError(
            _("segment {number} has {length:,} characters; a cell holds {limit:,}").format(
                number=number, length=len(text), limit=CELL
            ),
            hint=_("Write TMX or XLIFF instead."),
        )
    return text


def _recognises(head: bytes) -> bool:
    return head.startswith(b"PK") and b"xl/" in head


FORMATS = (
    Format(
        "bitext-xlsx",
        "XLSX table of segments",
        (".xlsx",),
        _recognises,
        read_segments=read_bitext_xlsx,
        write_segments=write_bitext_xlsx,
        is_only_named=True,
    ),
)
