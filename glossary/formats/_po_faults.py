"""What is wrong with a PO file, in words: each function builds the error for one fault.

in      the text and the offset of the fault
out     MalformedError with line and column (in characters, from 1) and the next step
"""

from __future__ import annotations

import re
from pathlib import Path

from glossary.errors import MalformedError
from glossary.interface import _

_CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)(?: [^\n]*)?\r?(?:\n|\Z)")
_WORD = re.compile(r"[^\s\"]+")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr|domain)(?![A-Za-z0-9_$])")
_INDEX = re.compile(r"[ \t]*\[[ \t]*[0-9]+[ \t]*\]")
_STRING_HEAD = re.compile(r'"[^"\\\n]*+(?:\\(?:.|\n)[^"\\\n]*+)*+')
_STRING = re.compile(rf'[ \t\r\f\v\n]*+{_STRING_HEAD.pattern}"')


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def fault(text: str, offset: int, path: Path | None, reason: str, *, hint: str) -> MalformedError:
    """A MalformedError at `offset`."""
    line, column = place(text, offset)
    return MalformedError(reason, hint=hint, path=path, line=line, column=column)


def unreadable(text: str, offset: int, state: str, path: Path | None) -> MalformedError:
    """The error for text that is neither keyword, string nor comment."""
    conflict = _CONFLICT.match(text, offset)
    if conflict and text[offset - 1 : offset] in {"", "\n"}:
        return fault(
            text,
            offset,
            path,
            _("a merge conflict was left in the file ({conflict})").format(conflict=conflict[1]),
            hint=_("Keep one of the two versions and delete the marker lines."),
        )
    keyword = _KEYWORD.match(text, offset)
    if keyword:
        return _after_keyword(text, keyword, path)
    if text[offset] == '"':
        return _string(text, offset, path)
    word = _WORD.match(text, offset)
    shown = _shorten(word[0] if word else text[offset])
    return fault(
        text,
        offset,
        path,
        _("{shown!r} is neither a keyword, a quoted string nor a comment").format(shown=shown),
        hint=_("Put text in quotes after msgid or msgstr; begin a comment with “# ”."),
    )


def _after_keyword(text: str, keyword: re.Match[str], path: Path | None) -> MalformedError:
    offset = keyword.end()
    index = _INDEX.match(text, offset)
    if index:
        offset = index.end()
    while found := _STRING.match(text, offset):
        offset = found.end()
    rest = re.compile(r"[ \t\r\f\v\n]*").match(text, offset)
    offset = rest.end() if rest else offset
    if offset == len(text):
        return truncated(text, keyword[1], path)
    if text[offset] == '"':
        return _string(text, offset, path)
    return fault(
        text,
        offset,
        path,
        _("the text after {keyword} is not in quotes").format(keyword=keyword[1]),
        hint=_('Write it as {keyword} "…".').format(keyword=keyword[1]),
    )


def _string(text: str, offset: int, path: Path | None) -> MalformedError:
    """A string that is not closed, or one that continues nothing."""
    head = _STRING_HEAD.match(text, offset)
    assert head is not None
    if text.startswith('"', head.end()):
        return stray_string(text, offset, path)
    if not text[head.end() :].strip("\\"):
        return fault(
            text,
            offset,
            path,
            _("the file ends inside a string"),
            hint=_("It was cut off: restore it from a copy or from version control."),
        )
    return fault(
        text,
        offset,
        path,
        _("the string is not closed before the end of the line"),
        hint=_('Add the missing quote ("); a quote inside the text is written \\".'),
    )


def stray_string(text: str, offset: int, path: Path | None) -> MalformedError:
    """The error for a string that follows no keyword."""
    return fault(
        text,
        offset,
        path,
        _("this string belongs to no msgid or msgstr"),
        hint=_('A quote inside the text is written \\"; #~ must stand on all lines of an entry.'),
    )


def truncated(text: str, state: str, path: Path | None) -> MalformedError:
    """The error for a file that ends inside a message."""
    missing = {
        "msgctxt": "its msgid",
        "msgid": "its msgstr",
        "msgid_plural": "its msgstr[0]",
        "msgstr": "the text of its msgstr",
    }.get(state, "its msgid")
    return fault(
        text,
        len(text.rstrip()),
        path,
        _("the file ends before an entry is complete: {missing} is missing").format(
            missing=missing
        ),
        hint=_("It was cut off: restore it from a copy or from version control."),
    )


def comment_inside(text: str, offset: int, path: Path | None) -> MalformedError:
    """The error for a comment between the lines of one message."""
    return fault(
        text,
        offset,
        path,
        _("a comment stands inside an entry"),
        hint=_("Move it above the entry's msgctxt or msgid; an entry needs msgid and msgstr."),
    )


def out_of_order(
    text: str, offset: int, keyword: str, state: str, path: Path | None
) -> MalformedError:
    """The error for a keyword that may not follow the one before it."""
    before = f"follows {state}" if state else "begins an entry"
    return fault(
        text,
        offset,
        path,
        f"{keyword} {before}",
        hint=_("The order is msgctxt (optional), msgid, msgid_plural (optional), msgstr."),
    )


def mixed_obsolete(text: str, offset: int, path: Path | None) -> MalformedError:
    """The error for an entry of which only some lines are obsolete."""
    return fault(
        text,
        offset,
        path,
        _("only some lines of this entry are obsolete (#~)"),
        hint=_("Write #~ before all of its lines, or before none."),
    )


def unknown_escape(text: str, offset: int, path: Path | None) -> MalformedError:
    """The error for a backslash with a letter that means nothing."""
    return fault(
        text,
        offset,
        path,
        _("{text} is no escape sequence").format(text=text[offset : offset + 2]),
        hint=_("A backslash in the text is written \\\\."),
    )


def plural_without_index(text: str, offset: int, path: Path | None) -> MalformedError:
    """The error for msgstr where msgstr[0] is needed."""
    return fault(
        text,
        offset,
        path,
        _("an entry with msgid_plural needs msgstr[0]"),
        hint=_("Write msgstr[0], and msgstr[1] … if the language has more forms."),
    )


def index_without_plural(text: str, offset: int, index: int, path: Path | None) -> MalformedError:
    """The error for msgstr[n] in an entry without msgid_plural."""
    return fault(
        text,
        offset,
        path,
        _("msgstr[{index}] stands in an entry without msgid_plural").format(index=index),
        hint=_("Write msgstr, or add the msgid_plural."),
    )


def wrong_index(
    text: str, offset: int, index: int, expected: int, path: Path | None
) -> MalformedError:
    """The error for plural forms that do not count up from 0."""
    return fault(
        text,
        offset,
        path,
        _("msgstr[{index}] stands where msgstr[{expected}] is due").format(
            index=index, expected=expected
        ),
        hint=_("Number the plural forms 0, 1, 2 … in this order."),
    )


def duplicate(text: str, offset: int, first: int, name: str, path: Path | None) -> MalformedError:
    """The error for two entries with one msgid and msgctxt; both lines are named."""
    return fault(
        text,
        offset,
        path,
        _("“{text}” is defined twice, first in line {line}").format(
            text=_shorten(name), line=place(text, first)[0]
        ),
        hint=_("Delete one of the two, or tell them apart by a msgctxt."),
    )


def _shorten(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
