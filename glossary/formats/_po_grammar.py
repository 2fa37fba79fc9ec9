"""The grammar of PO files as patterns, and what a scan by them gives.

source  gettext 0.21: po-lex.c for the patterns, po-gram-gen.y for their order
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BLANK = r"[ \t\r\f\v\n]*+"
_INLINE = r"[ \t\r\f\v]*+"
#: A backslash at the end of a line joins the next line to it, for gettext inside strings too.
STRING = r'"[^"\\\n]*+(?:\\(?:.|\n)[^"\\\n]*+)*+"'
_KEYWORD = r"(msgctxt|msgid_plural|msgid|msgstr|domain)(?![A-Za-z0-9_$])"
COMMENTS = re.compile(rf"(?:{_BLANK}#(?![~|])[^\n]*+)+")
SPACE = re.compile(_BLANK)
LINE_END = re.compile(r"[ \t\r\f\v]*+\n")
GAP = re.compile(r"(?:[ \t\r\f\v]*+\n)*")
BAD_ESCAPE = re.compile(
    r'(?<!\\)(?:\\\\)*+(\\(?:x(?![0-9A-Fa-f])|[^abfnrtv\\"0-7x\n]))',
)
STATEMENT = re.compile(
    rf"{_KEYWORD}(?:{_BLANK}\[{_BLANK}([0-9]++){_BLANK}\])?((?:{_BLANK}{STRING})++)"
)
MARKED = re.compile(
    rf"{_KEYWORD}(?:{_INLINE}\[{_INLINE}([0-9]++){_INLINE}\])?((?:{_INLINE}{STRING})*+)"
)
MARK = re.compile(r"#~\||#~|#\|")
MARKED_STRINGS = re.compile(rf"(?:{_INLINE}{STRING})++")
MARKED_COMMENT = re.compile(r"#(?![~|])[^\n]*+")
INLINE_SPACE = re.compile(_INLINE)

#: What `str.splitlines` takes for a line end would cut a string for polib.
_SAFE = r'"(?:[^"\\\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\\[ntrvbf\\"])*+"'


def _plain(mark: str) -> re.Pattern[str]:
    """The statements of a message as gettext writes them, each line behind `mark`.

    Strings of more lines than a paragraph has are left to the slower way.
    """
    strings = rf"{_SAFE}(?:\n{mark}{_SAFE}){{0,200}}+\n"
    return re.compile(
        rf"(?:{mark}msgctxt {strings})?{mark}msgid {strings}"
        rf"(?:{mark}msgstr {strings}|{mark}msgid_plural {strings}(?:{mark}msgstr\[0\] {strings}"
        rf"(?:{mark}msgstr\[1\] {strings})?))"
        rf'(?!{_BLANK}(?:#~{_BLANK})*+(?:"|msgstr))'
    )


PLAIN = _plain("")
PLAIN_OBSOLETE = _plain("#~ ")

#: Which keyword may follow which; "" stands for the border between two messages.
FOLLOWS = {
    "": {"msgctxt", "msgid", "domain"},
    "msgctxt": {"msgid"},
    "msgid": {"msgid_plural", "msgstr"},
    "msgid_plural": {"msgstr"},
}
PREVIOUS_FOLLOWS = {
    "": {"msgctxt", "msgid"},
    "msgctxt": {"msgid"},
    "msgid": {"msgid_plural"},
    "msgid_plural": set(),
}


@dataclass(slots=True)
class Statement:
    """A keyword with its strings, still quoted and escaped; `index` is that of ``msgstr[1]``.

    `parts` grows by one for each marked line: adding to a text would be quadratic.
    """

    keyword: str
    index: int | None
    offset: int
    parts: list[str]

    @property
    def strings(self) -> str:
        """All the strings, in one text."""
        return "".join(self.parts)


@dataclass(slots=True)
class Block:
    """A message's place in the text: from `start` (blank lines first) to `end`.

    `first` is where its comments begin, `body` where its statements do, `end` is behind its
    line end. `previous` holds the statements of its ``#|`` lines. A `plain` block has the form
    that gettext gives it; its statements were not taken apart.
    """

    start: int
    first: int
    body: int = -1
    end: int = -1
    obsolete: bool = False
    domain: str = ""
    plain: bool = False
    previous: list[Statement] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class Scan:
    """What a scan found; the text behind `end` belongs to no message."""

    blocks: list[Block]
    end: int
    has_domains: bool
