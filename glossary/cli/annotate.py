"""``glossary annotate``: mark the terms of a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import _index, _input, options, output

if TYPE_CHECKING:
    from glossary.project.annotating import Annotated


@click.command()
@click.argument("path", metavar="FILE", type=options.FILE)
@options.language
@click.option(
    "--in",
    "text_language",
    metavar="LANG",
    default="",
    help="The language of the text; told by itself unless said.",
)
@options.output_format("text", "table", "tsv", "json", "html", "prompt")
@click.option("-o", "--output", "target", metavar="FILE", help="Write to FILE, not to the screen.")
@options.project
@click.pass_context
def annotate(
    ctx: click.Context, path: Path, language: str, text_language: str, form: str, target: str | None
) -> None:
    """Mark the terms of FILE, English or not; - is standard input.

    The longest term counts, in any number and spelling, and lists are read as a person reads them:
    “social, unemployment and health insurance” holds three. In a text of the other language,
    wrong equivalents are marked too. Of a PO file every entry is marked.

    \b
    Formats:
      text    the text, each term with its equivalent in ‹ ›
      table   each term once, with its equivalents and how often it occurs
      tsv     each place; json: each place with offsets in characters
      html    a page with the terms explained where they stand
      prompt  instructions for a translation engine or model: what to use, never to use, to keep

    \b
    Examples:
      glossary annotate letter.txt
      pbpaste | glossary annotate - --format prompt
      glossary annotate locales/vi/articles/2020-05-23.po --format table
    """
    from glossary.cli import _annotations

    found = _annotated(ctx.ensure_object(options.Invocation), path, language, text_language)
    text = _annotations.render(found, form=form, title=path.name, target=target)
    output.deliver(text, target)
    if form == "text":
        output.note(_annotations.summary(found))


def _annotated(
    invocation: options.Invocation, path: Path, language: str, text_language: str
) -> Annotated:
    from glossary.project.annotating import Reader, annotated
    from glossary.project.editing import chosen_language
    from glossary.project.indexing import open_index

    data = _input.read(str(path))
    project = _index.project_or_shipped(invocation)
    tag = chosen_language(project, language)
    is_ours = invocation.project_if_any() is not None
    index = open_index(project.root, tag, cache=_index.cache_folder(), is_ours=is_ours)
    pair = (project.settings.source_language, tag)
    reader = Reader.of(index, languages=pair, names=project.names(tag), language=text_language)
    return annotated(data, _input.path_of(str(path)), reader)
