"""CSV and TSV files: comma- or tab-separated, quoted where a cell needs it.

in      UTF-8 or UTF-16 with or without a byte order mark; commas, semicolons or tabs
out     UTF-8, lines that end in LF; a byte order mark and guarded formulas for Excel only
carries entries; every field of a concept, in our own layout and those of other programs
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from functools import partial

from glossary.errors import InputError, MalformedError
from glossary.formats._cells import guard, unguarded
from glossary.formats._layouts import rows
from glossary.formats._rows import Row, read_table
from glossary.formats.contract import Format, Profile, Reading, Termbase, Writing
from glossary.interface import _

SIZE_LIMIT = 64 * 1024 * 1024
LINE_LIMIT = 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEPARATORS = ",;\t"


def read(data: bytes, reading: Reading) -> Termbase:
    """The concepts of a table; the separator is what parts its first line best."""
    text = decode(data, reading)
    return read_table(_cells(text, _separator(text), reading), reading)


def write(termbase: Termbase, writing: Writing, *, separator: str) -> bytes:
    """The table in the layout of the profile; other programs take theirs as CSV only."""
    is_excel = writing.profile is Profile.EXCEL
    layout = writing.profile if separator == "," else Profile.PLAIN
    sink = io.StringIO()
    writer = csv.writer(sink, delimiter=separator, lineterminator="\n")
    for row in rows(termbase, layout):
        writer.writerow([guard(cell, for_spreadsheet=is_excel) for cell in row])
    return (codecs.BOM_UTF8 if is_excel else b"") + sink.getvalue().encode("utf-8")


def decode(data: bytes, reading: Reading) -> str:
    """The text of a file; MalformedError for what is no text in Unicode."""
    if len(data) > SIZE_LIMIT:
        raise InputError(
            _("the file is larger than {size} MB").format(size=SIZE_LIMIT >> 20),
            hint=_("Split it into smaller files."),
            path=reading.path,
        )
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        raise MalformedError(
            _("is not UTF-8: byte 0x{byte:02x}").format(byte=error.object[error.start]),
            hint=_("Save it as “CSV UTF-8”, or convert it with iconv."),
            path=reading.path,
            line=body.count(b"\n", 0, error.start) + 1,
        ) from None
    if "\0" in text:
        raise MalformedError(
            _("holds a NUL character: it is no table, or a damaged one"),
            hint=_("Export it again."),
            path=reading.path,
            line=text.count("\n", 0, text.index("\0")) + 1,
        )
    return text


def _separator(text: str) -> str:
    """The separator that parts the first line into the most cells; a comma at a tie.

    Excel may name it itself, as in ``sep=;``.
    """
    first = text.lstrip("\r\n").partition("\n")[0]
    named = re.fullmatch(r"sep=(.)\r?", first)
    if named:
        return named[1]
    plain = re.sub(r'"[^"]*"', "", first)
    return max(_SEPARATORS, key=plain.count)


def _cells(text: str, separator: str, reading: Reading) -> Iterator[Row]:
    csv.field_size_limit(LINE_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for row in reader:
            if not (begins == 1 and len(row) <= 2 and row[:1] and row[0].startswith("sep=")):
                yield begins, [unguarded(cell) for cell in row]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise MalformedError(
            _unclosed(begins) if "end of data" in str(error) else str(error),
            hint=_('Repair the quotes: a quote in a cell is doubled, “""”.'),
            path=reading.path,
            line=begins,
        ) from None


def _unclosed(line: int) -> str:
    return _("the quotes that begin in this row are not closed")


def _is_table(head: bytes, separator: str) -> bool:
    """Whether the first line of a text holds this separator more often than others."""
    mark, encoding = next(((m, e) for m, e in _MARKS if head.startswith(m)), (b"", "utf-8"))
    first = head[len(mark) :].decode(encoding, "ignore").lstrip("\r\n").partition("\n")[0]
    if first.startswith(("#", "<", "{", "[", "PK")) or not first.strip() or "\0" in first:
        return False
    return separator in first and _separator(first) == separator


FORMATS = (
    Format(
        "csv",
        "CSV",
        (".csv",),
        lambda head: _is_table(head, ",") or _is_table(head, ";"),
        read_entries=read,
        write_entries=partial(write, separator=","),
    ),
    Format(
        "tsv",
        "TSV",
        (".tsv", ".tab"),
        partial(_is_table, separator="\t"),
        read_entries=read,
        write_entries=partial(write, separator="\t"),
    ),
)
