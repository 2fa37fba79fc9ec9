"""Review in plain lines, for pipes, screen readers and terminals that can do nothing else.

A line is a word or its key, then perhaps a text: ``approve``, ``e lương hưu``, ``2``, ``quit``. An
empty line skips. Results go to standard output, the entries and questions too: a screen reader
reads one stream.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from glossary.cli import _review_actions, _review_card, output
from glossary.cli._review_actions import ACTIONS, QUIT, Action
from glossary.errors import GlossaryError
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.project.reviewing import Session


def run(session: Session, commands: Iterable[str]) -> None:
    """Show an entry, do what the next of `commands` says, until they or the entries end."""
    if not session.card:
        click.echo(_("there is nothing to review"))
        return
    click.echo(_review_actions.keys())
    _show(session)
    for line in commands:
        word, _blank, text = line.strip().partition(" ")
        if word in (QUIT, "quit", _("quit")):
            break
        place = session.card and session.card.entry
        try:
            done = _perform(session, word, text.strip())
        except GlossaryError as error:
            done = f"{error}. {error.hint}"
        if done:
            click.echo(output.printable(done))
        if (session.card and session.card.entry) != place:
            _show(session)


def _perform(session: Session, word: str, text: str) -> str:
    if word.isdecimal():
        return session.take(int(word))
    action = _action(word)
    if action is None:
        return _("“{word}” is none of: {keys}").format(word=word, keys=_review_actions.keys())
    return action.run(session, text)


def _action(word: str) -> Action | None:
    wanted = word or "skip"
    return next((one for one in ACTIONS if wanted in (one.word, one.key, _(one.word))), None)


def _show(session: Session) -> None:
    card = session.card
    click.echo()
    if card is None:
        click.echo(_("That was the last one. b goes back, q quits."))
        return
    click.echo(_("{place} of {total}").format(place=card.place, total=card.total))
    for line in _review_card.lines(session):
        click.echo("".join(text for _style, text in line).rstrip())
