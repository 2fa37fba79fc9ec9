"""``glossary status``: how far the catalogs have come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import click

from glossary.cli import options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.catalog import Counts, Progress
    from glossary.project import Project

COLUMNS = ("language", "field", "approved", "draft", "to_review", "open", "total", "article")
WIDE = 64
"""Columns from which on the bar stands beside the figures."""


@click.command()
@click.argument("language", metavar="[LANG]", default="")
@options.output_format("table", "tsv", "json")
@options.pass_project
def status(project: Project, language: str, form: str) -> None:
    """Show what is done, to review and open, also for each subject field and each article.

    Done is an entry or a sentence with a translation that nobody asked to review.

    \b
    Examples:
      glossary status
      glossary status vi
    """
    found, texts = project.progress(language), project.article_progress(language)
    if form == "table":
        articles = _("articles")
        charts = [
            *(_chart(tag, one.counts, one.by_field) for tag, one in found.items()),
            *(
                _chart(f"{tag}, {articles}", reduce(add, one.values()), one)
                for tag, one in texts.items()
            ),
        ]
        text = "\n".join("".join(chart) for chart in charts)
    else:
        rows = [row for tag, one in found.items() for row in _rows(tag, one)]
        rows += [row for tag, articles in texts.items() for row in _article_rows(tag, articles)]
        objects = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        text = output.json_list(objects) if form == "json" else output.tsv(COLUMNS, rows)
    if not found:
        output.note(_("there are no catalogs yet; start one with: glossary init LANG"))
    click.echo(text, nl=False)


def _rows(language: str, progress: Progress) -> Iterator[tuple[object, ...]]:
    for field, counts in (("", progress.counts), *progress.by_field.items()):
        yield language, field, *_figures(counts), ""


def _article_rows(language: str, articles: Mapping[str, Counts]) -> Iterator[tuple[object, ...]]:
    for name, counts in articles.items():
        yield language, "", *_figures(counts), name


def _figures(counts: Counts) -> tuple[int, ...]:
    return counts.approved, counts.draft, counts.to_review, counts.open, counts.total


def _chart(title: str, whole: Counts, parts: Mapping[str, Counts]) -> Iterator[str]:
    columns = min(output.width(), 80)
    rows = [
        (_("all"), whole),
        *((_(name) if name else _("no field"), count) for name, count in parts.items()),
    ]
    label = min(max(len(name) for name in (title, *dict(rows))), 16)
    is_wide = columns >= WIDE
    heads = (_("done"), _("review") if is_wide else _("rev."), _("open"))
    widths, gap = [max(4, len(head)) for head in heads], "  " if is_wide else " "

    def line(cells: Iterable[object]) -> str:
        return gap.join(f"{cell:>{room}}" for cell, room in zip(cells, widths, strict=True))

    bar = columns - label - 4 - len(line(heads))
    yield click.style(f"{title:<{label}}  {line(heads)}\n", bold=True)
    for name, count in rows:
        figures = line((count.usable, count.to_review, count.open))
        yield f"{output.printable(name)[:label]:<{label}}  {figures}  {_bar(count, bar)}\n"
    if whole.total:
        percent = 100 * whole.usable // whole.total
        yield _("{percent} % done, {approved} of {total} approved").format(
            percent=percent, approved=whole.approved, total=whole.total
        )
        yield "\n"


def _bar(counts: Counts, width: int) -> str:
    """A bar of `width` columns: approved, draft, to review, open, each with its own sign."""
    parts = ((counts.approved, "█"), (counts.draft, "▓"), (counts.to_review, "▒"))
    signs, done = "", 0
    for number, sign in parts:
        done += number
        signs += sign * (done * width // max(1, counts.total) - len(signs))
    return signs + "·" * (width - len(signs))
