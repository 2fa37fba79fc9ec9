"""``glossary serve``: the glossary as a page in the browser."""

from __future__ import annotations

import logging
import sys

import click

from glossary.cli import _index, options, output
from glossary.interface import _


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer at.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535),
    help="The port to answer at; 0 takes any free one.",
)  # fmt: skip
@click.option(
    "--name", "names", multiple=True, metavar="HOST",
    help="Also answer under this name of the machine, for the other machines of the office.",
)  # fmt: skip
@click.option("--edit", is_flag=True, help="Let whoever has the address with the token edit.")
@click.option("--log", is_flag=True, help="Write a line for each request on standard error.")
@options.language
@options.project
@click.pass_context
def serve(
    ctx: click.Context, *, host: str, port: int, names: tuple[str, ...], edit: bool, log: bool,
    language: str,
) -> None:  # fmt: skip
    """Show the glossary in the browser: search, entries, annotation, progress.

    It is read on this machine only, unless --host names another address. Also the address of a
    translation memory for Weblate, Virtaal and OmegaT: http://127.0.0.1:8000/tmserver.
    Outside of a project the glossary is shown that came with the program.

    \b
    Examples:
      glossary serve
      glossary serve --port 8080 --edit
      glossary serve --host 0.0.0.0 --name glossary.office.example
    """
    from glossary.web.app import LOCAL_HOSTS, Policy, make_app
    from glossary.web.editing import Editing
    from glossary.web.server import address_of, listen, run
    from glossary.web.snapshot import Office

    invocation = ctx.ensure_object(options.Invocation)
    project = invocation.project() if edit else _index.project_or_shipped(invocation)
    listening = listen(host, port)
    address = address_of(listening)
    editing = Editing(project) if edit else None
    hosts = LOCAL_HOSTS | {name.lower() for name in (*names, host)}
    policy = Policy(hosts, any_address=host not in LOCAL_HOSTS)
    app = make_app(Office(project, language), policy, editing)
    _log_to_standard_error(is_wanted=log)

    def started() -> None:
        click.echo(_("The glossary is at {address}").format(address=address), err=True)
        if editing:
            link = f"{address}edit?token={editing.token}"
            click.echo(_("To edit, open {link}").format(link=link), err=True)
        if host not in LOCAL_HOSTS:
            output.note(_("Everybody who can reach this machine can read it."))
        output.note(_("Ctrl-C ends it."))

    try:
        run(app, listening, started=started)
    except KeyboardInterrupt:
        output.note("")


class _OneLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return "\n".join(output.printable(line) for line in super().format(record).split("\n"))


def _log_to_standard_error(*, is_wanted: bool) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_OneLine("%(asctime)s %(message)s", "%H:%M:%S"))
    logger = logging.getLogger("glossary.web")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO if is_wanted else logging.WARNING)
