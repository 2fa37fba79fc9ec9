"""Read the first sheet of an XLSX file as rows of text.

in      the bytes of the file
out     rows with their number from 1, one at a time; only those in which something stands
errors  MalformedError and InputError, as `_archive` and `_xml` raise them; row numbers are lines
source  ECMA-376 part 1, clause 18.3
openpyxl is not used to read: what a sheet says of its own size keeps it busy for minutes, and the
parts of a workbook that are not shown have no limit there.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from lxml import etree

from glossary.errors import MalformedError
from glossary.formats._archive import damaged, open_archive, open_member
from glossary.formats._xml import START, child, children, local_name, read_events, text_of
from glossary.interface import _

COLUMNS = 256
ELEMENTS = 2_000_000
"""How many elements a sheet, or the texts of a workbook, may have: half a million cells or more."""

Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Workbook:
    """What cells refer to: the shared texts, and the numbers of the styles that show dates."""

    texts: list[str]
    dates: frozenset[str]


_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_CELL = re.compile(r"([A-Z]{1,3})[0-9]+")
_NUMBER = re.compile(r"[0-9]{1,9}")
_NO_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE_CODE = re.compile("[yd]", re.IGNORECASE)
_DATE_FORMATS = frozenset(map(str, (*range(14, 18), 22, *range(27, 37), *range(50, 59))))
_FIRST_DAY = datetime(1899, 12, 30)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ESCAPABLE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def read_rows(data: bytes, path: Path | None = None) -> Iterator[Row]:
    """Give the rows of the first sheet that is not hidden.

    Numbers are as they are stored, dates in ISO 8601.
    """
    archive = open_archive(data, path)
    try:
        workbook = _target(archive, "", "officeDocument", path)
        strings = _target(archive, workbook, "sharedStrings", path, is_needed=False)
        texts = _strings(open_member(archive, strings, path), path) if strings else []
        styles = _target(archive, workbook, "styles", path, is_needed=False)
        dates = date_styles(open_member(archive, styles, path), path) if styles else frozenset()
        with open_member(archive, _sheets(archive, workbook, path)[0][2], path) as sheet:
            yield from _rows(sheet, _Workbook(texts, dates), path)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise damaged(error, path) from error


def other_sheets(data: bytes, path: Path | None = None) -> tuple[str, ...]:
    """The names of the sheets that are not hidden and hold rows, beside the one that is read."""
    archive = open_archive(data, path)
    workbook = _target(archive, "", "officeDocument", path)
    names: list[str] = []
    for is_hidden, _index, part, name in _sheets(archive, workbook, path)[1:]:
        if part and not is_hidden:
            with open_member(archive, part, path) as sheet:
                rows = read_events(sheet, units={"row"}, path=path, elements=ELEMENTS)
                if any(len(row) for _event, row in rows):
                    names.append(name)
    return tuple(names)


def date_styles(stream: IO[bytes], path: Path | None = None) -> frozenset[str]:
    """The numbers of the cell styles in ``styles.xml`` that show a number as a day."""
    codes: dict[str, str] = {}
    found: set[str] = set()
    number = -1
    with stream:
        for event, element in read_events(
            stream, units={"numFmt", "xf"}, starts={"cellXfs"}, path=path, elements=ELEMENTS
        ):
            form = element.get("numFmtId", "")
            if event == START:
                number = 0
            elif local_name(element) == "numFmt":
                codes[form] = _NO_CODE.sub("", element.get("formatCode", ""))
            elif number >= 0:
                if form in _DATE_FORMATS or _DATE_CODE.search(codes.get(form, "")):
                    found.add(str(number))
                number += 1
    return frozenset(found)


def moment(value: str) -> str:
    """The day, and the time where it has one, of a number of days; other text stays.

    >>> moment("45293"), moment("45293.5"), moment("x")
    ('2024-01-02', '2024-01-02 12:00', 'x')
    """
    try:
        found = _FIRST_DAY + timedelta(days=float(value))
    except (ValueError, OverflowError):
        return value
    return found.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")


def unescaped(text: str) -> str:
    r"""Text as it is meant: Office writes characters that XML cannot hold as ``_x000B_``.

    >>> unescaped("a_x000B_b _x005F_x000B_")
    'a\x0bb _x000B_'
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def escaped(text: str) -> str:
    r"""The reverse of `unescaped`.

    >>> escaped("a\x0bb _x000B_")
    'a_x000B_b _x005F_x000B_'
    """
    return _ESCAPABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _relations(archive: ZipFile, part: str, path: Path | None) -> Iterator[tuple[str, str, str]]:
    """Identifier, kind and target of each part that `part` refers to; the package for ``""``."""
    folder, name = posixpath.split(part)
    with open_member(archive, posixpath.join(folder, "_rels", f"{name}.rels"), path) as stream:
        for _event, relation in read_events(stream, units={"Relationship"}, path=path):
            kind = relation.get("Type", "").rpartition("/")[2]
            target = posixpath.join("/", folder, relation.get("Target", ""))
            yield relation.get("Id", ""), kind, posixpath.normpath(target).lstrip("/")


