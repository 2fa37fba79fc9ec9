"""``glossary extract``: the terms of the articles, and the files that follow from them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import update_wrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from glossary.cli import _changes, _input, _interrupts, _terms, options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.extraction.corpus import Progress
    from glossary.extraction.extractor import Extraction
    from glossary.project import Project
    from glossary.project.run import Request

ROWS = 30
"""How many rows of the table are shown unless ``--limit`` says otherwise."""

FOR_PROGRAMS = ("tsv", "json")


_OPTIONS = (
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        default="",
        help="Count on the Dask cluster at ADDRESS (tcp://host:port).",
    ),
    click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(min=1),
        help="Count in N processes.  [default: the cores, 1 for a few articles]",
    ),
    click.option("--tagger", type=click.Choice(("textblob", "nltk")), help="Who tags words."),
    click.option(
        "--threshold",
        type=click.FloatRange(0, 1),
        help="The lowest score of a term, instead of the chosen one.",
    ),
    click.option(
        "--names/--no-names",
        default=None,
        help="Give names of persons and places, too.  [default: in tsv and json of a large "
        "corpus, with the class “name”]",
    ),
    click.option("--no-decisions", is_flag=True, help="Leave locales/decisions.txt out."),
)
"""What says how to extract; the last one comes first in the help."""


def request(function: Callable[..., Any]) -> Callable[..., Any]:
    """Take the options that say how to extract, and pass them as one `Request`."""

    def with_request(
        *args: Any,
        no_decisions: bool,
        threshold: float | None,
        tagger: str | None,
        names: bool | None,
        jobs: int | None,
        scheduler: str,
        **kwargs: Any,
    ) -> Any:
        from glossary.project.run import Request

        wish = Request(
            use_decisions=not no_decisions,
            threshold=threshold,
            tagger=tagger,
            with_names=names,
            jobs=jobs,
            scheduler=scheduler,
        )
        return function(*args, request=wish, **kwargs)

    wrapped = update_wrapper(with_request, function)
    for option in _OPTIONS:
        wrapped = option(wrapped)
    return wrapped


@click.command()
@click.argument("article", nargs=-1, type=options.FILE)
@click.option(
    "-o", "--output", "target", metavar="FILE", help="Write the terms to FILE (or -), nothing else."
)
@options.output_format("table", "tsv", "json", "pot")
@click.option("--explain", metavar="TERM", help="Say why TERM is kept or dropped; write nothing.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    help=f"Show the best N terms, 0: all.  [default: {ROWS} of a table]",
)
@request
@options.dry_run
@options.project
@click.pass_context
def extract(
    ctx: click.Context,
    article: tuple[Path, ...],
    target: str | None,
    form: str,
    explain: str | None,
    limit: int | None,
    request: Request,
    mode: str | None,
) -> None:
    """Find the terms of the articles; write the template and update every catalog.

    With ARTICLE (-: standard input) or -o the terms are shown or written and no other file
    changes; this works outside a project too.

    \b
    Examples:
      glossary extract
      glossary extract --explain "collection agent"
      glossary extract seeds/2024-07-17.txt --format tsv -o terms.tsv
    """
    invocation = ctx.ensure_object(options.Invocation)
    if request.with_names is None and form not in FOR_PROGRAMS:
        request = replace(request, with_names=False)
    limit = (ROWS if form == "table" else 0) if limit is None else limit
    if article or target or explain:
        project = invocation.project_if_any() if article else invocation.project()
        extraction = _terms_of(project, article, request)
        if explain:
            text = _terms.explanation(extraction, explain, form=form)
        else:
            terms = extraction.terms[: limit or None]
            text = _terms.render(terms, project, form=form, target=target)
            _remark(extraction, limit)
        output.deliver(text, target, mode=mode)
    elif request.with_names:
        raise click.UsageError(_("--names goes with ARTICLE or -o: the glossary holds no names"))
    else:
        plain = replace(request, with_names=False)
        _run(invocation.project(), plain, form=form, limit=limit, mode=mode)


def _terms_of(project: Project | None, articles: tuple[Path, ...], wish: Request) -> Extraction:
    from glossary.project.run import extract_terms

    with _readable(articles) as paths, _watched() as progress:
        if not paths and project:
            paths = project.articles()
        return extract_terms(project, paths, wish, progress=progress)


def _run(project: Project, wish: Request, *, form: str, limit: int, mode: str | None) -> None:
    from glossary.project.run import run_extraction

    with _watched() as progress:
        run = run_extraction(
            project, wish, progress=progress, write=mode is None, guard=_interrupts.held()
        )
    terms = run.extraction.terms[: limit or None]
    click.echo(_terms.render(terms, project, form=form), nl=False)
    for notice in run.extraction.notices:  # of all articles: one alone holds few of their terms
        output.note(f"{project.decisions_path.name}: {output.printable(notice)}")
    _remark(run.extraction, limit)
    planned = mode is not None
    changed = run.is_template_changed
    output.note(_changes.file_line(run.template, project.root, is_changed=changed, planned=planned))
    output.note(_changes.describe(run.catalogs, project.root, planned=planned).rstrip("\n"))
    options.finish_check(mode, is_change=run.is_change)


def _remark(extraction: Extraction, limit: int) -> None:
    """Say what stands behind the terms, and what to change where there are none."""
    count = len(extraction.terms)
    if not count:
        output.note(_terms.advice(extraction))
    elif limit and count > limit:
        output.note(
            _("{count} terms, the best {limit} shown; --limit 0 shows all").format(
                count=count, limit=limit
            )
        )
    else:
        output.note(_("{count} terms").format(count=count))


@contextmanager
def _readable(articles: tuple[Path, ...]) -> Iterator[list[Path]]:
    """The articles as files; standard input becomes one for as long as it is needed."""
    if Path("-") not in articles:
        yield list(articles)
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "standard-input.txt"
        path.write_text(_input.text(), encoding="utf-8")
        yield [path if article == Path("-") else article for article in articles]


@contextmanager
def _watched() -> Iterator[Callable[[Progress], None]]:
    """Show a bar while the articles are read, if that takes seconds."""
    start = time.monotonic()
    with output.progress_bar(_("reading articles")) as show:

        def tell(progress: Progress) -> None:
            speed = progress.tokens / (time.monotonic() - start)
            show(progress.done, progress.total, _("{speed:,.0f} words/s").format(speed=speed))

        yield tell
