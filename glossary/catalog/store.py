"""A catalog on disk: read it, and change it so that nothing is ever half written or lost.

A lock spans reading to writing. What is written goes to a temporary file in the same folder, is
forced to the disk, and takes the old file's place in one step. A file that an editor changed in
between, without the lock, is not overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from glossary.catalog._locking import locked
from glossary.catalog._writing import (
    clean_temporaries,
    make_folder,
    replace_file,
    replacing_file,
)
from glossary.catalog.catalog import Catalog
from glossary.errors import ChangedError, InputError, reading
from glossary.formats.po import read_bytes
from glossary.interface import _, marked

__all__ = ["CatalogFile", "replacing", "rewrite_bytes", "write_bytes"]

_MADE_BY = {
    "glossary.po": (
        marked("there is no such catalog"),
        marked("Make it with “glossary init LANGUAGE”."),
    ),
    "glossary.pot": (marked("there is no glossary yet"), marked("Write it with: glossary extract")),
}

#: Seconds that a writer waits for another one.
PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """A PO or POT file; symbolic links are followed, so that the link stays one."""

    path: Path

    def exists(self) -> bool:
        """Whether there is such a file."""
        return self.path.exists()

    def read(self) -> Catalog:
        """Read the catalog; InputError or MalformedError where that cannot be done."""
        return Catalog.from_bytes(_read(self.path), path=self.path)

    @contextmanager
    def editing(self, *, backup: bool = False, patience: float = PATIENCE) -> Iterator[Catalog]:
        """Give the catalog for changes; they are written when the block ends without an error.

        Nobody else who asks can write in between. After an error, KeyboardInterrupt included, the
        file is as it was. A catalog that was not changed is not written. `backup` keeps the old
        file under its name with ``~``.

        Raises LockedError after `patience` seconds, ChangedError when the file on disk is no
        longer the one that was read, OutputError when it cannot be written.
        """
        target = _existing(self.path).resolve()
        with locked(target, patience=patience):
            clean_temporaries(target)
            before = _read(self.path)
            catalog = Catalog.from_bytes(before, path=self.path)
            yield catalog
            if catalog.changed:
                after = catalog.to_bytes()
                if after != before:
                    _replace(self.path, before, after, backup=backup)


def write_bytes(path: Path, data: bytes, *, patience: float = PATIENCE) -> bool:
    """Write a whole file safely, new or in place of an old one; False where it says that already.

    Folders that are missing are made. Raises as `CatalogFile.editing` does.
    """
    before, after = rewrite_bytes(path, lambda _: data, patience=patience)
    return before != after


@contextmanager
def replacing(path: Path, *, patience: float = PATIENCE) -> Iterator[BinaryIO]:
    """Give a stream for a whole file, which takes the old one's place when the block ends well.

    For what is too large to be kept in memory; otherwise as `write_bytes`.
    """
    target = path.resolve()
    make_folder(target.parent)
    with locked(target, patience=patience):
        clean_temporaries(target)
        with replacing_file(target) as stream:
            yield stream


def rewrite_bytes(
    path: Path,
    change: Callable[[bytes | None], bytes],
    *,
    backup: bool = False,
    patience: float = PATIENCE,
) -> tuple[bytes | None, bytes]:
    """Write what `change` makes of the content of a file (None: there is none), under its lock.

    Gives the content before and after. Folders that are missing are made; `backup` keeps the old
    file under its name with ``~``. Raises as `CatalogFile.editing` and `change` do.
    """
    target = path.resolve()
    make_folder(target.parent)
    with locked(target, patience=patience):
        clean_temporaries(target)
        before = target.read_bytes() if target.exists() else None
        after = change(before)
        if after != before:
            if backup and before is not None:
                replace_file(target.with_name(f"{target.name}~"), before)
            replace_file(target, after)
    return before, after


def _read(path: Path) -> bytes:
    return read_bytes(_existing(path))


def _existing(path: Path) -> Path:
    """The path of a file that is there; else the error that says how to make a file of its name."""
    with reading(path):
        is_there = path.exists()
        if not is_there and path.name not in _MADE_BY:
            path.stat()
    if not is_there:
        message, hint = _MADE_BY[path.name]
        raise InputError(_(message), hint=_(hint), path=path)
    return path


def _replace(path: Path, before: bytes, after: bytes, *, backup: bool) -> None:
    target = path.resolve()
    try:
        same = target.read_bytes() == before
    except OSError:
        same = False
    if not same:
        raise ChangedError(
            _("the file was changed by another program while it was being edited here"),
            hint=_(
                "Nothing was written. Close the file in your editor, then run the command again."
            ),
            path=path,
        )
    if backup:
        replace_file(target.with_name(f"{target.name}~"), before)
    replace_file(target, after)
