"""``glossary new``: start a project."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.cli import options, output
from glossary.interface import _


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="", help="What the glossary is called (default: DIR).")
@click.option(
    "--source-language", default="en", show_default=True, help="The language of the articles."
)
@options.dry_run
@options.project
def new(folder: Path, name: str, source_language: str, mode: str | None) -> None:
    """Start an empty project in DIR for another office's texts and languages.

    \b
    Example:
      glossary new tax-office --name "Tax glossary"
    """
    from glossary.project import creation, settings

    try:
        settings.language_tag(source_language)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--source-language") from None
    files = creation.plan(folder, source_language=source_language, name=name)
    if mode is None:
        creation.create(folder, source_language=source_language, name=name)
    message = _("would write {file}") if mode else _("wrote {file}")
    for path in files:
        click.echo(message.format(file=output.printable(str(path))))
    output.note(
        _("next: put articles (*.txt, UTF-8) into {folder}, then: glossary extract").format(
            folder=folder / "seeds"
        )
    )
    options.finish_check(mode, is_change=True)
