"""``glossary import``: merge the entries of another program's file into a catalog."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import _bitext, _changes, _conflicts, _edits, _exchange, _input, options, output

if TYPE_CHECKING:
    from glossary.formats.contract import Format, Reading
    from glossary.project import Project


@click.command("import")
@click.argument("file", nargs=-1, required=True)
@_exchange.format_option
@options.language
@click.option(
    "--columns",
    metavar="NAME,...",
    callback=_exchange.several,
    help="What the columns of a table hold: source,target,notes,- or HEADING=source,…",
)
@_exchange.prefer
@options.backup
@options.dry_run
@options.pass_project
def import_(
    project: Project,
    *,
    file: tuple[str, ...],
    form: str | None,
    language: str,
    columns: tuple[str, ...],
    prefer: str | None,
    mode: str | None,
    backup: bool,
) -> None:
    """Merge the entries of each FILE (-: standard input) into the catalog of a language.

    Open entries are filled, other equivalents, notes and new terms added, nothing is taken away.
    Where a file has another equivalent than we, ours stays, is flagged and has the other in a
    note; such conflicts are listed, and the exit code is 1. The format is known by the name of the
    file or its content, the columns of a table by their headings in English or Vietnamese.

    Sentences (tmx xlf docx, the po of an article, and with --format bitext-xlsx) go into the
    translated articles that have them in the same way. A folder that is a project of OmegaT gives
    its translations to the articles and to the memory.

    \b
    Examples:
      glossary import agency.xlsx --dry-run
      glossary import old-glossary.csv -l vi --columns source,target,notes
      glossary import review.docx --prefer theirs
      glossary import ../omegat
    """
    from glossary.catalog.three_way import Side
    from glossary.formats.contract import Reading
    from glossary.project.editing import Writing

    saving = Writing(is_planned=mode is not None, backup=backup)
    merging = _bitext.Merging(Side(prefer) if prefer else None, saving, mode)
    is_changed = is_open = False
    for name in file:
        if Path(name).is_dir():
            new, still_open = _bitext.import_omegat(project, Path(name), language, merging)
        else:
            reading = Reading(_input.path_of(name), target_language=language, columns=columns)
            new, still_open = _import_file(project, name, form, reading, merging)
        is_changed, is_open = is_changed or new, is_open or still_open
    options.finish_check(mode, is_change=is_changed)
    if is_open:
        raise click.exceptions.Exit(1)


def _import_file(
    project: Project, name: str, form: str | None, reading: Reading, merging: _bitext.Merging
) -> tuple[bool, bool]:
    """Merge one file; whether anything changes, and whether a conflict is open."""
    from glossary.formats import registry
    from glossary.formats.contract import HEAD
    from glossary.formats.po import read_bytes

    with _input.opened(name) as stream:
        head = stream.read(HEAD)
        stream.seek(0)
        chosen = registry.find_format(form) if form else registry.detect(head, name)
        if not _exchange.carries_entries(chosen.reads):
            return _bitext.import_file(project, stream, chosen, reading, merging)
        data = stream.read() if name == _input.STREAM else read_bytes(Path(name))
    if chosen.name == "po":
        from glossary.project.bitext_exchange import holds_sentences

        if holds_sentences(data, reading.path):
            return _bitext.import_file(project, BytesIO(data), chosen, reading, merging)
    return _import_entries(project, data, chosen, reading, merging)


def _import_entries(
    project: Project, data: bytes, form: Format, reading: Reading, merging: _bitext.Merging
) -> tuple[bool, bool]:
    """The same of a file of terms."""
    from glossary.project.incoming import import_entries

    done = import_entries(
        project, data, form, reading=reading, prefer=merging.prefer, saving=merging.saving
    )
    for remark in done.remarks:
        output.note(output.printable(remark))
    mode, is_new = merging.mode, done.before != done.after
    what = _changes.file_line(done.path, project.root, is_changed=is_new, planned=bool(mode))
    lines = _conflicts.describe(done.report, what)
    shown = options.DRY_RUN if mode == options.DRY_RUN else None
    _edits.show_change(done.path, (done.before, done.after), mode=shown, lines=lines)
    if done.can_restore:
        _edits.note_undo([done.path])
    return is_new, bool(done.report.open_conflicts)
