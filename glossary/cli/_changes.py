"""Say what a run did, or would do, to the catalogs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.cli import output

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
    verb = "unchanged" if not is_changed else "would write" if planned else "wrote"
    name = path.relative_to(root) if path.is_relative_to(root) else path
    return f"{verb} {name}"


def _kinds(merge: MergeReport) -> Iterable[str]:
    renamed = [f"{old} → {new}" for old, new in merge.renamed]
    for label, terms in (
        ("new", merge.added),
        ("back again", merge.revived),
        ("renamed", renamed),
        ("other evidence", merge.changed),
        ("obsolete", merge.obsoleted),
        ("removed", merge.removed),
    ):
        if terms:
            more = f" and {len(terms) - NAMED} more" if len(terms) > NAMED else ""
            yield f"{len(terms)} {label}: {', '.join(terms[:NAMED])}{more}"
