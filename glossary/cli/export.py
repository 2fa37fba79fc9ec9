"""``glossary export``: write the entries of a catalog for another program."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary.cli import _bitext, _exchange, _input, options, output
from glossary.errors import RequestError
from glossary.interface import _, ngettext

if TYPE_CHECKING:
    from glossary.formats.contract import Format
    from glossary.project import Project
    from glossary.project.bitext_exchange import SegmentWish
    from glossary.project.exchange import Export


@click.command()
@click.argument("file", nargs=-1)
@_exchange.format_option
@options.language
@click.option(
    "--profile", type=click.Choice(_exchange.PROFILES), help="Write it as this program likes it."
)
@click.option("--lang-code", metavar="CODE", default="", help="Call the language so: vi-VN.")
@_exchange.selection
@click.option(
    "--article",
    "articles",
    metavar="ARTICLE",
    multiple=True,
    help="Only the sentences of this article; may be repeated.",
)
@click.option(
    "--omegat-project",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Make DIR a project of OmegaT with the articles FILE, or with all.",
)
@options.dry_run
@options.pass_project
def export(
    project: Project,
    *,
    file: tuple[str, ...],
    form: str | None,
    language: str,
    profile: str | None,
    lang_code: str,
    status: tuple[str, ...],
    subject: tuple[str, ...],
    articles: tuple[str, ...],
    omegat_project: Path | None,
    mode: str | None,
) -> None:
    """Write the entries of a catalog into each FILE (-: standard output) for another program.

    The name of FILE says the format: po pot mo csv tsv xlsx tbx utx json, txt for OmegaT, html
    for a term sheet. --format names others: tbx3, tbx3-dct, leaflet. What a format cannot hold is
    said.

    Formats of sentences get those of the translated articles: tmx xlf docx, and with --format
    xliff2 and bitext-xlsx.

    \b
    Examples:
      glossary export terms.tbx terms.xlsx
      glossary export glossary.txt --profile omegat --status approved,draft
      glossary export benefits.html --format leaflet --subject benefits
      glossary export review.docx --article 2020-05-23
      glossary export --omegat-project ../omegat 2020-05-23.txt
    """
    from glossary.project.bitext_exchange import SegmentWish
    from glossary.project.exchange import Selection

    selection = Selection(status, subject, lang_code)
    wish = SegmentWish(language, articles, selection, _exchange.profile_of(profile))
    if omegat_project:
        _bitext.export_omegat(project, omegat_project, file, wish=wish, mode=mode)
        return
    if not file:
        raise RequestError(_("there is no FILE"), hint=_("As in: glossary export terms.xlsx"))
    chosen = [(target, _exchange.format_to_write(target, form, profile)) for target in file]
    options.finish_check(mode, is_change=_write(project, chosen, wish, mode))


def _write(
    project: Project, chosen: Sequence[tuple[str, Format]], wish: SegmentWish, mode: str | None
) -> bool:
    """Write each file in its format, sentences first; whether anything changes."""
    from glossary.project.exchange import export_entries

    changes: list[bool] = []
    made: list[tuple[str, Format, Export]] = []
    for target, form in chosen:
        if not _exchange.carries_entries(form.writes):
            changes.append(_bitext.export_file(project, target, form, wish=wish, mode=mode))
            continue
        done = export_entries(
            project,
            form,
            language=wish.language,
            selection=wish.selection,
            profile=wish.profile,
        )
        made.append((target, form, done))
    changes += [_deliver(target, form, done, mode) for target, form, done in made]
    return any(changes)


def _deliver(target: str, form: Format, done: Export, mode: str | None) -> bool:
    """Write a file and those beside it, and say what is in it; whether anything changes."""
    if target == _input.STREAM and b"\0" in done.data and sys.stdout.isatty():
        raise RequestError(
            _("a file of the format “{name}” is nothing to show on a terminal").format(
                name=form.name
            ),
            hint=_("Name a FILE, or send it on with | or >."),
        )
    is_change = output.is_new(done.data, target)
    output.deliver(done.data, target, mode=options.DRY_RUN if mode else None)
    if target != _input.STREAM:
        for name, data in done.beside.items():
            path = str(Path(target).with_name(name))
            is_change |= output.is_new(data, path)
            output.deliver(data, path, mode=options.DRY_RUN if mode else None)
    entries = ngettext("{count} entry", "{count} entries", done.count).format(count=done.count)
    output.note(f"{form.title}: {entries}")
    if done.left_out:
        output.note(
            ngettext(
                "{count} entry without an equivalent, or in doubt, was left out",
                "{count} entries without an equivalent, or in doubt, were left out",
                done.left_out,
            ).format(count=done.left_out)
        )
    output.note(_exchange.lost_line(form, done.lost))
    return is_change
