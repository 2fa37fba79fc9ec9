"""Make a bitext of an old article and its translation, for the memory, for a person to review.

in      two texts, one in each language, paragraph by paragraph more or less
out     a bitext of the source: what was aligned has its translation, what is doubtful is flagged,
        what has no partner is open, or stands in a note at its place
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from glossary.catalog import rewrite_bytes
from glossary.catalog.bitext import Bitext, new_bitext
from glossary.errors import RequestError
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.memory.alignment import Pair, align
from glossary.memory.anchors import Anchors
from glossary.model import Segment
from glossary.project.project import Project
from glossary.text.articles import Article, read_article
from glossary.text.segments import Sentence, sentences

DOUBTFUL = 45
"""Below so many percent a pair is flagged: somebody must look."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The bitext, and how many pairs it has; `doubtful` ones are flagged.

    `open_sources` have no translation, `lone_targets` are sentences of the translation that nothing
    in the source is like.
    """

    bitext: Bitext
    pairs: int
    doubtful: int
    open_sources: int
    lone_targets: int


def align_files(project: Project | None, source: Path, target: Path, language: str) -> Alignment:
    """Align the article `source` with `target`, its translation into `language`.

    Raises InputError for a file that cannot be read as a text.
    """
    article, translation = read_article(source), read_article(target)
    anchors = _anchors(project, language)
    originals = [list(line) for line in _lines(article, "en")]
    pairs = align(
        [[anchors.of_source(one.text) for one in line] for line in originals],
        [[anchors.of_target(one.text) for one in line] for line in _lines(translation, language)],
    )
    bitext = new_bitext(
        source.name,
        language=find_language(language),
        created=datetime.now(UTC),
        translator=project.settings.user if project else "",
    )
    places: dict[str, Sentence] = {}
    for line in originals:
        for one in line:
            places.setdefault(one.text, one)
    for segment in _segments(pairs, places, language):
        bitext.put(segment)
    return Alignment(
        bitext,
        pairs=sum(bool(pair.sources and pair.targets) for pair in pairs),
        doubtful=sum(bool(pair.sources and pair.targets) and _is_doubtful(pair) for pair in pairs),
        open_sources=sum(len(pair.sources) for pair in pairs if not pair.targets),
        lone_targets=sum(len(pair.targets) for pair in pairs if not pair.sources),
    )


def write_bitext(alignment: Alignment, path: Path) -> None:
    """Write the bitext to a file that is not there yet; raises RequestError where one is."""

    def content(before: bytes | None) -> bytes:
        if before is not None:
            raise RequestError(
                _("there is a file already, perhaps with somebody's work"),
                hint=_("Name another one, or take it away first."),
                path=path,
            )
        return alignment.bitext.to_bytes()

    rewrite_bytes(path, content)


def _anchors(project: Project | None, language: str) -> Anchors:
    if project is None:
        return Anchors(target_language=language)
    has_catalog = find_language(language).tag in project.languages()
    entries = project.catalog(language).read().entries if has_catalog else ()
    return Anchors(
        [entry for entry in entries if not entry.obsolete],
        names=project.names(language),
        source_language=project.settings.source_language,
        target_language=language,
    )


def _lines(article: Article, language: str) -> Iterator[list[Sentence]]:
    line: list[Sentence] = []
    for sentence in sentences(article, language):
        if line and line[0].place.line != sentence.place.line:
            yield line
            line = []
        line.append(sentence)
    if line:
        yield line


def _is_doubtful(pair: Pair) -> bool:
    return pair.score < DOUBTFUL


def _segments(
    pairs: Iterable[Pair], places: dict[str, Sentence], language: str
) -> Iterator[Segment]:
    """A segment for each pair; sentences without a source become a note at the one before."""
    found: dict[str, Segment] = {}
    lone: list[str] = []
    last = ""
    for pair in pairs:
        target = " ".join(pair.targets)
        if not pair.sources:
            lone.append(target)
            if last:
                found[last] = _noted(found[last], lone)
                lone = []
            continue
        last = " ".join(pair.sources)
        segment = _segment(pair, places[pair.sources[0]], language)
        known = found.get(last)
        if known is None:
            found[last] = _noted(segment, lone)
        elif target and target != known.target:
            found[last] = _noted(known, [target])
        lone = []
    return iter(found.values())


def _segment(pair: Pair, first: Sentence, language: str) -> Segment:
    return Segment(
        " ".join(pair.sources),
        " ".join(pair.targets),
        target_language=language,
        kind=first.kind.value,
        needs_review=bool(pair.targets) and _is_doubtful(pair),
        origin=first.place.article,
        references=(first.place.reference,),
        comments=(first.position, f"ALIGNED {pair.score} %"),
    )


def _noted(segment: Segment, texts: Iterable[str]) -> Segment:
    notes = [f"without a source: {text}" for text in texts]
    if not notes:
        return segment
    return replace(segment, notes=(*segment.notes, *notes), needs_review=bool(segment.target))
