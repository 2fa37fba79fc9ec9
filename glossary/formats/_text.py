"""Text files of other programs: checked as a whole, read line by line.

in      bytes in UTF-8 or UTF-16, with or without a byte order mark
out     the lines with their ends, or the whole text
errors  InputError for a file that is too large; MalformedError with the line for another encoding,
        a NUL, and a line that is too long
Memory beside the file itself is that of a line.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from glossary.errors import InputError, MalformedError
from glossary.formats.contract import Reading
from glossary.interface import _

SIZE_LIMIT = 64 * 1024 * 1024
LINE_LIMIT = 1024 * 1024

_PIECE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def text_lines(data: bytes, reading: Reading) -> Iterator[str]:
    """The lines of a file, each with its end; CR, LF and both end a line."""
    mark, encoding = _encoding(data)
    _check(data, len(mark), encoding, reading)
    stream = io.BytesIO(data)
    stream.seek(len(mark))
    yield from io.TextIOWrapper(stream, encoding, newline="")


def whole_text(data: bytes, reading: Reading, *, limit: int) -> str:
    """The text of a file of at most `limit` bytes."""
    mark, encoding = _encoding(data)
    _check(data, len(mark), encoding, reading, limits=(limit, limit))
    return data[len(mark) :].decode(encoding)


def first_line(head: bytes) -> str:
    """The first line that is not blank of the bytes at a file's beginning, without its end."""
    mark, encoding = _encoding(head)
    text = head[len(mark) :].decode(encoding, "ignore").lstrip("\r\n")
    return text.partition("\n")[0].rstrip("\r")


def _encoding(data: bytes) -> tuple[bytes, str]:
    return next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))


def _check(
    data: bytes,
    start: int,
    encoding: str,
    reading: Reading,
    *,
    limits: tuple[int, int] = (SIZE_LIMIT, LINE_LIMIT),
) -> None:
    """Check the whole file; the limits are those of its bytes and of a line's characters."""
    limit, longest = limits
    if len(data) > limit:
        raise InputError(
            _("the file is larger than {size} MB").format(size=limit >> 20),
            hint=_("Split it into smaller files."),
            path=reading.path,
        )
    decoder = codecs.getincrementaldecoder(encoding)()
    line, length = 1, 0
    for place in range(start, len(data) + 1, _PIECE):
        piece = data[place : place + _PIECE]
        try:
            text = decoder.decode(piece, final=place + _PIECE > len(data))
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(encoding, "replace")
            raise _malformed(
                _("is not UTF-8: byte 0x{byte:02x}").format(byte=error.object[error.start]),
                line + before.count("\n"),
                reading,
            ) from None
        if (nul := text.find("\0")) >= 0:
            message = _("holds a NUL character: it is no text, or a damaged one")
            raise _malformed(message, line + text.count("\n", 0, nul), reading)
        # Programs on a Mac once ended lines in CR alone.
        ends = max(text.rfind("\n"), text.rfind("\r"))
        length = length + len(text) if ends < 0 else len(text) - ends
        if length > longest:
            message = _("has a line of more than {limit:,} characters").format(limit=longest)
            raise _malformed(message, line + text.count("\n"), reading)
        line += text.count("\n")


def _malformed(message: str, line: int, reading: Reading) -> MalformedError:
    return MalformedError(
        message,
        hint=_("Check that it is the right file; save it as UTF-8."),
        path=reading.path,
        line=line,
    )
