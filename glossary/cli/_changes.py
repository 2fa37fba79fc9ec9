"""Say what a run did, or would do, to the catalogs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.cli import output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.catalog import MergeReport
    from glossary.project.run import CatalogChange

NAMED = 3
"""How many terms a line names before it says how many more there are."""


def describe(changes: Iterable[CatalogChange], root: Path, *, planned: bool) -> str:
    """A line for each catalog, and under it one for each kind of change."""
    lines: list[str] = []
    for change in changes:
        lines.append(file_line(change.path, root, is_changed=change.is_changed, planned=planned))
        lines += [f"  {line}" for line in _kinds(change.merge)]
    return "".join(f"{output.printable(line)}\n" for line in lines)


def file_line(path: Path, root: Path, *, is_changed: bool, planned: bool) -> str:
    """What happened to one file, named as seen from the project."""
    name = named(path, root)
    if not is_changed:
        return _("unchanged {file}").format(file=name)
    message = _("would write {file}") if planned else _("wrote {file}")
    return message.format(file=name)


def named(path: Path, root: Path) -> Path:
    """A file as it is called in the project."""
    return path.relative_to(root) if path.is_relative_to(root) else path


def _kinds(merge: MergeReport) -> Iterable[str]:
    renamed = [f"{old} → {new}" for old, new in merge.renamed]
    for message, terms in (
        (_("{count} new: {terms}"), merge.added),
        (_("{count} back again: {terms}"), merge.revived),
        (_("{count} renamed: {terms}"), renamed),
        (_("{count} other evidence: {terms}"), merge.changed),
        (_("{count} obsolete: {terms}"), merge.obsoleted),
        (_("{count} removed: {terms}"), merge.removed),
    ):
        if terms:
            more = len(terms) - NAMED
            named = ", ".join(terms[:NAMED]) + (
                _(" and {count} more").format(count=more) if more > 0 else ""
            )
            yield message.format(count=len(terms), terms=named)
