"""Deliver translated articles: one text, or a book of several, with an index of its terms.

in      bitexts of articles, and how they are to be set
out     the bytes of the file, and how much of it is not finished; nothing is written here
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from glossary.catalog.bitext import Bitext, BitextFile, is_bitext
from glossary.errors import RequestError
from glossary.formats import publication
from glossary.formats.publication import (
    Chapter,
    IndexEntry,
    IndexGroup,
    Layout,
    Paragraph,
    Piece,
    Publication,
    TermIndex,
)
from glossary.interface import _
from glossary.languages import fold, vi
from glossary.languages import language as find_language
from glossary.lookup import Annotator
from glossary.model import Entry
from glossary.project.project import Project

__all__ = ["Delivery", "Form", "Wish", "deliver", "form_of"]


class Form(StrEnum):
    """The format of the file."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Wish:
    """How to set the text. `title` is that of a book; empty means the name of the project."""

    form: Form = Form.HTML
    layout: Layout = Layout.TARGET
    is_book: bool = False
    title: str = ""
    has_index: bool = True


@dataclass(frozen=True, slots=True)
class Delivery:
    """The file, and how many of its `total` sentences are open or to be reviewed."""

    data: bytes
    total: int
    open_count: int
    doubtful_count: int


def form_of(name: str) -> Form:
    """The format that a file's name asks for; RequestError where it asks for none that there is."""
    ending = Path(name).suffix.lower().lstrip(".")
    ending = "html" if ending == "htm" else ending
    if ending in set(Form):
        return Form(ending)
    raise RequestError(
        _("cannot tell the format of “{name}”").format(name=name),
        hint=_("Let its name end in .txt, .html or .docx, or name it with --format."),
    )


def deliver(project: Project | None, paths: Sequence[Path], wish: Wish) -> Delivery:
    """Set the bitexts at `paths`; the index holds the terms of the project's glossary.

    Raises as `BitextFile.read` does; RequestError for a PO of something else, and for several texts
    that shall be no book or are not in one pair of languages.
    """
    if len(paths) > 1 and not wish.is_book:
        raise RequestError(
            _("{count} files make a book, not one text").format(count=len(paths)),
            hint=_("Add --book, or deliver them one by one."),
        )
    bitexts = [_read(path) for path in paths]
    whole = compose(project, bitexts, wish)
    return Delivery(
        _writer(wish.form)(whole),
        sum(1 for _piece in whole.pieces),
        whole.open_count,
        whole.doubtful_count,
    )


def _read(path: Path) -> Bitext:
    bitext = BitextFile(path).read()
    if not is_bitext(bitext.catalog):
        raise RequestError(
            _("this is no translated article: its header names none"),
            hint=_("An article's PO has “X-Article: NAME” there; “glossary prepare” makes one."),
            path=path,
        )
    return bitext


def compose(project: Project | None, bitexts: Sequence[Bitext], wish: Wish) -> Publication:
    """Put texts together to what is set: chapters in order of the files, then the indexes."""
    if not bitexts:
        raise RequestError(_("there is nothing to deliver"), hint=_("Name at least one PO file."))
    source, target = _languages(bitexts)
    chapters = tuple(_chapter(bitext, number) for number, bitext in enumerate(bitexts, start=1))
    name = project.settings.name if project else ""
    shown = chapters[0].title.target or chapters[0].title.source
    indexes: tuple[TermIndex, ...] = ()
    if project and wish.has_index and wish.form is not Form.TXT and target in project.languages():
        entries = project.catalog(target).read().entries
        indexes = tuple(_indexes(chapters, entries, languages=(source, target), wish=wish))
    return Publication(
        title=wish.title or (name if wish.is_book and name else shown),
        chapters=chapters,
        source_language=source,
        target_language=target,
        layout=wish.layout,
        labels=publication.labels(target),
        indexes=indexes,
        is_book=wish.is_book,
        made=_made(bitexts),
    )


