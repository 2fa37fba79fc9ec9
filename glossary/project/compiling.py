"""Compile the catalogs of a project: an MO file beside each PO file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from glossary.catalog import write_bytes
from glossary.formats.mo import entry_count, render_mo
from glossary.formats.po import read_po
from glossary.languages import language as find_language
from glossary.project.project import Project


@dataclass(frozen=True, slots=True)
class Compiled:
    """An MO file and the number of its entries; `is_changed`: it was not so before."""

    path: Path
    entry_count: int
    is_changed: bool


def compile_catalogs(
    project: Project, languages: Iterable[str] = (), *, write: bool = True
) -> tuple[Compiled, ...]:
    """Compile the catalogs of `languages` (all of them if empty); only plan it if not `write`.

    Every catalog is read before the first file is written.
    """
    tags = dict.fromkeys(find_language(tag).tag for tag in languages)
    made: dict[Path, bytes] = {}
    for tag in tags or project.languages():
        path = project.catalog(tag).path
        document = read_po(path)
        header = [document.header] if document.header else []
        made[path.with_suffix(".mo")] = render_mo([*header, *document.messages])
    done = []
    for path, data in made.items():
        is_changed = not (path.is_file() and path.read_bytes() == data)
        if write:
            write_bytes(path, data)
        done.append(Compiled(path, entry_count(data), is_changed))
    return tuple(done)
