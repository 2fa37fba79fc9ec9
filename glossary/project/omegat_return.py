"""Take back what was translated in a project of OmegaT.

in      the folder of a project that OmegaT worked on
out     what its translations did to the memory and the articles
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from glossary.catalog import replacing
from glossary.catalog.three_way import Side
from glossary.errors import InputError, NotFoundError
from glossary.formats.contract import Reading
from glossary.formats.omegat_project import (
    PROJECT_FILE,
    SAVED,
    SENT,
    is_project,
    languages_of,
)
from glossary.formats.registry import find_format
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.memory import Addition
from glossary.model import Segment
from glossary.project.bitext_return import SegmentImport, merge_segments
from glossary.project.bitexts import language_of_articles
from glossary.project.editing import Writing as Saving
from glossary.project.project import Project
from glossary.project.remembering import opened

__all__ = ["OmegatImport", "import_omegat"]


@dataclass(frozen=True, slots=True)
class OmegatImport:
    """What the work in OmegaT gave the memory and the articles."""

    memory: Addition
    articles: SegmentImport


def import_omegat(
    project: Project,
    folder: Path,
    *,
    language: str = "",
    prefer: Side | None = None,
    saving: Saving | None = None,
    progress: Callable[[int], None] | None = None,
) -> OmegatImport:
    """Take the translations made in OmegaT into the memory and into the articles.

    Raises InputError where the folder is no project of OmegaT, NotFoundError where nothing was
    translated in it, MalformedError for a damaged file; then nothing is changed.
    """
    saving = saving or Saving()
    tag = _language(project, folder, language)
    saved = _read(project, folder / SAVED, tag)
    if not saved:
        raise NotFoundError(
            _("nothing was translated in {folder} yet").format(folder=folder),
            hint=_("Translate in OmegaT and save the project."),
        )
    sent = _read(project, folder / SENT, tag) if (folder / SENT).exists() else None
    articles = merge_segments(project, saved, tag, base=sent, prefer=prefer, saving=saving)
    segments = (*articles.segments, *articles.unknown)
    with opened(project, is_planned=saving.is_planned) as opening:
        memory = opening.memory.add(segments, is_planned=saving.is_planned, progress=progress)
    if not saving.is_planned:
        with (folder / SAVED).open("rb") as worked, replacing(folder / SENT) as stream:
            shutil.copyfileobj(worked, stream)
    return OmegatImport(memory, articles)


def _language(project: Project, folder: Path, language: str) -> str:
    if not is_project(folder):
        raise InputError(
            _("the folder is no project of OmegaT: it has no file {name}").format(
                name=PROJECT_FILE
            ),
            hint=_("Make one with: glossary export --omegat-project DIR ARTICLE"),
            path=folder,
        )
    stated = languages_of((folder / PROJECT_FILE).read_bytes())[1]
    known = {tag.partition("-")[0]: tag for tag in project.languages()}
    return language_of_articles(project, language or known.get(stated.partition("-")[0], stated))


def _read(project: Project, path: Path, language: str) -> list[Segment]:
    """The translations in a TMX file, none where there is none."""
    if not path.exists():
        return []
    form = find_format("tmx")
    assert form.read_segments is not None
    reading = Reading(path, project.settings.source_language, find_language(language).tag)
    with path.open("rb") as stream:
        return list(form.read_segments(stream, reading))
