"""Change entries of one catalog of a project, as a person at the command line asks for it.

in      terms typed loosely, and what is to be done to their entries
out     the entries before and after, and the bytes of the file before and after
order   every term is found and every change worked out before anything is written, all at once
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from glossary.catalog import Catalog
from glossary.catalog.history import Event, history
from glossary.catalog.review import sign
from glossary.errors import NotFoundError, RequestError
from glossary.interface import _
from glossary.lookup import Chooser
from glossary.model import Entry
from glossary.project.project import Project
from glossary.project.versions import is_committed, versions

Change = Callable[[Entry], Entry]


@dataclass(frozen=True, slots=True)
class Writing:
    """How to write: not at all where `is_planned`; with the old file as a `backup` (``~``)."""

    is_planned: bool = False
    backup: bool = False


_NOW = Writing()


@dataclass(frozen=True, slots=True)
class Edit:
    """What became of a catalog: its entries (before, after) that were asked for, and its bytes.

    `can_restore`: it was written, and git has it as it was.
    """

    language: str
    path: Path
    entries: tuple[tuple[Entry, Entry], ...]
    before: bytes
    after: bytes
    can_restore: bool = False


def edit_entries(
    project: Project,
    terms: Sequence[str],
    change: Change,
    *,
    language: str = "",
    writing: Writing = _NOW,
    by: str = "",
) -> Edit:
    """Change the entries that `terms` mean, and name the change in the header.

    `by` is who changes, by default the settings' user. `language` may be empty where the project
    has one catalog. Raises as `Chooser.choose`, `change` and `CatalogFile.editing` do; then
    nothing is changed.
    """
    tag = chosen_language(project, language)
    path = project.catalog_path(tag)
    is_kept = not writing.is_planned and is_committed(path)
    with opened(project, tag, writing) as catalog:
        before = catalog.to_bytes()
        chooser = Chooser(catalog.entries, variant_key=project.variant_key)
        found = dict.fromkeys(chooser.choose(term).key for term in terms)
        pairs = tuple(_changed(catalog, key, change) for key in found)
        if catalog.changed:
            sign(catalog, by=by or project.settings.user, at=datetime.now(UTC))
        after = catalog.to_bytes()
    return Edit(tag, path, pairs, before, after, is_kept and before != after)


def chosen_language(project: Project, language: str) -> str:
    """The language meant by `language` (vi-VN: vi); the project's only one where that is empty.

    Raises RequestError where there are several, NotFoundError where there is none.
    """
    if language:
        return project.meant_language(language)
    there = project.languages()
    if not there:
        raise NotFoundError(
            _("there are no catalogs yet"), hint=_("Start one with: glossary init LANG")
        )
    if len(there) > 1:
        raise RequestError(
            _("there are several catalogs: {there}").format(there=", ".join(there)),
            hint=_("Name the language, as in: -l {there}").format(there=there[0]),
        )
    return there[0]


@contextmanager
def opened(project: Project, language: str, writing: Writing) -> Iterator[Catalog]:
    """Give the catalog of `language`; it is written at the end, unless that is only planned."""
    file = project.catalog(language)
    if writing.is_planned:
        yield file.read()
        return
    with file.editing(backup=writing.backup) as catalog:
        yield catalog


def _changed(catalog: Catalog, key: tuple[str, str], change: Change) -> tuple[Entry, Entry]:
    entry = catalog.get(*key)
    if entry is None:  # pragma: no cover - the chooser took it from this catalog
        raise NotFoundError(_("there is no term “{key}”").format(key=key[0]))
    catalog.put(change(entry))
    return entry, catalog.get(*key) or entry


def entry_history(project: Project, term: str, *, language: str = "") -> tuple[Event, ...]:
    """What happened to the entry that `term` means, oldest first: see `catalog.history`."""
    tag = chosen_language(project, language)
    entries = project.catalog(tag).read().entries
    entry = Chooser(entries, variant_key=project.variant_key).choose(term)
    older = versions(project.catalog_path(tag))
    return history(entry.source, entry.sense, now=entry, versions=older)
