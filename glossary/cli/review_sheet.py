"""``glossary review-sheet``: let a reviser decide in Excel or LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import _changes, _conflicts, _edits, _exchange, options, output
from glossary.interface import _, ngettext

if TYPE_CHECKING:
    from glossary.project import Project


@click.group("review-sheet")
def review_sheet() -> None:
    """Send a catalog to a reviser as a spreadsheet, and take the decisions back.

    \b
    Examples:
      glossary review-sheet export review.xlsx --status draft,needs-review
      glossary review-sheet import review.xlsx --by "Nguyễn Văn An"
    """


@review_sheet.command("export")
@click.argument("file")
@options.language
@_exchange.selection
@options.dry_run
@options.pass_project
def export(
    project: Project,
    *,
    file: str,
    language: str,
    status: tuple[str, ...],
    subject: tuple[str, ...],
    mode: str | None,
) -> None:
    """Write the sheet FILE (XLSX): a row for each entry, with a list of decisions.

    \b
    Example:
      glossary review-sheet export review.xlsx --status draft,needs-review
    """
    from glossary.project.exchange import Selection
    from glossary.project.review_sheet import review_sheet as sheet_of

    data, count = sheet_of(project, language=language, selection=Selection(status, subject))
    output.note(ngettext("{count} entry", "{count} entries", count).format(count=count))
    output.deliver(data, file, mode=mode)


@review_sheet.command("import")
@click.argument("file", type=options.FILE)
@options.language
@click.option(
    "--by", metavar="NAME", default="", help="Who decided, instead of the settings' user."
)
@_exchange.prefer
@options.backup
@options.dry_run
@options.pass_project
def import_(
    project: Project,
    *,
    file: Path,
    language: str,
    by: str,
    prefer: str | None,
    mode: str | None,
    backup: bool,
) -> None:
    """Take the decisions of the sheet FILE into the catalog.

    A row in which nothing was touched changes nothing. Where the catalog changed since the sheet
    was written and the reviser decided otherwise, ours stays, is flagged and has the other in a
    note; the exit code is then 1.

    \b
    Example:
      glossary review-sheet import review.xlsx --by "Nguyễn Văn An" --dry-run
    """
    from glossary.catalog.three_way import Side
    from glossary.project.editing import Writing
    from glossary.project.review_sheet import take_back_sheet

    done = take_back_sheet(
        project,
        file,
        by=by or project.settings.user,
        language=language,
        prefer=Side(prefer) if prefer else None,
        writing=Writing(is_planned=mode is not None, backup=backup),
    )
    is_changed = done.before != done.after
    what = _changes.file_line(done.path, project.root, is_changed=is_changed, planned=bool(mode))
    told = _("{approved} approved, {edited} changed, {doubted} to look at again").format(
        approved=done.approved, edited=done.edited, doubted=done.doubted
    )
    lines = [told, *_conflicts.describe(done.report, what)]
    _edits.show_change(done.path, (done.before, done.after), mode=mode, lines=lines)
    if done.can_restore:
        _edits.note_undo([done.path])
    if done.report.open_conflicts:
        raise click.exceptions.Exit(1)
