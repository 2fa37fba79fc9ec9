"""``glossary check``: what is wrong in the catalogs and the translated articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import _findings, options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.project import Project

SEVERITIES = ("note", "warning", "error")


@click.command()
@click.argument("paths", metavar="[PO]...", nargs=-1, type=options.FILE)
@options.language
@options.output_format("table", "gcc", "tsv", "json", "sarif")
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="note",
    show_default=True,
    help="Show nothing below this.",
)
@click.option(
    "--fix", is_flag=True, help="Repair what is certain: blanks, tone marks, number formats."
)
@click.option("-n", "--dry-run", is_flag=True, help="Write nothing; show what --fix would change.")
@click.option("--list", "is_list", is_flag=True, help="List the checks and end.")
@options.project
@click.pass_context
def check(
    ctx: click.Context, paths: tuple[Path, ...], language: str, form: str, severity: str,
    fix: bool, dry_run: bool, is_list: bool,
) -> None:  # fmt: skip
    """Check catalogs and translated articles: the PO files named, or all of the project.

    Exits with 1 when there is a warning or an error. A line “# glossary: allow CODE reason” above
    an entry says that a finding is none.

    \b
    Examples:
      glossary check
      glossary check locales/vi/articles/2024-07-17.po
      glossary check vi.po --format gcc
      glossary check --fix --dry-run
    """
    from glossary.project.checking import check_files, fix_files, paths_of

    if is_list:
        click.echo(_findings.catalogue(form), nl=False)
        return
    project = _project(ctx, is_needed=not paths)
    files = paths_of(project, paths, language)
    if not files:
        output.note(_("there are no catalogs yet; start one with: glossary init LANG"))
        return
    if fix or dry_run:
        reports = fix_files(project, files, language=language, write=not dry_run)
    else:
        reports = check_files(project, files, language=language)
    if dry_run:
        click.echo(_findings.difference(reports), nl=False)
        return
    for report in reports:
        if report.fixed:
            message = _("wrote {file}: {count} repaired")
            file = output.printable(str(report.path))
            output.note(message.format(file=file, count=report.fixed))
    click.echo(_findings.render(reports, form=form, least=severity), nl=False)
    output.note(_findings.summary(reports))
    if any(issue.severity != "note" for report in reports for issue in report.report.issues):
        raise click.exceptions.Exit(1)


def _project(ctx: click.Context, *, is_needed: bool) -> Project | None:
    invocation = ctx.ensure_object(options.Invocation)
    return invocation.project() if is_needed else invocation.project_if_any()
