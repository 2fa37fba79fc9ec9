"""``glossary evaluate``: how good is the extraction, against terms marked by hand?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import options, output

if TYPE_CHECKING:
    from glossary.extraction.evaluation import Evaluation


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@click.option("--no-decisions", is_flag=True, help="Judge the extractor alone, not the editor.")
@click.option("--lists", is_flag=True, help="Also list the missed terms and the false ones.")
@options.output_format("table", "json")
@options.project
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: Path,
    articles: tuple[Path, ...],
    no_decisions: bool,
    lists: bool,
    form: str,
) -> None:
    """Score the terms of ARTICLES, by default the project's, against those in GOLD.

    GOLD is a TSV file with a column "term" and, if you like, "grade" (core, useful, marginal),
    "class" and "variants" (separated by " | "). Case, number and spelling make no difference.

    \b
    Examples:
      glossary evaluate gold.tsv
      glossary evaluate --no-decisions --lists gold.tsv seeds/2018-02-28.txt
    """
    from glossary.extraction.evaluation import evaluate as score
    from glossary.extraction.evaluation import read_gold
    from glossary.project.run import Request, extract_terms

    marked = read_gold(gold)
    invocation = ctx.ensure_object(options.Invocation)
    project = invocation.project_if_any() if articles else invocation.project()
    paths = articles or (project.articles() if project else ())
    request = Request(use_decisions=not no_decisions)
    result = score(extract_terms(project, paths, request).terms, marked)
    if form == "json":
        click.echo(json.dumps(asdict(result), ensure_ascii=False, indent=2))
    else:
        click.echo("".join(_report(result, lists=lists)), nl=False)


def _report(result: Evaluation, *, lists: bool) -> Iterator[str]:
    yield f"terms proposed       {result.proposed:>6}\n"
    yield f"recall core          {result.recall_core:>6.3f}\n"
    yield f"recall core + useful {result.recall:>6.3f}\n"
    for rank, precision in result.precision_at.items():
        yield f"precision at {rank:<3}     {precision:>6.3f}\n"
    yield f"precision whole list {result.precision:>6.3f}\n"
    yield f"average precision    {result.average_precision:>6.3f}\n"
    yield f"F1                   {result.f1:>6.3f}\n"
    yield f"class right          {result.class_accuracy:>6.3f}\n"
    if lists:
        yield "\nmissed\n"
        for term in result.missed:
            yield f"  {output.printable(term.forms[0])} ({term.grade})\n"
        yield "\nfalse, best first\n"
        for designation in result.false:
            yield f"  {output.printable(designation)}\n"
