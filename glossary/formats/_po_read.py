"""From the blocks of a scan to messages.

polib reads the statements of every block that has the shape it reads rightly: one string a line,
plain escapes, no previous lines, plural indexes of one digit. The others are read here, because
polib 1.2 loses or changes them: hex and octal escapes, ``#~|``, two strings on a line,
``msgid"a"`` without a blank, ``msgstr[10]``, line separators of Unicode inside a string; and
strings of thousands of lines, for which it is quadratic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from glossary.formats._po_grammar import STRING, Block, Statement
from glossary.formats._po_message import Message, read_comments

if TYPE_CHECKING:
    from glossary.formats._po_polib import Fields

_STRING = re.compile(STRING)
_ESCAPE = re.compile(r'((?:\\x[0-9A-Fa-f]++|\\[0-7]{1,3}+)++)|\\([abfnrtv\\"\n])')
_BYTE = re.compile(r"\\x([0-9A-Fa-f]+)|\\([0-7]{1,3})")
_CONTROL = dict(zip('abfnrtv\\"', '\a\b\f\n\r\t\v\\"', strict=True)) | {"\n": ""}


def read_messages(text: str, blocks: Iterable[Block], *, charset: str) -> list[Message]:
    """Give the message of each block, in order; all text in NFC."""
    # polib costs more to import than a look-up takes; a module that only names PO files is spared.
    from glossary.formats._po_polib import read_statements

    composed = is_normalized("NFC", text)
    listed = list(blocks)
    parsed = read_statements("".join(text[one.body : one.end] for one in listed if one.plain))
    messages = []
    for block in listed:
        fields = next(parsed) if block.plain else _read_fields(block.statements, charset)
        message = _message(text, block, fields, charset)
        messages.append(message if block.plain and composed else _compose(message))
    return messages


def _read_fields(statements: Iterable[Statement], charset: str) -> Fields:
    msgctxt: str | None = None
    plural: str | None = None
    msgid, msgstr = "", []
    for statement in statements:
        value = read_strings(statement.strings, charset=charset)
        if statement.keyword == "msgctxt":
            msgctxt = value
        elif statement.keyword == "msgid":
            msgid = value
        elif statement.keyword == "msgid_plural":
            plural = value
        else:
            msgstr.append(value)
    return msgctxt, msgid, plural, tuple(msgstr)


def read_strings(quoted: str, *, charset: str) -> str:
    r"""Join quoted strings and resolve their escapes.

    Hex and octal escapes are bytes in the file's charset; bytes that are no text in it stay
    written as escapes.

    >>> read_strings(r'"\x41" "\303\240\n"', charset="utf-8")
    'Aà\n'
    """

    def resolve(match: re.Match[str]) -> str:
        if match[2]:
            return _CONTROL[match[2]]
        data = bytes(
            (int(digits, 16) if digits else int(octal, 8)) % 256
            for digits, octal in _BYTE.findall(match[1])
        )
        return data.decode(charset, "backslashreplace")

    text = "".join(string[1:-1] for string in _STRING.findall(quoted))
    return _ESCAPE.sub(resolve, text) if "\\" in text else text


def _message(text: str, block: Block, fields: Fields, charset: str) -> Message:
    msgctxt, msgid, plural, msgstr = fields
    comments = read_comments(text[block.first : block.body])
    previous = tuple(
        (statement.keyword, read_strings(statement.strings, charset=charset))
        for statement in block.previous
    )
    return Message(
        msgid=msgid,
        msgstr=msgstr,
        msgctxt=msgctxt,
        msgid_plural=plural,
        translator=tuple(comments.translator),
        extracted=tuple(comments.extracted),
        references=tuple(comments.references),
        flags=tuple(comments.flags),
        sticky=tuple(comments.sticky),
        previous=previous,
        obsolete=block.obsolete,
    )


def _compose(message: Message) -> Message:
    """Bring every text of a message to NFC."""

    def nfc(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(normalize("NFC", text) for text in texts)

    return Message(
        msgid=normalize("NFC", message.msgid),
        msgstr=nfc(message.msgstr),
        msgctxt=None if message.msgctxt is None else normalize("NFC", message.msgctxt),
        msgid_plural=message.msgid_plural and normalize("NFC", message.msgid_plural),
        translator=nfc(message.translator),
        extracted=nfc(message.extracted),
        references=nfc(message.references),
        flags=message.flags,
        sticky=message.sticky,
        previous=tuple((keyword, normalize("NFC", text)) for keyword, text in message.previous),
        obsolete=message.obsolete,
    )
