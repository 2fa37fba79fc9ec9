"""``glossary forbid``: mark an equivalent as wrong."""

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
def forbid(project: Project, term: str, equivalent: str, *, where: options.Where) -> None:
    """Mark EQUIVALENT as wrong for TERM.

    Look-ups show it as forbidden.

    \b
    Example:
      glossary forbid "voluntary social insurance" "bảo hiểm xã hội tình nguyện"
    """
    from glossary.catalog import review

    _edits.run(project, [term], partial(review.forbid, equivalent=equivalent), where=where)
