"""``glossary unapprove``: make approved entries drafts again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _edits, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("term", nargs=-1, required=True)
@options.edits_catalog
def unapprove(project: Project, term: tuple[str, ...], *, where: options.Where) -> None:
    """Make the entry of each TERM a draft again; who had approved it stays as a note.

    \b
    Example:
      glossary unapprove pension
    """
    from glossary.catalog import review

    _edits.run(project, term, review.unapprove, where=where)
