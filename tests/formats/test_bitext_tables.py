"""Tables of segments that revisers and other programs fill in."""

import io
import zipfile

import docx
import openpyxl
import pytest

from glossary.errors import InputError, OutputError, RequestError
from glossary.formats.bitext_docx import read_bitext_docx, write_bitext_docx
from glossary.formats.bitext_xlsx import read_bitext_xlsx, write_bitext_xlsx
from glossary.formats.contract import Reading, Writing
from glossary.model import Segment

READING = Reading(target_language="vi")


def sheet(*rows: list[str]) -> io.BytesIO:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(stream)
    return io.BytesIO(stream.getvalue())


def document(xml: str) -> io.BytesIO:
    """A document whose body is this; ``w:`` may be left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f'<document xmlns="w"><body>{xml}</body></document>')
    return io.BytesIO(stream.getvalue())


@pytest.mark.parametrize(
    ("heads", "source", "target"),
    [
        (["Source", "Target"], "en", "vi"),
        (["STT", "Tiếng Anh", "Tiếng Việt"], "en", "vi"),
        (["English", "Vietnamese"], "en", "vi"),
        (["No.", "Source (en-US)", "Target (vi_VN)"], "en", "vi"),
        (["Source (vi)", "Target (fr-FR)"], "vi", "fr-FR"),
    ],
)
def test_headings(heads: list[str], source: str, target: str) -> None:
    cells = ["7"] * (len(heads) - 2) + ["Law", "Luật"]
    expected = Segment("Law", "Luật", source_language=source, target_language=target)
    assert list(read_bitext_xlsx(sheet(["Title"], [], heads, cells), READING)) == [expected]


@pytest.mark.parametrize(
    ("cell", "needs_review", "approval"),
    [
        ("draft", False, ""),
        ("Translated", False, ""),
        ("", False, ""),
        ("needs review", True, ""),
        ("Cần xem lại", True, ""),
        ("approved 2026-11-20 NVA", False, "2026-11-20 NVA"),
        ("Đã duyệt 2026-11-20 NVA", False, "2026-11-20 NVA"),
        ("needs review; approved 2026-11-20 NVA", True, "2026-11-20 NVA"),
        ("Approved", False, "XLSX"),
        ("wrong!", True, ""),
    ],
)
def test_the_column_of_the_status(cell: str, needs_review: bool, approval: str) -> None:
    table = sheet(["source", "target", "Trạng thái", "Comment"], ["Law", "Luật", cell, "Why?"])
    (segment,) = read_bitext_xlsx(table, READING)
    assert (segment.needs_review, segment.approval) == (needs_review, approval)
    assert segment.notes == ("Why?",)


def test_columns_without_headings_are_named() -> None:
    table = sheet(["1", "Law", "Luật"], ["2", "Act", "Đạo luật"])
    reading = Reading(target_language="vi", columns=("-", "source", "target"))
    assert [one.target for one in read_bitext_xlsx(table, reading)] == ["Luật", "Đạo luật"]
    table.seek(0)
    with pytest.raises(InputError, match="no row names"):
        list(read_bitext_xlsx(table, READING))
    table.seek(0)
    with pytest.raises(RequestError):
        list(read_bitext_xlsx(table, Reading(columns=("source", "colour"))))


def test_a_text_is_never_a_formula() -> None:
    stream = io.BytesIO()
    write_bitext_xlsx([Segment("=1+1", "-2"), Segment("@a", "\tb")], stream, Writing())
    page = openpyxl.load_workbook(stream).worksheets[0]
    assert [cell.data_type for row in page.iter_rows(2, 3, 2, 3) for cell in row] == ["s"] * 4
    assert page["B2"].value == "=1+1"


def test_a_text_that_no_cell_holds_is_refused() -> None:
    with pytest.raises(OutputError, match="segment 2 has 32,768 characters"):
        write_bitext_xlsx([Segment("a"), Segment("b" * 32_768)], io.BytesIO(), Writing())


@pytest.mark.parametrize("write", [write_bitext_xlsx, write_bitext_docx])
def test_a_table_has_one_pair_of_languages(write: object) -> None:
    segments = [Segment("a", "b"), Segment("c", "d", target_language="fr")]
    with pytest.raises(OutputError, match="not also en and fr"):
        write(segments, io.BytesIO(), Writing())  # type: ignore[operator]


def test_word_opens_the_table() -> None:
    stream = io.BytesIO()
    segments = [Segment("Law.\nAct.", "Luật.", notes=("One.", "Two.")), Segment("b", sense="s")]
    assert write_bitext_docx(segments, stream, Writing(title="Title")) == 2
    page = docx.Document(stream)
    (table,) = page.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["No.", "Source (en)", "Target (vi)", "Status", "Notes", "Sense"],
        ["1", "Law.\nAct.", "Luật.", "draft", "One.\nTwo.", ""],
        ["2", "b", "", "untranslated", "", "s"],
    ]
    assert page.core_properties.title == "Title"


def test_tracked_changes_tabs_breaks_and_merged_cells() -> None:
    row = (
        "<tr><tc><tcPr><gridSpan w:val='2' xmlns:w='http://schemas.openxmlformats.org/"
        "wordprocessingml/2006/main'/></tcPr><p><r><t>Law</t></r></p></tc>"
        "<tc><p><r><t>Lu</t></r><ins><r><t>ật</t></r></ins><del><r><delText>at</delText></r></del>"
        "<r><tab/><t>a</t><br/><t>b</t><noBreakHyphen/></r></p><p><r><t>c</t></r></p></tc></tr>"
    )
    heads = "".join(f"<tc><p><r><t>{name}</t></r></p></tc>" for name in ("source", "", "target"))
    stream = document(f"<p/><tbl><tr>{heads}</tr>{row}</tbl>")
    (segment,) = read_bitext_docx(stream, READING)
    assert (segment.source, segment.target) == ("Law", "Luật\ta\nb\u2011\nc")
