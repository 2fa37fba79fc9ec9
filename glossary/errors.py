"""What can go wrong in a way that a user can act on.

::

    GlossaryError           exit 3   the common base: never raised itself
    ├── InputError          exit 3   a file cannot be read, decoded or understood
    │   └── MalformedError  exit 3   ... its content is wrong, at a line and column
    ├── OutputError         exit 3   a file cannot be written; what was there is untouched
    │   ├── LockedError     exit 3   ... because another process is writing it
    │   └── ChangedError    exit 3   ... because it changed on disk since it was read
    ├── WorkerError         exit 3   processes or a cluster that should count cannot do it
    ├── ProjectError        exit 3   no project here, or its settings are wrong
    ├── NotFoundError       exit 1   what was asked for does not exist
    └── RequestError        exit 2   the request contradicts itself

Anything else that is raised is a bug and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from glossary.interface import _, marked

SYSTEM = (
    marked("no such file or directory"),
    marked("permission denied"),
    marked("operation not permitted"),
    marked("is a directory"),
    marked("not a directory"),
    marked("file exists"),
    marked("file name too long"),
    marked("no space left on device"),
    marked("disk quota exceeded"),
    marked("read-only file system"),
    marked("input/output error"),
    marked("address already in use"),
    marked("cannot assign requested address"),
)
"""What systems say most often, in the words of Linux."""


def reason_of(error: OSError) -> str:
    """What the system says is wrong, as the end of a sentence, in the language of the interface."""
    return _((error.strerror or str(error)).lower())


class GlossaryError(Exception):
    """One sentence that names the thing and its value, and the next step.

    `str(error)` reads ``file:line:column: message`` with the parts that are known;
    lines and columns count from 1, columns in characters.
    """

    exit_code: ClassVar[int] = 3

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        path: Path | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = ":".join(
            str(part) for part in (self.path, self.line, self.column) if part is not None
        )
        return f"{place}: {self.message}" if place else self.message


class InputError(GlossaryError):
    """A file or folder is missing, unreadable, too large or in a wrong encoding."""


class MalformedError(InputError):
    """A file's content breaks the rules of its format."""


class OutputError(GlossaryError):
    """A file cannot be written: read-only, full disk. The old content is untouched."""


class LockedError(OutputError):
    """Another process holds the file's lock."""


class ChangedError(OutputError):
    """The file changed on disk between our reading and our writing it."""


class WorkerError(GlossaryError):
    """Processes die again and again, or a cluster cannot be reached or has no workers."""


class ProjectError(GlossaryError):
    """There is no project here, or its settings cannot be used."""


class NotFoundError(GlossaryError):
    """A term, language or article that was asked for does not exist."""

    exit_code = 1


class RequestError(GlossaryError):
    """The request itself is wrong, whatever the files say."""

    exit_code = 2


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the system says while the file at `path` is opened or read into InputError."""
    try:
        yield
    except OSError as error:
        raise InputError(
            _("cannot read the file: {reason}").format(reason=reason_of(error)),
            hint=_("Check the name, and that you may read it."),
            path=path,
        ) from error
