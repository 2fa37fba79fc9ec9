"""Exchange the sentences of translated articles with other programs: write them out, merge them in.

in      a project, a language, a format of segments
out     a file with the segments of articles; or what a merge did to the articles' translations
rules   A file that comes in is merged as `bitext_return` says: an open sentence takes its
        translation, and two different ones are a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from glossary.catalog import Catalog
from glossary.catalog.bitext import ARTICLE, Bitext, is_bitext
from glossary.catalog.concepts import concept_of
from glossary.catalog.merging import check_language
from glossary.catalog.three_way import Side
from glossary.formats.contract import Concept, Format, Profile, Reading, Writing
from glossary.lookup import Annotator
from glossary.model import Segment
from glossary.project.bitext_return import ArticleMerge, SegmentImport, merge_segments
from glossary.project.bitexts import language_of_articles, read_bitexts
from glossary.project.editing import Writing as Saving
from glossary.project.exchange import Selection, check_selection
from glossary.project.project import Project

__all__ = [
    "ArticleMerge",
    "SegmentExport",
    "SegmentImport",
    "SegmentWish",
    "export_segments",
    "holds_sentences",
    "import_segments",
]

Progress = Callable[[int, int], None]
"""Is told how much is done of how much."""

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class SegmentExport:
    """How many segments a file holds, how many it has no place for, and which fields it lacks."""

    count: int
    left_out: int = 0
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SegmentWish:
    """Which sentences to write, empty: all; and for which program."""

    language: str = ""
    articles: tuple[str, ...] = ()
    selection: Selection = field(default_factory=Selection)
    profile: Profile = Profile.PLAIN


def export_segments(
    project: Project,
    form: Format,
    stream: BinaryIO,
    *,
    wish: SegmentWish | None = None,
    progress: Progress | None = None,
) -> SegmentExport:
    """Write the segments of the translated articles wished for, in reading order.

    Raises NotFoundError where there are none, RequestError for a code of another language or a
    status that there is not, and as the format and `BitextFile.read` do.
    """
    assert form.write_segments is not None
    wish = wish or SegmentWish()
    check_selection(wish.selection, language_of_articles(project, wish.language))
    bitexts = read_bitexts(project, wish.language, wish.articles)
    segments = (one for bitext in bitexts for one in bitext.segments)
    chosen = [one for one in segments if _is_chosen(one, wish.selection)]
    if code := wish.selection.language_code:
        chosen = [replace(one, target_language=code) for one in chosen]
    moments = [segment.changed for segment in chosen if segment.changed]
    writing = Writing(
        wish.profile,
        max(moments, default=_EPOCH),
        project.settings.name,
        terms=_Terms(project, bitexts[0].target_language),
    )
    count = form.write_segments(_told(chosen, progress), stream, writing)
    lost = tuple(name for name in form.lacks if any(getattr(one, name) for one in chosen))
    return SegmentExport(count, len(chosen) - count, lost)


class _Terms:
    """Gives the terms that stand in the source of a segment, each once, in their order."""

    def __init__(self, project: Project, language: str) -> None:
        self._project, self._language = project, language

    def __call__(self, segment: Segment) -> Iterator[Concept]:
        found = (one.entry for one in self._annotator.annotate(segment.source))
        for entry in dict.fromkeys(found):
            if entry.target and not entry.needs_review:
                yield concept_of(entry)

    @cached_property
    def _annotator(self) -> Annotator:
        there = self._project.catalog_path(self._language).exists()
        entries = self._project.catalog(self._language).read().entries if there else ()
        return Annotator.of_sources(entries, language=self._project.settings.source_language)


def _is_chosen(segment: Segment, wish: Selection) -> bool:
    status = "needs-review" if segment.needs_review and segment.target else segment.status.value
    return not wish.statuses or status in wish.statuses


def _told(segments: Sequence[Segment], progress: Progress | None) -> Iterator[Segment]:
    for number, segment in enumerate(segments):
        if progress and not number % 1000:
            progress(number, len(segments))
        yield segment


def import_segments(
    project: Project,
    stream: BinaryIO,
    form: Format,
    *,
    reading: Reading,
    prefer: Side | None = None,
    saving: Saving | None = None,
) -> SegmentImport:
    """Merge the translations of a file into the project's articles; see above.

    A sentence is found by its text and sense: in the article that the file names, else in every
    one that has it. Raises MalformedError and InputError for the file, RequestError where a PO
    names another language; then nothing is changed.
    """
    tag = language_of_articles(project, reading.target_language)
    reading = replace(
        reading, target_language=tag, source_language=project.settings.source_language
    )
    if form.read_segments is None:
        catalog = Catalog.from_bytes(stream.read(), path=reading.path)
        check_language(catalog, tag)
        segments: Iterable[Segment] = Bitext(catalog).segments
    else:
        segments = form.read_segments(stream, reading)
    return merge_segments(project, segments, tag, prefer=prefer, saving=saving)


def holds_sentences(data: bytes, path: Path | None = None) -> bool:
    """Whether a PO file is that of an article; where it may be, it raises as `parse_po` does."""
    # A glossary is not gone through twice: it never has the header that tells.
    return ARTICLE.encode() in data and is_bitext(Catalog.from_bytes(data, path=path))
