"""The tables of a DOCX file as rows of text, and a DOCX file with one table.

source  ECMA-376 part 1, clause 17.4 (tables) and 17.13.5 (tracked changes)
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from lxml.etree import Element, SubElement, _Element

from glossary.formats._archive import damaged, open_archive, open_member, untimed
from glossary.formats._sheet import escaped, unescaped
from glossary.formats._xml import XML, child, children, legal, local_name, read_events, text_of
from glossary.formats.contract import Writing

if TYPE_CHECKING:
    from docx.document import Document

Row = tuple[int, tuple[str, ...]]

ELEMENTS = 2_000_000
_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_GONE = frozenset({"del", "moveFrom", "delText", "instrText", "tbl"})
_WIDTHS = (600, 5600, 5600, 1400, 1800, 1000)  # in twentieths of a point
_REGIONS = {"vi": "vi-VN", "en": "en-GB"}  # Word knows a language only with its region


def read_rows(data: bytes, path: Path | None = None) -> Iterator[Row]:
    """Give the rows of all tables, numbered through; tables within cells are left out."""
    archive = open_archive(data, path)
    try:
        with open_member(archive, "word/document.xml", path) as stream:
            events = read_events(stream, units={"tr"}, path=path, elements=ELEMENTS)
            for number, (_event, row) in enumerate(events, start=1):
                cells = tuple(text for cell in children(row, "tc") for text in _cell(cell))
                if any(cells):
                    yield number, cells
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise damaged(error, path) from error


def render(rows: Iterable[list[str]], languages: tuple[str, str], writing: Writing) -> bytes:
    """A document in landscape with a table of these rows, the first of which are headings.

    The second and third column are in the two languages.
    """
    document = _empty(writing)
    table = document.add_table(0, 0, style="Table Grid")._tbl
    grid = child(table, "tblGrid")
    for number, row in enumerate(rows):
        if not number and grid is not None:
            for width in _WIDTHS[: len(row)]:
                SubElement(grid, f"{_MAIN}gridCol", {f"{_MAIN}w": str(width)})
        tags = ("", *languages, *("" for _cell in row[3:]))
        table.append(_row(row, tags, is_heading=not number))
    sink = BytesIO()
    document.save(sink)
    return untimed(sink.getvalue())


def _empty(writing: Writing) -> Document:
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(12)
    section.top_margin = section.bottom_margin = Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(11)
    style.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = writing.title[:255], "glossary", ""
    moment = writing.made.astimezone(UTC) if writing.made.tzinfo else writing.made
    properties.created = properties.modified = moment.replace(tzinfo=None)
    return document


def _row(cells: list[str], tags: tuple[str, ...], *, is_heading: bool) -> _Element:
    row = Element(f"{_MAIN}tr")
    facts = SubElement(row, f"{_MAIN}trPr")
    if is_heading:
        SubElement(facts, f"{_MAIN}tblHeader")
    else:
        SubElement(facts, f"{_MAIN}cantSplit")
    for text, tag, width in zip(cells, tags, _WIDTHS, strict=False):
        cell = SubElement(row, f"{_MAIN}tc")
        place = SubElement(cell, f"{_MAIN}tcPr")
        SubElement(place, f"{_MAIN}tcW", {f"{_MAIN}w": str(width), f"{_MAIN}type": "dxa"})
        for line in text.split("\n"):
            _put_line(SubElement(cell, f"{_MAIN}p"), line, tag, is_bold=is_heading)
    return row


def _put_line(paragraph: _Element, line: str, tag: str, *, is_bold: bool) -> None:
    if not line:
        return
    run = SubElement(paragraph, f"{_MAIN}r")
    if is_bold or tag:
        look = SubElement(run, f"{_MAIN}rPr")
        if is_bold:
            SubElement(look, f"{_MAIN}b")
        if tag:
            SubElement(look, f"{_MAIN}lang", {f"{_MAIN}val": _REGIONS.get(tag, tag)})
    for number, piece in enumerate(line.split("\t")):
        if number:
            SubElement(run, f"{_MAIN}tab")
        if piece:
            text = SubElement(run, f"{_MAIN}t", {f"{XML}space": "preserve"})
            text.text = legal(escaped(piece))


def _cell(cell: _Element) -> Iterator[str]:
    """The text of a cell, and empty ones for the columns that it covers beside its own."""
    yield unescaped("\n".join("".join(_texts(one)) for one in children(cell, "p")))
    facts = child(cell, "tcPr")
    span = child(facts, "gridSpan") if facts is not None else None
    covered = (span.get(f"{_MAIN}val") or "1") if span is not None else "1"
    for _column in range(1, min(int(covered), 64) if covered.isdecimal() else 1):
        yield ""


def _texts(element: _Element) -> Iterator[str]:
    for part in element:
        name = local_name(part)
        if name == "t":
            yield text_of(part)
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name not in _GONE:
            yield from _texts(part)
