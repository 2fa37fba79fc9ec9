"""The group of all commands: loads them when they are run, lists them, shows their errors."""

from __future__ import annotations

import builtins
import contextlib
import os
import sys
from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from typing import Any, TypeVar

import click

from glossary.cli import _interface, options, output
from glossary.errors import GlossaryError, reason_of
from glossary.interface import _, languages

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("New article", ("source", "extract", "prepare", "deliver")),
    (
        "Decide",
        (
            "status", "review", "set", "unset", "approve", "unapprove", "admit", "deprecate",
            "forbid", "define", "note", "history", "suggest", "rename", "merge-terms", "drop",
            "keep",
        ),
    ),
    ("Exchange", ("export", "import", "review-sheet", "merge", "merge-driver", "compile")),
    ("Look up", ("lookup", "annotate", "serve", "site")),
    ("Check", ("check",)),
    ("Remember", ("memory",)),
    ("Project", ("new", "init", "update", "doctor", "evaluate")),
)  # fmt: skip
"""Every command, under the step of a translator's day that it serves.

The command ``x-y`` is the function ``x_y`` of the module ``glossary.cli.x_y``; one that would hide
a function of Python's own has an underscore behind its name, as has a module named like a keyword.
"""

Result = TypeVar("Result")

INTERRUPTED = 130
PIPE_CLOSED = 141


class Group(click.Group):
    """A click group whose commands are modules beside this one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of `SECTIONS`."""
        return [name for _, names in SECTIONS for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        module = f"{name}_" if iskeyword(name) else name
        function = f"{name}_" if hasattr(builtins, name) else module
        command: click.Command = getattr(import_module(f"glossary.cli.{module}"), function)
        return _interface.translated(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest command where there is none of that name."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, known, n=1, cutoff=0.5)
            hint = (
                _("Did you mean '{command}'?").format(command=near[0])
                if near
                else _("There are: {commands}.").format(commands=", ".join(known))
            )
            message = _("No such command '{command}'.").format(command=name)
            raise click.UsageError(f"{message} {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by the translator's day."""
        for title, names in SECTIONS:
            commands = [(name, self.get_command(ctx, name)) for name in names]
            rows = [(name, c.get_short_help_str(200)) for name, c in commands if c is not None]
            if rows:
                with formatter.section(_(title)):
                    formatter.write_dl(rows)

    def make_context(
        self, info_name: str | None, args: list[str], *rest: Any, **kwargs: Any
    ) -> click.Context:
        """As click does it, and no failing device (``glossary --help > /dev/full``) is a bug."""
        _interface.speak(_interface.wanted(os.environ))
        if any(map(_is_undecoded, args)):
            message = _("what was typed is not in UTF-8")
            hint = _("Set the terminal to UTF-8.")
            raise click.UsageError(f"{message}. {hint}")
        return _shown(lambda: super(Group, self).make_context(info_name, args, *rest, **kwargs))

    def get_help(self, ctx: click.Context) -> str:
        """The help of the program itself, in our language."""
        speaking = _interface.translated(self)
        return super(Group, speaking).get_help(ctx) if isinstance(speaking, Group) else ""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a user can act on becomes one line and an exit code."""
        return _shown(lambda: super(Group, self).invoke(ctx))


def _is_undecoded(word: str) -> bool:
    """Whether an argument was no text in UTF-8; the name of a file need not be one."""
    return any("\ud800" <= sign <= "\udfff" for sign in word) and not os.path.lexists(word)


def _shown(run: Callable[[], Result]) -> Result:
    """What `run` returns; its errors become those that click shows, each with its exit code."""
    try:
        result = run()
        sys.stdout.flush()
    except GlossaryError as error:
        raise _failure(str(error), hint=error.hint, exit_code=error.exit_code) from error
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nglossary: " + _("interrupted; no file is half written"), err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _silence_standard_output()
        raise click.exceptions.Exit(PIPE_CLOSED) from None
    except OSError as error:
        # What the library foresaw is an OutputError or InputError: this is standard output.
        _silence_standard_output()
        place = f"{error.filename}: " if error.filename else ""
        raise _failure(f"{place}{reason_of(error)}") from error
    return result


def _failure(message: str, *, hint: str = "", exit_code: int = 3) -> click.exceptions.Exit:
    """Show an error and the next step on standard error; the result ends the program."""
    click.echo(f"glossary: {output.excerpt(message)}", err=True)
    if hint:
        click.echo(_("hint: {hint}").format(hint=output.printable(hint)), err=True)
    return click.exceptions.Exit(exit_code)


def _silence_standard_output() -> None:
    """Let what is still buffered go nowhere: Python flushes it when it exits."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    name="glossary",
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 findings or not found, 2 usage, 3 unreadable input, "
    "130 interrupted. See also: glossary COMMAND --help",
)
@click.version_option(package_name="glossary", message="%(prog)s %(version)s")
@click.option(
    "--interface",
    type=click.Choice(languages()),
    is_eager=True,
    expose_value=False,
    callback=_interface.keep_language,
    help="The language of help and messages, instead of that of the environment (LANG).",
)
@options.project
@click.help_option("-h", "--help", help="Show this message and exit.")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Find the terms of a body of articles and keep their equivalents in other languages.

    \b
    Examples:
      glossary extract
      glossary lookup bao hiem that nghiep
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False
