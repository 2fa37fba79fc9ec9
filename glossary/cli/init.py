"""``glossary init``: start the catalog of a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _changes, options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("language", metavar="LANG")
@options.dry_run
@options.pass_project
def init(project: Project, language: str, mode: str | None) -> None:
    """Start the catalog of LANG with every term open.

    LANG is a tag such as vi, fr or pt-BR. The plural rule and the names come from CLDR.

    \b
    Example:
      glossary init fr
    """
    from glossary.project.run import start_catalog

    started = start_catalog(project, language, write=mode is None)
    message = (
        _("would write {file}: {count} entries, all open")
        if mode
        else _("wrote {file}: {count} entries, all open")
    )
    name = _changes.named(started.path, project.root)
    text = message.format(file=name, count=started.entry_count)
    click.echo(output.printable(text))
    options.finish_check(mode, is_change=True)
