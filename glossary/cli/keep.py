"""``glossary keep``: put terms into the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _deciding, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("term", nargs=-1, required=True)
@_deciding.decision_options
def keep(
    project: Project, term: tuple[str, ...], *, reason: str, mode: str | None, backup: bool
) -> None:
    """Keep each TERM in the glossary, whatever the extractor thinks.

    A decision to drop it is taken back.

    \b
    Example:
      glossary keep "cash security"
    """
    where = options.Where(mode=mode, backup=backup)
    _deciding.run(project, "keep", term, reason=reason, where=where)
