"""``glossary review``: go through what is open, flagged or a draft."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from glossary.cli import options

if TYPE_CHECKING:
    from glossary.project import Project


@click.command()
@click.argument("language", metavar="[LANG]", default="")
@click.option("--by", default="", metavar="NAME", help="Who approves, else “user” in the settings.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(("open", "flagged", "draft")),
    help="Go through these only; may be given twice.",
)
@click.option("--subject", multiple=True, metavar="FIELD", help="Only terms of this subject field.")
@click.option("--plain", is_flag=True, help="Plain lines instead of the full screen.")
@options.pass_project
def review(
    project: Project,
    language: str,
    by: str,
    only: tuple[str, ...],
    subject: tuple[str, ...],
    plain: bool,
) -> None:
    """Go through what is open, flagged or a draft in the catalog of LANG, one entry at a time.

    Each decision is saved at once, and the next review goes on where you stopped. Without a
    terminal, or with --plain, it reads a command a line: “approve”, “edit lương hưu”, “2” for the
    second proposal, “skip”, “undo”, “quit”.

    \b
    Examples:
      glossary review vi --by NVA
      glossary review --only flagged --plain
    """
    from glossary.project.editing import chosen_language
    from glossary.project.reviewing import Need, Session

    tag = chosen_language(project, language)
    session = Session(project, tag, reviewer=by, needs=map(Need, only), fields=subject)
    if plain or not (sys.stdin.isatty() and sys.stdout.isatty()) or not len(session):
        from glossary.cli import _review_lines

        _review_lines.run(session, sys.stdin)
    else:
        from glossary.cli import _review_screen

        _review_screen.Screen(session).run()
