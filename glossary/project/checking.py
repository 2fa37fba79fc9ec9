"""Check catalogs and translated articles, and repair what is certain.

in      PO files: those named, else the catalogs and the articles' bitext of a project
out     for each file a report; after a repair also the bytes before and after
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from glossary.catalog import Catalog, CatalogFile
from glossary.catalog.bitext import Bitext, is_bitext
from glossary.checks import (
    Collection,
    Fix,
    Header,
    Issue,
    Knowledge,
    Lines,
    Part,
    Report,
    Setting,
    inspect,
)
from glossary.errors import NotFoundError, reading
from glossary.languages import Language, en, fold, language
from glossary.languages.vi import ToneStyle
from glossary.model import Entry, Segment
from glossary.project.knowing import knowledge_of
from glossary.project.project import ARTICLES, Project
from glossary.project.settings import Settings

__all__ = ["FileReport", "check_files", "fix_files", "paths_of"]

_PASSES = 8
"""Repairs of one text follow each other: a blank, then its tone marks. More than these is a bug."""

_HEADER = ("", None)


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file. `before` and `after` are its bytes, equal without repairs.

    `fixed` counts the repairs.
    """

    path: Path
    report: Report
    before: bytes
    after: bytes
    fixed: int = 0


def paths_of(project: Project | None, paths: Sequence[Path], language: str) -> list[Path]:
    """The files to check: `paths`, or the catalog and articles of `language`, or all there are."""
    if paths or project is None:
        return list(paths)
    tags = (language,) if language else project.languages()
    return [project.catalog(tag).path for tag in tags] + project.bitexts(language)


def check_files(
    project: Project | None, paths: Iterable[Path], *, language: str = ""
) -> list[FileReport]:
    """Check files; `language` stands in for what a header does not name."""
    around = _Surroundings.of(project, language)
    return [_checked(CatalogFile(path).read(), around) for path in paths]


