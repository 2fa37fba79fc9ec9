"""``glossary note``: leave a remark on an entry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from glossary.cli import _edits, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("term")
@click.argument("text")
@options.edits_catalog
def note(project: Project, term: str, text: str, *, where: options.Where) -> None:
    """Add the note TEXT to the entry of TERM, for whoever translates it.

    \b
    Example:
      glossary note protocol "ceremony and rank: lễ tân; a treaty: nghị định thư"
    """
    from glossary.catalog import review

    _edits.run(project, [term], partial(review.annotate, text=text), where=where)
