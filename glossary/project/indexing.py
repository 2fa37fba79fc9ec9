"""The look-up databases of a project's catalogs: where they are kept, and when they are stale.

A catalog is what it was when its size, its times, its inode and its device are. Where it was read
so soon after it was written that a second change could bear the same time, its content is
compared instead. Databases stand beside the catalogs, in a folder that git ignores; where that
cannot be written, in the user's cache folder; else in memory.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glossary.errors import InputError
from glossary.interface import _
from glossary.languages import language as find_language
from glossary.lookup.index import Index
from glossary.lookup.shelf import Shelf, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.model import Entry
    from glossary.project.project import Project

__all__ = ["CACHE", "open_index"]

CACHE = ".cache"
"""The folder beside the catalogs."""

_COARSEST = 2_000_000_000
"""Nanoseconds between two times that the coarsest file system in use (FAT) tells apart."""


def open_index(
    project: Project, language: str = "", *, cache: Path | None = None, is_ours: bool = True
) -> Index:
    """An index of one catalog, or of all, or of the template where there is none.

    `cache` is the user's cache folder; where not `is_ours`, nothing is written beside the catalogs.
    """
    key = project.variant_key
    shelves = []
    for tag, path in _catalogs(project, language).items():
        source = _CatalogSource(path, project.settings.source_language)
        shelves.append(
            Shelf(
                Source(tag, source.read, source.is_current),
                variant_key=key,
                places=tuple(_places(project, tag, cache=cache, is_ours=is_ours)),
            )
        )
    return Index.over(shelves, variant_key=key)


def _catalogs(project: Project, language: str) -> dict[str, Path]:
    tags = (find_language(language).tag,) if language else project.languages()
    catalogs = {tag: project.catalog(tag).path for tag in tags}
    if catalogs:
        return catalogs
    if not project.template.exists():
        raise InputError(
            _("there is no glossary yet"),
            hint=_("Write it with: glossary extract"),
            path=project.template,
        )
    return {project.settings.source_language: project.template}


def _places(project: Project, tag: str, *, cache: Path | None, is_ours: bool) -> Iterator[Path]:
    name = f"lookup-{tag}.db"
    if is_ours:
        yield project.locales / CACHE / name
    if cache is not None:
        from zlib import crc32

        root = os.fsencode(project.root.absolute())
        yield cache / f"{project.root.absolute().name or 'root'}-{crc32(root):08x}" / name


@dataclass(frozen=True, slots=True)
class _CatalogSource:
    """A catalog on disk as the source of a database."""

    path: Path
    source_language: str

    def read(self) -> tuple[str, Iterable[Entry]]:
        """A stamp of the catalog as it is now, and its entries."""
        from glossary.catalog import Catalog, CatalogFile

        before, at = self._state(), time.time_ns()
        catalog: Catalog = CatalogFile(self.path).read()
        while (now := self._state()) != before:
            before, at = now, time.time_ns()
            catalog = CatalogFile(self.path).read()
        stamp = {"state": before, "read": at, "digest": _digest(catalog.to_bytes())}
        return json.dumps(stamp), catalog.entries

    def is_current(self, stamp: str) -> bool:
        """Whether the catalog still is what a stamp says."""
        try:
            known: dict[str, Any] = json.loads(stamp)
            state = self._state()
            is_same = known["state"] == state
            # The time of the last change is the second one of the state.
            if is_same and known["read"] - state[1] > _COARSEST:
                return True
            is_same_size = known["state"][0] == state[0] and known["state"][-1] == state[-1]
            return bool(is_same_size and known["digest"] == _digest(self.path.read_bytes()))
        except (OSError, ValueError, TypeError, LookupError):
            return False

    def _state(self) -> list[Any]:
        found = self.path.stat()
        times = [found.st_mtime_ns, found.st_ctime_ns]
        return [found.st_size, *times, found.st_ino, found.st_dev, self.source_language]


def _digest(data: bytes) -> str:
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()
