"""Run a decision about terms, and say what the list of decisions says now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from glossary.cli import _edits, options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.extraction.decision_lines import Decided
    from glossary.project import Project


def decision_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Take what every decision takes: ``--reason``, and how to write."""
    reason = click.option(
        "--reason", default="", metavar="TEXT", help="Why: written behind the decision."
    )
    return reason(options.dry_run(options.backup(options.pass_project(function))))


def run(
    project: Project,
    verb: str,
    terms: Sequence[str],
    *,
    value: str = "",
    reason: str,
    where: options.Where,
) -> None:
    """Write the decisions and say so, and that they come into force with the next extraction."""
    from glossary.extraction.decisions import Verb
    from glossary.project.deciding import decide_terms
    from glossary.project.editing import Writing

    edit = decide_terms(
        project,
        Verb(verb),
        terms,
        value=value,
        reason=reason,
        writing=Writing(is_planned=where.mode is not None, backup=where.backup),
    )
    would = "would write " if where.mode else ""
    lines = [_line(decided, would) for decided in edit.decided]
    _edits.show_change(edit.path, (edit.before, edit.after), mode=where.mode, lines=lines)
    if where.mode is None and edit.before != edit.after:
        output.note(_("glossary extract applies it"))
    if edit.can_restore:
        _edits.note_undo([edit.path])


def _line(decided: Decided, would: str) -> str:
    if not decided.line:
        return f"{'would take' if would else 'took'} out: {'; '.join(decided.replaced)}"
    if decided.is_old:
        return f"{decided.line}: unchanged"
    instead = f" (instead of: {'; '.join(decided.replaced)})" if decided.replaced else ""
    return f"{would}{decided.line}{instead}"
