"""``glossary deprecate``: mark an equivalent as one of older texts."""

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
def deprecate(project: Project, term: str, equivalent: str, *, where: options.Where) -> None:
    """Mark EQUIVALENT of TERM as found in older texts, not to be used in new ones.

    It can still be looked up.

    \b
    Example:
      glossary deprecate "public servant" "nhân viên nhà nước"
    """
    from glossary.catalog import review

    _edits.run(project, [term], partial(review.deprecate, equivalent=equivalent), where=where)
