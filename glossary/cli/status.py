"""``glossary status``: how far the catalogs have come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from glossary.cli import options, output

if TYPE_CHECKING:
    from glossary.catalog import Counts, Progress
    from glossary.project import Project

COLUMNS = ("language", "field", "approved", "draft", "to_review", "open", "total")
WIDE = 64
"""Columns from which on the bar stands beside the figures."""


@click.command()
@click.argument("language", metavar="[LANG]", default="")
@options.output_format("table", "tsv", "json")
@options.pass_project
def status(project: Project, language: str, form: str) -> None:
    """Show what is done, to review and open, also for each subject field.

    Done is an entry with an equivalent that nobody asked to review.

    \b
    Examples:
      glossary status
      glossary status vi
    """
    found = project.progress(language)
    if form == "table":
        text = "\n".join("".join(_chart(tag, progress)) for tag, progress in found.items())
    else:
        rows = [row for tag, progress in found.items() for row in _rows(tag, progress)]
        objects = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        text = output.json_list(objects) if form == "json" else output.tsv(COLUMNS, rows)
    if not found:
        output.note("there are no catalogs yet; start one with: glossary init LANG")
    click.echo(text, nl=False)


def _rows(language: str, progress: Progress) -> Iterator[tuple[object, ...]]:
    for field, counts in (("", progress.counts), *progress.by_field.items()):
        figures = (counts.approved, counts.draft, counts.to_review, counts.open, counts.total)
        yield language, field, *figures


def _chart(language: str, progress: Progress) -> Iterator[str]:
    columns = min(output.width(), 80)
    names = ["all", *(name or "no field" for name in progress.by_field)]
    counts = [progress.counts, *progress.by_field.values()]
    label = min(max(map(len, names)), 16)
    bar = columns - label - (22 if columns >= WIDE else 18)
    head = "done  review  open" if columns >= WIDE else "done rev. open"
    yield click.style(f"{language:<{label}}  {head}\n", bold=True)
    for name, count in zip(names, counts, strict=True):
        if columns >= WIDE:
            figures = f"{count.usable:>4}  {count.to_review:>6}  {count.open:>4}"
        else:
            figures = f"{count.usable:>4} {count.to_review:>4} {count.open:>4}"
        yield f"{output.printable(name)[:label]:<{label}}  {figures}  {_bar(count, bar)}\n"
    if progress.counts.total:
        yield f"{100 * progress.counts.usable // progress.counts.total} % done, "
        yield f"{progress.counts.approved} of {progress.counts.total} approved\n"


def _bar(counts: Counts, width: int) -> str:
    """A bar of `width` columns: approved, draft, to review, open, each with its own sign."""
    parts = ((counts.approved, "█"), (counts.draft, "▓"), (counts.to_review, "▒"))
    signs, done = "", 0
    for number, sign in parts:
        done += number
        signs += sign * (done * width // max(1, counts.total) - len(signs))
    return signs + "·" * (width - len(signs))
