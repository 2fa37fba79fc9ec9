"""``glossary approve``: vouch for equivalents."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import click

from glossary.cli import _edits, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("term", nargs=-1, required=True)
@click.option("--by", default="", metavar="NAME", help="Who approves, else “user” in the settings.")
@options.edits_catalog
def approve(project: Project, term: tuple[str, ...], *, by: str, where: options.Where) -> None:
    """Approve the equivalent of each TERM, with today's date and your name.

    Quote a term of several words. A flag that asks for review goes.

    \b
    Examples:
      glossary approve "social insurance" "luong huu" --by NVA
      glossary approve pension --dry-run
    """
    from glossary.catalog import review

    name = by or project.settings.user
    change = partial(review.approve, by=name, on=date.today())
    _edits.run(project, term, change, where=where, by=name)
