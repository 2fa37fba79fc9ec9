"""The bytes of an XML file on their way to the parser: unpacked, in UTF-8, without an inner DTD.

in      a binary stream in UTF-8 or another common encoding, also with a byte order mark or gzipped
out     `XmlSource`, which gives the document in UTF-8, a piece at a time
errors  InputError for a file that is too large or unpacks to too much, MalformedError for an
        encoding fault and for a document type declaration with declarations in it
"""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from glossary.errors import InputError, MalformedError
from glossary.interface import _

STREAM_LIMIT = 4_000_000_000
"""Bytes of a file that is read piece by piece; a million units of a memory take 0.6 GB."""

RATIO = 100
"""How many times its packed size a file may unpack to; bitext packs to a fifth or a tenth."""

PIECE = 64 * 1024
UNPACKED_AT_LEAST = 1_000_000  # a smaller file may unpack at any ratio

_GZIP = b"\x1f\x8b"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
# Encodings in which ASCII is ASCII: no other can hide a declaration from `_refuse_declarations`.
_PLAIN = re.compile(r"utf-8|ascii|iso8859-\d+|cp125\d|koi8-[ru]|gb\w+|big5|euc_\w+|shift_jis")
_MISC = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"""<!DOCTYPE(?:[^"'\[>]|"[^"]*"|'[^']*')*+""")


def beginning(head: bytes) -> bytes:
    """The first bytes of a document, unpacked and as if in ASCII, to tell what it is."""
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, PIECE)
        except zlib.error:
            return b""
    return head.replace(b"\0", b"")


class XmlSource:
    """A file for the parser: `read` gives the next piece in UTF-8, empty at the end."""

    def __init__(self, stream: IO[bytes], *, path: Path | None = None) -> None:
        self._path = path
        self._pieces = self._checked(_pieces(stream, path))

    def read(self, _size: int = PIECE) -> bytes:
        """The next piece, whatever size is asked for."""
        return next(self._pieces, b"")

    def _checked(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        head = b""
        while len(head) < PIECE and (piece := next(pieces, b"")):
            head += piece
        encoding, skipped = self._encoding(head)
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        line = 1
        text = self._decoded(decoder, head[skipped:], line)
        self._refuse_declarations(text)
        while True:
            yield text.encode("utf-8")
            line += text.count("\n")
            piece = next(pieces, b"")
            text = self._decoded(decoder, piece, line, is_last=not piece)
            if not piece:
                break
        if text:
            yield text.encode("utf-8")

    def _encoding(self, head: bytes) -> tuple[str, int]:
        """The encoding, by the byte order mark or the declaration, and the length of the mark."""
        for mark, encoding in _MARKS:
            if head.startswith(mark):
                return encoding, 0 if mark[:1] in b"<\0" and b"<" in mark else len(mark)
        declared = _DECLARED.match(head[:1000])
        name = declared[1].decode("ascii", "replace") if declared else "utf-8"
        try:
            encoding = codecs.lookup(name).name
        except LookupError:
            encoding = ""
        if not _PLAIN.fullmatch(encoding):
            raise MalformedError(
                _("the encoding “{name}” cannot be read").format(name=name),
                hint=_("Save the file as UTF-8."),
                path=self._path,
                line=1,
            )
        return encoding, 0

    def _decoded(
        self, decoder: codecs.IncrementalDecoder, data: bytes, line: int, *, is_last: bool = False
    ) -> str:
        try:
            return decoder.decode(data, is_last)
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(error.encoding, "replace")
            raise MalformedError(
                _("byte 0x{byte:02x} is not valid {encoding}").format(
                    byte=error.object[error.start], encoding=error.encoding.upper()
                ),
                hint=_("Save the file as UTF-8."),
                path=self._path,
                line=line + before.count("\n"),
            ) from error

    def _refuse_declarations(self, text: str) -> None:
        """Refuse an internal DTD subset, which may declare entities; a name of a DTD may stand."""
        at = 0
        while found := _MISC.match(text, at):
            at = found.end()
        doctype = _DOCTYPE.match(text, at)
        end = doctype.end() if doctype else at
        following = text[end : end + 2]
        if doctype and following[:1] == "[":
            raise MalformedError(
                _("the document type declaration holds declarations of its own"),
                hint=_("Delete what stands between “[” and “]” in <!DOCTYPE …>."),
                path=self._path,
                line=text.count("\n", 0, end) + 1,
            )
        # What is longer than its head must show its first element or the end of its DOCTYPE there.
        is_clear = following[:1] == ">" if doctype else following[1:].strip("!?") != ""
        if not is_clear and len(text) > PIECE // 4:
            raise MalformedError(
                _("the document does not begin within its first {size:,} characters").format(
                    size=len(text)
                ),
                hint=_("Delete the comments and blanks at its beginning."),
                path=self._path,
                line=1,
            )


def _pieces(stream: IO[bytes], path: Path | None) -> Iterator[bytes]:
    """The bytes of the file, unpacked where it is packed, as far as the limit."""
    first = stream.read(PIECE)
    raw = _read(stream, first)
    total = 0
    for piece in _unpacked(raw, path) if first.startswith(_GZIP) else raw:
        total += len(piece)
        if total > STREAM_LIMIT:
            raise InputError(
                _("the file is larger than {limit:,} bytes").format(limit=STREAM_LIMIT),
                hint=_("Split it into smaller files."),
                path=path,
            )
        yield piece


def _read(stream: IO[bytes], first: bytes) -> Iterator[bytes]:
    piece = first
    while piece:
        yield piece
        piece = stream.read(PIECE)


def _unpacked(packed: Iterator[bytes], path: Path | None) -> Iterator[bytes]:
    """What a gzip file holds; it may have several members."""
    inflater, size_in, size_out = zlib.decompressobj(31), 0, 0
    try:
        for piece in packed:
            size_in += len(piece)
            rest = piece
            while rest:
                if inflater.eof:
                    inflater = zlib.decompressobj(31)
                data = inflater.decompress(rest, PIECE)
                rest = inflater.unconsumed_tail or inflater.unused_data
                size_out += len(data)
                if size_out > max(UNPACKED_AT_LEAST, RATIO * size_in):
                    raise _bomb(path)
                if data:
                    yield data
    except zlib.error as error:
        raise MalformedError(
            _("the packed file is damaged: {reason}").format(reason=error),
            hint=_("Get the file again."),
            path=path,
        ) from error
    if not inflater.eof:
        raise MalformedError(
            _("the packed file ends too early"), hint=_("Get the file again."), path=path
        )


def _bomb(path: Path | None) -> InputError:
    return InputError(
        _("the file unpacks to more than {ratio} times its size").format(ratio=RATIO),
        hint=_("Unpack it yourself if you trust it."),
        path=path,
    )
