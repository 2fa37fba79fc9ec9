"""``glossary compile``: write the MO files that programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _changes, options, output
from glossary.interface import _, ngettext

if TYPE_CHECKING:
    from glossary.project import Project


@click.command("compile")
@click.argument("language", metavar="[LANG]...", nargs=-1)
@options.dry_run
@options.pass_project
def compile_(project: Project, language: tuple[str, ...], mode: str | None) -> None:
    """Write the MO file beside the catalog of LANG, or of every language.

    Open and flagged entries are left out, as msgfmt leaves them out.

    \b
    Example:
      glossary compile vi
    """
    from glossary.project.compiling import compile_catalogs

    done = compile_catalogs(project, language, write=mode is None)
    if not done:
        output.note(_("there are no catalogs yet; start one with: glossary init LANG"))
    for one in done:
        line = _changes.file_line(
            one.path, project.root, is_changed=one.is_changed, planned=mode is not None
        )
        count = one.entry_count
        entries = ngettext("{count} entry", "{count} entries", count).format(count=count)
        click.echo(output.printable(f"{line}: {entries}"))
    options.finish_check(mode, is_change=any(one.is_changed for one in done))
