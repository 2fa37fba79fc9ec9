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
from collections.abc import Iterable, Iterator
from functools import partial

from glossary.errors import MalformedError
from glossary.formats._cells import guard, unguarded
from glossary.formats._layouts import rows
from glossary.formats._rows import Row, read_table
from glossary.formats._text import LINE_LIMIT, first_line, text_lines
from glossary.formats.contract import Format, Profile, Reading, Termbase, Writing
from glossary.interface import _

_SEPARATORS = ",;	"


def read(data: bytes, reading: Reading) -> Termbase:
    """The concepts of a table; the separator is what parts its first line best."""
    lines = text_lines(data, reading)
    return read_table(_cells(lines, _separator(first_line(data[:LINE_LIMIT])), reading), reading)


def write(termbase: Termbase, writing: Writing, *, separator: str) -> bytes:
    """The table in the layout of the profile; other programs take theirs as CSV only."""
    is_excel = writing.profile is Profile.EXCEL
    layout = writing.profile if separator == "," else Profile.PLAIN
    sink = io.StringIO()
    writer = csv.writer(sink, delimiter=separator, lineterminator="\n")
    for row in rows(termbase, layout):
        writer.writerow([guard(cell, for_spreadsheet=is_excel) for cell in row])
    return (codecs.BOM_UTF8 if is_excel else b"") + sink.getvalue().encode("utf-8")


def _separator(first: str) -> str:
    """The separator that parts the first line into the most cells; a comma at a tie.

    Excel may name it itself, as in ``sep=;``.
    """
    named = re.fullmatch(r"sep=(.)", first)
    if named:
        return named[1]
    plain = re.sub(r'"[^"]*"', "", first)
    return max(_SEPARATORS, key=plain.count)


def _cells(lines: Iterable[str], separator: str, reading: Reading) -> Iterator[Row]:
    csv.field_size_limit(LINE_LIMIT)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    begins = 1
    try:
        for row in reader:
            if not (begins == 1 and len(row) <= 2 and row[:1] and row[0].startswith("sep=")):
                yield begins, [unguarded(cell) for cell in row]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise MalformedError(
            _reason(str(error)),
            hint=_('Repair the quotes: a quote in a cell is doubled, “""”.'),
            path=reading.path,
            line=begins,
        ) from None


def _reason(said: str) -> str:
    if "end of data" in said or "field limit" in said:
        return _("the quotes that begin in this row are not closed")
    return _("the quotes in this row are wrong: {reason}").format(reason=said)


def _is_table(head: bytes, separator: str) -> bool:
    """Whether the first line of a text holds this separator more often than others."""
    first = first_line(head)
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
