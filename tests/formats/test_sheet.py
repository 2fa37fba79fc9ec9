"""Sheets of other programs, and sheets that say what is not so."""

import io
import time
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import GlossaryError, MalformedError
from glossary.formats._sheet import escaped, read_rows, unescaped

WORKBOOK = {
    "_rels/.rels": '<Relationships><Relationship Id="a" Type="x/officeDocument" '
    'Target="/xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships"><sheets><sheet state="hidden" r:id="b"/><sheet r:id="c"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="b" Type="x/worksheet" '
    'Target="hidden.xml"/><Relationship Id="c" Type="x/worksheet" Target="sheets/one.xml"/>'
    '<Relationship Id="d" Type="x/sharedStrings" Target="texts.xml"/></Relationships>',
    "xl/texts.xml": "<sst><si><t>law</t></si><si><r><rPr/><t>lu</t></r><r><t>ật</t></r>"
    "<rPh><t>reading</t></rPh></si></sst>",
    "xl/hidden.xml": '<worksheet><row><c t="s"><v>0</v></c></row></worksheet>',
}


def workbook(sheet: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (*WORKBOOK.items(), ("xl/sheets/one.xml", sheet)):
            archive.writestr(name, text)
    return stream.getvalue()


def cells(rows: str) -> bytes:
    return workbook(f"<worksheet><sheetData>{rows}</sheetData></worksheet>")


def test_cells_of_every_kind_and_gaps() -> None:
    data = cells(
        '<row r="3"><c r="B3" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="b"><v>1</v></c></row>'
        "<row/>"
        '<row><c t="inlineStr"><is><t>a_x000B_b</t></is></c><c><v>39.05</v></c>'
        '<c t="str"><f>1+1</f><v>hai</v></c><c t="e"><v>#N/A</v></c>'
        '<c t="str"><f>""</f><v></v></c></row>'
    )
    assert list(read_rows(data)) == [
        (3, ("", "law", "luật", "TRUE")),
        (5, ("a\x0bb", "39.05", "hai", "#N/A")),
    ]


def test_a_number_is_a_date_by_the_format_of_its_cell() -> None:
    codes = ["General", "d/m/yyyy", "0.00", '0 "days"', "[Red]0", "h:mm", "mmm yyyy", "yyyy\\-mm"]
    book, stream = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for place, code in enumerate(codes, start=1):
        cell = sheet.cell(1, place, 45293)
        cell.number_format = code
    book.save(stream)
    day, number = "2024-01-02", "45293"
    ((_row, cells),) = read_rows(stream.getvalue())
    assert cells == (number, day, number, number, number, number, day, day)


def test_a_false_dimension_costs_nothing() -> None:
    start = time.monotonic()
    data = workbook(
        '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">'
        '<c r="A1048576" t="s"><v>0</v></c></row></sheetData></worksheet>'
    )
    assert list(read_rows(data)) == [(1048576, ("law",))]
    assert time.monotonic() - start < 1


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (cells('<row><c t="s"><v>2</v></c></row>'), 1, "refers to text 2"),
        (cells('<row><c t="s"><v>-1</v></c></row>'), 1, "refers to text -1"),
        (cells('<row r="7"><c r="XFD7"><v>1</v></c></row>'), 7, "more than 256 columns"),
        (cells('<row r="4"><c r="B4"><f>A1</f><v/></c></row>'), 4, "formula of cell B4 has no"),
        (cells('<row>\n<c r="A1">'), 2, "damaged"),
    ],
)
def test_what_is_wrong_is_refused(data: bytes, line: int, words: str) -> None:
    with pytest.raises(MalformedError, match=words) as caught:
        list(read_rows(data))
    assert caught.value.line == line


@pytest.mark.parametrize("name", [*WORKBOOK, "xl/sheets/one.xml"])
def test_a_missing_part_is_one_clear_line(name: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(cells("<row/>"))) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
    if name == "xl/hidden.xml":
        assert list(read_rows(stream.getvalue())) == []
    else:
        with pytest.raises(GlossaryError, match=r"lacks its part|no sheet"):
            list(read_rows(stream.getvalue()))


def test_what_openpyxl_writes_is_read() -> None:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["term", 12, 39.05, None, True, "  two\nlines "])  # type: ignore[union-attr]
    book.active.append([None, date(2026, 11, 20)])  # type: ignore[union-attr]
    book.save(stream)
    rows = list(read_rows(stream.getvalue()))
    assert rows[0] == (1, ("term", "12", "39.05", "", "TRUE", "  two\nlines "))
    assert rows[1] == (2, ("", "2026-11-20"))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaping_is_undone(text: str) -> None:
    assert unescaped(escaped(text)) == text
