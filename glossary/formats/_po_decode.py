"""From the bytes of a PO file to its text: what is no PO at all is told apart here.

in      the bytes as they stand on disk
out     `Decoded`: the text without byte order mark, and what is needed to write it back
errors  MalformedError with line and column for every encoding fault
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import InputError, MalformedError
from glossary.interface import _

SIZE_LIMIT = 64 * 1024 * 1024
LINE_LIMIT = 1024 * 1024

_MO_MAGIC = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")
_CHARSET = re.compile(
    rb'^[ \t]*(?:msgstr[ \t]*)?"(?:[^\n"]*\\n)?Content-Type:[^\n"]*?charset=([^ \t\r\n\\"]+)',
    re.MULTILINE | re.IGNORECASE,
)
_PLACEHOLDER = "CHARSET"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a PO file; `charset` and `bom` are what its bytes were."""

    text: str
    charset: str
    bom: bool


def decode(data: bytes, *, path: Path | None = None) -> Decoded:
    """Decode by the charset that the header names; UTF-8 where it names none."""
    _refuse_foreign(data, path)
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    _refuse_oversize(body, path)
    named = _named_charset(body, path)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        if bom or _is_unicode(named):
            raise _undecodable(body, error, "UTF-8", path) from None
    else:
        if not _is_unicode(named) and not text.isascii() and not bom:
            raise _mislabelled(body, text, named, path)
        return Decoded(text, "utf-8" if not text.isascii() or bom else _ascii_charset(named), bom)
    try:
        return Decoded(body.decode(named), named, bom)
    except UnicodeDecodeError as error:
        raise _undecodable(body, error, named, path) from None


def _ascii_charset(named: str) -> str:
    """A file of plain ASCII keeps the charset it names, so that edits are written in it."""
    return "utf-8" if _is_unicode(named) else named


def _is_unicode(charset: str) -> bool:
    return codecs.lookup(charset).name in {"utf-8", "ascii"}


def _named_charset(body: bytes, path: Path | None) -> str:
    found = _CHARSET.search(body)
    name = found[1].decode("ascii", "replace") if found else _PLACEHOLDER
    if name == _PLACEHOLDER:
        return "utf-8"
    try:
        fits = b"msgid".decode(name) == "msgid"
    except (LookupError, UnicodeError):
        fits = False
    if not fits or codecs.lookup(name).name == "utf-7":
        assert found is not None
        raise MalformedError(
            _("the header names the charset {name!r}, which a PO file cannot have").format(
                name=name
            ),
            hint=_("Write “charset=UTF-8” into the header and save the file as UTF-8."),
            path=path,
            line=body.count(b"\n", 0, found.start(1)) + 1,
        )
    return name


def _refuse_foreign(data: bytes, path: Path | None) -> None:
    if data.startswith(_MO_MAGIC):
        raise MalformedError(
            _("this is a compiled MO file, not a PO file"),
            hint=_("Name the PO file that it was made from, or run “msgunfmt” on it."),
            path=path,
        )
    zeros = data.find(b"\0")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or 0 <= zeros < 2:
        raise MalformedError(
            _("the file is in UTF-16; a PO file must be in UTF-8"),
            hint=_("Save it as UTF-8 in your editor."),
            path=path,
            line=1,
            column=1,
        )
    if zeros >= 0:
        raise MalformedError(
            _("the file contains a NUL byte"),
            hint=_("It was damaged or is no text file: restore it from a copy."),
            path=path,
            line=data.count(b"\n", 0, zeros) + 1,
            column=zeros - data.rfind(b"\n", 0, zeros),
        )


def _refuse_oversize(body: bytes, path: Path | None) -> None:
    if len(body) > SIZE_LIMIT:
        raise oversize(len(body), path)
    if len(body) <= LINE_LIMIT:
        return
    for number, line in enumerate(body.split(b"\n"), start=1):
        if len(line) > LINE_LIMIT:
            raise MalformedError(
                _("the line is {count:,} bytes long; the limit is {line_limit:,}").format(
                    count=len(line), line_limit=LINE_LIMIT
                ),
                hint=_("Break the string into lines, as “msgcat” does."),
                path=path,
                line=number,
            )


def oversize(size: int, path: Path | None) -> InputError:
    """The error for a file above the limit of 64 MB."""
    return InputError(
        _("the file has {size:,} bytes; the limit is {size_limit:,}").format(
            size=size, size_limit=SIZE_LIMIT
        ),
        hint=_("Split the catalog; a glossary of this size is no longer one."),
        path=path,
    )


def _undecodable(
    body: bytes, error: UnicodeDecodeError, charset: str, path: Path | None
) -> MalformedError:
    start = body.rfind(b"\n", 0, error.start) + 1
    before = body[start : error.start].decode(charset, "replace")
    return MalformedError(
        _("byte 0x{byte:02X} is not valid in {charset}").format(
            byte=body[error.start], charset=charset
        ),
        hint=_("Save the file as UTF-8, or name the charset it really has in its header."),
        path=path,
        line=body.count(b"\n", 0, start) + 1,
        column=len(before) + 1,
    )


def _mislabelled(body: bytes, text: str, named: str, path: Path | None) -> MalformedError:
    first = next(index for index, character in enumerate(text) if not character.isascii())
    return MalformedError(
        _("the header says {named}, but the text is UTF-8").format(named=named),
        hint=_("Write “charset=UTF-8” into the header."),
        path=path,
        line=text.count("\n", 0, first) + 1,
        column=first - text.rfind("\n", 0, first),
    )
