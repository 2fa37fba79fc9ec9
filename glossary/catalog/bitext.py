"""The bitext of an article: a PO file with one entry for each sentence, in reading order.

in      a catalog whose header names an article (``X-Article``)
out     `Segment` values, and the lines of the text put together again from them
rules   `#.` and `#:` belong to the tool that prepared the file: the first `#.` says what kind of
        line the sentence stands in, each `#:` one place of it (article, line, column). All else
        belongs to people. A sentence that stands twice is one entry with two references.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import groupby
from pathlib import Path

from glossary.catalog.catalog import Catalog
from glossary.catalog.creation import new_catalog
from glossary.catalog.store import PATIENCE, CatalogFile
from glossary.errors import InputError
from glossary.interface import _
from glossary.languages import Language
from glossary.model import Entry, Segment
from glossary.text.articles import LineKind
from glossary.text.segments import Place, kind_of

__all__ = ["ARTICLE", "Bitext", "BitextFile", "TextLine", "is_bitext", "new_bitext"]

ARTICLE = "X-Article"
"""The header that names the article, by which its PO is known."""
_SOURCE_LANGUAGE = "X-Source-Language"


def is_bitext(catalog: Catalog) -> bool:
    """Whether a catalog holds an article's sentences, not a glossary's terms."""
    return bool(catalog.header(ARTICLE))


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the article that is not empty: its sentences in order.

    `number` counts from 1; the numbers that are missing are empty lines.
    """

    number: int
    kind: str
    segments: tuple[Segment, ...]


class Bitext:
    """The segments of an article, found by source and sense; a view of its catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    @classmethod
    def from_bytes(cls, data: bytes, *, path: Path | None = None) -> Bitext:
        """Read the bytes of a PO file; MalformedError for its faults."""
        return cls(Catalog.from_bytes(data, path=path))

    @property
    def path(self) -> Path | None:
        """The file it was read from."""
        return self.catalog.path

    @property
    def article(self) -> str:
        """The file name of the article, empty where the header names none."""
        return self.catalog.header(ARTICLE)

    @property
    def source_language(self) -> str:
        """The language of the article, English where the header names none."""
        return self.catalog.header(_SOURCE_LANGUAGE).replace("_", "-") or "en"

    @property
    def target_language(self) -> str:
        """The language of the translation, empty where the header names none."""
        return self.catalog.language

    @property
    def changed(self) -> bool:
        """Whether anything differs from what was read."""
        return self.catalog.changed

    def to_bytes(self) -> bytes:
        """The file as it is to be written."""
        return self.catalog.to_bytes()

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The living segments in reading order, each once, with the neighbours of its first place.

        One whose references name no place stands at the end.
        """
        return tuple(_neighboured(self._living()))

    @property
    def obsolete(self) -> tuple[Segment, ...]:
        """The segments that the article no longer has, in the order of the file."""
        return tuple(self._segment(entry) for entry in self.catalog.entries if entry.obsolete)

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """The text put together again: every line in order, a repeated sentence at each place.

        A segment whose references name no place has a line of its own at the end.
        """
        segments = self.segments
        placed = sorted(
            (place.line, place.column, index)
            for index, segment in enumerate(segments)
            for place in map(Place.parse, segment.references)
            if place
        )
        found: list[TextLine] = []
        for number, group in groupby(placed, key=lambda one: one[0]):
            whole = tuple(segments[index] for _line, _column, index in group)
            found.append(TextLine(number, _kind(whole[0], is_first=not found), whole))
        last = found[-1].number if found else 0
        known = {index for _line, _column, index in placed}
        lost = (segment for index, segment in enumerate(segments) if index not in known)
        for number, segment in enumerate(lost, start=last + 1):
            found.append(TextLine(number, segment.kind, (segment,)))
        return tuple(found)

    def get(self, source: str, sense: str = "") -> Segment | None:
        """The segment of a sentence, living or obsolete, without its neighbours."""
        entry = self.catalog.get(source, sense)
        return self._segment(entry) if entry else None

    def former(self, source: str, sense: str = "") -> str:
        """The sentence that the target was made for (``#| msgid``), empty where none is kept."""
        return self.catalog.former(source, sense)

    def put(self, segment: Segment, *, former: str | None = None, obsolete: bool = False) -> None:
        """Add a segment, or change the one with its key; an equal one changes no byte.

        `former` is kept as the sentence that the target was made for; None leaves what is there.
        """
        entry = self.catalog.get(*segment.key) or Entry(segment.source, sense=segment.sense)
        self.catalog.put(
            replace(
                entry,
                target=segment.target,
                needs_review=segment.needs_review,
                approval=segment.approval,
                notes=segment.notes,
                comments=segment.comments,
                references=segment.references,
                obsolete=obsolete,
            )
        )
        if former is not None:
            self.catalog.set_former(segment.source, former, sense=segment.sense)

    def _living(self) -> list[Segment]:
        living = [self._segment(entry) for entry in self.catalog.entries if not entry.obsolete]
        return sorted(living, key=_first_place)

    def _segment(self, entry: Entry) -> Segment:
        return Segment(
            entry.source,
            entry.target,
            entry.sense,
            source_language=self._file.source_language,
            target_language=self._file.target_language,
            kind=kind_of(entry.comments[0]) if entry.comments else "",
            needs_review=entry.needs_review,
            approval=entry.approval,
            origin=self._file.article,
            references=entry.references,
            author=self._file.author if entry.target else "",
            changed=self._file.changed if entry.target else None,
            notes=entry.notes,
            comments=entry.comments,
        )

    @cached_property
    def _file(self) -> _FileFacts:
        return _FileFacts(
            self.article,
            self.source_language,
            self.target_language,
            self.catalog.header("Last-Translator"),
            _revised(self.catalog),
        )


