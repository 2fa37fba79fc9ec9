"""The zip archives that XLSX and DOCX files are: opened only where they cannot do harm.

in      the bytes of the file
out     a `ZipFile` whose members are few, not large, and without document type declarations
errors  MalformedError where it is no archive of this kind, InputError where it is too large
source  ECMA-376 part 2: a package's parts have no DTD and are not encrypted
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import IO

from glossary.errors import InputError, MalformedError
from glossary.interface import _

MEMBERS = 200
UNPACKED = 200_000_000
RATIO = 100
SIZE_LIMIT = 64 * 1024 * 1024

_UNPACKED_AT_LEAST = 4_000_000  # smaller archives may unpack at any ratio
_OLE = b"\xd0\xcf\x11\xe0"  # a file with a password, or of Office 97–2003
_XML = (".xml", ".rels")


def read_archive(stream: IO[bytes]) -> bytes:
    """The bytes of a file, no more of them than `open_archive` needs to refuse it."""
    return stream.read(SIZE_LIMIT + 1)


def open_archive(data: bytes, path: Path | None = None) -> zipfile.ZipFile:
    """The archive, once its members were counted, sized up and looked into.

    Python reads no more of a member than the size that the archive's directory states.
    """
    if data.startswith(_OLE):
        raise _malformed(
            _("the file has a password or is of an old version of Office"),
            _("Open it and save it as .xlsx or .docx without a password."),
            path,
        )
    if len(data) > SIZE_LIMIT:
        raise _too_large(_("the file is larger than {size} MB").format(size=SIZE_LIMIT >> 20), path)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        _check_members(archive.infolist(), len(data), path)
        for member in archive.infolist():
            if member.filename.lower().endswith(_XML):
                _check_beginning(archive, member, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise damaged(error, path) from error
    except (NotImplementedError, RuntimeError) as error:
        raise _malformed(
            _("the archive is packed in a way that office programs do not use"),
            _("Open it and save it again."),
            path,
        ) from error
    return archive


def open_member(archive: zipfile.ZipFile, name: str, path: Path | None = None) -> IO[bytes]:
    """A member for reading; MalformedError where it is missing."""
    try:
        return archive.open(name)
    except KeyError:
        raise _malformed(
            _("the file lacks its part “{name}”").format(name=name),
            _("Open it in the program that wrote it and save it again."),
            path,
        ) from None


def untimed(saved: bytes) -> bytes:
    """The same archive without the times at which its members were packed."""
    sink = BytesIO()
    with zipfile.ZipFile(BytesIO(saved)) as old, zipfile.ZipFile(sink, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return sink.getvalue()


def damaged(error: Exception, path: Path | None) -> MalformedError:
    """The error for an archive whose bytes are not what they should be."""
    return _malformed(
        _("the file is damaged or no office document: {reason}").format(reason=error),
        _("Get the file again, or open it and save it as .xlsx or .docx."),
        path,
    )


def _check_members(members: list[zipfile.ZipInfo], size: int, path: Path | None) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > MEMBERS:
        raise _too_large(
            _("the archive has {count:,} members; the limit is {limit}").format(
                count=len(members), limit=MEMBERS
            ),
            path,
        )
    if unpacked > UNPACKED:
        raise _too_large(
            _("the file unpacks to {size:,} MB; the limit is {limit}").format(
                size=unpacked // 1_000_000, limit=UNPACKED // 1_000_000
            ),
            path,
        )
    if unpacked > max(RATIO * size, _UNPACKED_AT_LEAST):
        raise _too_large(
            _("the file unpacks to more than {ratio} times its size").format(ratio=RATIO), path
        )
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        raise _malformed(
            _("the archive has two members of one name"), _("No program writes such a file."), path
        )


def _check_beginning(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path | None) -> None:
    with archive.open(member) as part:
        head = part.read(64 * 1024)
    # In UTF-16 there are NUL bytes between the letters.
    if b"<!DOCTYPE" in head.replace(b"\0", b"").upper():
        raise _malformed(
            _("its part “{name}” has a document type declaration").format(name=member.filename),
            _("No office program writes such a file."),
            path,
        )


def _malformed(message: str, hint: str, path: Path | None) -> MalformedError:
    return MalformedError(message, hint=hint, path=path)


def _too_large(message: str, path: Path | None) -> InputError:
    return InputError(message, hint=_("Split it, or save it in a smaller file."), path=path)
