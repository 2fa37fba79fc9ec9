"""``glossary memory add``, ``forget``, ``stats``, ``conflicts``, ``dedupe`` and ``check``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from glossary.cli import _memory, options, output
from glossary.errors import NotFoundError
from glossary.interface import _, ngettext

if TYPE_CHECKING:
    from glossary.memory import Memory, Unit
    from glossary.project import Project

FIGURES = (
    "units", "approved", "needs_review", "used", "files", "newest", "megabytes", "languages",
    "texts", "indexed",
)  # fmt: skip


@click.command()
@click.argument("source")
@click.argument("translation")
@options.language
@click.option("--by", metavar="NAME", default="", help="Who translated it, if not you.")
@options.dry_run
@options.pass_project
def add(
    project: Project, *, source: str, translation: str, language: str, by: str, mode: str | None
) -> None:
    """Remember that TRANSLATION translates the sentence SOURCE.

    \b
    Example:
      glossary memory add "Fundamental changes" "Những chuyển biến căn bản" -l vi
    """
    from glossary.project.memory_files import written_down
    from glossary.project.remembering import target_language

    with _memory.opened(project, mode=mode) as memory:
        tag = target_language(project, memory, language)
        segment = written_down(project, source, translation, language=tag, by=by)
        done = memory.add([segment], is_planned=mode is not None)
    is_change = bool(done.added)
    verb = _("would remember") if mode else _("remembered")
    what = verb if is_change else _("left out") if done.skipped else _("already known")
    click.echo(output.printable(f"{what}: {segment.source} → {segment.target}"))
    options.finish_check(mode, is_change=is_change)


@click.command()
@click.argument("number", type=int, nargs=-1)
@click.option("--origin", metavar="NAME", default="", help="Everything that is from this file.")
@options.dry_run
@options.pass_project
def forget(project: Project, *, number: tuple[int, ...], origin: str, mode: str | None) -> None:
    """Take the units of each NUMBER, as look-ups show it behind #, out of the memory.

    \b
    Examples:
      glossary memory forget 17
      glossary memory forget --origin 2020-05-23.txt --dry-run
    """
    if not number and not origin:
        raise click.UsageError(_("Name a NUMBER, or a file with --origin."))
    with _memory.opened(project, mode=mode) as memory:
        units = list(memory.units(origin=origin)) if origin else []
        units += memory.get(number)
        missing = sorted(set(number) - {unit.id for unit in units})
        if missing or not units:
            raise NotFoundError(
                _("there is no unit {number}").format(number=missing[0])
                if missing
                else _("there is no unit from “{origin}”").format(origin=origin),
                hint=_("Look for it with: glossary memory concordance TEXT"),
            )
        _take_out(memory, units, mode)
    options.finish_check(mode, is_change=True)


def _take_out(memory: Memory, units: Sequence[Unit], mode: str | None) -> None:
    for unit in units:
        click.echo(_one_line(unit))
    if mode is None:
        memory.forget(unit.id for unit in units)
    message = (
        ngettext("would forget {count} unit", "would forget {count} units", len(units))
        if mode
        else ngettext("forgot {count} unit", "forgot {count} units", len(units))
    )
    output.note(message.format(count=len(units)))


def _one_line(unit: Unit) -> str:
    segment = unit.segment
    return output.printable(f"#{unit.id}  {segment.source} → {segment.target}")


@click.command()
@options.output_format("table", "json")
@options.pass_project
def stats(project: Project, form: str) -> None:
    """Show how much the memory holds.

    \b
    Example:
      glossary memory stats
    """
    with _memory.opened(project, is_read=True) as memory:
        found = memory.statistics()
    newest = found.newest.isoformat(timespec="seconds") if found.newest else ""
    values: tuple[object, ...] = (
        found.units, found.approved, found.unreviewed, found.used, found.origins, newest,
        round(found.size / 1e6, 1), dict(found.pairs), dict(found.texts), dict(found.indexed),
    )  # fmt: skip
    rows = dict(zip(FIGURES, values, strict=True))
    if form == "json":
        click.echo(output.json_list([rows]), nl=False)
        return
    shown = [(_(name), _figures(value)) for name, value in rows.items()]
    click.echo(output.table((_("figure"), _("value")), shown), nl=False)


def _figures(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {count:,}" for name, count in value.items()) or "—"
    return f"{value:,}" if isinstance(value, int) else str(value) or "—"


@click.command()
@options.output_format("table", "json")
@options.pass_project
def conflicts(project: Project, form: str) -> None:
    """Show sentences that were translated in several ways; exit with 1 where there are any.

    \b
    Example:
      glossary memory conflicts
    """
    with _memory.opened(project, is_read=True) as memory:
        groups = memory.conflicts()
    _show_groups(groups, form=form)
    if groups:
        raise click.exceptions.Exit(1)


@click.command()
@options.output_format("table", "json")
@options.dry_run
@options.pass_project
def dedupe(project: Project, form: str, mode: str | None) -> None:
    """Forget units that say the same as another one between the same neighbours.

    Of each group the approved one stays, else the newest.

    \b
    Example:
      glossary memory dedupe --dry-run
    """
    with _memory.opened(project, mode=mode) as memory:
        groups = memory.duplicates()
        surplus = [unit.id for group in groups for unit in group[1:]]
        if mode is None:
            memory.forget(surplus)
    _show_groups(groups, form=form)
    message = (
        ngettext("would forget {count} unit", "would forget {count} units", len(surplus))
        if mode
        else ngettext("forgot {count} unit", "forgot {count} units", len(surplus))
    )
    output.note(message.format(count=len(surplus)))
    options.finish_check(mode, is_change=bool(surplus))


def _show_groups(groups: Sequence[Sequence[Unit]], *, form: str) -> None:
    if form == "json":
        rows = [[_memory.facts(unit) for unit in group] for group in groups]
        click.echo(output.json_list({"units": group} for group in rows), nl=False)
        return
    for group in groups:
        click.echo(click.style(output.printable(group[0].segment.source), bold=True))
        for unit in group:
            for line in _memory.wrapped("  ", output.printable(unit.segment.target)):
                click.echo(line)
            click.echo(click.style(f"    {output.printable(_memory.standing(unit))}", dim=True))


@click.command()
@click.option("--fix", is_flag=True, help="Build the matching indexes anew.")
@options.pass_project
def check(project: Project, fix: bool) -> None:
    """Check that the memory's files are sound; exit with 1 where something is wrong.

    \b
    Example:
      glossary memory check
    """
    with _memory.opened(project, is_read=not fix) as memory:
        if fix:
            for language in memory.statistics().indexed:
                with output.progress_bar(_("index")) as show:
                    memory.rebuild(language, progress=show)
        problems = memory.problems()
    for problem in problems:
        click.echo(output.printable(problem))
    if problems:
        advice = _(
            "--fix builds the indexes anew. A damaged record is restored from a backup; without "
            "one, move locales/memory.db away and import your translations again."
        )
        output.note(_("hint: {hint}").format(hint=advice))
        raise click.exceptions.Exit(1)
    output.note(_("the memory is sound"))
