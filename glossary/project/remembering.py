"""The project's translation memory: start it, and ask it.

The record is ``locales/memory.db``. Whoever opens it finds the project's translated articles in it:
those that changed since it was last opened are read first. Nothing is imported before it is used,
so that a look-up starts quickly.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import LockedError, reading
from glossary.languages import language as find_language
from glossary.languages import normalise
from glossary.memory import THRESHOLD, Addition, Match, Memory
from glossary.model import Entry, Segment
from glossary.project.project import Project

if TYPE_CHECKING:
    from glossary.memory.adaptation import Adapter
    from glossary.memory.suggestion import Suggestion

_ARTICLES = "articles"
"""The fact that holds, as JSON, when each article that was read had last changed."""

_PAYS = 2000
"""So many segments keep one process busy for as long as it takes to start others."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An open memory, and what it was started with just now; None: it was there."""

    memory: Memory
    started: Addition | None


@contextmanager
def opened(
    project: Project, *, is_planned: bool = False, is_read: bool = False
) -> Iterator[Opening]:
    """Open the memory of a project, and close it at the end of the block.

    It has what the project's articles say now, but for two cases: where `is_planned`, what is
    there stays as it is; so it does where it is only read (`is_read`) while another one writes.
    Where `is_planned`, a new one is made somewhere else and thrown away; so is, where the memory is
    only read or nothing is to be written, a copy of one that may not be written, as SQLite must
    write to read. Raises as `Memory.open` and `BitextFile.read` do.
    """
    with ExitStack() as stack:
        path = project.memory_path
        is_kept = _is_writable(path)
        if (is_planned and not path.exists()) or ((is_planned or is_read) and not is_kept):
            from tempfile import TemporaryDirectory

            path = _copied(path, Path(stack.enter_context(TemporaryDirectory())))
        memory = stack.enter_context(Memory.open(path))
        is_new = not memory.fact(_ARTICLES)
        started = None
        if is_new or not is_planned:
            with suppress(LockedError) if is_read else nullcontext():
                started = _brought_up(project, memory)
        yield Opening(memory, started if is_new else None)


def _is_writable(path: Path) -> bool:
    """Whether the record, if there is one, and the files that come beside it can be written."""
    return all(os.access(one, os.W_OK) for one in (path, path.parent) if one.exists())


def _copied(path: Path, folder: Path) -> Path:
    """The place of a copy of the record, of what is not put into it yet, and of its indexes."""
    from shutil import copyfile

    beside = path.parent.glob(f"{path.stem}.*.index")
    for part in (path, path.with_name(f"{path.name}-wal"), *beside):
        if part.exists():
            with reading(part):
                copyfile(part, folder / part.name)
    return folder / path.name


def _brought_up(project: Project, memory: Memory) -> Addition:
    """Add the articles that changed. Killed before the end, the next one adds what is missing."""
    known = memory.fact(_ARTICLES)
    before: dict[str, int] = json.loads(known or "{}")
    now = {path: path.stat().st_mtime_ns for path in project.bitexts()}
    after = {path.relative_to(project.locales).as_posix(): time for path, time in now.items()}
    added = Addition()
    if known and after == before:
        return added
    from glossary.catalog.bitext import BitextFile

    for (path, time), name in zip(now.items(), after, strict=True):
        if before.get(name) != time:
            segments = BitextFile(path).read().segments
            added += memory.add(one for one in segments if not one.needs_review)
    memory.set_fact(_ARTICLES, json.dumps(after))
    return added


def target_language(project: Project, memory: Memory, language: str) -> str:
    """The language meant by `language`; where that is empty the only one there is.

    Raises RequestError where there are several, NotFoundError where there is none.
    """
    if language:
        return find_language(language).tag
    there = project.languages() or memory.languages()
    if len(there) == 1:
        return there[0]
    from glossary.project.editing import chosen_language

    return chosen_language(project, language)


def suggestions(
    project: Project, memory: Memory, term: str, *, language: str, limit: int = 5
) -> list[Suggestion]:
    """Give the phrases that go with a term in the memory, and with its other names.

    The glossary tells these (“Also: …”), and what else each sentence is about.
    """
    entries = _entries(project, language)
    key = project.variant_key(term)
    same = (entry for entry in entries if project.variant_key(entry.source) == key)
    entry = next(same, Entry(normalise(term)))
    return memory.suggest(entry, language=language, limit=limit, known=entries)


def adapter(project: Project, language: str) -> Adapter:
    """What adapts matches to the project's glossary and names of a language."""
    from glossary.memory.adaptation import Adapter

    return Adapter(_entries(project, language), project.names(language))


def _entries(project: Project, language: str) -> Sequence[Entry]:
    path = project.catalog_path(language)
    return project.catalog(language).read().entries if path.exists() else ()


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

    if not jobs:
        jobs = available_cores() if len(segments) >= _PAYS else 1
    if jobs == 1:
        with Memory.open(project.memory_path, create=False) as memory:
            yield from memory.pretranslate(
                segments, threshold=threshold, limit=limit, adapter=adapter
            )
        return
    work = Pretranslator(project.memory_path, threshold, limit, adapter=adapter)
    with Processes(jobs) as processes:
        for part in processes.map(
            work, (segments[start : start + PART] for start in range(0, len(segments), PART))
        ):
            yield from part
