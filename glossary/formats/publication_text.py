"""Set a publication as plain text in UTF-8.

The translation alone has the lines of the article: each paragraph stands on the line that it has
there, empty lines between. An open sentence stands in brackets that say so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from glossary.formats.publication import (
    Chapter,
    Labels,
    Layout,
    Paragraph,
    Piece,
    Publication,
    joined,
)

__all__ = ["render"]

_COLUMN = 48
_GAP = "  │ "
_CHAPTERS = "\n\f\n"
_Side = Callable[[Paragraph], str]


def render(publication: Publication) -> bytes:
    """The whole text; chapters and facing pages are divided by form feeds."""
    chapters = [_chapter(publication, chapter) for chapter in publication.chapters]
    return _CHAPTERS.join(chapters).encode("utf-8")


def _chapter(publication: Publication, chapter: Chapter) -> str:
    language = publication.target_language

    def source(paragraph: Paragraph) -> str:
        return joined((piece.source for piece in paragraph.pieces), publication.source_language)

    def target(paragraph: Paragraph) -> str:
        return joined((_shown(piece, publication.labels) for piece in paragraph.pieces), language)

    if publication.layout is Layout.TARGET:
        return _lines(chapter.paragraphs, target)
    if publication.layout is Layout.FACING:
        return "\f\n".join(
            _lines(page, side, first=page[0].line)
            for page in chapter.spreads()
            for side in (source, target)
        )
    if publication.layout is Layout.INTERLINEAR:
        return "\n".join(_interlinear(chapter, publication.labels))
    return "".join(_columns(chapter.paragraphs, source, target))


def _shown(piece: Piece, words: Labels) -> str:
    if not piece.target:
        return f"[{words.open}: {piece.source}]"
    return f"{piece.target} [?]" if piece.is_doubtful else piece.target


def _lines(paragraphs: Iterable[Paragraph], side: _Side, *, first: int = 1) -> str:
    parts, line = [], first
    for paragraph in paragraphs:
        parts.append("\n" * (paragraph.line - line))
        parts.append(f"{side(paragraph)}\n")
        line = paragraph.line + 1
    return "".join(parts)


def _interlinear(chapter: Chapter, words: Labels) -> Iterator[str]:
    for paragraph in chapter.paragraphs:
        for piece in paragraph.pieces:
            yield f"{piece.source}\n{_shown(piece, words)}\n"


def _columns(paragraphs: Iterable[Paragraph], source: _Side, target: _Side) -> Iterator[str]:
    for paragraph in paragraphs:
        sides = (_wrapped(source(paragraph)), _wrapped(target(paragraph)))
        for left, right in zip_longest(*sides, fillvalue=""):
            yield f"{left:<{_COLUMN}}{_GAP}{right}".rstrip() + "\n"
        yield "\n"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _COLUMN, break_on_hyphens=False)
