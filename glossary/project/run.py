"""Join the parts of the library to the runs of a project: extract, update, start a catalog.

order   everything is read, locked and worked out before the first byte is written; each file is
        then replaced as a whole, the template first. A failure before that changes nothing; after
        it every file is whole, the old or the new, and the next run does the rest. A caller who
        can be interrupted gives a `guard` that lets the interrupt wait while files are replaced.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from glossary.catalog import (
    Catalog,
    MergeReport,
    TemplateHeader,
    merge_template,
    new_catalog,
    render_template,
    template_entries,
    write_bytes,
)
from glossary.errors import InputError, ProjectError, RequestError, reading
from glossary.extraction.corpus import Progress
from glossary.extraction.decisions import Decisions, read_decisions
from glossary.extraction.extractor import Extraction, extract
from glossary.extraction.workers import workers
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.model import Term
from glossary.project.project import Project
from glossary.project.settings import Settings

Watcher = Callable[[Progress], None]

Guard = AbstractContextManager[object]

_UNGUARDED = nullcontext()
_DATE = "POT-Creation-Date"


@dataclass(frozen=True, slots=True)
class Request:
    """How to extract; None stands for what the project's settings say.

    `with_names` gives also the names of persons and places, which are no terms; None gives those of
    a large corpus. `jobs` is the number of processes, None for what pays; `scheduler` the address
    of a cluster instead.
    """

    use_decisions: bool = True
    threshold: float | None = None
    tagger: str | None = None
    with_names: bool | None = False
    jobs: int | None = None
    scheduler: str = ""


@dataclass(frozen=True, slots=True)
class CatalogChange:
    """What a run does to the catalog of `language`."""

    language: str
    path: Path
    is_changed: bool
    merge: MergeReport


@dataclass(frozen=True, slots=True)
class Run:
    """What an extraction found, and which files it changed or would change."""

    extraction: Extraction
    template: Path
    is_template_changed: bool
    catalogs: tuple[CatalogChange, ...]

    @property
    def is_change(self) -> bool:
        """Whether any file differs from what was there."""
        return self.is_template_changed or any(change.is_changed for change in self.catalogs)


@dataclass(frozen=True, slots=True)
class CatalogStart:
    """A new catalog and the number of its entries."""

    path: Path
    entry_count: int


def extract_terms(
    project: Project | None,
    articles: Sequence[Path],
    request: Request,
    *,
    progress: Watcher | None = None,
) -> Extraction:
    """The terms of `articles`, by the settings and decisions of `project` where there is one."""
    settings = project.settings if project else None
    if project and settings and find_language(settings.source_language).tag[:2] != "en":
        raise ProjectError(
            _("articles in “{source_language}” cannot be read yet").format(
                source_language=settings.source_language
            ),
            hint=_("The extractor knows English: set source_language = en."),
            path=project.settings_path,
            line=settings.lines.get("source_language"),
        )
    threshold = request.threshold
    if threshold is None and settings:
        threshold = settings.threshold
    return extract(
        articles,
        decisions=_decisions(project) if request.use_decisions else None,
        threshold=threshold,
        tagger_name=request.tagger or (settings.tagger if settings else "textblob"),
        with_names=request.with_names,
        workers=workers(articles, jobs=request.jobs, scheduler=request.scheduler),
        progress=progress,
    )


def run_extraction(
    project: Project,
    request: Request,
    *,
    progress: Watcher | None = None,
    write: bool = True,
    guard: Guard = _UNGUARDED,
) -> Run:
    """Extract the project's articles, write the template and bring every catalog in line.

    With `write` False nothing is written and the value says what would change. `guard` is entered
    for as long as files are replaced.
    """
    extraction = extract_terms(project, project.articles(), request, progress=progress)
    before = _bytes_of(project.template)
    after = template_of(extraction.terms, project, before=before)
    with ExitStack() as stack:
        changes = _merge(project, after, extraction.decisions, project.languages(), stack, write)
        if write:
            with guard:
                write_bytes(project.template, after)
                stack.close()
    return Run(extraction, project.template, after != before, changes)


def run_update(
    project: Project,
    languages: Iterable[str] = (),
    *,
    write: bool = True,
    guard: Guard = _UNGUARDED,
) -> tuple[CatalogChange, ...]:
    """Bring the catalogs of `languages` (all of them if empty) in line with the template."""
    template = _template(project)
    wanted = tuple(dict.fromkeys(find_language(tag).tag for tag in languages))
    with ExitStack() as stack:
        changes = _merge(
            project, template, _decisions(project), wanted or project.languages(), stack, write
        )
        with guard:
            stack.close()
    return changes


def start_catalog(project: Project, language: str, *, write: bool = True) -> CatalogStart:
    """Write a new catalog with every term of the template open; only plan it if not `write`.

    Without a template the catalog is empty: terms may come from another program's file.
    Raises RequestError when there is one already, NotFoundError when there is no such language.
    """
    data = _bytes_of(project.template) or template_of((), project)
    template = Catalog.from_bytes(data, path=project.template)
    path = project.catalog_path(language)
    if find_language(language).tag == project.settings.source_language:
        raise RequestError(
            _("“{language}” is the language of the articles").format(language=language),
            hint=_("Name one to translate into, such as: glossary init vi"),
        )
    if path.exists():
        raise RequestError(
            _("there is a catalog for “{language}” already").format(language=language),
            hint=_("Bring it in line with the template by: glossary update {language}").format(
                language=language
            ),
            path=path,
        )
    if write:
        catalog = new_catalog(
            template.entries,
            language=find_language(language),
            created=datetime.now(UTC),
            project=template.header("Project-Id-Version"),
            translator=project.settings.user,
            template_date=template.header(_DATE),
        )
        write_bytes(path, catalog.to_bytes())
    return CatalogStart(path, len(template.entries))


def template_of(
    terms: Iterable[Term], project: Project | None = None, *, before: bytes | None = None
) -> bytes:
    """The template that holds `terms`; `before`, the old one, is kept where they say the same."""
    name = project.settings.name if project else Settings().name
    header = TemplateHeader(created=datetime.now(UTC), project=name, version="")
    return render_template(template_entries(terms), header, before=before)


def _merge(
    project: Project,
    template: bytes,
    decisions: Decisions,
    languages: Iterable[str],
    stack: ExitStack,
    write: bool,
) -> tuple[CatalogChange, ...]:
    """Merge every catalog in memory; `stack` writes them when it is closed without an error."""
    source = Catalog.from_bytes(template, path=project.template)
    entries, date = source.entries, source.header(_DATE)
    changes = []
    for language in languages:
        file = project.catalog(language)
        catalog = stack.enter_context(file.editing()) if write else file.read()
        merge = merge_template(
            catalog, entries, renames=decisions.renames, language=language, creation_date=date
        )
        changes.append(CatalogChange(language, file.path, catalog.changed, merge))
    return tuple(changes)


def _decisions(project: Project | None) -> Decisions:
    return read_decisions(project.decisions_path) if project else Decisions()


def _template(project: Project) -> bytes:
    data = _bytes_of(project.template)
    if data is None:
        raise InputError(
            _("there is no glossary yet"),
            hint=_("Write it with: glossary extract"),
            path=project.template,
        )
    return data


def _bytes_of(path: Path) -> bytes | None:
    with reading(path):
        return path.read_bytes() if path.exists() else None
