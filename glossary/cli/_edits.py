"""Run an edit of one catalog, say what it did, or would do, and how to take it back."""

from __future__ import annotations

import difflib
import os
import shlex
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.model import Entry
    from glossary.project import Project


def run(
    project: Project,
    terms: Sequence[str],
    change: Callable[[Entry], Entry],
    *,
    where: options.Where,
    by: str = "",
) -> None:
    """Change the entries of `terms` and say so; `by` is who changes, else the settings' user."""
    from glossary.project.editing import Writing, edit_entries

    writing = Writing(is_planned=where.mode is not None, backup=where.backup)
    edit = edit_entries(project, terms, change, language=where.language, writing=writing, by=by)
    lines = [_line(before, after, is_planned=writing.is_planned) for before, after in edit.entries]
    show_change(edit.path, (edit.before, edit.after), mode=where.mode, lines=lines)
    if edit.can_restore:
        note_undo([edit.path])


def _line(before: Entry, after: Entry, *, is_planned: bool) -> str:
    """What happened to one entry; its equivalent where that is not what changed."""
    from glossary.catalog.history import changes
    from glossary.lookup import label

    what = "; ".join(changes(before, after))
    told = what or _("unchanged")
    named = f" = {after.target}" if after.target and after.target == before.target else ""
    line = f"{label(after)}{named}: {told}"
    return _("would change {line}").format(line=line) if is_planned and what else line


def show_change(
    path: Path, contents: tuple[bytes, bytes], *, mode: str | None, lines: Iterable[str]
) -> None:
    """Show `lines` about a file with these `contents` before and after, and end as `mode` says."""
    before, after = contents
    if mode == options.DRY_RUN:
        click.echo(difference(path, before, after), nl=False)
    for line in lines:
        click.echo(output.printable(line))
    options.finish_check(mode, is_change=before != after)


def difference(path: Path, before: bytes, after: bytes) -> str:
    """The unified difference of two contents, as ``diff -u`` and ``git diff`` write it."""
    old, new = (data.decode("utf-8-sig", "replace").splitlines() for data in (before, after))
    name = os.path.relpath(path)
    lines = difflib.unified_diff(old, new, name, f"{name} (new)", lineterm="")
    return "".join(f"{output.printable(line)}\n" for line in lines)


def note_undo(paths: Iterable[Path]) -> None:
    """Say how git gives files back that it kept as they were."""
    names = " ".join(shlex.quote(os.path.relpath(path)) for path in paths)
    output.note(_("undo: git restore {names}").format(names=output.printable(names)))
