"""PO and POT files of gettext: read strictly, written back surgically.

in      bytes, or a path
out     `Document`: the header and the messages, each of which keeps the bytes of its block
errors  MalformedError (file:line:column: reason, next step) before anything is read wrongly
carries entries and segments alike: a `Message` does not know which it is

What did not change keeps its bytes, whatever tool wrote it: line ends, byte order mark, charset,
wrapping, order of comments, escapes. What changed is written as msgcat would, at the width of the
rest of the file. `Document.to_bytes` of an untouched document is what was read.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from unicodedata import is_normalized, normalize

from glossary.errors import OutputError, reading
from glossary.formats import _po_faults as faults
from glossary.formats._po_decode import SIZE_LIMIT, decode, oversize
from glossary.formats._po_layout import own_width, rewrite
from glossary.formats._po_message import Message
from glossary.formats._po_read import read_messages, read_strings
from glossary.formats._po_render import render
from glossary.formats._po_scan import scan, take_apart
from glossary.formats.contract import Format
from glossary.interface import _

__all__ = [
    "Block",
    "Document",
    "Key",
    "Message",
    "new_document",
    "parse_po",
    "read_bytes",
    "read_po",
]

#: msgid and msgctxt; None where there is no msgctxt.
Key = tuple[str, str | None]

_HEADER: Key = ("", None)


@dataclass(slots=True, eq=False)
class _Stored:
    """A message and the lines that say it: blank lines in `gap`, the rest in `text`.

    `gap` is a blank line for messages that were added.
    """

    message: Message
    gap: str
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Block:
    """The lines that say one message, as they stand in the file; `line` is the first, from 1."""

    message: Message
    line: int
    text: str


class Document:
    r"""A PO file in memory: a header and messages in the order of the file.

    >>> document = parse_po(b'msgid "pension"\nmsgstr ""\n')
    >>> pension = document.get("pension")
    >>> from dataclasses import replace
    >>> document.put(replace(pension, msgstr=("lương hưu",)))
    >>> document.to_bytes().decode()
    'msgid "pension"\nmsgstr "lương hưu"\n'
    """

    def __init__(self, data: bytes, *, path: Path | None = None) -> None:
        decoded = decode(data, path=path)
        self._data, self._path = data, path
        self._source = text = decoded.text
        self._charset, self._bom = decoded.charset, decoded.bom
        crlf = text.count("\r\n")
        self._newline = "\r\n" if crlf and crlf == text.count("\n") else "\n"
        self._width: int | None = None
        self._changed = False
        # Used as ordered sets: what was read, what was added, and the way to both by key.
        self._blocks: dict[_Stored, None] = {}
        self._added: dict[_Stored, None] = {}
        self._index: dict[Key, _Stored] = {}
        found = scan(text, path=path)
        self._tail = text[found.end :]
        self._behind_header = 0
        self._has_domains = found.has_domains
        named: dict[tuple[str, Key], _Stored] = {}
        messages = read_messages(text, found.blocks, charset=decoded.charset)
        for block, message in zip(found.blocks, messages, strict=True):
            stored = _Stored(
                message,
                text[block.start : block.first],
                text[block.first : block.end],
                block.body,
            )
            self._blocks[stored] = None
            if message.key == _HEADER:
                self._behind_header = block.end
            self._index.setdefault(message.key, stored)
            earlier = named.setdefault((block.domain, message.key), stored)
            if earlier is not stored:
                self._check_second(earlier, stored, path)

    def _check_second(self, first: _Stored, second: _Stored, path: Path | None) -> None:
        """Refuse a duplicate; one in another normal form stays, but is not found.

        So does one in another domain.
        """
        if not self._differ_in_form(first, second):
            name = second.message.msgid or 'msgid ""'
            raise faults.duplicate(self._source, second.offset, first.offset, name, path)

    def _differ_in_form(self, first: _Stored, second: _Stored) -> bool:
        """Whether gettext, which compares bytes, tells two messages with one key apart."""
        names = [
            [
                read_strings(statement.strings, charset=self._charset)
                for statement in take_apart(stored.text).statements
                if statement.keyword in {"msgctxt", "msgid"}
            ]
            for stored in (first, second)
        ]
        return names[0] != names[1]

    @property
    def changed(self) -> bool:
        """Whether `to_bytes` gives anything else than what was read."""
        return self._changed

    @property
    def header(self) -> Message | None:
        """The message with the empty msgid, None where a file has none."""
        return self.get("")

    @property
    def messages(self) -> tuple[Message, ...]:
        """Every message in the order of the file, without the header."""
        return tuple(stored.message for stored in self._ordered() if stored.message.key != _HEADER)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every message, the header included, with its lines, in the order of the file."""
        line, found = 1, []
        for stored in self._ordered():
            line += stored.gap.count("\n")
            found.append(Block(stored.message, line, stored.text))
            line += stored.text.count("\n")
        return tuple(found)

    @property
    def width(self) -> int:
        """The columns at which this file wraps its strings; 0: it does not.

        The header does not count: Poedit and Weblate leave its long lines whole.
        """
        if self._width is None:
            self._width = own_width(self._source[self._behind_header :])
        return self._width

    def get(self, msgid: str, msgctxt: str | None = None) -> Message | None:
        """The message with this msgid and msgctxt."""
        stored = self._index.get((msgid, msgctxt))
        return stored.message if stored else None

    def line(self, msgid: str, msgctxt: str | None = None) -> int | None:
        """The line on which the message's statements began when the file was read."""
        stored = self._index.get((msgid, msgctxt))
        if stored is None or stored.offset < 0:
            return None
        return self._source.count("\n", 0, stored.offset) + 1

    def put(self, message: Message) -> None:
        """Add a message behind the last that is not obsolete, or change the one with its key."""
        self.replace(message.key, message)

    def replace(self, key: Key, message: Message) -> None:
        """Change the message under `key`; its place stays, its own key may be a new one."""
        if message.key != key and message.key in self._index:
            raise ValueError(f"there is a message {message.key} already")
        stored = self._index.get(key)
        if stored is None:
            text = self._native(render(message, width=self.width))
            stored = _Stored(message, self._newline, text, -1)
            self._added[stored] = None
            self._index[message.key] = stored
        elif stored.message == message:
            return
        else:
            self._rewrite(stored, message)
            self._index[message.key] = self._index.pop(key)
        self._changed = True

    def compose(self, key: Key) -> None:
        """Write the lines of a message in NFC; what they say was read in NFC anyway."""
        stored = self._index.get(key)
        if stored and not is_normalized("NFC", stored.text):
            stored.text = normalize("NFC", stored.text)
            self._changed = True

    def remove(self, msgid: str, msgctxt: str | None = None) -> None:
        """Remove a message with its comments; nothing happens where there is none."""
        stored = self._index.pop((msgid, msgctxt), None)
        if stored:
            self._blocks.pop(stored, None)
            self._added.pop(stored, None)
            self._changed = True

    def arrange(self, keys: Iterable[Key]) -> None:
        """Put the messages into this order; those not named follow, in the order they had.

        A document that is already in this order, or that has domains, is left as it is.
        """
        rank = {key: index for index, key in enumerate(keys)}
        rank[_HEADER] = -1
        ordered = self._ordered()
        arranged = sorted(ordered, key=lambda one: rank.get(one.message.key, len(rank)))
        if self._has_domains or all(a is b for a, b in zip(ordered, arranged, strict=True)):
            return
        for stored in arranged:
            stored.gap = stored.gap or self._newline
            stored.text = self._ended(stored.text)
        arranged[0].gap = ""
        self._blocks = dict.fromkeys(arranged)
        self._added = {}
        self._changed = True

    def to_bytes(self) -> bytes:
        """The file as it is to be written; OutputError where its charset lacks a character."""
        if not self._changed:
            return self._data
        parts: list[str] = []
        ended = True
        for stored in self._ordered():
            if not ended and stored.offset < 0:
                parts.append(self._newline)
            parts.extend((stored.gap, stored.text))
            ended = stored.text.endswith("\n")
        parts.append(self._tail)
        text = "".join(parts)
        try:
            data = text.encode(self._charset)
        except UnicodeEncodeError as error:
            raise OutputError(
                _("{character!r} cannot be written in {charset}").format(
                    character=error.object[error.start], charset=self._charset
                ),
                hint=_("Convert the file first: msgconv -t UTF-8."),
                path=self._path,
            ) from None
        return codecs.BOM_UTF8 + data if self._bom else data

    def _ordered(self) -> list[_Stored]:
        blocks = list(self._blocks)
        if not self._added:
            return blocks
        last = len(blocks)
        while last and blocks[last - 1].message.obsolete:
            last -= 1
        added = list(self._added)
        if not last and blocks:
            added[0].gap, blocks[0].gap = "", blocks[0].gap or self._newline
        elif not blocks:
            added[0].gap = ""
        live = [stored for stored in added if not stored.message.obsolete]
        obsolete = [stored for stored in added if stored.message.obsolete]
        return [*blocks[:last], *live, *blocks[last:], *obsolete]

    def _native(self, text: str) -> str:
        return text.replace("\n", self._newline) if self._newline != "\n" else text

    def _ended(self, text: str) -> str:
        return text if text.endswith("\n") else text + self._newline

    def _rewrite(self, stored: _Stored, message: Message) -> None:
        text = stored.text.replace("\r\n", "\n") if self._newline != "\n" else stored.text
        written = rewrite(text, stored.message, message, width=self.width)
        stored.text = self._native(written)
        stored.message = message


def parse_po(data: bytes, *, path: Path | None = None) -> Document:
    """Read the bytes of a PO or POT file; `path` is only named in errors."""
    return Document(data, path=path)


def read_po(path: Path) -> Document:
    """Read a PO or POT file; InputError where it cannot be read, MalformedError for its faults."""
    return parse_po(read_bytes(path), path=path)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is no larger than 64 MB; InputError otherwise."""
    with reading(path):
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise oversize(size, path)
        return path.read_bytes()


def new_document(header: Message) -> Document:
    r"""A document with nothing but a header, in UTF-8, lines ending in ``\n``, width 79."""
    return Document(render(header).encode("utf-8"))


FORMATS = (
    Format(
        "po",
        "PO",
        (".po",),
        lambda head: b"msgid " in head,
        is_native=True,
    ),
    Format(
        "pot",
        "POT",
        (".pot",),
        lambda head: b"msgid " in head,
        lacks=(
            "target",
            "admitted",
            "deprecated",
            "forbidden",
            "needs_review",
            "approval",
            "target_definition",
            "notes",
            "id",
        ),
        is_native=True,
    ),
)
