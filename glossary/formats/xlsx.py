"""XLSX: a workbook with one sheet, a row for each concept.

in      the first visible sheet, its headings in English or Vietnamese
out     frozen headings, wrapped text, a colour for each status; texts only, never a formula
carries entries; every field of a concept, in our own layout and those of other programs
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.errors import OutputError, RequestError
from glossary.formats._layouts import Rows, language_name, rows
from glossary.formats._rows import Row, read_table
from glossary.formats.contract import Format, Profile, Reading, Termbase, Writing
from glossary.interface import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CELL_LIMIT = 32767
"""Characters that Excel keeps of a cell."""

COLOURS = {"approved": "E2F0D9", "needs review": "FCE4D6", "untranslated": "F2F2F2"}
_WIDTHS = {
    "status": 13, "approved on": 12, "approved by": 14, "part of speech": 12, "sense": 12,
    "subject field": 15, "frequency": 16, "definition": 44, "target definition": 44,
    "evidence": 60, "references": 20, "notes": 44, "id": 14, "cid": 14, "entry number": 14,
    "preferred": 10, "forbidden": 28, "note": 44, "domain": 15,
}  # fmt: skip
_WIDTH = 32
_LINE = 15.0  # points


def read(data: bytes, reading: Reading) -> Termbase:
    """The concepts of the first visible sheet; RequestError where it holds our segments."""
    from glossary.formats._bitext_table import is_of_segments
    from glossary.formats._sheet import other_sheets, read_rows

    listed = list(read_rows(data, reading.path))
    if listed and is_of_segments(listed[0][1]):
        raise RequestError(
            _("the file holds the sentences of an article, not terms"),
            hint=_("Name it with --format: {names}.").format(names="bitext-xlsx"),
            path=reading.path,
        )
    width = max((len(cells) for _number, cells in listed), default=0)
    termbase = read_table([_filled(row, width) for row in listed], reading)
    remark = _("the sheet “{name}” was left out: only the first one is read")
    left_out = [remark.format(name=name) for name in other_sheets(data, reading.path)]
    return replace(termbase, remarks=(*termbase.remarks, *left_out))


def _filled(row: Row, width: int) -> Row:
    """The row with the empty cells that a sheet does not store."""
    number, cells = row
    return number, (*cells, *[""] * (width - len(cells)))


def write(termbase: Termbase, writing: Writing) -> bytes:
    """The workbook, in the layout of the profile."""
    from openpyxl import Workbook

    from glossary.formats._workbook import to_bytes

    is_own = writing.profile in (Profile.PLAIN, Profile.EXCEL, Profile.OMEGAT)
    table = rows(termbase, writing.profile, separator="\n" if is_own else "|")
    if is_own:
        tags = [termbase.source_language, termbase.target_language or "target"]
        table[0][:2] = [f"{language_name(tag)} ({tag})" for tag in tags]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Glossary"
    fill(sheet, table)
    return to_bytes(book, made=writing.made, title=termbase.title or writing.title)


def fill(sheet: Worksheet, table: Rows, *, widths: Mapping[str, int] | None = None) -> None:
    """Put a table into a sheet: headings that stay in sight, filters, texts that wrap."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    wrapped = Alignment(wrap_text=True, vertical="top")
    status = next((i for i, name in enumerate(table[0]) if name == "status"), None)
    for number, cells in enumerate(table, 1):
        colour = COLOURS.get(cells[status], "") if status is not None else ""
        for place, text in enumerate(cells, 1):
            if text:
                put(sheet, (number, place), text)
            cell = sheet.cell(number, place)
            cell.alignment = wrapped
            if number == 1:
                cell.font = Font(name="Calibri", bold=True)
                cell.fill = PatternFill("solid", fgColor="D9E2F3")
            elif colour and place <= 2:
                cell.fill = PatternFill("solid", fgColor=colour)
    known = widths or _WIDTHS
    sizes = [known.get(name if widths else name.lower(), _WIDTH) for name in table[0]]
    for place, size in enumerate(sizes, 1):
        sheet.column_dimensions[get_column_letter(place)].width = size
    for number, cells in enumerate(table, 1):
        sheet.row_dimensions[number].height = _LINE * _lines(cells, sizes)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _lines(cells: Sequence[str], sizes: Sequence[int]) -> int:
    """How many lines the row needs, at most 12: LibreOffice does not work it out by itself."""
    needed = [
        sum(1 + len(line) // size for line in text.split("\n")) if size else 1
        for text, size in zip(cells, sizes, strict=True)
    ]
    return min(max(needed), 12)


def put(sheet: Worksheet, place: tuple[int, int], text: str) -> None:
    """Put a text into a cell, also one that begins like a formula; OutputError if too long."""
    if len(text) > CELL_LIMIT:
        raise OutputError(
            _(
                "a text of {count:,} characters does not fit into a cell, which holds {limit:,}"
            ).format(count=len(text), limit=CELL_LIMIT),
            hint=_("Export to CSV or JSON instead."),
        )
    from glossary.formats._sheet import escaped

    cell = sheet.cell(*place)
    cell.value = escaped(text)
    cell.data_type = "s"
    if text[:1] in "=+-@":
        cell.quotePrefix = True  # Excel shows the text as it is, also after it was edited


def _recognises(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and b"xl/" in head


FORMATS = (
    Format(
        "xlsx",
        "XLSX",
        (".xlsx", ".xlsm"),
        _recognises,
        read_entries=read,
        write_entries=write,
    ),
)
