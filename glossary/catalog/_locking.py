"""Keep two writers of one catalog apart.

The lock is an advisory one (flock) on the folder of the file: it leaves no lock file behind,
survives the replacing of the file, and ends with the process that holds it, however that ends.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glossary.errors import LockedError, OutputError, reason_of
from glossary.interface import _

_PAUSE = 0.02


@contextmanager
def locked(target: Path, *, patience: float) -> Iterator[None]:
    """Hold the lock of the folder of `target`; LockedError after `patience` seconds.

    Where there is no flock (Windows) nothing is held: the comparison with the file on disk, just
    before it is replaced, remains.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        folder = os.open(target.parent, os.O_RDONLY)
    except OSError as error:
        raise OutputError(
            _("cannot open the folder: {reason}").format(reason=reason_of(error)),
            hint=_("Check the name, and that you may write there."),
            path=target.parent,
        ) from error
    try:
        _wait(folder, target, patience)
        yield
    finally:
        os.close(folder)


def _wait(folder: int, target: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while not _try(folder):
        if time.monotonic() >= end:
            raise LockedError(
                _("another process is writing in this folder"),
                hint=_("Wait until it has finished, then run the command again."),
                path=target,
            )
        time.sleep(_PAUSE)


if sys.platform != "win32":
    import fcntl

    def _try(folder: int) -> bool:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network file systems have no locks: again the comparison remains.
            return True
        return True
