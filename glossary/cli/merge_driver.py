"""``glossary merge-driver``: let git merge catalogs entry by entry."""

from __future__ import annotations

import contextlib
import subprocess
from pathlib import Path

import click

from glossary.cli import _conflicts, options, output
from glossary.interface import _


@click.command("merge-driver")
@click.argument("base", metavar="%O", type=options.FILE)
@click.argument("ours", metavar="%A", type=options.FILE)
@click.argument("theirs", metavar="%B", type=options.FILE)
@click.argument("name", metavar="%P", default="")
def merge_driver(base: Path, ours: Path, theirs: Path, name: str) -> None:
    """Merge two versions of a catalog for git, which calls this by itself.

    The result is written to %A. The exit code is 1 where entries are in conflict: they are
    flagged, ours stands and theirs is in a note. A file that is no sound catalog is merged by
    git as a text.

    \b
    Example (git calls it so):
      glossary merge-driver %O %A %B %P
    \b
    Set up, once for each clone, and once for the project:
      git config merge.glossary.driver "glossary merge-driver %O %A %B %P"
      echo "*.po merge=glossary" >> .gitattributes
    """
    from glossary.catalog import CatalogFile
    from glossary.catalog.three_way import merge_branches
    from glossary.errors import InputError

    shown = output.printable(name or str(ours))
    try:
        before, other = (CatalogFile(path).read() for path in (base, theirs))
        with CatalogFile(ours).editing() as catalog:
            report = merge_branches(catalog, other, base=before)
    except InputError as error:
        output.note(
            _("{shown}: {error}; merged as a text").format(
                shown=shown, error=output.printable(str(error))
            )
        )
        raise click.exceptions.Exit(_merge_as_text(ours, base, theirs)) from None
    output.note(f"{shown}: {_conflicts.counts(report)}")
    click.echo(_conflicts.side_by_side(report.conflicts), nl=False, err=True)
    if report.open_conflicts:
        raise click.exceptions.Exit(1)


def _merge_as_text(ours: Path, base: Path, theirs: Path) -> int:
    """Let git write its conflict markers into `ours`; 0 where there are none, else 1."""
    command = ["git", "merge-file", "-L", "ours", "-L", "base", "-L", "theirs"]
    with contextlib.suppress(OSError):
        result = subprocess.run([*command, ours, base, theirs], check=False)
        return 0 if result.returncode == 0 else 1
    return 1
