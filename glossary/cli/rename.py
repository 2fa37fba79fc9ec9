"""``glossary rename``: give a term its right name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _deciding, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("term")
@click.argument("new")
@_deciding.decision_options
def rename(
    project: Project, term: str, new: str, *, reason: str, mode: str | None, backup: bool
) -> None:
    """Call TERM by the name NEW in the glossary.

    The equivalent goes along. NEW is written as it is to stand there; the name that the
    articles use takes the decision back.

    \b
    Example:
      glossary rename survivor survivors
    """
    where = options.Where(mode=mode, backup=backup)
    _deciding.run(project, "rename", [term], value=new, reason=reason, where=where)
