"""``glossary memory align``: an old text and its translation become a bitext."""

from __future__ import annotations

from pathlib import Path

import click

from glossary.cli import options, output
from glossary.interface import _


@click.command()
@click.argument("source", type=options.FILE)
@click.argument("target", type=options.FILE)
@click.option(
    "-o", "--output", "path", required=True, metavar="FILE", type=click.Path(path_type=Path),
    help="The PO file to write; - for standard output.",
)  # fmt: skip
@options.language
@options.dry_run
@options.project
@click.pass_context
def align(
    ctx: click.Context, source: Path, target: Path, path: Path, language: str, mode: str | None
) -> None:
    """Find which sentences of TARGET translate those of SOURCE; write them as a PO to review.

    Both are plain texts. What is doubtful is flagged; a sentence without a partner stays open, or
    becomes a note at its place. Look through the file, then: glossary memory import FILE.

    \b
    Example:
      glossary memory align 2017-03-01.en.txt 2017-03-01.vi.txt -o 2017-03-01.po -l vi
    """
    from glossary.project.aligning import align_files, write_bitext
    from glossary.project.editing import chosen_language

    project = ctx.ensure_object(options.Invocation).project_if_any()
    tag = chosen_language(project, language) if project else language or "vi"
    found = align_files(project, source, target, tag)
    if path == Path("-"):
        click.echo(found.bitext.to_bytes().decode("utf-8"), nl=False)
    elif mode is None:
        write_bitext(found, path)
    output.note(
        _("{pairs} pairs, {doubtful} of them flagged; alone: {sources} in the source, {targets} in "
          "the translation").format(
            pairs=found.pairs, doubtful=found.doubtful,
            sources=found.open_sources, targets=found.lone_targets,
        )
    )  # fmt: skip
    options.finish_check(mode, is_change=not path.exists())
