"""One message of a PO file as a value, and its comment lines taken apart.

The kinds of comment are gettext's: ``# `` translator, ``#.`` extracted, ``#:`` references,
``#,`` flags (``#=`` the sticky ones of gettext 1.0), ``#|`` previous.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: gettext puts file names with blanks between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
_REFERENCE = re.compile("\u2068([^\u2069\n]*)\u2069((?::[0-9]+)?)|(\\S+)")


@dataclass(frozen=True, slots=True)
class Message:
    """What a PO entry says; all text in NFC, escapes resolved.

    `msgstr` has one text, or one for each plural form. `translator` and `extracted` are comment
    lines without their mark and one blank after it. `previous` pairs a keyword (``msgid``) with
    its text. Two messages are equal when they say the same, however their lines are laid out.
    """

    msgid: str
    msgstr: tuple[str, ...] = ("",)
    msgctxt: str | None = None
    msgid_plural: str | None = None
    translator: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    sticky: tuple[str, ...] = ()
    previous: tuple[tuple[str, str], ...] = ()
    obsolete: bool = False

    @property
    def key(self) -> tuple[str, str | None]:
        """What tells messages apart; no msgctxt (None) differs from an empty one."""
        return self.msgid, self.msgctxt

    @property
    def fuzzy(self) -> bool:
        """Whether the message carries the flag that says: somebody must look."""
        return "fuzzy" in self.flags


@dataclass(slots=True)
class Comments:
    """The comment lines of one message by kind; `other` are lines that are no comments."""

    translator: list[str]
    extracted: list[str]
    references: list[str]
    flags: list[str]
    sticky: list[str]
    other: list[str]


def read_comments(text: str) -> Comments:
    """Take the text between two messages apart; ``#|`` and ``#~`` lines are left out."""
    comments = Comments([], [], [], [], [], [])
    for line in text.split("\n"):
        line = line.strip(" \t\r\f\v")
        if line.startswith("#~"):
            line = line[2:].lstrip(" \t\r\f\v")
            line = line if line.startswith("#") else ""
        mark = line[:2]
        if mark == "#|" or not line:
            continue
        if mark == "#.":
            comments.extracted.append(_body(line, 2))
        elif mark == "#:":
            comments.references.extend(_references(line[2:]))
        elif mark in {"#,", "#!"}:
            comments.flags.extend(_flags(line[2:]))
        elif mark == "#=":
            comments.sticky.extend(_flags(line[2:]))
        elif line[0] == "#":
            comments.translator.append(_body(line, 1))
        else:
            comments.other.append(line)
    return comments


def _body(line: str, mark: int) -> str:
    return line[mark + 1 :] if line[mark : mark + 1] == " " else line[mark:]


def _flags(text: str) -> list[str]:
    return [flag for part in text.split(",") if (flag := part.strip())]


def _references(text: str) -> list[str]:
    if "\u2068" not in text:
        return text.split()
    return [plain or named + number for named, number, plain in _REFERENCE.findall(text)]