def _target(
    archive: ZipFile, part: str, kind: str, path: Path | None, *, is_needed: bool = True
) -> str:
    """The first part of one kind that `part` refers to."""
    found = (name for _id, one, name in _relations(archive, part, path) if one == kind)
    name = next(found, "")
    if is_needed and not name:
        raise _no_table(path)
    return name


def _sheets(archive: ZipFile, workbook: str, path: Path | None) -> list[tuple[bool, int, str, str]]:
    """Whether it is hidden, number, part and name of each sheet, the hidden ones last."""
    targets = {id_: name for id_, _kind, name in _relations(archive, workbook, path)}
    with open_member(archive, workbook, path) as stream:
        sheets = sorted(
            (
                sheet.get("state", "visible") != "visible",
                index,
                targets.get(_relation(sheet), ""),
                sheet.get("name", ""),
            )
            for index, (_event, sheet) in enumerate(read_events(stream, units={"sheet"}, path=path))
        )
    if not sheets or not sheets[0][2]:
        raise _no_table(path)
    return sheets


def _relation(sheet: etree._Element) -> str:
    return sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or ""


def _strings(stream: IO[bytes], path: Path | None) -> list[str]:
    """The texts that the cells of a workbook share, without the readings of Japanese words."""
    with stream:
        items = read_events(stream, units={"si"}, path=path, elements=ELEMENTS)
        return [unescaped(text_of(item, without={"rPh", "rPr"})) for _event, item in items]


def _rows(stream: IO[bytes], book: _Workbook, path: Path | None) -> Iterator[Row]:
    number = 0
    for _event, row in read_events(stream, units={"row"}, path=path, elements=ELEMENTS):
        stated = row.get("r", "")
        number = int(stated) if _NUMBER.fullmatch(stated) else number + 1
        cells: dict[int, str] = {}
        column = 0
        for cell in children(row, "c"):
            place = _CELL.fullmatch(cell.get("r", ""))
            column = _column(place[1]) if place else column + 1
            if text := _text(cell, book, number, path):
                cells[column] = text
        if cells:
            if max(cells) > COLUMNS:
                raise _at(_("the table has more than {count} columns"), number, path, COLUMNS)
            yield number, tuple(cells.get(at, "") for at in range(1, max(cells) + 1))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _text(cell: etree._Element, book: _Workbook, number: int, path: Path | None) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return unescaped(text_of(child(cell, "is"), without={"rPh", "rPr"}))
    value = text_of(child(cell, "v"))
    if not value and kind != "str" and child(cell, "f") is not None:
        raise _at(_("the formula of cell {count} has no result"), number, path, cell.get("r", ""))
    if kind == "s":
        if not _NUMBER.fullmatch(value) or int(value) >= len(book.texts):
            raise _at(_("a cell refers to text {count}, which there is not"), number, path, value)
        return book.texts[int(value)]
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind == "n" and cell.get("s") in book.dates:
        return moment(value)
    return unescaped(value) if kind == "str" else value


def _at(message: str, row: int, path: Path | None, count: object) -> MalformedError:
    return MalformedError(
        message.format(count=count),
        hint=_("Open the file in a spreadsheet program and save it again."),
        path=path,
        line=row,
    )


def _no_table(path: Path | None) -> MalformedError:
    return MalformedError(
        _("there is no sheet in the file"),
        hint=_("Only tables in .xlsx files can be read."),
        path=path,
    )
