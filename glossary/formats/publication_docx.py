"""Set a publication as a DOCX file, as Word and LibreOffice open it without a repair."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from glossary.formats import _docx_parts as parts
from glossary.formats.publication import (
    Chapter,
    Layout,
    Paragraph,
    Piece,
    Publication,
    TermIndex,
    joined,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Place

__all__ = ["render"]

_STYLES = {"date": "Subtitle", "caption": "Caption", "source": "Caption"}


def render(publication: Publication) -> bytes:
    """The whole file; the same publication always gives the same bytes."""
    return _Setter(publication).bytes()


class _Setter:
    """Writes one document from top to bottom."""

    def __init__(self, publication: Publication) -> None:
        self.book = publication
        self.document: Document = parts.new_document(
            publication.title, publication.target_language, publication.made
        )
        self._bookmarks = 0
        self._style_ids = {one.name: one.style_id for one in self.document.styles}
        self._level = 1 if publication.is_book else 0

    def bytes(self) -> bytes:
        book = self.book
        if book.is_book:
            self._heading(book.title, 0)
        elif book.layout is Layout.FACING:
            self._title_page()
        if book.open_count or book.doubtful_count:
            self._draft()
        if book.is_book:
            self._contents()
        if book.is_book or book.layout is Layout.FACING:
            self.page_break()
        for chapter in book.chapters:
            if chapter.number > 1:
                self.page_break()
            self._chapter(chapter)
        for index in book.indexes:
            self._index(index)
        return parts.packed(self.document)

    def _paragraph(self, style: str) -> Place:
        place = self.document.add_paragraph()
        self._set_style(place, style)
        return place

    def _set_style(self, place: Place, name: str) -> None:
        # python-docx looks through all styles at each paragraph, which costs more than the rest.
        place._p.style = self._style_ids[name]

    def page_break(self) -> None:
        self.document.add_page_break()  # type: ignore[no-untyped-call]

    def _title_page(self) -> None:
        """Page 1, so that the first pair of pages lies open at 2 and 3."""
        self._heading(self.book.title, 0)
        title = self._paragraph("Original")
        parts.add_run(title, self.book.chapters[0].title.source, self.book.source_language)

    def _contents(self) -> None:
        """The contents, whose page numbers the program fills in."""
        self._heading(self.book.labels.contents, 1)
        for chapter in self.book.chapters:
            name = f"c{chapter.number}"
            paragraph = self._paragraph("Contents")
            parts.add_link(paragraph, name, f"{chapter.number}. {_title(chapter)}")
            paragraph.add_run("\t")
            parts.add_field(paragraph, f"PAGEREF {name} \\h")
        for index in self.book.indexes:
            paragraph = self._paragraph("Contents")
            parts.add_link(paragraph, f"index_{index.language}", self._index_title(index))
            paragraph.add_run("\t")
            parts.add_field(paragraph, f"PAGEREF index_{index.language} \\h")

    def _draft(self) -> None:
        words, book = self.book.labels, self.book
        text = (
            f"{words.marks} · {words.open}: {book.open_count} · {words.doubtful}:"
            f" {book.doubtful_count}"
        )
        run = self.document.add_paragraph().add_run(text)
        run.italic = True

    def _chapter(self, chapter: Chapter) -> None:
        layout = self.book.layout
        if layout is Layout.FACING:
            self._facing(chapter)
            return
        table = None
        if layout is Layout.SIDE_BY_SIDE:
            table = self.document.add_table(0, 2)
            table.autofit = False
        for paragraph in chapter.paragraphs:
            if table is not None:
                left, right = table.add_row().cells
                self._source(left.paragraphs[0], chapter, paragraph, is_named=True)
                self._target(right.paragraphs[0], chapter, paragraph)
                right.paragraphs[0].paragraph_format.space_before = 0
            elif layout is Layout.INTERLINEAR:
                self._interlinear(chapter, paragraph)
            else:
                self._target(self.document.add_paragraph(), chapter, paragraph, is_named=True)

    def _facing(self, chapter: Chapter) -> None:
        for number, page in enumerate(chapter.spreads()):
            if number:
                self.page_break()
            for paragraph in page:
                self._source(self.document.add_paragraph(), chapter, paragraph)
            self.page_break()
            for paragraph in page:
                place = self.document.add_paragraph()
                self._target(place, chapter, paragraph, is_named=not paragraph.is_continued)

    def _interlinear(self, chapter: Chapter, paragraph: Paragraph) -> None:
        for number, piece in enumerate(paragraph.pieces):
            above = self._paragraph("Original")
            if not number:
                self._name(above, chapter, paragraph)
            parts.add_run(above, piece.source, self.book.source_language)
            above.paragraph_format.keep_with_next = True
            below = self.document.add_paragraph()
            if not number and paragraph.kind in {"title", "heading"}:
                self._set_style(below, self._heading_style(paragraph))
            if piece.target:
                self._pieces(below, (piece,))
            else:
                self._open(below)

    def _source(
        self, place: Place, chapter: Chapter, paragraph: Paragraph, *, is_named: bool = False
    ) -> None:
        self._set_style(place, "Original")
        if is_named:
            self._name(place, chapter, paragraph)
        text = joined((piece.source for piece in paragraph.pieces), self.book.source_language)
        run = parts.add_run(place, text, self.book.source_language)
        if paragraph.kind in {"title", "heading"}:
            run.bold = True
            run.font.size = self.document.styles[self._heading_style(paragraph)].font.size

    def _target(
        self, place: Place, chapter: Chapter, paragraph: Paragraph, *, is_named: bool = False
    ) -> None:
        self._set_style(place, self._style(paragraph))
        if is_named:
            self._name(place, chapter, paragraph)
        self._pieces(place, paragraph.pieces)

    def _style(self, paragraph: Paragraph) -> str:
        if paragraph.kind in {"title", "heading"}:
            return self._heading_style(paragraph)
        return "List" if paragraph.is_item else _STYLES.get(paragraph.kind, "Normal")

    def _heading_style(self, paragraph: Paragraph) -> str:
        level = self._level + (paragraph.kind == "heading")
        return f"Heading {level}" if level else "Title"

    def _open(self, place: Place) -> None:
        """Say that a sentence is not translated."""
        from docx.enum.text import WD_COLOR_INDEX

        run = parts.add_run(place, f"[{self.book.labels.open}]", self.book.target_language)
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW

    def _pieces(self, place: Place, pieces: Iterable[Piece]) -> None:
        from docx.enum.text import WD_COLOR_INDEX

        words, target = self.book.labels, self.book.target_language
        for number, piece in enumerate(pieces):
            if number:
                parts.add_run(place, joined(("", ""), target), target)
            if piece.target:
                run = parts.add_run(place, piece.target, target)
            else:
                self._open(place)
                run = parts.add_run(place, f" {piece.source}", self.book.source_language)
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            if piece.target and piece.is_doubtful:
                run.font.highlight_color = WD_COLOR_INDEX.TURQUOISE
                parts.add_run(
                    place, f" [{words.doubtful}]", target
                ).font.highlight_color = WD_COLOR_INDEX.TURQUOISE

    def _name(self, place: Place, chapter: Chapter, paragraph: Paragraph) -> None:
        """Put the anchors of a paragraph at its start, and its number where there is an index."""
        if paragraph.number == 1:
            self._bookmark(place, f"c{chapter.number}")
        self._bookmark(place, _anchor(chapter.number, paragraph.number))
        if self.book.indexes:
            run = place.add_run(f"{paragraph.number} ")
            run.font.superscript = True
            run.bold = False

    def _bookmark(self, place: Place, name: str) -> None:
        parts.add_bookmark(place, name, self._bookmarks)
        self._bookmarks += 1

    def _heading(self, text: str, level: int) -> Place:
        heading: Place = self.document.add_heading(parts.clean(text), level)
        return heading

    def _index_title(self, index: TermIndex) -> str:
        return f"{self.book.labels.index}: {index.title}"

    def _index(self, index: TermIndex) -> None:
        parts.begin_section(self.document, 1)
        heading = self._heading(self._index_title(index), 1)
        self._bookmark(heading, f"index_{index.language}")
        parts.begin_section(self.document, 2, is_new_page=False)
        for group in index.groups:
            self._heading(group.letter or "#", 2)
            for entry in group.entries:
                place = self._paragraph("Index of terms")
                parts.add_run(place, entry.term, index.language).bold = True
                parts.add_run(place, f"  {entry.equivalent}  ", index.other)
                for number, (chapter, paragraph) in enumerate(entry.places):
                    if number:
                        place.add_run(", ")
                    shown = f"{chapter}.{paragraph}" if self.book.is_book else f"{paragraph}"
                    parts.add_link(place, _anchor(chapter, paragraph), shown)


def _anchor(chapter: int, paragraph: int) -> str:
    return f"p{chapter}_{paragraph}"


def _title(chapter: Chapter) -> str:
    return chapter.title.target or chapter.title.source
