"""Articles as a project of OmegaT, with the glossary and the memory in it.

in      a project and some of its articles
out     a folder that OmegaT opens
rules   What OmegaT keeps itself (its translations, its statistics) is never overwritten. Only
        approved translations go into ``tm/auto``, from which OmegaT fills in without asking.
"""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from glossary.catalog import replacing
from glossary.catalog.bitext import BitextFile
from glossary.errors import RequestError
from glossary.formats.contract import Profile, Writing
from glossary.formats.omegat_project import (
    PROJECT_FILE,
    SAVED,
    SENT,
    is_project,
    render_conf,
    render_project,
    render_srx,
    rules,
)
from glossary.formats.registry import find_format
from glossary.interface import _
from glossary.memory import Memory
from glossary.model import Segment, Status
from glossary.project.bitexts import language_of_articles
from glossary.project.editing import Writing as Saving
from glossary.project.exchange import Selection, check_selection, export_entries
from glossary.project.project import Project
from glossary.project.remembering import opened
from glossary.text.articles import Article, read_article
from glossary.text.segments import sentences

__all__ = ["Counts", "OmegatExport", "export_omegat"]

_FOLDERS = ("source", "target", "glossary", "tm/auto", "dictionary", "omegat")
_MEMORY, _PROOFREAD = "tm/memory.tmx", "tm/auto/proofread.tmx"
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a project of OmegaT holds.

    The sentences of its articles, `translated` ones among them; terms; and the memory's units,
    `proofread` ones among them.
    """

    sentences: int = 0
    translated: int = 0
    terms: int = 0
    units: int = 0
    proofread: int = 0


@dataclass(frozen=True, slots=True)
class OmegatExport:
    """The project in `folder`: the files that were written (or would be), and what it holds."""

    folder: Path
    changed: tuple[Path, ...]
    counts: Counts


def export_omegat(
    project: Project,
    folder: Path,
    articles: Sequence[Path],
    *,
    language: str = "",
    language_code: str = "",
    saving: Saving | None = None,
) -> OmegatExport:
    """Make the folder a project of OmegaT with these articles, or bring it up to date.

    Raises InputError where an article cannot be read, OutputError where nothing can be written,
    RequestError for a code of another language, or a folder in which something else is.
    """
    _check_folder(folder)
    tag = language_of_articles(project, language)
    check_selection(Selection(language_code=language_code), tag)
    texts = [read_article(path) for path in articles]
    with TemporaryDirectory() as work:
        plan = _Plan(project, Path(work), tag, language_code or tag)
        counts = plan.fill(texts)
        made = sorted(path.relative_to(work) for path in Path(work).rglob("*") if path.is_file())
        if (folder / SAVED).exists():
            # What OmegaT works on, and what it began with, stay as they are.
            made = [name for name in made if name not in (Path(SAVED), Path(SENT))]
        changed = [name for name in made if not _is_same(folder / name, Path(work) / name)]
        if not (saving and saving.is_planned):
            _install(Path(work), folder, changed)
    return OmegatExport(folder, tuple(folder / name for name in changed), counts)


def _check_folder(folder: Path) -> None:
    """Only a project of OmegaT, even if it was left half made, may be in the folder."""
    if not folder.is_dir() or is_project(folder):
        return
    parts = {part.partition("/")[0] for part in _FOLDERS}
    if any(one.name not in parts for one in folder.iterdir()):
        raise RequestError(
            _("the folder is not empty, and is no project of OmegaT"),
            hint=_("Name a new or empty folder."),
            path=folder,
        )


def _is_same(old: Path, new: Path) -> bool:
    return old.is_file() and filecmp.cmp(old, new, shallow=False)


def _install(work: Path, folder: Path, changed: Sequence[Path]) -> None:
    """Put the files in place, ``omegat.project`` last: then the project is whole."""
    for name in sorted(changed, key=lambda one: one.name == PROJECT_FILE):
        with (work / name).open("rb") as made, replacing(folder / name) as stream:
            shutil.copyfileobj(made, stream)
    for part in _FOLDERS:
        (folder / part).mkdir(parents=True, exist_ok=True)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A project of OmegaT as it is put together in a folder for the time being."""

    project: Project
    folder: Path
    language: str
    code: str

    def fill(self, texts: Sequence[Article]) -> Counts:
        """Write every file, and count what they hold."""
        for part in _FOLDERS:
            (self.folder / part).mkdir(parents=True)
        source = self.project.settings.source_language
        self._write(PROJECT_FILE, render_project(source, self.code))
        found = rules(_ends(texts))
        self._write("omegat/segmentation.conf", render_conf(found))
        self._write("omegat/segmentation.srx", render_srx(found))
        for text in texts:
            self._write(f"source/{text.name}", _source(text))
        terms = self._glossary()
        known = list(self._translated(texts))
        self._tmx(SENT, known)
        known = [_bare(one) for one in known if not one.needs_review]
        self._tmx(SAVED, known)
        units, proofread = self._memory()
        count = len({sentence.text for text in texts for sentence in sentences(text)})
        return Counts(count, len({one.source for one in known}), terms, units, proofread)

    def _write(self, name: str, data: bytes) -> None:
        (self.folder / name).write_bytes(data)

    def _glossary(self) -> int:
        """The entries with an equivalent that nobody doubts; 0 where there is no catalog."""
        if not self.project.catalog_path(self.language).exists():
            return 0
        done = export_entries(
            self.project,
            find_format("omegat"),
            language=self.language,
            selection=Selection(statuses=("approved", "draft")),
            profile=Profile.OMEGAT,
        )
        self._write("glossary/glossary.txt", done.data)
        return done.count

    def _translated(self, texts: Sequence[Article]) -> Iterator[Segment]:
        """What is translated of the articles already."""
        for text in texts:
            path = self.project.bitext_path(text.name, self.language)
            if path.exists():
                segments = BitextFile(path).read().segments
                yield from (one for one in segments if one.target)

    def _memory(self) -> tuple[int, int]:
        """The memory's units, and once more those that are approved."""
        with opened(self.project, is_planned=True) as opening:
            units = self._tmx(_MEMORY, self._units(opening.memory))
            approved = (one for one in self._units(opening.memory) if one.status is Status.APPROVED)
            return units, self._tmx(_PROOFREAD, approved)

    def _units(self, memory: Memory) -> Iterator[Segment]:
        for unit in memory.units(language=self.language):
            if not unit.segment.needs_review:
                yield unit.segment

    def _tmx(self, name: str, segments: Iterator[Segment] | list[Segment]) -> int:
        """Write a TMX file where there is something to write; give how many units it has."""
        waiting = iter(segments)
        first = next(waiting, None)
        if first is None:
            return 0
        form = find_format("tmx")
        assert form.write_segments is not None
        coded = (replace(one, target_language=self.code) for one in chain([first], waiting))
        writing = Writing(Profile.OMEGAT, first.changed or _EPOCH, self.project.settings.name)
        with (self.folder / name).open("wb") as stream:
            return form.write_segments(coded, stream, writing)


def _bare(segment: Segment) -> Segment:
    """The texts only: with a file or neighbours, OmegaT would hold it to that one place."""
    return Segment(
        segment.source,
        segment.target,
        source_language=segment.source_language,
        target_language=segment.target_language,
        author=segment.author,
        changed=segment.changed,
    )


def _source(text: Article) -> bytes:
    """An article with a blank line behind each paragraph: without, OmegaT takes it for one."""
    return "".join(f"{line.text.strip()}\n\n" for line in text.lines).encode("utf-8")


def _ends(texts: Sequence[Article]) -> Iterator[tuple[str, list[int]]]:
    """Each line, and where its sentences end, but for the last one."""
    for text in texts:
        ends: dict[int, list[int]] = {}
        for sentence in sentences(text):
            if sentence.index < sentence.count:
                end = sentence.place.column - 1 + len(sentence.text)
                ends.setdefault(sentence.place.line, []).append(end)
        for line in text.lines:
            blanks = len(line.text) - len(line.text.lstrip())
            yield line.text.strip(), [end - blanks for end in ends.get(line.number, [])]
