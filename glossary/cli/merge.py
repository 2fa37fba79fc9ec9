"""``glossary merge``: take back a catalog that somebody worked on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import _changes, _conflicts, _edits, _exchange, options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("language", metavar="LANG")
@click.argument("returned", metavar="RETURNED.po", type=options.FILE)
@click.option("--base", metavar="OLD.po", type=options.FILE, help="The file as it was sent.")
@_exchange.prefer
@options.backup
@options.dry_run
@options.pass_project
def merge(
    project: Project,
    *,
    language: str,
    returned: Path,
    base: Path | None,
    prefer: str | None,
    mode: str | None,
    backup: bool,
) -> None:
    """Merge the file RETURNED.po, which somebody worked on, into the catalog of LANG.

    What one side alone changed counts. Where both changed an equivalent, ours stays, is flagged
    and has the other in a note; such conflicts are listed, and the exit code is 1. Without --base
    nothing is taken away: open entries are filled, other equivalents and notes added, flags stay,
    and every two different equivalents are a conflict. The newer equivalent is the one approved
    later, else the one in the file revised later.

    \b
    Examples:
      glossary merge vi from-reviser.po --base sent.po
      glossary merge vi from-reviser.po --prefer theirs --dry-run
    """
    from glossary.catalog.three_way import Side
    from glossary.project.editing import Writing
    from glossary.project.returning import take_back

    done = take_back(
        project,
        language,
        returned,
        base=base,
        prefer=Side(prefer) if prefer else None,
        writing=Writing(is_planned=mode is not None, backup=backup),
    )
    is_changed = done.before != done.after
    what = _changes.file_line(done.path, project.root, is_changed=is_changed, planned=bool(mode))
    lines = _conflicts.describe(done.report, what)
    _edits.show_change(done.path, (done.before, done.after), mode=mode, lines=lines)
    if done.can_restore:
        _edits.note_undo([done.path])
    if done.report.open_conflicts:
        raise click.exceptions.Exit(1)
