"""Say what an exchange of sentences did: with files of segments, and with projects of OmegaT."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from glossary.cli import _changes, _conflicts, _edits, _exchange, options, output
from glossary.interface import _, ngettext

if TYPE_CHECKING:
    from glossary.catalog.three_way import Side
    from glossary.formats.contract import Format, Reading
    from glossary.memory import Addition
    from glossary.project import Project
    from glossary.project.bitext_exchange import SegmentImport, SegmentWish
    from glossary.project.editing import Writing

SHOWN = 3
"""How many sentences that no article has are named."""


@dataclass(frozen=True, slots=True)
class Merging:
    """How to merge sentences, and whether to write."""

    prefer: Side | None
    saving: Writing
    mode: str | None


def export_file(
    project: Project, target: str, form: Format, *, wish: SegmentWish, mode: str | None
) -> bool:
    """Write the sentences of translated articles; whether anything changes."""
    from glossary.project.bitext_exchange import export_segments

    stream = BytesIO()
    with output.progress_bar(_("Writing")) as show:
        done = export_segments(
            project,
            form,
            stream,
            wish=wish,
            progress=lambda count, total: show(count, total, ""),
        )
    data = stream.getvalue()
    is_change = output.is_new(data, target)
    output.deliver(data, target, mode=options.DRY_RUN if mode else None)
    count = ngettext("{count} sentence", "{count} sentences", done.count).format(count=done.count)
    output.note(f"{form.title}: {count}")
    if done.left_out:
        output.note(
            ngettext(
                "{count} sentence without a translation was left out",
                "{count} sentences without a translation were left out",
                done.left_out,
            ).format(count=done.left_out)
        )
    output.note(_exchange.lost_line(form, done.lost))
    return is_change


@dataclass(slots=True)
class _Told:
    """A stream that tells how far it was read."""

    stream: BinaryIO
    size: int
    show: Callable[[int, int, str], None]

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self.stream.read(size)
        self.show(self.stream.tell(), self.size, "")
        return data


def import_file(
    project: Project, stream: BinaryIO, form: Format, reading: Reading, merging: Merging
) -> tuple[bool, bool]:
    """Merge a file of sentences; whether anything changes, and whether a conflict is open."""
    from glossary.project.bitext_exchange import import_segments

    size = stream.seek(0, SEEK_END)
    stream.seek(0)
    with output.progress_bar(_("Reading")) as show:
        done = import_segments(
            project,
            cast("BinaryIO", _Told(stream, max(size, 1), show)),
            form,
            reading=reading,
            prefer=merging.prefer,
            saving=merging.saving,
        )
    return _show(project, done, merging.mode)


def _show(project: Project, done: SegmentImport, mode: str | None) -> tuple[bool, bool]:
    for one in done.files:
        is_new = one.before != one.after
        what = _changes.file_line(one.path, project.root, is_changed=is_new, planned=bool(mode))
        shown = options.DRY_RUN if mode == options.DRY_RUN else None
        lines = _conflicts.describe(one.report, what)
        _edits.show_change(one.path, (one.before, one.after), mode=shown, lines=lines)
    if done.unknown:
        listed = "".join(f"\n  {output.excerpt(one.source)}" for one in done.unknown[:SHOWN])
        count = len(done.unknown)
        more = f"\n  … {count - SHOWN}" if count > SHOWN else ""
        output.note(
            ngettext(
                "{count} sentence stands in no article:",
                "{count} sentences stand in no article:",
                count,
            ).format(count=count)
            + listed
            + more
        )
    is_changed = any(one.before != one.after for one in done.files)
    return is_changed, any(one.report.open_conflicts for one in done.files)


def export_omegat(
    project: Project, folder: Path, articles: Sequence[str], *, wish: SegmentWish, mode: str | None
) -> None:
    """Make a folder a project of OmegaT, and end as the mode says."""
    from glossary.project import omegat
    from glossary.project.editing import Writing

    paths = [project.article(name) for name in articles] or project.articles()
    done = omegat.export_omegat(
        project,
        folder,
        paths,
        language=wish.language,
        language_code=wish.selection.language_code,
        saving=Writing(is_planned=mode is not None),
    )
    verb = _("would write") if mode else _("wrote")
    for path in done.changed:
        output.note(f"{verb} {output.printable(str(path))}")
    counts = done.counts
    click.echo(
        _(
            "{folder}: sentences {sentences}, translated {translated}, terms {terms}, "
            "units of the memory {units}, approved {proofread}"
        ).format(
            folder=output.printable(str(folder)),
            sentences=counts.sentences,
            translated=counts.translated,
            terms=counts.terms,
            units=counts.units,
            proofread=counts.proofread,
        )
    )
    options.finish_check(mode, is_change=bool(done.changed))


def import_omegat(
    project: Project, folder: Path, language: str, merging: Merging
) -> tuple[bool, bool]:
    """Take the work of OmegaT back; see `import_file`."""
    from glossary.project import omegat_return

    done = omegat_return.import_omegat(
        project, folder, language=language, prefer=merging.prefer, saving=merging.saving
    )
    is_changed, is_open = _show(project, done.articles, merging.mode)
    output.note(_memory_line(done.memory))
    return is_changed or bool(done.memory.added or done.memory.changed), is_open


def _memory_line(addition: Addition) -> str:
    return _("memory: {added} new, {changed} changed, {known} known").format(
        added=addition.added, changed=addition.changed, known=addition.known
    )
