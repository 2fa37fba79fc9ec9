"""``glossary lookup``: what a term is called in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from glossary.cli import _index, _input, options, output
from glossary.interface import _
from glossary.lookup.match import Closeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.lookup import Index, Match


@click.command()
@click.argument("query", nargs=-1, required=True)
@options.language
@click.option("--short", is_flag=True, help="One line for each equivalent.")
@options.output_format("table", "tsv", "json")
@options.project
@click.pass_context
def lookup(
    ctx: click.Context, query: tuple[str, ...], language: str, short: bool, form: str
) -> None:
    """Look up QUERY, English or not, with or without tone marks.

    The words of QUERY are taken together; where nothing has them all, each for itself. Tried in
    turn: the same name, its forms and initials, names that begin with it or contain it, typing
    errors (also keystrokes of Telex and VNI), and the words of definitions and notes.
    - reads one query from each line of standard input. Outside of a project the glossary that came
    with the program answers.

    \b
    Examples:
      glossary lookup unemployment insurance
      glossary lookup bao hiem that nghiep
      glossary lookup --short bhtn "health insurance"
    """
    from glossary.cli import _cards

    index = _index.open_index(ctx.ensure_object(options.Invocation), language)
    answers = _answers(query, index)
    shown = _cards.render(answers, index, form="short" if short and form == "table" else form)
    click.echo(shown, nl=False)
    if missing := [wanted for wanted, matches in answers if not matches]:
        _tell_nearest(missing, index)
        raise click.exceptions.Exit(1)


def _answers(words: Sequence[str], index: Index) -> list[tuple[str, Sequence[Match]]]:
    """Each query with what was found: one of all `words`, else each that is a name for itself."""
    if tuple(words) == ("-",):
        words = [line.strip() for line in _input.text().splitlines() if line.strip()]
        return [(word, index.find(word)) for word in words]
    phrase = " ".join(words)
    has_phrases = any(" " in word.strip() for word in words)
    if len(words) > 1 and has_phrases:
        return [(word, index.find(word)) for word in words]
    found = index.find(phrase)
    if not found and len(words) > 1:
        apart: list[tuple[str, Sequence[Match]]] = [
            (word, index.find(word, until=Closeness.ORDER)) for word in words
        ]
        if any(matches for _word, matches in apart):
            return apart
    return [(phrase, found)]


def _tell_nearest(missing: Sequence[str], index: Index) -> None:
    for wanted in missing:
        said = _("nothing found for “{query}”").format(query=output.excerpt(wanted))
        if near := index.nearest(wanted):
            nearest = _("nearest: {names}").format(names=", ".join(near))
            said = f"{said}; {nearest}"
        click.echo(output.printable(f"glossary: {said}"), err=True)
