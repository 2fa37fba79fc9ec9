"""Options that several commands share, as decorators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from glossary.project import Project

CHECK = "check"
DRY_RUN = "dry run"

FILE = click.Path(path_type=Path, readable=False, allow_dash=True)
"""A file to read; what cannot be read is an error of the file, not of the usage."""

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(slots=True)
class Invocation:
    """What was said before or after the command's name and holds for all of it."""

    folder: Path | None = None
    quiet: bool = False

    def project(self) -> Project:
        """The project of ``--project DIR``, else the one the user stands in."""
        from glossary.project import Project

        return Project.open(self.folder) if self.folder else Project.find(Path.cwd())

    def project_if_any(self) -> Project | None:
        """The same, or None where the user stands in none and named none."""
        from glossary.project import Project

        return Project.open(self.folder) if self.folder else Project.around(Path.cwd())

    def project_of(self, names: Sequence[str]) -> Project | None:
        """The same, or that of the first of these files where the user stands in none."""
        from glossary.project import Project

        found = self.project_if_any()
        if found is None and names and Path(names[0]).is_file():
            found = Project.around(Path(names[0]).absolute().parent)
        return found


def _keep_folder(ctx: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.ensure_object(Invocation).folder = value


def _keep_quiet(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        ctx.ensure_object(Invocation).quiet = True


def project(function: Function) -> Function:
    """Take ``--project DIR`` and ``-q/--quiet``, before or after the name of the command."""
    folder = click.option(
        "--project",
        metavar="DIR",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_keep_folder,
        help="The project to work on, instead of the one you stand in.",
    )
    quiet = click.option(
        "-q",
        "--quiet",
        is_flag=True,
        expose_value=False,
        callback=_keep_quiet,
        help="Write the result and errors only.",
    )
    return folder(quiet(function))


def pass_project(function: Callable[..., Any]) -> Callable[..., Any]:
    """Find the project and pass it first; also takes what `project` takes."""

    @click.pass_context
    def with_project(ctx: click.Context, *args: Any, **kwargs: Any) -> Any:
        return ctx.invoke(function, ctx.ensure_object(Invocation).project(), *args, **kwargs)

    return project(update_wrapper(with_project, function))


def output_format(*choices: str) -> Callable[[Function], Function]:
    """Take ``--format``; the first choice is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="How to write the result.",
    )


def dry_run(function: Function) -> Function:
    """Take ``--dry-run`` and ``--check``, which write nothing, as `mode`; None means: write."""
    check = click.option(
        "--check",
        "mode",
        flag_value=CHECK,
        help="Write nothing; exit 1 if something would change.",
    )
    dry = click.option(
        "-n",
        "--dry-run",
        "mode",
        flag_value=DRY_RUN,
        help="Write nothing; say what would change.",
    )
    return dry(check(function))


def finish_check(mode: str | None, *, is_change: bool) -> None:
    """End with 1 where ``--check`` found that something would change."""
    if mode == CHECK and is_change:
        raise click.exceptions.Exit(1)


def language(function: Function) -> Function:
    """Take ``-l/--lang/--language``; empty means every language of the project."""
    return click.option(
        "-l",
        "--lang",
        "--language",
        "language",
        metavar="LANG",
        default="",
        help="Only this language (a tag such as vi or pt-BR).",
    )(function)


@dataclass(frozen=True, slots=True)
class Where:
    """Which catalog a command edits (empty: the only one), and whether and how it writes it."""

    language: str = ""
    mode: str | None = None
    backup: bool = False


def backup(function: Function) -> Function:
    """Take ``--backup``."""
    return click.option("--backup", is_flag=True, help="Keep the old file under its name with ~.")(
        function
    )


def edits_catalog(function: Callable[..., Any]) -> Callable[..., Any]:
    """Pass the project first and `where`, from ``-l``, ``--dry-run``, ``--check``, ``--backup``."""

    def with_where(*args: Any, language: str, mode: str | None, backup: bool, **kwargs: Any) -> Any:
        return function(*args, where=Where(language, mode, backup), **kwargs)

    wrapped = update_wrapper(with_where, function)
    return language(dry_run(backup(pass_project(wrapped))))
