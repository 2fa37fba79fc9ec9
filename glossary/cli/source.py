"""``glossary source``: what is wrong with the English before it is translated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import _findings, _input, options, output

if TYPE_CHECKING:
    from glossary.project import Project
    from glossary.text.articles import Article


@click.command()
@click.argument("article", metavar="[ARTICLE]...", nargs=-1)
@options.language
@options.output_format("table", "gcc", "tsv", "json", "sarif")
@click.option(
    "--severity",
    type=click.Choice(("note", "warning", "error")),
    default="note",
    show_default=True,
    help="Show nothing below this.",
)
@click.option("--list", "is_list", is_flag=True, help="List the checks and end.")
@options.project
@click.pass_context
def source(
    ctx: click.Context, article: tuple[str, ...], language: str, form: str, severity: str,
    is_list: bool,
) -> None:  # fmt: skip
    """Show what is wrong with the English of ARTICLE, or of every article of the project.

    Broken and glued text, missing blanks, doubled and misspelt words, names and references that
    are written otherwise elsewhere. Exits with 1 when there is a warning.

    \b
    Examples:
      glossary source 2023-01-28
      glossary source draft.txt --format gcc
      glossary source - < draft.txt
    """
    from glossary.project.proofreading import proofread

    if is_list:
        click.echo(_findings.catalogue(form, of_sources=True), nl=False)
        return
    invocation = ctx.ensure_object(options.Invocation)
    is_file = bool(article) and all(_is_file(name) for name in article)
    project = invocation.project_of(article) if is_file else invocation.project()
    articles = dict(_article(project, name) for name in article)
    if project and not article:
        articles = dict(_article(project, str(path)) for path in project.articles())
    reports = proofread(project, articles, language=language)
    issues = [issue for _path, found in reports for issue in found]
    click.echo(_findings.shown(issues, form=form, least=severity), nl=False)
    output.note(_findings.counted(issues, len(reports)))
    if any(issue.severity != "note" for issue in issues):
        raise click.exceptions.Exit(1)


def _is_file(name: str) -> bool:
    return name == _input.STREAM or Path(name).is_file()


def _article(project: Project | None, name: str) -> tuple[Path, Article]:
    """The article at a path, of a name in the project, or on standard input."""
    from glossary.text.articles import parse_article, read_article

    if name == _input.STREAM:
        path = _input.path_of(name)
        return path, parse_article(_input.text(), path.name, path=path)
    path = project.article(name) if project else Path(name)
    return path, read_article(path)