@dataclass(frozen=True, slots=True)
class _FileFacts:
    """What the header says of every segment."""

    article: str
    source_language: str
    target_language: str
    author: str
    changed: datetime | None


@dataclass(frozen=True, slots=True)
class BitextFile:
    """The PO file of an article, read and written with the same care as a `CatalogFile`."""

    path: Path

    def exists(self) -> bool:
        """Whether there is such a file."""
        return self.path.exists()

    def read(self) -> Bitext:
        """Read it; InputError or MalformedError where that cannot be done."""
        return Bitext(self._file.read())

    @contextmanager
    def editing(self, *, backup: bool = False, patience: float = PATIENCE) -> Iterator[Bitext]:
        """Give it for changes, written at the end under a lock: see `CatalogFile.editing`."""
        with self._file.editing(backup=backup, patience=patience) as catalog:
            yield Bitext(catalog)

    @property
    def _file(self) -> CatalogFile:
        if not self.path.exists():
            raise InputError(
                _("there is no such translation"),
                hint=_("Make it with “glossary prepare ARTICLE -l LANGUAGE”."),
                path=self.path,
            )
        return CatalogFile(self.path)


def new_bitext(
    article: str,
    *,
    language: Language,
    created: datetime,
    project: str = "glossary 1.0",
    translator: str = "",
    source_language: str = "en",
) -> Bitext:
    """A bitext of `article` (its file name) in memory: a complete header, no segment yet."""
    catalog = new_catalog(
        (), language=language, created=created, project=project, translator=translator
    )
    catalog.set_remarks((f"{language.english_name} translation of {article}.", ""))
    catalog.set_header(_SOURCE_LANGUAGE, source_language.replace("-", "_"))
    catalog.set_header(ARTICLE, "_".join(article.split()))
    return Bitext(catalog)


def _kind(segment: Segment, *, is_first: bool) -> str:
    """The kind of a line by its first sentence; a title that comes again is a heading there."""
    is_again = segment.kind == LineKind.TITLE and not is_first
    return LineKind.HEADING.value if is_again else segment.kind


def _first_place(segment: Segment) -> tuple[bool, int, int]:
    places = [place for one in segment.references if (place := Place.parse(one))]
    first = min(places, key=lambda one: (one.line, one.column), default=None)
    return (False, first.line, first.column) if first else (True, 0, 0)


def _neighboured(segments: list[Segment]) -> Iterator[Segment]:
    """Tell each segment what stands before and behind its first place."""
    text = sorted(
        (place.line, place.column, index)
        for index, segment in enumerate(segments)
        for place in map(Place.parse, segment.references)
        if place
    )
    first: dict[int, int] = {}
    for position, (_line, _column, index) in enumerate(text):
        first.setdefault(index, position)
    for index, segment in enumerate(segments):
        if index not in first:
            yield segment
            continue
        here = first[index]
        before = segments[text[here - 1][2]].source if here else ""
        behind = segments[text[here + 1][2]].source if here + 1 < len(text) else ""
        yield replace(segment, previous=before, following=behind)


def _revised(catalog: Catalog) -> datetime | None:
    written = catalog.header("PO-Revision-Date")
    try:
        return datetime.strptime(written, "%Y-%m-%d %H:%M%z").astimezone(UTC)
    except ValueError:
        return None
