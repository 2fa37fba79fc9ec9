"""What is delivered: a translated text, or a book of several, ready to be set.

It knows paragraphs, not files: the modules ``publication_text``, ``publication_html`` and
``publication_docx`` each set it in one format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextvars import copy_context
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum

from glossary.interface import _, speak

__all__ = [
    "Chapter",
    "IndexEntry",
    "IndexGroup",
    "Labels",
    "Layout",
    "Paragraph",
    "Piece",
    "Publication",
    "TermIndex",
    "joined",
    "labels",
]

_UNSPACED = ("zh", "ja")
_PAGE = 2700
"""Characters of the longer side that fit on one of two facing pages: A4, 13 point."""
_EXTRA = 120
"""Characters that the end of a paragraph costs."""


class Layout(StrEnum):
    """How the two languages stand to each other."""

    TARGET = "target"
    SIDE_BY_SIDE = "side-by-side"
    FACING = "facing"
    INTERLINEAR = "interlinear"

    @property
    def is_bilingual(self) -> bool:
        """Whether the source is shown, too."""
        return self is not Layout.TARGET


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with its translation; `target` is empty where it has none (it is open).

    `is_doubtful` says that somebody must look at the translation.
    """

    source: str
    target: str = ""
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article: `line` is its number there, `kind` what it is for.

    `number` counts the paragraphs of its chapter, from 1. `is_continued` says that its beginning is
    on the page before.
    """

    line: int
    number: int
    kind: str
    pieces: tuple[Piece, ...]
    is_continued: bool = False

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind == "paragraph" and self.pieces[0].source.startswith(("- ", "• ", "+ "))

    @property
    def size(self) -> int:
        """The characters of its longer side, and what its end costs."""
        sizes = [(len(piece.source), len(piece.target)) for piece in self.pieces]
        return max(map(sum, zip(*sizes, strict=True))) + _EXTRA


@dataclass(frozen=True, slots=True)
class Chapter:
    """One article. `name` is that of its file without the ending, `number` counts from 1."""

    number: int
    name: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def title(self) -> Piece:
        """The title with its translation, the name where the article has none."""
        for paragraph in self.paragraphs:
            if paragraph.kind == "title":
                sources, targets = zip(
                    *((p.source, p.target) for p in paragraph.pieces), strict=True
                )
                return Piece(" ".join(sources), " ".join(targets) if all(targets) else "")
        return Piece(self.name, self.name)

    def anchor(self, paragraph: int) -> str:
        """The name under which a paragraph is linked to."""
        return f"p{self.number}-{paragraph}"

    def spreads(self) -> Iterator[tuple[Paragraph, ...]]:
        """Its paragraphs by pairs of facing pages; one longer than a page is cut at a sentence.

        Only a sentence that is itself longer than a page makes a pair of pages too long.
        """
        page: list[Paragraph] = []
        size = 0
        for paragraph in (part for one in self.paragraphs for part in _parts(one)):
            if page and size + paragraph.size > _PAGE:
                yield tuple(page)
                page, size = [], 0
            page.append(paragraph)
            size += paragraph.size
        if page:
            yield tuple(page)


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A term, its equivalent in the other language, and where it stands: (chapter, paragraph)."""

    term: str
    equivalent: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries under one letter."""

    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class TermIndex:
    """An index of terms; `language` is that of the terms, `other` that of the equivalents.

    `title` names both, as in “Tiếng Việt – English”.
    """

    title: str
    language: str
    other: str
    groups: tuple[IndexGroup, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that a publication itself says, in the language of its readers."""

    contents: str
    index: str
    open: str
    doubtful: str
    paragraph: str
    marks: str
    to_text: str


@dataclass(frozen=True, slots=True)
class Publication:
    """A text or a book with all that is needed to set it. `made` is the date of its newest part."""

    title: str
    chapters: tuple[Chapter, ...]
    source_language: str
    target_language: str
    layout: Layout
    labels: Labels
    indexes: tuple[TermIndex, ...] = ()
    is_book: bool = False
    made: datetime = field(default=datetime(1980, 1, 1, tzinfo=UTC))

    @property
    def pieces(self) -> Iterator[Piece]:
        """Every sentence in order."""
        for chapter in self.chapters:
            for paragraph in chapter.paragraphs:
                yield from paragraph.pieces

    @property
    def open_count(self) -> int:
        """How many sentences have no translation."""
        return sum(not piece.target for piece in self.pieces)

    @property
    def doubtful_count(self) -> int:
        """How many translations somebody must look at."""
        return sum(bool(piece.target and piece.is_doubtful) for piece in self.pieces)


def _parts(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph, or parts of it that each fit on a page."""
    if paragraph.size <= _PAGE:
        yield paragraph
        return
    part: list[Piece] = []
    for piece in paragraph.pieces:
        longer = replace(paragraph, pieces=(*part, piece))
        if part and longer.size > _PAGE:
            yield replace(
                paragraph, pieces=tuple(part), is_continued=part[0] is not paragraph.pieces[0]
            )
            part = []
        part.append(piece)
    yield replace(paragraph, pieces=tuple(part), is_continued=part[0] is not paragraph.pieces[0])


def joined(texts: Iterable[str], language: str) -> str:
    """Sentences as one line: with blanks between them where the language has blanks.

    >>> joined(["Một.", "Hai."], "vi"), joined(["一。", "二。"], "zh-Hans")
    ('Một. Hai.', '一。二。')
    """
    return ("" if language.partition("-")[0] in _UNSPACED else " ").join(texts)


def labels(language: str) -> Labels:
    """The words in `language`, in English where the interface has no such language."""
    return copy_context().run(_labels, language)


def _labels(language: str) -> Labels:
    speak(language)
    return Labels(
        contents=_("Contents"),
        index=_("Index of terms"),
        open=_("not translated"),
        doubtful=_("to be reviewed"),
        paragraph=_("paragraph"),
        marks=_("Draft"),
        to_text=_("Skip to the text"),
    )
