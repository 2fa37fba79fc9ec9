"""Articles: what each line is, the date, what cannot be read, and the way back to the file."""

from __future__ import annotations

import os
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InputError, MalformedError
from glossary.text import articles
from glossary.text.articles import LineKind, parse_article, parse_date, read_article

DATES = [
    ("day first", "28/02/2018", date(2018, 2, 28)),
    ("twelve-hour clock", "28/02/2018 04:27 PM", date(2018, 2, 28)),
    ("a day that could be a month", "03/04/2020", date(2020, 4, 3)),
    ("dots", "28.2.2018", date(2018, 2, 28)),
    ("hyphens", "8-2-2018", date(2018, 2, 8)),
    ("ISO", "2018-02-28", date(2018, 2, 28)),
    ("ISO with a time", "2018-02-28T16:27:05", date(2018, 2, 28)),
    ("month first, in letters", "February 28, 2018", date(2018, 2, 28)),
    ("day first, in letters", "28th February 2018, 4.27 p.m.", date(2018, 2, 28)),
    ("small letters", "  1 march 2018 ", date(2018, 3, 1)),
    ("leap day", "29/02/2020", date(2020, 2, 29)),
    ("no leap day", "29/02/2019", None),
    ("no such month", "01/13/2019", None),
    ("inside a sentence", "On 28/02/2018 the office opened.", None),
    ("year only", "2018", None),
    ("two digits", "28/02/18", None),
    ("a number of a decree", "72/2015", None),
    ("nothing", "", None),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in DATES], ids=[r[0] for r in DATES]
)
def test_dates(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


ARTICLE = """\
Farmers receive new insurance cards
05/06/2021 08:00 AM

The office gave out 1,200 cards.
Further steps
Illustrative photo
Officials open the counter in Can Tho
(Source: Office of the province)
It will give out the rest by June./.
More cards: 300
- Cards for the following groups:
Contact
"""
KINDS = [
    (1, LineKind.TITLE),
    (2, LineKind.DATE),
    (4, LineKind.PARAGRAPH),
    (5, LineKind.HEADING),
    (6, LineKind.CAPTION),  # says what it is
    (7, LineKind.CAPTION),  # stands above a source
    (8, LineKind.SOURCE),
    (9, LineKind.PARAGRAPH),  # "./." ends an administrative text
    (10, LineKind.HEADING),
    (11, LineKind.PARAGRAPH),
    (12, LineKind.HEADING),
]


def test_kinds_of_lines() -> None:
    article = parse_article(ARTICLE, "cards.txt")
    assert [(line.number, line.kind) for line in article.lines] == KINDS
    assert article.title == "Farmers receive new insurance cards"
    assert article.date == date(2021, 6, 5)
    assert [kind.is_display for kind in (LineKind.PARAGRAPH, LineKind.TITLE)] == [False, True]


def test_a_long_line_without_a_full_stop_is_a_paragraph() -> None:
    for words, kind in [(30, LineKind.HEADING), (31, LineKind.PARAGRAPH)]:
        assert parse_article(f"Title\n{'fund ' * words}", "a.txt").lines[1].kind is kind


# name, content, file name, title, date
HEADS = [
    ("no date at all", "Title\nText.", "cards.txt", "Title", None),
    ("the date of the file", "Title\nText.", "2021-06-05.txt", "Title", date(2021, 6, 5)),
    ("a file with more", "T\nText.", "2021-06-05 cards.txt", "T", date(2021, 6, 5)),
    ("no date in the name", "T\nText.", "2021-06-051.txt", "T", None),
    ("no such day", "T\nText.", "2021-06-31.txt", "T", None),
    ("the line wins", "T\n01/02/2020\nText.", "2021-06-05.txt", "T", date(2020, 2, 1)),
    ("far down is no date line", "T\nb\nc\nd\ne\n01/02/2020", "a.txt", "T", None),
    ("blank lines do not count", "T\n\n\n\n\n\n01/02/2020", "a.txt", "T", date(2020, 2, 1)),
    ("only the first date counts", "T\n01/02/2020\n05/06/2021", "a.txt", "T", date(2020, 2, 1)),
    ("no title: a sentence", "He paid the tax.\n01/02/2020", "a.txt", "", date(2020, 2, 1)),
    ("a date instead of a title", "01/02/2020\nText.", "a.txt", "", date(2020, 2, 1)),
    ("empty", "", "a.txt", "", None),
    ("blank", " \n\t\n", "a.txt", "", None),
]


@pytest.mark.parametrize(
    ("content", "name", "title", "day"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS]
)
def test_title_and_date(content: str, name: str, title: str, day: date | None) -> None:
    article = parse_article(content, name)
    assert (article.name, article.title, article.date) == (name, title, day)


def test_the_owners_articles(seeds: list[Path]) -> None:
    read = {path.stem: read_article(path) for path in seeds}
    assert {stem: str(article.date) for stem, article in read.items()} == {s: s for s in read}
    assert sum(len(article.lines) for article in read.values()) == 144  # counted with grep -c
    assert read["2018-02-28"].title == "Vietnam Social Security promotes external information"
    captions = [line.number for line in read["2018-02-28"].lines if line.kind is LineKind.CAPTION]
    assert captions == [13]  # its source stands behind it


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    article = parse_article(ARTICLE.replace("\n", end), "cards.txt")
    assert [(line.number, line.kind) for line in article.lines] == KINDS


def test_line_ends_may_be_mixed() -> None:
    lines = parse_article("one\r\n\rthree\n\n\rsix", "a.txt").lines
    assert [(line.number, line.text, line.start) for line in lines] == [
        (1, "one", 0),
        (3, "three", 6),
        (6, "six", 14),
    ]


def test_decomposed_text_is_composed_and_leads_back() -> None:
    line = parse_article("\n" + unicodedata.normalize("NFD", "Bảo hiểm"), "a.txt").lines[0]
    assert line.text == "Bảo hiểm"
    # 1 line end, then B, a with its hook (2), o, blank, h, i, e with two marks (3), m
    assert [line.original_offset(column) for column in range(9)] == [1, 2, 4, 5, 6, 7, 8, 11, 12]


Form = Literal["NFC", "NFD"]
LETTERS = ["a", "Z", " ", ".", "ả", "ệ", "Ữ", "đ", "ñ", "한", "é", "😀", "’", "\u00a0", "ς"]
FORMS: list[Form] = ["NFC", "NFD"]
ENDS = ["\n", "\r\n", "\r", "\n\n"]
chunks = st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from(FORMS)), max_size=12)


