"""``glossary drop``: take terms out of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _deciding, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("term", nargs=-1, required=True)
@_deciding.decision_options
def drop(
    project: Project, term: tuple[str, ...], *, reason: str, mode: str | None, backup: bool
) -> None:
    """Take each TERM out of the glossary, as it is no term.

    Its equivalent stays in the catalogs as an obsolete entry.

    \b
    Example:
      glossary drop "active role" --reason "a free phrase, no fixed meaning"
    """
    where = options.Where(mode=mode, backup=backup)
    _deciding.run(project, "drop", term, reason=reason, where=where)
