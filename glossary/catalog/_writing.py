"""Put a file in place of another in one step, or leave the other as it is.

source  the order of write, fsync, rename, fsync of the folder: Pillai et al., All File Systems Are
        Not Created Equal (OSDI 2014)
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from glossary.errors import OutputError, reason_of
from glossary.interface import _

_SUFFIX = ".tmp"


def replace_file(target: Path, data: bytes) -> None:
    """Write `data` to `target`, keeping the old file's mode; OutputError leaves the old file."""
    with replacing_file(target) as file:
        file.write(data)


@contextlib.contextmanager
def replacing_file(target: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content takes the place of `target` at the end of the block.

    The old file's mode is kept. Where the block or the writing fails, the old file stays.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(_SUFFIX, _prefix(target), target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            _keep_mode(temporary, target)
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
        temporary = None
        _sync_folder(target.parent)
    except OSError as error:
        raise OutputError(
            _("cannot write the file: {reason}").format(reason=reason_of(error)),
            hint=_(
                "The old file is untouched. Check the folder's rights and the space on the disk."
            ),
            path=target,
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def clean_temporaries(target: Path) -> None:
    """Delete what a killed writer of `target` left; only to be called under its lock."""
    with contextlib.suppress(OSError):
        for stale in target.parent.iterdir():
            if stale.name.startswith(_prefix(target)) and stale.name.endswith(_SUFFIX):
                stale.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder with its parents; OutputError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            _("cannot make the folder: {reason}").format(reason=reason_of(error)),
            hint=_("Check that you may write there."),
            path=folder,
        ) from error


def _prefix(target: Path) -> str:
    return f".{target.name}."


def _keep_mode(temporary: Path, target: Path) -> None:
    try:
        old = target.stat()
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        return
    with contextlib.suppress(OSError, AttributeError):
        os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(stat.S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
