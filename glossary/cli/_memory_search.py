"""``glossary memory lookup`` and ``concordance``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from glossary.cli import _input, _memory, options, output
from glossary.interface import _

if TYPE_CHECKING:
    from glossary.memory import Match, Memory
    from glossary.memory.concordance import Line
    from glossary.project import Project

LEAST_CONTEXT = 8
"""Characters that stand at least on each side of a word in a concordance."""


@click.command()
@click.argument("text", nargs=-1, required=True)
@options.language
@click.option(
    "--threshold", type=click.IntRange(1, 100), default=75, show_default=True,
    help="Show no match below this percentage.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(1), default=5, show_default=True, help="Show at most so many."
)
@click.option("--reverse", is_flag=True, help="TEXT is in the other language: show the English.")
@click.option("--plain", is_flag=True, help="Show translations as they are, without adapting them.")
@options.output_format("table", "tsv", "json")
@options.pass_project
def lookup(
    project: Project, *, text: tuple[str, ...], language: str, threshold: int, limit: int,
    reverse: bool, plain: bool, form: str,
) -> None:  # fmt: skip
    """Find sentences like TEXT that were translated before, the most like first.

    Numbers, dates, references and terms that differ are exchanged in the translation where that is
    certain. - reads one sentence from each line of standard input. Exits with 1 where nothing is
    found.

    \b
    Examples:
      glossary memory lookup "In 2024, the coverage rate was 31.93%."
      glossary memory lookup --reverse "Tỷ lệ bao phủ đạt 31,93%."
    """
    from glossary.model import Segment
    from glossary.project.remembering import adapter, target_language

    found: list[tuple[str, Match]] = []
    missing: list[str] = []
    with _memory.opened(project, is_read=True) as memory:
        target = target_language(project, memory, language)
        pair = project.settings.source_language, target
        fitting = None if plain or reverse else adapter(project, target)
        for wanted in _wanted(text):
            source, other = reversed(pair) if reverse else pair
            segment = Segment(wanted, source_language=source, target_language=other)
            matches = memory.lookup(segment, threshold=threshold, limit=limit, adapter=fitting)
            found += [(wanted, match) for match in matches]
            if not matches:
                missing.append(wanted)
    if found or form == "json":
        click.echo(_render(found, form=form), nl=False)
    for wanted in missing:
        message = _("nothing like “{text}” was translated before").format(
            text=output.excerpt(wanted)
        )
        click.echo(f"glossary: {message}", err=True)
    if missing:
        raise click.exceptions.Exit(1)


def _wanted(words: tuple[str, ...]) -> list[str]:
    from glossary.languages import normalise

    if words != ("-",):
        return [normalise(" ".join(words))]
    return [line for line in map(normalise, _input.text().splitlines()) if line]


def _render(found: list[tuple[str, Match]], *, form: str) -> str:
    rows = [_facts(wanted, match) for wanted, match in found]
    if form == "json":
        return output.json_list(rows)
    if form == "tsv":
        return output.tsv(list(rows[0]), (_memory.cells(row) for row in rows)) if rows else ""
    return "\n".join(_card(wanted, match) for wanted, match in found)


def _facts(wanted: str, match: Match) -> dict[str, object]:
    return {
        "wanted": wanted,
        "score": match.score,
        "similarity": match.similarity,
        "translation": match.target,
        "adapted": [
            f"{one.kind} {one.before} → {one.after}: {one.old} → {one.new}"
            for one in match.adaptations
        ],
        **_memory.facts(match.unit),
    }


def _card(wanted: str, match: Match) -> str:
    head = click.style(f"{match.score:>4} %", bold=True)
    lines = [f"{head}  {output.printable(_memory.standing(match.unit))}"]
    lines += _memory.wrapped("       ", _marked(match.source, wanted))
    lines += _memory.wrapped("     → ", output.printable(match.target))
    for one in match.adaptations:
        changed = f"{one.before} → {one.after}: {one.old} → {one.new}"
        lines.append("       " + click.style(output.printable(f"{one.kind} {changed}"), dim=True))
    return "".join(f"{line}\n" for line in lines)


def _marked(source: str, wanted: str) -> str:
    """The stored source, what is not in the wanted text in square brackets."""
    from difflib import SequenceMatcher

    old, new = source.split(), wanted.split()
    marked: list[str] = []
    for kind, first, last, _start, _end in SequenceMatcher(None, old, new, False).get_opcodes():
        words = " ".join(old[first:last])
        if words:
            marked.append(words if kind == "equal" else f"[{words}]")
    return output.printable(" ".join(marked))


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option(
    "-l",
    "--language",
    metavar="LANG",
    default="",
    help="Only where TEXT is in this language (a tag such as vi).",
)
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Show at most so many."
)
@options.output_format("table", "tsv", "json")
@options.pass_project
def concordance(
    project: Project, text: tuple[str, ...], language: str, limit: int, form: str
) -> None:
    """Show where the words of TEXT were used, in either language, with the other side below.

    All words must occur; words in double quotes are a phrase; insur* is the beginning of a word.
    Tone marks, capitals and English inflection make no difference. Exits with 1 where nothing is
    found.

    \b
    Examples:
      glossary memory concordance foreign affairs
      glossary memory concordance '"bao hiem xa hoi" nguoi'
    """
    with _memory.opened(project, is_read=True) as memory:
        lines, count = _lines(memory, " ".join(text), language=language, limit=limit)
    if lines or form == "json":
        click.echo(_concordance(lines, form=form), nl=False)
    if not lines:
        message = _("“{text}” does not occur in what was translated").format(
            text=output.excerpt(" ".join(text))
        )
        click.echo(f"glossary: {message}", err=True)
        raise click.exceptions.Exit(1)
    if count > len(lines):
        output.note(_("there are more; --limit shows them"))


def _lines(memory: Memory, text: str, *, language: str, limit: int) -> tuple[list[Line], int]:
    found = memory.concordance(text, limit=limit + 1, language=language)
    return found[:limit], len(found)


def _concordance(lines: list[Line], *, form: str) -> str:
    if form == "table":
        room = output.width() if sys.stdout.isatty() else 100
        return "".join(f"{row}\n" for line in lines for row in _in_context(line, room))
    rows: list[dict[str, object]] = [
        {
            "side": line.side,
            "spans": [f"{a}-{b}" for a, b in line.spans],
            **_memory.facts(line.unit),
        }
        for line in lines
    ]
    if form == "json":
        return output.json_list(rows)
    return output.tsv(list(rows[0]), (_memory.cells(row) for row in rows))


def _in_context(line: Line, room: int) -> Iterable[str]:
    """The key word in the middle of what stands around it, and the other side below."""
    start, end = line.spans[0] if line.spans else (0, 0)
    word = output.printable(line.text[start:end])
    side = max(LEAST_CONTEXT, (room - len(word) - 2) // 2)
    before = _cut(output.printable(line.text[:start]), side, at_start=True)
    behind = _cut(output.printable(line.text[end:]), side, at_start=False)
    yield f"{before:>{side}}{click.style(word, bold=True)}{behind}"
    other = _cut(output.printable(line.other), max(2 * LEAST_CONTEXT, room - 4), at_start=False)
    yield f"  {click.style(other, dim=True)}"


def _cut(text: str, room: int, *, at_start: bool) -> str:
    if len(text) <= room:
        return text
    return f"…{text[len(text) - room + 1 :]}" if at_start else f"{text[: room - 1]}…"
