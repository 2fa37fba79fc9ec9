"""``glossary suggest``: what a term is called in the texts that were translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _memory, options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.memory.suggestion import Suggestion
    from glossary.project import Project

COLUMNS = ("phrase", "together", "phrase_in", "term_in", "score")


@click.command()
@click.argument("term", nargs=-1, required=True)
@options.language
@click.option(
    "--limit", type=click.IntRange(1), default=5, show_default=True, help="Show at most so many."
)
@options.output_format("table", "tsv", "json")
@options.pass_project
def suggest(project: Project, term: tuple[str, ...], language: str, limit: int, form: str) -> None:
    """Suggest equivalents of TERM: the phrases that go with it in translated sentences.

    The columns tell in how many sentences phrase and term stand together, the phrase in all, the
    term in all, and how surprising that is (log-likelihood). Exits with 1 where the term occurs in
    too few translated sentences.

    \b
    Example:
      glossary suggest unemployment insurance -l vi
    """
    from glossary.project.remembering import suggestions, target_language

    text = " ".join(term)
    with _memory.opened(project, is_read=True) as memory:
        tag = target_language(project, memory, language)
        found = suggestions(project, memory, text, language=tag, limit=limit)
    if found or form == "json":
        click.echo(_render(found, form=form), nl=False)
    if not found:
        message = _("too few translated sentences have “{term}” to suggest anything")
        click.echo(output.printable(f"glossary: {message.format(term=text)}"), err=True)
        raise click.exceptions.Exit(1)


def _render(found: list[Suggestion], *, form: str) -> str:
    rows = [
        (one.phrase, one.together, one.phrase_count, one.term_count, f"{one.score:.1f}")
        for one in found
    ]
    if form == "json":
        return output.json_list(
            {
                **dict(zip(COLUMNS, (*row[:4], round(one.score, 1)), strict=True)),
                "examples": [_memory.facts(unit) for unit in one.examples],
            }
            for row, one in zip(rows, found, strict=True)
        )
    if form == "tsv":
        return output.tsv(COLUMNS, rows)
    shown = output.table(
        COLUMNS, ([str(cell) for cell in row] for row in rows), numeric=" ".join(COLUMNS[1:])
    )
    return shown + "\n" + "".join(_example(one) for one in found[:1])


def _example(suggestion: Suggestion) -> str:
    lines = []
    for unit in suggestion.examples:
        lines += _memory.wrapped("  ", output.printable(unit.segment.source))
        lines += _memory.wrapped("  → ", output.printable(unit.segment.target))
    return "".join(f"{line}\n" for line in lines)
