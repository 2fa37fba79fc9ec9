"""``glossary admit``: let another equivalent be used too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from glossary.cli import _edits, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("term")
@click.argument("equivalent")
@options.edits_catalog
def admit(project: Project, term: str, equivalent: str, *, where: options.Where) -> None:
    """Let EQUIVALENT be used for TERM beside the preferred one.

    If it was deprecated or forbidden, it is so no longer.

    \b
    Example:
      glossary admit "health insurance" BHYT
    """
    from glossary.catalog import review

    _edits.run(project, [term], partial(review.admit, equivalent=equivalent), where=where)
