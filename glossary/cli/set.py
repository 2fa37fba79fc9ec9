"""``glossary set``: give a term its preferred equivalent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from glossary.cli import _edits, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command("set")
@click.argument("term")
@click.argument("equivalent")
@click.option("--note", default="", metavar="TEXT", help="Add a note for translators.")
@click.option("--needs-review", is_flag=True, help="Flag the entry: somebody must look.")
@options.edits_catalog
def set_(
    project: Project,
    term: str,
    equivalent: str,
    *,
    note: str,
    needs_review: bool,
    where: options.Where,
) -> None:
    """Make EQUIVALENT the preferred equivalent of TERM.

    A term is typed loosely: in any case, number or spelling, or by its equivalent without tone
    marks. An approval of another equivalent ends, and stays as a note.

    \b
    Examples:
      glossary set "unemployment insurance" "bảo hiểm thất nghiệp"
      glossary set "protocol" "lễ tân" --note "not nghị định thư" --needs-review
    """
    from glossary.catalog import review

    change = partial(
        review.set_equivalent, equivalent=equivalent, note=note, needs_review=needs_review
    )
    _edits.run(project, [term], change, where=where)
