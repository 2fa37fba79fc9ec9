"""What the pages show of a project at one moment, made anew when a catalog changes on the disk.

A catalog that somebody breaks while it is shown does not take the page away: the last good state
stays, with the fault beside it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from glossary.catalog import Progress, progress
from glossary.errors import GlossaryError
from glossary.model import Entry
from glossary.project import Project
from glossary.web.annotating import Marker
from glossary.web.concepts import Concept, concepts
from glossary.web.search import Search

_LISTING_SECONDS = 1.0
"""How often the folders are looked through for catalogs of other languages."""

Stamp = tuple[int, int, int, int]
Signature = tuple[tuple[Path, Stamp | None], ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The terms around one: those it is a kind of, kinds of it, and others."""

    broader: tuple[Concept, ...] = ()
    narrower: tuple[Concept, ...] = ()
    related: tuple[Concept, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The terms of a project as they were read, by alphabet and by the names of their links.

    `languages` are those of the equivalents; `number` counts the readings; `fault` says why a
    later state could not be read.
    """

    title: str
    source_language: str
    languages: tuple[str, ...]
    concepts: tuple[Concept, ...]
    by_name: Mapping[str, Concept]
    by_key: Mapping[tuple[str, str], Concept]
    by_source: Mapping[str, Concept]
    progress: Mapping[str, Progress]
    search: Search
    marker: Marker
    number: int = 1
    fault: str = ""

    def around(self, concept: Concept) -> Around:
        """The terms around `concept`: broader, narrower and otherwise related ones."""
        found = self.search.relatives(next(iter(concept.entries.values())))
        return Around(
            *(
                tuple(other for name in names if (other := self.by_source.get(name)))
                for names in (found.broader, found.narrower, found.related)
            )
        )


class Office:
    """A project that is shown: `snapshot` gives its newest state; safe to use from threads.

    `language` restricts it to one catalog; empty means all. Raises as `Project.index` does.
    """

    def __init__(self, project: Project, language: str = "") -> None:
        self.project = project
        self._language = language
        self._lock = threading.Lock()
        self._listed = -_LISTING_SECONDS
        self._watched: tuple[Path, ...] = ()
        self._signature = self._look()
        self._snapshot = _read(project, language)

    def snapshot(self) -> Snapshot:
        """The state of the files now; they are read again only after a change."""
        if self._look() != self._signature:
            with self._lock:
                self._refresh()
        return self._snapshot

    async def current(self) -> Snapshot:
        """The same for a server: others are answered while files are read."""
        if self._look() == self._signature:
            return self._snapshot
        return await run_in_threadpool(self.snapshot)

    @property
    def latest(self) -> Snapshot:
        """The state that was read last, without a look at the files."""
        return self._snapshot

    def _refresh(self) -> None:
        signature = self._look()
        if signature == self._signature:
            return
        number = self._snapshot.number + 1
        try:
            project = Project.open(self.project.root)
            self._snapshot = replace(_read(project, self._language), number=number)
        except GlossaryError as error:
            self._snapshot = replace(self._snapshot, number=number, fault=str(error))
        # What was looked at before the reading: a change in between is seen by the next request.
        self._signature = signature

    def _look(self) -> Signature:
        now = time.monotonic()
        if now > self._listed + _LISTING_SECONDS:
            self._listed = now
            self._watched = tuple(_files(self.project, self._language))
        return tuple((path, _stamp(path)) for path in self._watched)


def _files(project: Project, language: str) -> Iterable[Path]:
    yield project.settings_path
    yield project.template
    for tag in (language,) if language else project.languages():
        yield project.catalog_path(tag)


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _read(project: Project, language: str) -> Snapshot:
    catalogs = _catalogs(project, language)
    found = concepts(catalogs)
    return Snapshot(
        title=project.settings.name,
        source_language=project.settings.source_language,
        languages=tuple(tag for tag in catalogs if tag != project.settings.source_language),
        concepts=found,
        by_name={concept.name: concept for concept in found},
        by_key={concept.key: concept for concept in found},
        by_source={concept.source: concept for concept in reversed(found)},
        progress={tag: progress(entries) for tag, entries in catalogs.items()},
        search=Search(project, catalogs),
        marker=Marker(project.settings.source_language, catalogs),
    )


def _catalogs(project: Project, language: str) -> dict[str, tuple[Entry, ...]]:
    """The entries by language; those of the template where there is no catalog."""
    from glossary.catalog import CatalogFile

    tags = (language,) if language else project.languages()
    catalogs = {tag: project.catalog(tag).read().entries for tag in tags}
    if not catalogs:
        template = CatalogFile(project.template).read()
        catalogs[project.settings.source_language] = template.entries
    return catalogs
