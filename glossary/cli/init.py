"""``glossary init``: start the catalog of a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import options, output

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
    verb = "would write" if mode else "wrote"
    click.echo(output.printable(f"{verb} {started.path}: {started.entry_count} entries, all open"))
    options.finish_check(mode, is_change=True)
