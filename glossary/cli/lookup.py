"""``glossary lookup``: what a term is called in the other language."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from glossary.cli import options, output

if TYPE_CHECKING:
    from glossary.lookup import Index, Match
    from glossary.project import Project

COLUMNS = (
    "source", "sense", "language", "equivalent", "status", "needs_review",
    "admitted", "deprecated", "forbidden", "field",
)  # fmt: skip


@click.command()
@click.argument("query", nargs=-1, required=True)
@options.language
@click.option("--short", is_flag=True, help="One line for each equivalent.")
@options.output_format("table", "tsv", "json")
@options.pass_project
def lookup(project: Project, query: tuple[str, ...], language: str, short: bool, form: str) -> None:
    """Look up QUERY, English or not, with or without tone marks.

    The words of QUERY are taken as one designation; where there is none, each for itself.
    - reads one query from each line of standard input.

    \b
    Examples:
      glossary lookup unemployment insurance
      glossary lookup bao hiem that nghiep
      glossary lookup --short bhtn
    """
    index = project.index(language)
    found: list[Match] = []
    missing: list[str] = []
    for wanted in _queries(query, index):
        matches = index.find(wanted)
        found.extend(matches)
        if not matches:
            missing.append(wanted)
    if found or form == "json":
        click.echo(_render(found, form="short" if short else form), nl=False)
    for wanted in missing:
        near = index.nearest(wanted)
        nearest = f"; nearest: {', '.join(near)}" if near else ""
        click.echo(output.printable(f"glossary: nothing found for “{wanted}”{nearest}"), err=True)
    if missing:
        raise click.exceptions.Exit(1)


def _queries(words: tuple[str, ...], index: Index) -> Iterable[str]:
    if words == ("-",):
        return [line.strip() for line in options.standard_input().splitlines() if line.strip()]
    phrase = " ".join(words)
    apart = not index.find(phrase) and any(index.find(word) for word in words)
    return words if apart else [phrase]


def _render(matches: list[Match], *, form: str) -> str:
    if form == "json":
        return output.json_list(_facts(match) for match in matches)
    if form == "tsv":
        rows = [[_cell(_facts(match)[column]) for column in COLUMNS] for match in matches]
        return output.tsv(COLUMNS, rows)
    if form == "short":
        return "".join(f"{_line(match)}\n" for match in matches)
    cards = ("\n".join(_card(list(group))) for _, group in groupby(matches, lambda m: m.entry.key))
    return "\n\n".join(cards) + "\n"


def _cell(value: object) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)


def _facts(match: Match) -> dict[str, object]:
    from glossary.lookup import describe

    entry, about = match.entry, describe(match.entry.comments)
    return {
        "source": entry.source,
        "sense": entry.sense,
        "language": match.language,
        "equivalent": entry.target,
        "status": entry.status.value,
        "needs_review": entry.needs_review,
        "admitted": list(entry.admitted),
        "deprecated": list(entry.deprecated),
        "forbidden": list(entry.forbidden),
        "field": about.subject_field,
        "definition": about.definition,
        "target_definition": entry.definition,
        "usage": about.usage,
        "evidence": [{"date": item.date, "text": item.text} for item in about.evidence],
        "references": list(entry.references),
        "matched": match.text,
        "closeness": match.closeness.name.lower(),
    }


def _status(match: Match) -> str:
    needs_review = ", needs review" if match.entry.needs_review else ""
    return f"{match.entry.status}{needs_review}"


def _line(match: Match) -> str:
    entry = match.entry
    return output.printable(f"{entry.source} = {entry.target or '—'} ({_status(match)})")


def _card(matches: list[Match]) -> list[str]:
    from glossary.lookup import describe

    entry = matches[0].entry
    about = describe(entry.comments)
    facts = [part for part in (about.part_of_speech, about.subject_field, about.usage) if part]
    sense = f" ({entry.sense})" if entry.sense else ""
    lines = [click.style(output.printable(entry.source + sense), bold=True)]
    for match in matches:
        lines += _labelled(_equivalents(match))
    lines += _labelled([("", " · ".join(facts)), *(("", line) for line in about.relations)])
    lines += _labelled([("definition", about.definition)])
    lines += _labelled((item.date, f"“{item.text}”") for item in about.evidence)
    return lines


def _equivalents(match: Match) -> Iterator[tuple[str, str]]:
    entry = match.entry
    yield match.language, f"{entry.target or '—'} ({_status(match)})"
    for label in ("admitted", "deprecated", "forbidden"):
        for text in getattr(entry, label):
            yield label, text
    yield "definition", entry.definition
    for remark in entry.notes:
        yield "note", remark


def _labelled(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Lines of text behind their labels, wrapped to the terminal."""
    import textwrap

    columns = min(output.width(), 100) if sys.stdout.isatty() else 1000
    lines: list[str] = []
    for label, text in pairs:
        if text:
            wrapped = textwrap.wrap(output.printable(text), max(20, columns - 14))
            head = click.style(f"  {output.printable(label):<10}  ", dim=True)
            lines += [head + wrapped[0], *(" " * 14 + line for line in wrapped[1:])]
    return lines
