"""``glossary update``: bring catalogs in line with the template."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _changes, _interrupts, options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("language", metavar="[LANG]...", nargs=-1)
@options.dry_run
@options.pass_project
def update(project: Project, language: tuple[str, ...], mode: str | None) -> None:
    """Bring the catalogs of LANG, or all, in line with locales/glossary.pot.

    New terms come in open, without guesses; a term that is gone keeps its equivalent as an
    obsolete entry and gets it back when it returns; a renamed term takes its equivalent along.

    \b
    Examples:
      glossary update
      glossary update vi --dry-run
    """
    from glossary.project.run import run_update

    changes = run_update(project, language, write=mode is None, guard=_interrupts.held())
    if not changes:
        output.note(_("there are no catalogs yet; start one with: glossary init LANG"))
    click.echo(_changes.describe(changes, project.root, planned=mode is not None), nl=False)
    options.finish_check(mode, is_change=any(change.is_changed for change in changes))
