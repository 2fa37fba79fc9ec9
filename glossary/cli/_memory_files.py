"""``glossary memory import`` and ``export``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from os import SEEK_END
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from glossary.cli import _input, _memory, options, output
from glossary.interface import _, ngettext

if TYPE_CHECKING:
    from glossary.formats.contract import Format
    from glossary.project import Project

COLUMNS = ("file", "new", "changed", "known", "left_out")


@click.command(name="import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@options.language
@click.option("--format", "form", metavar="FORMAT", default="", help="Instead of FILE's ending.")
@click.option("--flagged", is_flag=True, help="Also what is flagged: somebody must look at it.")
@options.dry_run
@options.pass_project
def import_(
    project: Project, *, files: tuple[str, ...], language: str, flagged: bool, form: str,
    mode: str | None,
) -> None:  # fmt: skip
    """Remember the translations in each FILE: PO, TMX, XLIFF, or a table of two columns.

    A file is remembered as a whole or not at all. What is open or flagged is left out. A new
    translation of the same place takes the old one's.

    \b
    Examples:
      glossary memory import locales/vi/articles/*.po
      glossary memory import office.tmx -l vi
    """
    from glossary.project.memory_files import Wish, remember

    ours = project.settings.source_language
    wish = Wish(language, ours, with_flagged=flagged, form=_format(form))
    rows: list[tuple[str, ...]] = []
    is_change = False
    with _memory.opened(project, mode=mode) as memory:
        for name in files:
            with _input.opened(name) as stream, output.progress_bar(output.printable(name)) as show:
                size = stream.seek(0, SEEK_END)
                stream.seek(0)
                show_place = partial(_show_place, show, stream, size)
                file = Path(name), stream
                added = remember(
                    memory, file, wish, is_planned=mode is not None, progress=show_place
                )
            counts = added.added, added.changed, added.known, added.skipped
            rows.append((name, *map(str, counts)))
            is_change |= bool(added.added or added.changed)
        if mode is None:
            with output.progress_bar(_("index")) as show:
                memory.refresh(progress=show)
    click.echo(output.table(COLUMNS, rows, numeric=" ".join(COLUMNS[1:])), nl=False)
    if mode:
        output.note(_("nothing was written"))
    options.finish_check(mode, is_change=is_change)


def _show_place(
    show: Callable[[int, int, str], None], stream: BinaryIO, size: int, number: int
) -> None:
    if number % 100 == 0:
        show(stream.tell(), size, str(number))


@click.command()
@click.argument("file", metavar="FILE")
@options.language
@click.option("--origin", metavar="NAME", default="", help="Only what is from this file.")
@click.option("--format", "form", metavar="FORMAT", default="", help="Instead of FILE's ending.")
@options.dry_run
@options.pass_project
def export(
    project: Project, *, file: str, language: str, origin: str, form: str, mode: str | None
) -> None:
    """Write the memory to FILE: TMX for any CAT tool, or what its ending or --format says.

    \b
    Examples:
      glossary memory export office.tmx
      glossary memory export - --format tmx --origin 2020-05-23.txt
    """
    from io import BytesIO

    from glossary.project.memory_files import Choice, format_of_segments, save_memory, write_memory

    chosen = _format(form) or format_of_segments(file)
    choice = Choice(language, origin)
    with _memory.opened(project, mode=mode, is_read=True) as memory:
        if mode is None and not _is_stream(file):
            count = save_memory(memory, Path(file), chosen, choice)
            output.note(_("wrote {path}").format(path=output.printable(file)))
        else:
            data = BytesIO()
            count = write_memory(memory, data, chosen, choice)
            output.deliver(data.getvalue(), file, mode=mode)
    output.note(ngettext("{count} unit", "{count} units", count).format(count=count))


def _is_stream(file: str) -> bool:
    """Whether it is standard output, or a device, which cannot be replaced by a file."""
    return file == "-" or (Path(file).exists() and not Path(file).is_file())


def _format(name: str) -> Format | None:
    from glossary.formats.registry import find_format

    return find_format(name) if name else None
