"""Take back a catalog that was sent to somebody: merge their file into the project's.

in      the path of the returned file, and of the file as it was sent, where it is still there
out     what the merge did, and the bytes of our catalog before and after
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from glossary.catalog import Catalog
from glossary.catalog.bitext import is_bitext
from glossary.catalog.review import sign
from glossary.catalog.three_way import Side, ThreeWayReport, merge_returned
from glossary.errors import RequestError
from glossary.extraction.decisions import read_decisions
from glossary.formats.po import read_bytes
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.project.editing import Writing, opened
from glossary.project.project import Project
from glossary.project.versions import is_committed


@dataclass(frozen=True, slots=True)
class Work:
    """What comes into a catalog from outside: `theirs` gives it as a catalog, with ours in view.

    `by` is who made it, `base` the catalog as it was sent, where that is known.
    """

    theirs: Callable[[Catalog], Catalog]
    by: str
    base: Catalog | None = None
    prefer: Side | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """What became of the catalog at `path`; `can_restore`: git has it as it was."""

    path: Path
    report: ThreeWayReport
    before: bytes
    after: bytes
    can_restore: bool = False


def take_back(
    project: Project,
    language: str,
    returned: Path,
    *,
    base: Path | None = None,
    prefer: Side | None = None,
    writing: Writing | None = None,
) -> Return:
    """Merge the file `returned` into the catalog of `language`: see `catalog.three_way`.

    `base` is the file as it was sent. Terms that were renamed since are found under their new
    names. Raises InputError and MalformedError for each of the files, RequestError where one holds
    sentences; then nothing is changed.
    """
    theirs = _read(returned)
    sent = _read(base) if base else None
    work = Work(lambda _ours: theirs, by=_translator(theirs), base=sent, prefer=prefer)
    return merge_work(project, find_language(language).tag, work, writing or Writing())


def merge_work(project: Project, tag: str, work: Work, writing: Writing) -> Return:
    """Merge what comes from outside into the catalog of a language, and sign what changes."""
    renames = read_decisions(project.decisions_path).renames
    path = project.catalog_path(tag)
    is_kept = not writing.is_planned and is_committed(path)
    with opened(project, tag, writing) as ours:
        before = ours.to_bytes()
        theirs = work.theirs(ours)
        report = merge_returned(ours, theirs, base=work.base, prefer=work.prefer, renames=renames)
        if ours.changed:
            sign(ours, by=work.by, at=datetime.now(UTC))
        after = ours.to_bytes()
    return Return(path, report, before, after, is_kept and before != after)


def _translator(catalog: Catalog) -> str:
    """Who worked on a catalog last; empty where the header still says what tools put there."""
    name = catalog.header("Last-Translator")
    return "" if name.startswith(("FULL NAME", "Automatically generated")) else name


def _read(path: Path) -> Catalog:
    catalog = Catalog.from_bytes(read_bytes(path), path=path)
    if is_bitext(catalog):
        raise RequestError(
            _("the file holds the sentences of an article, not terms"),
            hint=_("Keep its translations with: glossary memory import FILE"),
            path=path,
        )
    return catalog
