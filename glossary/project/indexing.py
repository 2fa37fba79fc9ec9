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
from collections.abc import Callable, Iterator
from functools import cache as cache_call
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glossary.errors import InputError
from glossary.interface import _
from glossary.lookup.index import Index
from glossary.lookup.shelf import Shelf, Source
from glossary.project.places import CACHE, DOMAIN, LOCALES, catalogs_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.model import Entry
    from glossary.project.project import Project

__all__ = ["open_index"]

_NAME = 120
"""Characters of the name of a folder: fewer than any file system allows."""

_COARSEST = 2_000_000_000
"""Nanoseconds between two times that the coarsest file system in use (FAT) tells apart."""


def open_index(
    root: Path, language: str = "", *, cache: Path | None = None, is_ours: bool = True
) -> Index:
    """An index of one catalog of the project in `root`, or of all, or of the template without any.

    `cache` is the user's cache folder; where not `is_ours`, nothing is written beside the catalogs.
    """

    @cache_call
    def project() -> Project:
        # The settings are read when a variant is looked for: most queries are names themselves.
        from glossary.project.project import Project

        return Project.open(root)

    def variant_key(text: str) -> str:
        return project().variant_key(text)

    shelves = []
    for tag, path in _catalogs(root, language, project).items():
        places = tuple(_places(root, tag, cache=cache, is_ours=is_ours))
        source = _CatalogSource(tag, path, root)
        shelves.append(Shelf(source, variant_key=variant_key, places=places))
    return Index.over(shelves, variant_key=variant_key)


def _catalogs(root: Path, language: str, project: Callable[[], Project]) -> dict[str, Path]:
    """The catalogs to look into, by language; the template stands in where there is none."""
    there = catalogs_in(root)
    if language and language not in there:
        return {language: project().catalog(language).path}
    if there:
        return {language: there[language]} if language else there
    here = project()
    if not here.template.exists():
        raise InputError(
            _("there is no glossary yet"),
            hint=_("Write it with: glossary extract"),
            path=here.template,
        )
    return {here.settings.source_language: here.template}


def _places(root: Path, tag: str, *, cache: Path | None, is_ours: bool) -> Iterator[Path]:
    name = f"lookup-{tag}.db"
    if is_ours:
        yield root / LOCALES / CACHE / name
    if cache is not None:
        # The end of the path is enough: a database that is another project's is not current.
        escaped = str(root.absolute()).replace(os.sep, "%")[-_NAME:]
        yield cache / escaped / name


class _CatalogSource(Source):
    """A catalog on disk as the source of a database."""

    def __init__(self, language: str, path: Path, root: Path) -> None:
        super().__init__(language)
        self._path = path
        self._settings = root / LOCALES / f"{DOMAIN}.ini"

    def read(self) -> tuple[str, Iterable[Entry]]:
        """A stamp of the catalog as it is now, and its entries."""
        from glossary.catalog import Catalog, CatalogFile

        # A change while this reads makes a state that is no longer true: the next look-up sees it.
        before, at = self._state(), time.time_ns()
        catalog: Catalog = CatalogFile(self._path).read()
        stamp = {"state": before, "read": at, "digest": self._digest()}
        return json.dumps(stamp), catalog.entries

    def is_current(self, stamp: str) -> bool:
        """Whether the catalog still is what a stamp says."""
        try:
            known: dict[str, Any] = json.loads(stamp)
            state = self._state()
            if known["state"] == state and known["read"] - state[0][1] > _COARSEST:
                return True
            is_same_size = [part[:1] for part in known["state"]] == [part[:1] for part in state]
            return bool(is_same_size and known["digest"] == self._digest())
        except (OSError, ValueError, TypeError, LookupError):
            return False

    def _state(self) -> list[list[int]]:
        """Size, times, inode and device of the catalog and of the settings, which need not be."""
        return [_state_of(self._path), _state_of(self._settings)]

    def _digest(self) -> str:
        from hashlib import blake2b

        data = self._path.read_bytes()
        settings = self._settings.read_bytes() if self._settings.exists() else b""
        return blake2b(data + b"\0" + settings, digest_size=16).hexdigest()


def _state_of(path: Path) -> list[int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return []
    times = [found.st_mtime_ns, found.st_ctime_ns]
    return [found.st_size, *times, found.st_ino, found.st_dev]
