"""``glossary evaluate``: how good is the extraction, against terms marked by hand?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import options, output
from glossary.interface import _, marked

if TYPE_CHECKING:
    from glossary.extraction.evaluation import Evaluation
    from glossary.extraction.gold import Gold


@click.command()
@click.argument("gold", type=options.FILE)
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1, type=options.FILE)
@click.option("--no-decisions", is_flag=True, help="Judge the extractor alone, not the editor.")
@click.option("--names", is_flag=True, help="Propose names of persons and places, too.")
@click.option("--lists", is_flag=True, help="Also list the missed terms and the false ones.")
@options.output_format("table", "json")
@options.project
@click.pass_context
def evaluate(
    ctx: click.Context,
    gold: Path,
    articles: tuple[Path, ...],
    no_decisions: bool,
    names: bool,
    lists: bool,
    form: str,
) -> None:
    """Score the terms of ARTICLES, by default the project's, against those in GOLD.

    GOLD is a PO file, or a TSV file with a column "term" and, if you like, "grade" (core, useful,
    marginal), "class" and "variants" (separated by " | "). Case, number and spelling make no
    difference.

    Without a header GOLD is a list of forms, one a line, as the ACTER corpus has: what the articles
    hold must then be the same in lower case. If some are labelled Named_Entity in the second
    column, the figures without them are given, too.

    \b
    Examples:
      glossary evaluate gold.tsv
      glossary evaluate --no-decisions --lists gold.tsv seeds/2018-02-28.txt
      glossary evaluate --names wind_en_terms_nes.tsv wind/texts/*.txt
    """
    from glossary.extraction.evaluation import evaluate as score
    from glossary.extraction.gold import read_gold
    from glossary.project.run import Request, extract_terms

    marked = read_gold(gold)
    invocation = ctx.ensure_object(options.Invocation)
    project = invocation.project_if_any() if articles else invocation.project()
    paths = articles or (project.articles() if project else ())
    request = Request(use_decisions=not no_decisions, with_names=names)
    terms = extract_terms(project, paths, request).terms
    results = {name: score(terms, wanted) for name, wanted in _readings(marked).items()}
    if form == "json":
        facts = [{"gold": name, **asdict(result)} for name, result in results.items()]
        click.echo(output.json_list(facts), nl=False)
    else:
        click.echo("".join(_report(results, is_graded=marked.is_graded, lists=lists)), nl=False)


def _readings(gold: Gold) -> dict[str, Gold]:
    """The ways to understand the gold list: as it is and, where that differs, without names."""
    if not gold.has_named_entities:
        return {"all": gold}
    return {"all": gold, marked("no names"): gold.without_named_entities()}


def _report(results: Mapping[str, Evaluation], *, is_graded: bool, lists: bool) -> Iterator[str]:
    figures = [_figures(result, is_graded=is_graded) for result in results.values()]
    if len(results) > 1:
        yield _line("", map(_, results))
    for name in figures[0]:
        yield _line(name, [column[name] for column in figures])
    if lists:
        first = next(iter(results.values()))
        yield "\n" + _("missed") + "\n"
        for term in first.missed:
            yield f"  {output.printable(term.forms[0])} ({term.label or term.grade})\n"
        yield "\n" + _("false, best first") + "\n"
        for designation in first.false:
            yield f"  {output.printable(designation)}\n"


def _line(name: str, cells: Iterable[str]) -> str:
    return f"{name:<20}" + "".join(f"{cell:>9}" for cell in cells).rstrip() + "\n"


def _figures(result: Evaluation, *, is_graded: bool) -> dict[str, str]:
    recall = {
        _("recall core"): result.recall_core,
        _("recall core + useful"): result.recall,
    }
    shares = {
        **(recall if is_graded else {_("recall"): result.recall}),
        **{
            _("precision at {rank}").format(rank=rank): share
            for rank, share in result.precision_at.items()
        },
        _("precision whole list"): result.precision,
        _("average precision"): result.average_precision,
        "F1": result.f1,
        **({_("class right"): result.class_accuracy} if result.classes else {}),
    }
    numbers = {_("proposed"): f"{result.proposed}", _("wanted"): f"{result.wanted}"}
    return numbers | {name: f"{share:.3f}" for name, share in shares.items()}
