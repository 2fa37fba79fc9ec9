"""MO files of gettext: what a running program reads of a catalog.

in      the messages of a PO file, its header among them; or the bytes of an MO file
out     bytes, in UTF-8: the header and every message that has a text and that nobody flagged; or
        the messages of such a file
errors  MalformedError where the bytes are no MO file, or a damaged one
source  the GNU gettext manual, “The Format of GNU MO Files”; the same as ``msgfmt --no-hash``
carries segments; comments, flags and references are left out
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

from glossary.errors import MalformedError
from glossary.formats.contract import Format
from glossary.formats.po import Message
from glossary.interface import _

_MAGIC = 0x950412DE
_MAGICS = {_MAGIC.to_bytes(4, "little"): "<", _MAGIC.to_bytes(4, "big"): ">"}
_HEADER_SIZE = 28
_CHARSET = re.compile(r"(?<=charset=)[^\s;]+", re.IGNORECASE)


def render_mo(messages: Iterable[Message]) -> bytes:
    """Give the bytes of the MO file; obsolete, open and fuzzy messages are left out.

    The header stays also where it is fuzzy; its charset becomes UTF-8.
    """
    texts = sorted(_pair(message) for message in messages if _is_usable(message))
    count = len(texts)
    originals, translations = [key for key, _ in texts], [text for _, text in texts]
    tables_end = _HEADER_SIZE + 16 * count
    start = tables_end + sum(len(key) + 1 for key in originals)
    head = struct.pack(
        "<7I", _MAGIC, 0, count, _HEADER_SIZE, _HEADER_SIZE + 8 * count, 0, tables_end
    )
    tables = _table(originals, tables_end) + _table(translations, start)
    return head + tables + b"".join(text + b"\0" for text in (*originals, *translations))


def entry_count(data: bytes) -> int:
    """The number of texts in an MO file that `render_mo` wrote, without the header.

    >>> entry_count(render_mo([Message("law", ("luật",))]))
    1
    """
    count, first_length = struct.unpack_from("<I", data, 8)[0], 0
    if count:
        first_length = struct.unpack_from("<I", data, _HEADER_SIZE)[0]
    return int(count) - (1 if count and not first_length else 0)


def parse_mo(data: bytes, *, path: Path | None = None) -> tuple[Message, ...]:
    """Give the messages of an MO file of either byte order, the header first where it has one.

    >>> parse_mo(render_mo([Message("law", ("luật",))]))[0].msgstr
    ('luật',)
    """
    order = _MAGICS.get(data[:4])
    try:
        if order is None:
            raise ValueError(_("the first bytes are not those of an MO file"))
        if len(data) < _HEADER_SIZE:
            raise ValueError(_("it ends in its header"))
        _revision, count, originals, translations = struct.unpack_from(f"{order}4I", data, 4)
        if 8 * count > len(data):
            raise ValueError(_("it names more texts than it holds"))
        pairs = zip(
            _texts(data, originals, count, order),
            _texts(data, translations, count, order),
            strict=True,
        )
        return tuple(_message(key, text) for key, text in pairs)
    except (struct.error, ValueError) as error:
        raise MalformedError(
            _("the MO file is damaged: {reason}").format(reason=error),
            hint=_("Compile it again from its PO file."),
            path=path,
        ) from None


def _texts(data: bytes, start: int, count: int, order: str) -> Iterator[str]:
    for index in range(count):
        length, offset = struct.unpack_from(f"{order}2I", data, start + 8 * index)
        if offset + length > len(data):
            raise ValueError(_("a text lies beyond its end"))
        yield data[offset : offset + length].decode("utf-8")


def _message(key: str, text: str) -> Message:
    context, mark, name = key.rpartition("\x04")
    singular, _nul, plural = name.partition("\0")
    return Message(
        normalize("NFC", singular),
        tuple(normalize("NFC", text).split("\0")),
        msgctxt=normalize("NFC", context) if mark else None,
        msgid_plural=normalize("NFC", plural) if plural else None,
    )


def _is_usable(message: Message) -> bool:
    is_header = message.msgid == "" and message.msgctxt is None
    return bool(message.msgstr[0] and not message.obsolete and (is_header or not message.fuzzy))


def _pair(message: Message) -> tuple[bytes, bytes]:
    key = message.msgid if message.msgctxt is None else f"{message.msgctxt}\x04{message.msgid}"
    texts = message.msgstr
    if not key:
        texts = tuple(_CHARSET.sub("UTF-8", text) for text in texts)
    if message.msgid_plural is not None:
        key = f"{key}\0{message.msgid_plural}"
    return key.encode("utf-8"), "\0".join(texts).encode("utf-8")


def _table(texts: list[bytes], start: int) -> bytes:
    """Length and offset of each text; the NUL behind it does not count."""
    rows = []
    for text in texts:
        rows.append(struct.pack("<2I", len(text), start))
        start += len(text) + 1
    return b"".join(rows)


FORMATS = (
    Format(
        "mo",
        "MO",
        (".mo", ".gmo"),
        lambda head: head[:4] in _MAGICS,
        lacks=(
            "admitted",
            "deprecated",
            "forbidden",
            "needs_review",
            "approval",
            "part_of_speech",
            "subject_field",
            "usage",
            "definition",
            "target_definition",
            "other_names",
            "abbreviation_of",
            "abbreviated_as",
            "evidence",
            "references",
            "notes",
            "id",
        ),
        leaves_out=lambda concept: not concept.target or concept.needs_review,
        is_native=True,
    ),
)