def _writer(form: Form) -> Callable[[Publication], bytes]:
    if form is Form.TXT:
        from glossary.formats.publication_text import render as text

        return text
    if form is Form.HTML:
        from glossary.formats.publication_html import render as html

        return html
    from glossary.formats.publication_docx import render as docx

    return docx


def _languages(bitexts: Sequence[Bitext]) -> tuple[str, str]:
    pairs = {(bitext.source_language, bitext.target_language): bitext for bitext in bitexts}
    for (_source, target), bitext in pairs.items():
        if not target:
            raise RequestError(
                _("the header names no language"),
                hint=_("Write “Language: vi” into it."),
                path=bitext.path,
            )
    if len(pairs) > 1:
        named = ", ".join(f"{source} – {target}" for source, target in pairs)
        raise RequestError(
            _("the texts are in several pairs of languages: {pairs}").format(pairs=named),
            hint=_("Make a book of one pair."),
        )
    return next(iter(pairs))


def _chapter(bitext: Bitext, number: int) -> Chapter:
    name = (bitext.article or (bitext.path.name if bitext.path else "")).rpartition(".")[0]
    paragraphs = (
        Paragraph(
            line.number,
            count,
            line.kind,
            tuple(Piece(one.source, one.target, one.needs_review) for one in line.segments),
        )
        for count, line in enumerate(bitext.lines, start=1)
    )
    return Chapter(number, name, tuple(paragraphs))


def _made(bitexts: Iterable[Bitext]) -> datetime:
    times = [segment.changed for bitext in bitexts for segment in bitext.segments]
    return max((time for time in times if time), default=datetime(1980, 1, 1, tzinfo=UTC))


def _indexes(
    chapters: Iterable[Chapter],
    entries: Sequence[Entry],
    *,
    languages: tuple[str, str],
    wish: Wish,
) -> Iterable[TermIndex]:
    """The index in the language of the readers; in a bilingual text also the other way round."""
    source, target = languages
    found = _places(chapters, entries, language=source)
    if not found:
        return
    titles = [find_language(tag).own_name for tag in languages]
    terms = [IndexEntry(*pair, tuple(sorted(places))) for pair, places in found.items()]
    turned = [IndexEntry(one.equivalent, one.term, one.places) for one in terms]
    if wish.layout.is_bilingual:
        yield TermIndex(f"{titles[0]} – {titles[1]}", source, target, _groups(terms, source))
    yield TermIndex(f"{titles[1]} – {titles[0]}", target, source, _groups(turned, target))


def _places(
    chapters: Iterable[Chapter], entries: Sequence[Entry], *, language: str
) -> Mapping[tuple[str, str], set[tuple[int, int]]]:
    """Where the terms that have an equivalent stand, by term and equivalent."""
    ready = [entry for entry in entries if entry.target and not entry.obsolete]
    annotator = Annotator.of_sources(ready, language=language)
    places: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for chapter in chapters:
        for paragraph in chapter.paragraphs:
            for piece in paragraph.pieces:
                for found in annotator.annotate(piece.source):
                    key = (found.entry.source, found.entry.target)
                    places.setdefault(key, set()).add((chapter.number, paragraph.number))
    return places


def _groups(entries: Iterable[IndexEntry], language: str) -> tuple[IndexGroup, ...]:
    """The entries in the alphabetical order of the language, by letter."""
    if language.startswith("vi"):
        ordered = sorted(entries, key=lambda one: (vi.order_key(one.term), one.equivalent))
        groups = groupby(ordered, key=lambda one: vi.first_letter(one.term))
    else:
        ordered = sorted(entries, key=lambda one: (fold(one.term), one.term, one.equivalent))
        groups = groupby(ordered, key=lambda one: _first_letter(one.term))
    return tuple(IndexGroup(first, tuple(members)) for first, members in groups)


def _first_letter(term: str) -> str:
    first = fold(term)[:1].upper()
    return first if first.isalpha() else ""
