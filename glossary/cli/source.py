"""``glossary source``: what is wrong with the English before it is translated."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.cli import _findings, options, output


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
    """
    from glossary.project.proofreading import proofread

    if is_list:
        click.echo(_findings.catalogue(form, of_sources=True), nl=False)
        return
    invocation = ctx.ensure_object(options.Invocation)
    is_file = bool(article) and all(Path(name).is_file() for name in article)
    project = invocation.project_if_any() if is_file else invocation.project()
    if project is None:
        paths = [Path(name) for name in article]
    else:
        paths = [project.article(name) for name in article] or project.articles()
    reports = proofread(project, paths, language=language)
    issues = [issue for _path, found in reports for issue in found]
    click.echo(_findings.shown(issues, form=form, least=severity), nl=False)
    output.note(_findings.counted(issues, len(reports)))
    if any(issue.severity != "note" for issue in issues):
        raise click.exceptions.Exit(1)
