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
    lines = [_line(decided, is_planned=bool(where.mode)) for decided in edit.decided]
    _edits.show_change(edit.path, (edit.before, edit.after), mode=where.mode, lines=lines)
    if where.mode is None and edit.before != edit.after:
        output.note(_("glossary extract applies it"))
    if edit.can_restore:
        _edits.note_undo([edit.path])


def _line(decided: Decided, *, is_planned: bool) -> str:
    replaced = "; ".join(decided.replaced)
    if not decided.line:
        message = _("would take out: {lines}") if is_planned else _("took out: {lines}")
        return message.format(lines=replaced)
    if decided.is_old:
        return _("{line}: unchanged").format(line=decided.line)
    instead = _(" (instead of: {lines})").format(lines=replaced) if replaced else ""
    would = _("would write {line}").format(line=decided.line) if is_planned else decided.line
    return f"{would}{instead}"
