"""Read an article: a title, a date line, paragraphs, headings, captions and source lines.

in      a text file in UTF-8, any line ends, NFC or NFD, with or without a date line
out     an `Article`; its lines are NFC and know where they stand in the original file
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from glossary.errors import InputError, MalformedError, reading
from glossary.interface import _
from glossary.languages import en

MAX_BYTES = 16_000_000
MAX_LINE = 1_000_000
NO_TEXTS = frozenset(
    (".po", ".pot", ".tmx", ".xlf", ".xliff", ".tbx", ".xml", ".html", ".htm", ".json", ".rtf")
)
"""Endings of files that can be read as text and would give nonsense for an article."""
DATE_LINES = 5  # a date line stands under the title, within the first lines that are not empty
DISPLAY_WORDS = 30  # a longer line without a full stop is a paragraph all the same

_LINE_END = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CLOCK = r"(?:[ ,T]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?)?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](\d{{4}}){_CLOCK}")
_ISO = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}}){_CLOCK}")
_MONTHS = "|".join(sorted(en.MONTHS, key=len, reverse=True))
_DAY_MONTH = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTHS}),? (\d{{4}}){_CLOCK}", re.IGNORECASE
)
_MONTH_DAY = re.compile(
    rf"({_MONTHS}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_CLOCK}", re.IGNORECASE
)
_SOURCE = re.compile(r"\(?(?:source|photo|image|nguồn|ảnh)\s*:.*", re.IGNORECASE)
_CAPTION = re.compile(
    r"\b(?:photo|image|picture|illustrati\w+|overview|pictured)\b|\((?:source|nguồn)\s*:.*\)$",
    re.IGNORECASE,
)
_CLOSING = "\"”’')]"
_SENTENCE_ENDS = (".", "!", "?", ";", ":", "…")


class LineKind(StrEnum):
    """What a line is for; `display` lines (all but paragraphs) hold phrases, not sentences."""

    TITLE = "title"
    DATE = "date"
    HEADING = "heading"
    CAPTION = "caption"
    SOURCE = "source"
    PARAGRAPH = "paragraph"

    @property
    def is_display(self) -> bool:
        """Whether a line of this kind is set apart from the running text."""
        return self is not LineKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty: `text` in NFC, `original` as it stands in the file.

    `number` counts from 1 and `start` is the offset of the line's first character in the decoded
    file; `original_offset` leads from the text that is analysed back to the file.
    """

    number: int
    kind: LineKind
    text: str
    original: str
    start: int

    def original_offset(self, column: int) -> int:
        """Give the offset in the decoded file of the character at `column` of `text`.

        >>> decomposed = unicodedata.normalize("NFD", "bảo")
        >>> Line(1, LineKind.PARAGRAPH, "bảo", decomposed, 10).original_offset(2)
        13
        """
        if self.text == self.original:
            return self.start + column
        return self.start + _prefix_length(self.original, column)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read; `name` is its file name, `date` None where it says none."""

    name: str
    title: str
    date: date | None
    lines: tuple[Line, ...]


def read_article(path: Path) -> Article:
    """Read the article in the file at `path`.

    Raises InputError where the file cannot be read or is no text in UTF-8.
    """
    return parse_article(read_text(path), path.name, path=path)


def read_text(path: Path) -> str:
    """Read the file at `path` as the text of an article; raises as `read_article` does."""
    if path.suffix.lower() in NO_TEXTS:
        raise InputError(
            _("a {ending} file is no article").format(ending=path.suffix),
            hint=_("Only plain text (.txt, UTF-8) can be read."),
            path=path,
        )
    return _decode(_read_bytes(path), path)


def parse_article(text: str, name: str, *, path: Path | None = None) -> Article:
    """Divide the `text` of the article called `name` into lines and tell what each one is."""
    lines = list(_split(text, path))
    dated = next((line for line in lines[:DATE_LINES] if parse_date(line.text)), None)
    classified = tuple(_classify(lines, dated))
    title = next((line.text for line in classified if line.kind is LineKind.TITLE), "")
    day = parse_date(dated.text) if dated else _date_in_name(name)
    return Article(name=name, title=title, date=day, lines=classified)


def parse_date(text: str) -> date | None:
    """Read a text that is nothing but a date, day before month, with or without a clock time.

    >>> parse_date("28/02/2018 04:27 PM")
    datetime.date(2018, 2, 28)
    >>> parse_date("May 23, 2020"), parse_date("on 23/05/2020 in Hai Duong")
    (datetime.date(2020, 5, 23), None)
    """
    text = text.strip()
    if found := _DAY_FIRST.fullmatch(text):
        return _date(found[3], found[2], found[1])
    if found := _ISO.fullmatch(text):
        return _date(found[1], found[2], found[3])
    if found := _DAY_MONTH.fullmatch(text):
        return _date(found[3], en.MONTHS[found[2].lower()], found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _date(found[3], en.MONTHS[found[1].lower()], found[2])
    return None


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _date_in_name(name: str) -> date | None:
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", name)
    return _date(found[1], found[2], found[3]) if found else None


def _read_bytes(path: Path) -> bytes:
    with reading(path):
        if path.stat().st_size > MAX_BYTES:
            raise InputError(
                _("the article is larger than {max_bytes} MB").format(
                    max_bytes=MAX_BYTES // 1_000_000
                ),
                hint=_("Split it into files of one article each."),
                path=path,
            )
        return path.read_bytes()


def _decode(data: bytes, path: Path) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise MalformedError(
            _("the file is in UTF-16, not UTF-8"),
            hint=_("Save it as UTF-8 in your editor."),
            path=path,
            line=1,
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # error.object is `data` without the byte order mark, and error.start counts in it.
        line, column = _place(error.object[: error.start].decode("utf-8"))
        raise MalformedError(
            _("byte 0x{byte:02x} is not valid UTF-8").format(byte=error.object[error.start]),
            hint=_("Save the file as UTF-8 in your editor."),
            path=path,
            line=line,
            column=column,
        ) from error
    if control := _CONTROL.search(text):
        line, column = _place(text[: control.start()])
        raise MalformedError(
            _("control character U+{code:04X}: this is a binary file, not a text").format(
                code=ord(control[0])
            ),
            hint=_("Only plain text (.txt, UTF-8) can be read."),
            path=path,
            line=line,
            column=column,
        )
    return text


def _place(before: str) -> tuple[int, int]:
    """Give line and column, from 1, of the character that follows the text `before`."""
    lines = _LINE_END.split(before)
    return len(lines), len(lines[-1]) + 1


def _split(text: str, path: Path | None) -> Iterator[Line]:
    start, number = 0, 0
    while start < len(text):
        number += 1
        end = _LINE_END.search(text, start)
        stop = end.start() if end else len(text)
        if stop - start > MAX_LINE:
            raise MalformedError(
                _("the line is longer than {max_line:,} characters").format(max_line=MAX_LINE),
                hint=_("Break the text into paragraphs."),
                path=path,
                line=number,
            )
        original = text[start:stop]
        if original.strip():
            normal = unicodedata.normalize("NFC", original)
            same = original if normal == original else normal
            yield Line(number, LineKind.PARAGRAPH, same, original, start)
        start = end.end() if end else len(text)


def _classify(lines: list[Line], dated: Line | None) -> Iterator[Line]:
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        kind = _kind(line, index, following, dated)
        yield (
            line
            if kind is line.kind
            else Line(line.number, kind, line.text, line.original, line.start)
        )


def _kind(line: Line, index: int, following: Line | None, dated: Line | None) -> LineKind:
    text = line.text.strip()
    if line is dated:
        return LineKind.DATE
    if _SOURCE.fullmatch(text):
        return LineKind.SOURCE
    if text.rstrip(_CLOSING).endswith(_SENTENCE_ENDS) or len(text.split()) > DISPLAY_WORDS:
        return LineKind.PARAGRAPH
    if index == 0:
        return LineKind.TITLE
    if _CAPTION.search(text) or (following and _SOURCE.fullmatch(following.text.strip())):
        return LineKind.CAPTION
    return LineKind.HEADING


def _prefix_length(original: str, column: int) -> int:
    """Count the characters of `original` that compose to the first `column` ones in NFC."""
    length = 0
    composed = 0
    while composed < column and length < len(original):
        step = length + 1
        while step < len(original) and _joins(original[length:step], original[step]):
            step += 1
        composed += len(unicodedata.normalize("NFC", original[length:step]))
        length = step
    return length


def _joins(before: str, character: str) -> bool:
    """Whether `character` is a mark, or a letter (as in Korean) that composes with `before`."""
    if character.isascii():
        return False
    if unicodedata.combining(character):
        return True
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) != apart
