"""What is delivered, and how it is set as plain text, HTML and DOCX."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from glossary.formats import publication_docx, publication_html, publication_text
from glossary.formats.publication import (
    Chapter,
    IndexEntry,
    IndexGroup,
    Layout,
    Paragraph,
    Piece,
    Publication,
    TermIndex,
    labels,
)

TITLE = Piece("The ceremony", "Lễ ra quân")
GREW = Piece("It grew by 5 < 6 & more.", "Nó tăng 5 < 6 & hơn nữa.")
OPEN = Piece("It will grow.")
DOUBT = Piece("They came.", "Họ đã đến.", is_doubtful=True)
ITEM = Piece("- one item", "- một mục")

CHAPTER = Chapter(
    1,
    "2020-05-23",
    (
        Paragraph(1, 1, "title", (TITLE,)),
        Paragraph(3, 2, "paragraph", (GREW, OPEN)),
        Paragraph(4, 3, "heading", (Piece("A heading", "Một đề mục"),)),
        Paragraph(7, 4, "paragraph", (DOUBT,)),
        Paragraph(8, 5, "paragraph", (ITEM,)),
    ),
)
INDEX = TermIndex(
    "Tiếng Việt – English",
    "vi",
    "en",
    (IndexGroup("L", (IndexEntry("lễ ra quân", "ceremony", ((1, 1), (1, 4))),)),),
)
TEXT = Publication("Lễ ra quân", (CHAPTER,), "en", "vi", Layout.TARGET, labels("en"), (INDEX,))
BOOK = replace(TEXT, title="Sách", chapters=(CHAPTER, replace(CHAPTER, number=2)), is_book=True)
LAYOUTS = pytest.mark.parametrize("layout", list(Layout))


def test_counts() -> None:
    assert (TEXT.open_count, TEXT.doubtful_count, len(list(TEXT.pieces))) == (1, 1, 6)


@pytest.mark.parametrize(
    ("pieces", "title"),
    [
        ((TITLE,), TITLE),
        ((TITLE, GREW), Piece(f"{TITLE.source} {GREW.source}", f"{TITLE.target} {GREW.target}")),
        ((TITLE, OPEN), Piece("The ceremony It will grow.")),
        ((), Piece("2020-05-23", "2020-05-23")),
    ],
)
def test_the_title_of_a_chapter(pieces: tuple[Piece, ...], title: Piece) -> None:
    lines = (Paragraph(1, 1, "title", pieces),) if pieces else ()
    assert Chapter(1, "2020-05-23", lines).title == title


def test_long_paragraphs_are_cut_at_sentences_for_facing_pages() -> None:
    sentences = tuple(Piece(f"{number} " + "x" * 998, "y" * 900) for number in range(7))
    chapter = Chapter(
        1,
        "a",
        (Paragraph(1, 1, "title", (TITLE,)), Paragraph(2, 2, "paragraph", sentences)),
    )
    pages = [
        [(part.number, part.is_continued, len(part.pieces)) for part in page]
        for page in chapter.spreads()
    ]
    assert pages == [[(1, False, 1), (2, False, 2)], [(2, True, 2)], [(2, True, 2)], [(2, True, 1)]]


# Plain text.


def text_of(layout: Layout) -> str:
    return publication_text.render(replace(TEXT, layout=layout)).decode()


def test_plain_text_stands_on_the_lines_of_the_article() -> None:
    assert text_of(Layout.TARGET) == (
        "Lễ ra quân\n\n"
        "Nó tăng 5 < 6 & hơn nữa. [not translated: It will grow.]\n"
        "Một đề mục\n\n\n"
        "Họ đã đến. [?]\n"
        "- một mục\n"
    )


def test_plain_text_between_the_lines() -> None:
    assert text_of(Layout.INTERLINEAR).startswith(
        "The ceremony\nLễ ra quân\n\nIt grew by 5 < 6 & more.\nNó tăng 5 < 6 & hơn nữa.\n\n"
        "It will grow.\n[not translated: It will grow.]\n"
    )


def test_plain_text_side_by_side() -> None:
    first = text_of(Layout.SIDE_BY_SIDE).split("\n\n")
    assert first[0] == f"{'The ceremony':<48}  │ Lễ ra quân"
    assert first[1].split("\n") == [
        f"{'It grew by 5 < 6 & more. It will grow.':<48}  │ Nó tăng 5 < 6 & hơn nữa."
        " [not translated: It",
        f"{'':<48}  │ will grow.]",
    ]


def test_plain_text_on_facing_pages() -> None:
    source, target = text_of(Layout.FACING).split("\f\n")
    assert source.startswith("The ceremony\n\nIt grew")
    assert target.startswith("Lễ ra quân\n\nNó tăng")


def test_the_chapters_of_a_book_are_pages() -> None:
    assert publication_text.render(BOOK).decode().count("\n\f\nLễ ra quân\n") == 1


# HTML.


class _Page(HTMLParser):
    """Reads a page: its tags in order, its anchors and links, the languages of its text."""

    VOID = ("meta", "br")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.said: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(page)
        assert not self._open, "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"]] if found.get("id") else []  # type: ignore[list-item]
        self.links += [found["href"]] if found.get("href") else []  # type: ignore[list-item]
        before = self._open[-1][1] if self._open else ""
        if tag not in self.VOID:
            self._open.append((tag, found.get("lang") or before))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag, tag

    def handle_data(self, data: str) -> None:
        if text := " ".join(data.split()):
            self.said.append((self._open[-1][1], text))


def page_of(publication: Publication) -> tuple[str, _Page]:
    text = publication_html.render(publication).decode()
    return text, _Page(text)


@LAYOUTS
@pytest.mark.parametrize("whole", [TEXT, BOOK], ids=["text", "book"])
def test_a_page_is_whole(layout: Layout, whole: Publication) -> None:
    """Well formed, every link leads somewhere in it, no address outside, headings in order."""
    text, page = page_of(replace(whole, layout=layout))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert not re.search(r"https?:|url\(|<script|<link|<img|@import", text)
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1


@LAYOUTS
def test_a_page_says_which_language_each_text_is_in(layout: Layout) -> None:
    _text, page = page_of(replace(TEXT, layout=layout))
    assert ("vi", "Nó tăng 5 < 6 & hơn nữa.") in page.said
    english = [text for language, text in page.said if language == "en"]
    assert any("It will grow." in text for text in english)
    assert any("The ceremony" in text for text in english) == layout.is_bilingual


def test_what_is_not_finished_is_seen() -> None:
    text, _page = page_of(TEXT)
    assert "Draft · not translated: 1 · to be reviewed: 1" in text
    assert '<span class="mark">[not translated]</span> <span lang="en" dir="ltr">It will' in text
    assert '<span class="mark">[to be reviewed]</span>' in text
    done = replace(CHAPTER, paragraphs=CHAPTER.paragraphs[:1])
    assert "Draft" not in page_of(replace(TEXT, chapters=(done,)))[0]


def test_the_index_leads_to_the_paragraphs() -> None:
    text, page = page_of(TEXT)
    assert page.links[-2:] == ["#p1-1", "#p1-4"]
    assert '<a href="#p1-1">1</a>, <a href="#p1-4">4</a>' in text
    assert '<a href="#p1-1">1.1</a>' in page_of(BOOK)[0]


def test_the_contents_lead_to_the_chapters() -> None:
    _text, page = page_of(replace(BOOK, layout=Layout.FACING))
    assert page.links[1:5] == ["#c1", "#c2", "#index-vi", "#p1-1"]


# DOCX.


def document_of(publication: Publication) -> docx.document.Document:
    return docx.Document(io.BytesIO(publication_docx.render(publication)))


def test_a_document_has_the_paragraphs_in_order() -> None:
    found = [
        (one.style.name if one.style else "", one.text)
        for one in document_of(replace(TEXT, indexes=())).paragraphs
    ]
    assert found == [
        ("Normal", "Draft · not translated: 1 · to be reviewed: 1"),
        ("Title", "Lễ ra quân"),
        ("Normal", "Nó tăng 5 < 6 & hơn nữa. [not translated] It will grow."),
        ("Heading 1", "Một đề mục"),
        ("Normal", "Họ đã đến. [to be reviewed]"),
        ("List", "- một mục"),
    ]


def test_a_document_side_by_side_is_a_table() -> None:
    [table] = document_of(replace(TEXT, layout=Layout.SIDE_BY_SIDE, indexes=())).tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "The ceremony",
        "Lễ ra quân",
    ]
    assert len(table.rows) == 5


@LAYOUTS
def test_a_document_has_its_anchors_once_and_every_link_finds_one(layout: Layout) -> None:
    data = publication_docx.render(replace(BOOK, layout=layout))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        text = file.read("word/document.xml").decode()
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', text)
    links = re.findall(r'<w:hyperlink w:anchor="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert set(links) <= set(names)
    assert {"c1", "c2", "index_vi", "p1_1", "p1_4"} == set(links)
    assert 'w:val="vi-VN"' in text
    assert 'w:val="en-GB"' in text


def test_a_document_is_always_the_same() -> None:
    assert publication_docx.render(BOOK) == publication_docx.render(BOOK)


def test_what_xml_cannot_hold_is_replaced() -> None:
    odd = Chapter(1, "a", (Paragraph(1, 1, "paragraph", (Piece("a", "b\x0bc\ufffe"),)),))
    whole = replace(TEXT, chapters=(odd,), indexes=())
    assert document_of(whole).paragraphs[0].text == "b\ufffdc\ufffd"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_libreoffice_sets_a_document(tmp_path: Path) -> None:
    path = tmp_path / "book.docx"
    path.write_bytes(publication_docx.render(replace(BOOK, layout=Layout.FACING)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    pdf = tmp_path / "book.pdf"
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True).stdout.decode()
    contents, *pages, index, _end = text.split("\f")
    # The page numbers of the contents are worked out: a title page, then two pages a chapter.
    assert re.findall(r"([12])\. Lễ ra quân\.*\s*(\d)", contents) == [("1", "3"), ("2", "5")]
    assert ["It grew by" in page for page in pages] == [True, False, True, False]
    assert ["Nó tăng 5 < 6 & hơn nữa." in page for page in pages] == [False, True, False, True]
    assert "1.1, 1.4" in index
