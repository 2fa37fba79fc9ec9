"""``glossary merge-terms``: make one entry of two terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _deciding, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command("merge-terms")
@click.argument("term")
@click.argument("other")
@_deciding.decision_options
def merge_terms(
    project: Project, term: str, other: str, *, reason: str, mode: str | None, backup: bool
) -> None:
    """Make TERM another name of the term OTHER: one entry for both.

    The equivalent of TERM joins those of OTHER.

    \b
    Example:
      glossary merge-terms "Viet Nam Social Security" "Vietnam Social Security"
    """
    where = options.Where(mode=mode, backup=backup)
    _deciding.run(project, "merge", [term], value=other, reason=reason, where=where)
