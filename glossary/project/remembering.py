"""The project's translation memory: start it, fill it from files, ask it, write it to files.

The record is ``locales/memory.db``. Where there is none yet, the first that asks for it gets one
that holds the project's translated articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from glossary.catalog import Catalog
from glossary.catalog.bitext import Bitext, BitextFile, is_bitext
from glossary.errors import InputError, RequestError
from glossary.formats.contract import HEAD, Format, Payload, Reading, Writing
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.languages import normalise
from glossary.memory import THRESHOLD, Addition, Match, Memory
from glossary.memory.adaptation import Adapter
from glossary.memory.suggestion import Suggestion
from glossary.model import Entry, Segment
from glossary.project.editing import chosen_language
from glossary.project.project import Project

_STARTED = "started"

_PAYS = 2000
"""So many segments keep one process busy for as long as it takes to start others."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An open memory, and what it was started with just now; None: it was there."""

    memory: Memory
    started: Addition | None


@contextmanager
def opened(project: Project, *, is_planned: bool = False) -> Iterator[Opening]:
    """Open the memory of a project, and close it at the end of the block.

    A new one begins with the project's translated articles. Where `is_planned`, a new one is
    made somewhere else and thrown away. Raises as `Memory.open` and `BitextFile.read` do.
    """
    path = project.memory_path
    if is_planned and not path.exists():
        with TemporaryDirectory() as folder, Memory.open(Path(folder) / path.name) as memory:
            yield Opening(memory, _start(project, memory))
        return
    with Memory.open(path) as memory:
        yield Opening(memory, None if memory.fact(_STARTED) else _start(project, memory))


def _start(project: Project, memory: Memory) -> Addition:
    """Add the project's articles. Killed before the end, the next one adds what is missing."""
    segments = chain.from_iterable(BitextFile(path).read().segments for path in project.bitexts())
    started = memory.add(segment for segment in segments if not segment.needs_review)
    memory.set_fact(_STARTED, datetime.now(UTC).isoformat(timespec="seconds"))
    return started


@dataclass(frozen=True, slots=True)
class Wish:
    """How to remember a file: `language` is that of its translations where it does not say so.

    `with_flagged`: segments that somebody must look at, too. `form`: its format, None: as it looks.
    """

    language: str = ""
    with_flagged: bool = False
    form: Format | None = None


def remember(
    project: Project,
    memory: Memory,
    file: tuple[Path, BinaryIO],
    wish: Wish,
    *,
    is_planned: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Addition:
    """Add the segments of a file, given by its name and its content; all of them or none.

    Raises MalformedError or InputError where the file cannot be understood.
    """
    path, stream = file
    segments = _segments(project, path, stream, wish)
    kept = (
        replace(segment, origin=segment.origin or path.name)
        for segment in segments
        if wish.with_flagged or not segment.needs_review
    )
    return memory.add(kept, is_planned=is_planned, progress=progress)


def _segments(project: Project, path: Path, stream: BinaryIO, wish: Wish) -> Iterable[Segment]:
    head = stream.read(HEAD)
    stream.seek(0)
    is_po = wish.form.is_native if wish.form else path.suffix == ".po" or b"msgid " in head
    if is_po:
        return _segments_of_po(project, path, stream.read(), wish)
    from glossary.formats.registry import detect

    form = wish.form or detect(head, str(path), payload=Payload.SEGMENTS)
    reading = Reading(path, project.settings.source_language, wish.language)
    if form.read_segments is None:
        raise InputError(
            _("the format {name} holds no translated sentences").format(name=form.title),
            hint=_("A memory takes PO, TMX, XLIFF, and tables and documents of two columns."),
            path=path,
        )
    return form.read_segments(stream, reading)


def _segments_of_po(project: Project, path: Path, data: bytes, wish: Wish) -> tuple[Segment, ...]:
    catalog = Catalog.from_bytes(data, path=path)
    if is_bitext(catalog):
        return Bitext(catalog).segments
    language = wish.language or catalog.language
    if not language:
        raise InputError(
            _("the header does not say the language of the translations"),
            hint=_("Name it, as in: -l vi"),
            path=path,
        )
    tag = find_language(language).tag
    return tuple(
        Segment(
            entry.source,
            entry.target,
            entry.sense,
            source_language=project.settings.source_language,
            target_language=tag,
            needs_review=entry.needs_review,
            approval=entry.approval,
            references=entry.references,
            notes=entry.notes,
        )
        for entry in catalog.entries
        if not entry.obsolete
    )


def written_down(
    project: Project, source: str, translation: str, *, language: str, by: str
) -> Segment:
    """A segment that somebody writes down now; `by` empty: the settings' user."""
    return Segment(
        normalise(source),
        normalise(translation),
        source_language=project.settings.source_language,
        target_language=find_language(language).tag,
        author=by or project.settings.user,
        changed=datetime.now(UTC).replace(microsecond=0),
    )


def write_memory(
    memory: Memory, form: Format, *, language: str = "", origin: str = ""
) -> tuple[bytes, int]:
    """The units in a format that holds segments, oldest first, and how many there are.

    RequestError where the format holds none.
    """
    if form.write_segments is None:
        raise RequestError(
            _("the format {name} holds no translated sentences").format(name=form.title),
            hint=_("Use --format tmx, which every CAT tool reads."),
        )
    units = memory.units(language=language, origin=origin)
    stream = BytesIO()
    writing = Writing(made=datetime.now(UTC))
    count = form.write_segments((unit.segment for unit in units), stream, writing)
    return stream.getvalue(), count


def target_language(project: Project, memory: Memory, language: str) -> str:
    """The language meant by `language`; where that is empty the only one there is.

    Raises RequestError where there are several, NotFoundError where there is none.
    """
    there = project.languages() or memory.languages()
    if not language and len(there) == 1:
        return there[0]
    return chosen_language(project, language)


def suggestions(
    project: Project, memory: Memory, term: str, *, language: str, limit: int = 5
) -> list[Suggestion]:
    """Give the phrases that go with a term in the memory, and with its other names.

    The glossary tells these (“Also: …”), and what else each sentence is about.
    """
    path = project.catalog_path(language)
    entries = project.catalog(language).read().entries if path.exists() else ()
    key = project.variant_key(term)
    same = (entry for entry in entries if project.variant_key(entry.source) == key)
    entry = next(same, Entry(normalise(term)))
    return memory.suggest(entry, language=language, limit=limit, known=entries)


def adapter(project: Project, language: str) -> Adapter:
    """What adapts matches to the project's glossary and names of a language."""
    path = project.catalog_path(language)
    entries = project.catalog(language).read().entries if path.exists() else ()
    return Adapter(entries, project.names(language))


def pretranslate(
    project: Project,
    segments: Sequence[Segment],
    *,
    threshold: int = THRESHOLD,
    limit: int = 1,
    adapter: Adapter | None = None,
    jobs: int = 0,
) -> Iterator[list[Match]]:
    """Give the best matches of each segment, in order; in several processes where that pays.

    `jobs` 0: as many as there are cores. The memory must be there.
    """
    from glossary.extraction.processes import Processes, available_cores
    from glossary.memory.pretranslation import PART, Pretranslator

    work = Pretranslator(project.memory_path, threshold, limit, adapter=adapter)
    if not jobs:
        jobs = available_cores() if len(segments) >= _PAYS else 1
    if jobs == 1:
        yield from work(segments)
        return
    with Processes(jobs) as processes:
        for part in processes.map(
            work, (segments[start : start + PART] for start in range(0, len(segments), PART))
        ):
            yield from part
