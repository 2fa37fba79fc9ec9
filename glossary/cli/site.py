"""``glossary site``: the glossary as a folder of files for a web host or a USB stick."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.cli import _index, options, output
from glossary.interface import _, ngettext


@click.command()
@click.option(
    "-o", "--output", "folder", required=True, type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR", help="The folder to write: a new or empty one, or a site to renew.",
)  # fmt: skip
@options.dry_run
@options.language
@options.project
@click.pass_context
def site(ctx: click.Context, *, folder: Path, mode: str | None, language: str) -> None:
    """Write the pages of “glossary serve” as files, with their search.

    Open index.html in any browser; no server and no internet is needed.

    \b
    Examples:
      glossary site -o site
      glossary site -o site --check
    """
    from glossary.web.site import compare, site_files, write

    project = _index.project_or_shipped(ctx.ensure_object(options.Invocation))
    files = site_files(project, language)
    changes = write(folder, files) if mode is None else compare(folder, files)
    where = output.printable(str(folder / "index.html"))
    if not changes.is_change:
        click.echo(_("unchanged {path}").format(path=where))
    else:
        count = ngettext("{count} file", "{count} files", changes.total)
        message = _("wrote {path} ({files})") if mode is None else _("would write {path} ({files})")
        click.echo(message.format(path=where, files=count.format(count=changes.total)))
    options.finish_check(mode, is_change=changes.is_change)
