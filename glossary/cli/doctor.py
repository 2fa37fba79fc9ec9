"""``glossary doctor``: what is in force, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import options, output
from glossary.errors import ProjectError
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.project.diagnosis import Finding

COLUMNS = ("part", "item", "value", "remark")


@click.command()
@options.output_format("table", "tsv", "json")
@options.project
@click.pass_context
def doctor(ctx: click.Context, form: str) -> None:
    """Show the settings in force, what is missing and what each extra would add.

    Exits with 1 when something stops the work. Outside a project it shows the installation.

    \b
    Example:
      glossary doctor
    """
    from glossary.project.diagnosis import diagnose_installation, diagnose_project

    findings = list(diagnose_installation())
    failure: ProjectError | None = None
    try:
        findings[:0] = diagnose_project(ctx.ensure_object(options.Invocation).project())
    except ProjectError as error:
        failure = error
    click.echo(_render(findings, form=form), nl=False)
    if failure:
        raise failure
    if any(finding.is_fault for finding in findings):
        raise click.exceptions.Exit(1)


def _render(findings: list[Finding], *, form: str) -> str:
    rows = [(found.part, found.item, found.value, found.remark) for found in findings]
    if form == "json":
        return output.json_list(dict(zip(COLUMNS, row, strict=True)) for row in rows)
    if form == "tsv":
        return output.tsv(COLUMNS, rows)
    parts = dict.fromkeys(found.part for found in findings)
    return "\n".join(
        output.table((part, "", ""), [_told(found) for found in findings if found.part == part])
        for part in parts
    )


def _told(found: Finding) -> tuple[str, str, str]:
    """Item, value and remark for people; names and values of settings are typed as they are."""
    is_setting = found.part == "settings"
    item, value = (found.item, found.value) if is_setting else (_(found.item), _(found.value))
    return item, value, _(found.remark)