@given(st.lists(st.tuples(chunks, st.sampled_from(ENDS)), max_size=5))
def test_offsets_lead_to_the_same_character(
    lines: list[tuple[list[tuple[str, Form]], str]],
) -> None:
    content = "".join(
        "".join(unicodedata.normalize(form, letter) for letter, form in line) + end
        for line, end in lines
    )
    article = parse_article(content, "a.txt")
    for line in article.lines:
        assert unicodedata.is_normalized("NFC", line.text)
        offsets = [line.original_offset(column) for column in range(len(line.text) + 1)]
        for character, (start, stop) in zip(line.text, pairwise(offsets), strict=True):
            assert unicodedata.normalize("NFC", content[start:stop]) == character
        assert offsets[-1] == line.start + len(line.original)


@given(st.text())
def test_any_text_is_divided_without_loss(content: str) -> None:
    article = parse_article(content, "a.txt")
    kept = "".join(line.original for line in article.lines)
    assert "".join(kept.split()) == "".join(content.split())
    for line in article.lines:
        assert content[line.start : line.start + len(line.original)] == line.original
        offsets = [line.original_offset(column) for column in range(len(line.text) + 1)]
        assert offsets == sorted(offsets)
        assert offsets[-1] <= line.start + len(line.original)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfTitle\r\n01/02/2020\r\n")
    article = read_article(path)
    assert (article.title, article.date) == ("Title", date(2020, 2, 1))


# name, bytes, line, column, what the message and the hint say
UNREADABLE = [
    ("UTF-16, little end first", "T\nx".encode("utf-16"), 1, None, "UTF-16", "UTF-8"),
    ("UTF-16, big end first", b"\xfe\xff\x00T", 1, None, "UTF-16", "UTF-8"),
    ("UTF-16 without a mark", "Title".encode("utf-16-le"), 1, 2, "U+0000", "plain text"),
    ("Latin-1", "Title\nun café".encode("latin-1"), 2, 7, "0xe9", "UTF-8"),
    ("Windows-1258 behind CRLF", b"\xc4\x91\r\n\xd0o", 2, 1, "0xd0", "UTF-8"),
    ("behind letters of several bytes", "đđ".encode() + b"\xff", 1, 3, "0xff", "UTF-8"),
    ("behind a byte order mark", b"\xef\xbb\xbfab\nc\xe9", 2, 2, "0xe9", "UTF-8"),
    ("cut off", "đ".encode()[:1], 1, 1, "0xc4", "UTF-8"),
    ("NUL", b"ab\ncd\x00ef", 2, 3, "U+0000", "plain text"),
    ("a program", b"\x7fELF\x02\x01", 1, 5, "U+0002", "plain text"),
    ("an escape sequence", b"a\rb\x1b[0m", 2, 2, "U+001B", "plain text"),
]


@pytest.mark.parametrize(
    ("data", "line", "column", "said", "hint"),
    [row[1:] for row in UNREADABLE],
    ids=[row[0] for row in UNREADABLE],
)
def test_what_is_no_text(
    tmp_path: Path, data: bytes, line: int, column: int | None, said: str, hint: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(MalformedError) as caught:
        read_article(path)
    error = caught.value
    assert (error.path, error.line, error.column) == (path, line, column)
    assert said in error.message
    assert hint in error.hint


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path, reason in [(tmp_path / "no.txt", "no such file"), (tmp_path, "is a directory")]:
        with pytest.raises(InputError, match=reason) as caught:
            read_article(path)
        assert caught.value.path == path
        assert caught.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Title", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InputError, match="permission denied"):
        read_article(path)


def test_a_translation_is_not_taken_for_an_article(tmp_path: Path) -> None:
    path = tmp_path / "2020-05-23.PO"
    path.write_text('msgid "law"\nmsgstr "luật"\n')
    with pytest.raises(InputError, match=r"a \.PO file is no article") as caught:
        read_article(path)
    assert ".txt" in caught.value.hint


def test_a_line_that_is_too_long() -> None:
    longest = "x" * articles.MAX_LINE
    assert parse_article(f"Title\n{longest}\n", "a.txt").lines[1].text == longest
    with pytest.raises(MalformedError, match="longer than 1,000,000") as caught:
        parse_article(f"Title\n{longest}x\n", "a.txt", path=Path("a.txt"))
    assert str(caught.value).startswith("a.txt:2")


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(articles.MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 16 MB"):
        read_article(path)
