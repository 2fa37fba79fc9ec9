"""``glossary unset``: take an equivalent out of an entry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from glossary.cli import _edits, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("term")
@click.argument("equivalent", default="")
@options.edits_catalog
def unset(project: Project, term: str, equivalent: str, *, where: options.Where) -> None:
    """Take EQUIVALENT, else the preferred one, out of the entry of TERM.

    Without the preferred one the entry is open again; an approval of it stays as a note. What was
    admitted, deprecated or forbidden by mistake is taken back in the same way.

    \b
    Examples:
      glossary unset "collection agent"
      glossary unset pension "tiền hưu"
    """
    from glossary.catalog import review

    named = partial(review.withdraw, equivalent=equivalent)
    _edits.run(project, [term], named if equivalent else review.reopen, where=where)
