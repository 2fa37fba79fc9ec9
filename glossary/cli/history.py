"""``glossary history``: who did what to an entry, and when."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click

from glossary.cli import options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.catalog.history import Event
    from glossary.project import Project

COLUMNS = ("date", "who", "what", "version")


@click.command()
@click.argument("term")
@options.language
@options.output_format("table", "tsv", "json")
@options.pass_project
def history(project: Project, term: str, language: str, form: str) -> None:
    """Show who did what to the entry of TERM, and when, oldest first.

    Told by the entry's own comments, and by git where the catalog is kept in it.

    \b
    Example:
      glossary history "social insurance"
    """
    from glossary.project.editing import entry_history

    events = entry_history(project, term, language=language)
    click.echo(_render(events, form), nl=False)
    if not events:
        output.note(_("nothing is told of this entry yet"))


def _render(events: tuple[Event, ...], form: str) -> str:
    if form == "json":
        return output.json_list(dataclasses.asdict(event) for event in events)
    rows = [(event.date, event.who, event.what, event.version) for event in events]
    if form == "tsv":
        return output.tsv(COLUMNS, rows)
    shown = [(date or "—", who or "—", what, version[:8]) for date, who, what, version in rows]
    return output.table(COLUMNS, shown) if shown else ""
