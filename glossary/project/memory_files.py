"""What the project's memory takes from files, and how it is written to files.

in      a file of any format that holds translated sentences: PO, TMX, XLIFF, tables
out     units of the memory; or the bytes of a file
rules   A file is remembered as a whole or not at all. What is open is left out, and so is what is
        flagged, unless it is asked for.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from glossary.catalog import Catalog
from glossary.catalog.bitext import Bitext, is_bitext
from glossary.errors import GlossaryError, InputError, OutputError, RequestError, reason_of
from glossary.formats.contract import HEAD, Format, Payload, Reading, Writing
from glossary.formats.registry import all_formats, detect
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.languages import normalise
from glossary.memory import Addition, Memory
from glossary.model import Segment
from glossary.project.project import Project


@dataclass(frozen=True, slots=True)
class Wish:
    """How to remember a file: `language` is that of its translations where it does not say so.

    `source_language` is that of the other side. `with_flagged`: segments that somebody must look
    at, too. `form`: its format, None: as it looks.
    """

    language: str = ""
    source_language: str = "en"
    with_flagged: bool = False
    form: Format | None = None


def remember(
    memory: Memory,
    file: tuple[Path, BinaryIO],
    wish: Wish,
    *,
    is_planned: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Addition:
    """Add the segments of a file, given by its name and its content; all of them or none.

    One that names no origin is the file's, but for one that was written down by hand before.
    The matching index is left as it is (see `Memory.refresh`).

    Raises MalformedError or InputError where the file cannot be understood.
    """
    path, stream = file
    segments = _of_languages(_segments(path, stream, wish), path)
    kept = (
        segment if segment.origin or memory.has(segment) else replace(segment, origin=path.name)
        for segment in segments
        if wish.with_flagged or not segment.needs_review
    )
    return memory.add(kept, is_planned=is_planned, refreshes=False, progress=progress)


def _of_languages(segments: Iterable[Segment], path: Path) -> Iterator[Segment]:
    """The same segments; InputError for one of a language that there is not."""
    known: set[str] = set()
    for segment in segments:
        for tag in (segment.source_language, segment.target_language):
            if tag not in known:
                try:
                    find_language(tag)
                except GlossaryError as error:
                    raise InputError(error.message, hint=error.hint, path=path) from error
                known.add(tag)
        yield segment


def _segments(path: Path, stream: BinaryIO, wish: Wish) -> Iterable[Segment]:
    head = stream.read(HEAD)
    stream.seek(0)
    is_po = wish.form.is_native if wish.form else path.suffix == ".po" or b"msgid " in head
    if is_po:
        return _segments_of_po(path, stream.read(), wish)
    form = wish.form or detect(head, str(path), payload=Payload.SEGMENTS)
    reading = Reading(path, wish.source_language, wish.language)
    if form.read_segments is None:
        raise InputError(
            _("the format {name} holds no translated sentences").format(name=form.title),
            hint=_("A memory takes PO, TMX, XLIFF, and tables and documents of two columns."),
            path=path,
        )
    return form.read_segments(stream, reading)


def _segments_of_po(path: Path, data: bytes, wish: Wish) -> tuple[Segment, ...]:
    catalog = Catalog.from_bytes(data, path=path)
    if is_bitext(catalog):
        return Bitext(catalog).segments
    language = wish.language or catalog.language
    if not language:
        raise InputError(
            _("the header does not say the language of the translations"),
            hint=_("Name it, as in: -l vi"),
            path=path,
        )
    tag = find_language(language).tag
    return tuple(
        Segment(
            entry.source,
            entry.target,
            entry.sense,
            source_language=wish.source_language,
            target_language=tag,
            needs_review=entry.needs_review,
            approval=entry.approval,
            references=entry.references,
            notes=entry.notes,
        )
        for entry in catalog.entries
        if not entry.obsolete
    )


def written_down(
    project: Project, source: str, translation: str, *, language: str, by: str
) -> Segment:
    """A segment that somebody writes down now; `by` empty: the settings' user."""
    return Segment(
        normalise(source),
        normalise(translation),
        source_language=project.settings.source_language,
        target_language=find_language(language).tag,
        author=by or project.settings.user,
        changed=datetime.now(UTC).replace(microsecond=0),
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """Which units: those translated into `language`, from the file `origin`; empty: all."""

    language: str = ""
    origin: str = ""


def format_of_segments(filename: str) -> Format:
    """The format for translated sentences that files of this name have.

    RequestError where none has its ending.
    """
    able = [form for form in all_formats() if form.write_segments]
    for form in able:
        if Path(filename).suffix.lower() in form.extensions:
            return form
    raise RequestError(
        _("the name “{name}” does not say in which format to write").format(name=filename),
        hint=_("Name a format with --format: {names}.").format(
            names=", ".join(form.name for form in able)
        ),
    )


def write_memory(memory: Memory, stream: BinaryIO, form: Format, choice: Choice) -> int:
    """Write units in a format that holds segments, oldest first; give how many there are.

    RequestError where the format holds none.
    """
    if form.write_segments is None:
        raise RequestError(
            _("the format {name} holds no translated sentences").format(name=form.title),
            hint=_("Use --format tmx, which every CAT tool reads."),
        )
    units = memory.units(language=choice.language, origin=choice.origin)
    writing = Writing(made=datetime.now(UTC))
    return form.write_segments((unit.segment for unit in units), stream, writing)


def save_memory(memory: Memory, path: Path, form: Format, choice: Choice) -> int:
    """The same into a file, unit by unit; the old file stays until the new one is whole."""
    temporary: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            count = write_memory(memory, file, form, choice)  # type: ignore[arg-type]
        temporary.chmod(stat.S_IMODE(memory.path.stat().st_mode))
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise OutputError(
            _("cannot be written: {reason}").format(reason=reason_of(error)),
            hint=_("Check the folder's rights and the space on the disk."),
            path=path,
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    return count
