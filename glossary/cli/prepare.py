"""``glossary prepare``: an article as a PO file for any translation tool."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from glossary.cli import _changes, _memory, options, output
from glossary.interface import _

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.project import Project
    from glossary.project.preparing import Preparation

COLUMNS = ("article", "segments", "open", "filled", "to_review", "new", "changed", "obsolete")


@click.command()
@click.argument("article", metavar="[ARTICLE]...", nargs=-1)
@options.language
@click.option("--no-memory", is_flag=True, help="Fill in nothing from the memory.")
@click.option(
    "--threshold", type=click.IntRange(50, 101), default=75, show_default=True,
    help="Percent from which on a match of the memory is filled in.",
)  # fmt: skip
@options.output_format("table", "tsv", "json")
@options.dry_run
@options.pass_project
def prepare(
    project: Project, article: tuple[str, ...], language: str, no_memory: bool, threshold: int,
    form: str, mode: str | None,
) -> None:  # fmt: skip
    """Write a PO file for each ARTICLE, one entry for each sentence, to translate in any tool.

    ARTICLE is a file, or the name of one of the project's articles; without one all are prepared.
    The files are in locales/LANG/articles. Preparing again keeps all work.

    \b
    Examples:
      glossary prepare 2020-05-23 -l vi
      glossary prepare seeds/2020-05-23.txt
    """
    from glossary.project.editing import chosen_language
    from glossary.project.preparing import prepare as prepare_articles
    from glossary.project.preparing import with_memory

    tag = chosen_language(project, language)
    paths = [project.article(name) for name in article] or project.articles()
    with ExitStack() as stack:
        aids = None
        if not no_memory:
            memory = stack.enter_context(_memory.opened(project, mode=mode))
            aids = with_memory(project, tag, memory, threshold=threshold)
        show = stack.enter_context(output.progress_bar(_("preparing")))
        done = prepare_articles(project, paths, tag, aids=aids, write=mode is None, progress=show)
        if aids and mode is None:
            memory.count_use(number for one in done for number in one.used)
    click.echo(_render(done, form=form), nl=False)
    for path in paths:
        if path.resolve().parent != project.articles_folder.resolve():
            output.note(_outside(path, project.articles_folder))
    for one in done:
        if one.is_change:
            line = _changes.file_line(one.path, project.root, is_changed=True, planned=bool(mode))
            output.note(output.printable(line))
        if not one.total:
            output.note(_("{article} holds no text").format(article=one.path.stem))
    options.finish_check(mode, is_change=any(one.is_change for one in done))


def _render(done: list[Preparation], *, form: str) -> str:
    rows = [_row(one) for one in done]
    if form == "json":
        return output.json_list(dict(zip(COLUMNS, row, strict=True)) for row in rows)
    if form == "tsv":
        return output.tsv(COLUMNS, rows)
    return output.table(
        COLUMNS, ([str(cell) for cell in row] for row in rows), numeric=" ".join(COLUMNS[1:])
    )


def _row(done: Preparation) -> tuple[object, ...]:
    report = done.report
    return (
        done.path.stem, done.total, done.open_count, done.filled, done.offered,
        len(report.added), len(report.changed), len(report.obsoleted),
    )  # fmt: skip


def _outside(path: Path, folder: Path) -> str:
    return _("{path} is not in {folder}: put it there, so that checks find it").format(
        path=output.printable(str(path)), folder=output.printable(str(folder))
    )
