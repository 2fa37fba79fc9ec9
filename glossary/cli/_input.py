"""What a command reads: a file, or standard input where the name is “-”."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from glossary.errors import MalformedError, reading
from glossary.interface import _

__all__ = ["STREAM", "opened", "path_of", "read", "text"]

STREAM = "-"


def opened(name: str) -> BinaryIO:
    """The content, from its beginning; InputError where the file cannot be read."""
    if name == STREAM:
        return BytesIO(sys.stdin.buffer.read())
    with reading(Path(name)):
        return Path(name).open("rb")


def read(name: str) -> bytes:
    """The whole content; InputError where the file cannot be read."""
    with opened(name) as stream, reading(Path(name)):
        return stream.read()


def text() -> str:
    """The text of standard input, which must be UTF-8."""
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MalformedError(_("is not UTF-8"), path=path_of(STREAM), line=line) from None


def path_of(name: str) -> Path:
    """What errors call it: the file's path, or “standard input”."""
    return Path(_("standard input") if name == STREAM else name)