def fix_files(
    project: Project | None, paths: Iterable[Path], *, language: str = "", write: bool = True
) -> list[FileReport]:
    """Repair what is certain, and check what then remains; `write` off changes no file."""
    around = _Surroundings.of(project, language)
    reports = []
    for path in paths:
        if write:
            with CatalogFile(path).editing() as catalog:
                reports.append(_repaired(catalog, around))
        else:
            reports.append(_repaired(CatalogFile(path).read(), around))
    return reports


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What holds for all files of a run."""

    settings: Settings
    language: str
    articles: Mapping[str, int] | None
    project: Project | None = None
    known: dict[str, Knowledge] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project | None, language: str) -> _Surroundings:
        if project is None:
            return cls(Settings(), language, None)
        return cls(project.settings, language, _lengths(project), project)

    def knowledge(self, tag: str) -> Knowledge:
        """What the project knows of a language; read once, and only where there is bitext."""
        if self.project is None or not tag:
            return Knowledge()
        if tag not in self.known:
            self.known[tag] = knowledge_of(self.project, tag)
        return self.known[tag]

    @property
    def key(self) -> Callable[[str], str]:
        """What tells sources apart."""
        return en.comparison_key if self.settings.source_language.startswith("en") else fold


def _lengths(project: Project) -> dict[str, int] | None:
    """The number of lines of each article, None where there are none."""
    found = sorted(project.articles_folder.glob("*.txt"))
    lengths = {}
    for path in found:
        with reading(path):
            lengths[path.name] = len(path.read_bytes().splitlines())
    return lengths or None


def _checked(catalog: Catalog, around: _Surroundings) -> FileReport:
    data = catalog.to_bytes()
    return FileReport(catalog.path or Path(), inspect(_collection(catalog, around)), data, data)


def _repaired(catalog: Catalog, around: _Surroundings) -> FileReport:
    before, fixed = catalog.to_bytes(), 0
    for _ in range(_PASSES):
        issues = inspect(_collection(catalog, around)).issues
        done = _repair(catalog, issues)
        if not done:
            break
        fixed += done
    return replace(_checked(catalog, around), before=before, fixed=fixed)


def _repair(catalog: Catalog, issues: Iterable[Issue]) -> int:
    """Apply the first repair of each text; give how many there were."""
    done: set[tuple[tuple[str, str], Part, str]] = set()
    for issue in issues:
        fix = issue.fix
        if fix is None or (issue.key, fix.part, fix.before) in done:
            continue
        done.add((issue.key, fix.part, fix.before))
        if fix.part is Part.LINES:
            catalog.compose(*issue.key)
        elif fix.part is Part.HEADER:
            catalog.set_header(fix.before, fix.after)
        elif entry := catalog.get(*issue.key):
            catalog.put(_fixed(entry, fix))
    return len(done)


def _fixed(entry: Entry, fix: Fix) -> Entry:
    if fix.part is Part.TARGET:
        return replace(entry, target=fix.after) if entry.target == fix.before else entry
    name = fix.part.value
    texts: tuple[str, ...] = getattr(entry, name)
    fresh = tuple(fix.after if text == fix.before else text for text in texts)
    changes: dict[str, tuple[str, ...]] = {name: fresh}
    return replace(entry, **changes)  # type: ignore[arg-type]


def _collection(catalog: Catalog, around: _Surroundings) -> Collection:
    """The living entries of a catalog with all that the checks want to know."""
    # A header may stand behind the entries, and each domain may have one.
    blocks = [block for block in catalog.blocks if block.message.key != _HEADER]
    first = next((block for block in catalog.blocks if block.message.key == _HEADER), None)
    header = None
    if first:
        header = Header(
            catalog.header_fields,
            first.message.fuzzy,
            first.message.translator,
            Lines(first.line, first.text),
        )
    pairs = [
        (entry, Lines(block.line, block.text))
        for entry, block in zip(catalog.entries, blocks, strict=True)
        if not entry.obsolete
    ]
    setting = _setting(catalog, around)
    if is_bitext(catalog):
        return Collection(
            entries=(),
            lines=tuple(lines for _, lines in pairs),
            source_keys=(),
            header=header,
            setting=setting,
            path=catalog.path,
            segments=_segments(catalog, [entry for entry, _ in pairs], setting),
        )
    return Collection(
        entries=tuple(entry for entry, _ in pairs),
        lines=tuple(lines for _, lines in pairs),
        source_keys=tuple(around.key(entry.source) for entry, _ in pairs),
        header=header,
        setting=setting,
        path=catalog.path,
        by_key={entry.key: entry for entry, _ in pairs},
    )


def _segments(catalog: Catalog, entries: Iterable[Entry], setting: Setting) -> tuple[Segment, ...]:
    """The segments of a bitext in the order of the file, in the language that it is checked for."""
    bitext = Bitext(catalog)
    found = (bitext.get(*entry.key) for entry in entries)
    tag = setting.language.tag if setting.language else ""
    return tuple(
        replace(segment, target_language=segment.target_language or tag)
        for segment in found
        if segment is not None
    )


def _setting(catalog: Catalog, around: _Surroundings) -> Setting:
    path = catalog.path
    is_template = path is not None and path.suffix == ".pot"
    tag = catalog.language or around.language or _folder_language(path)
    return Setting(
        language=None if is_template else _language(tag),
        is_template=is_template,
        tone_style=ToneStyle(around.settings.tone_style),
        folder_language=_folder_language(path),
        articles=around.articles,
        knowledge=around.knowledge(tag) if is_bitext(catalog) else Knowledge(),
    )


def _language(tag: str) -> Language | None:
    try:
        return language(tag) if tag else None
    except NotFoundError:
        return None


def _folder_language(path: Path | None) -> str:
    """The tag that gettext's folder names: locales/zh_Hans/LC_MESSAGES/glossary.po."""
    folders = path.absolute().parts[:-1] if path else ()
    is_gettext = len(folders) > 1 and folders[-1] in {"LC_MESSAGES", ARTICLES}
    return folders[-2].replace("_", "-") if is_gettext else ""
