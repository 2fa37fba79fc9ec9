"""Cut the text of a PO file into messages, as strictly as gettext, before anything reads it.

in      the decoded text
out     `Scan`: one `Block` for each message, and where the last one ends
errors  MalformedError with line and column; what gettext 0.21 accepts is accepted
cost    linear in the text, whatever it holds; a statement with all its strings is one match

The grammar is that of gettext's po-gram-gen.y: comments stand before a message, never inside it;
``#~`` and ``#|`` mark the rest of their line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from glossary.errors import MalformedError
from glossary.formats import _po_faults as faults

_BLANK = r"[ \t\r\f\v\n]*+"
_INLINE = r"[ \t\r\f\v]*+"
STRING = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_KEYWORD = r"(msgctxt|msgid_plural|msgid|msgstr|domain)(?![A-Za-z0-9_$])"
_COMMENTS = re.compile(rf"(?:{_BLANK}#(?![~|])[^\n]*+)+")
_SPACE = re.compile(_BLANK)
_LINE_END = re.compile(r"[ \t\r\f\v]*+\n")
_GAP = re.compile(r"(?:[ \t\r\f\v]*+\n)*")
_BAD_ESCAPE = re.compile(
    r'(?<!\\)(?:\\\\)*+(\\(?:x(?![0-9A-Fa-f])|[^abfnrtv\\"0-7x]))',
)
_STATEMENT = re.compile(
    rf"{_KEYWORD}(?:{_BLANK}\[{_BLANK}([0-9]++){_BLANK}\])?((?:{_BLANK}{STRING})++)"
)
_MARKED = re.compile(
    rf"{_KEYWORD}(?:{_INLINE}\[{_INLINE}([0-9]++){_INLINE}\])?((?:{_INLINE}{STRING})*+)"
)
_MARK = re.compile(r"#~\||#~|#\|")
_MARKED_STRINGS = re.compile(rf"(?:{_INLINE}{STRING})++")
_MARKED_COMMENT = re.compile(r"#(?![~|])[^\n]*+")
_INLINE_SPACE = re.compile(_INLINE)

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
        rf'(?!{_BLANK}(?:"|msgstr|#~{_BLANK}(?:"|msgstr)))'
    )


_PLAIN = _plain("")
_PLAIN_OBSOLETE = _plain("#~ ")

#: Which keyword may follow which; "" stands for the border between two messages.
_FOLLOWS = {
    "": {"msgctxt", "msgid", "domain"},
    "msgctxt": {"msgid"},
    "msgid": {"msgid_plural", "msgstr"},
    "msgid_plural": {"msgstr"},
}


@dataclass(slots=True)
class Statement:
    """A keyword with its strings, still quoted and escaped; `index` is that of ``msgstr[1]``."""

    keyword: str
    index: int | None
    offset: int
    strings: str


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
    plain: bool = False
    previous: list[Statement] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class Scan:
    """What a scan found; the text behind `end` belongs to no message."""

    blocks: list[Block]
    end: int
    has_domains: bool


def scan(text: str, *, path: Path | None = None) -> Scan:
    """Find the messages of `text`, or raise MalformedError for its first fault."""
    return _Scanner(text, path).run()


def take_apart(text: str) -> Block:
    """Give the one message of `text` with all its statements."""
    return _Scanner(text, None, apart=True).run().blocks[0]


class _Scanner:
    def __init__(self, text: str, path: Path | None, *, apart: bool = False) -> None:
        self.text = text
        self.path = path
        self.apart = apart
        self.position = 0
        self.state = ""
        self.in_previous = False
        self.has_domains = False
        self.blocks: list[Block] = []
        self.block = self._open(0)

    def run(self) -> Scan:
        text, end = self.text, len(self.text)
        while True:
            comments = _COMMENTS.match(text, self.position)
            if comments:
                self._at_border(_SPACE.match(text, self.position).end())  # type: ignore[union-attr]
                self.position = comments.end()
            self.position = _SPACE.match(text, self.position).end()  # type: ignore[union-attr]
            if self.position == end:
                break
            if not self.apart and self.state in {"", "msgstr"} and self._plain_message():
                continue
            statement = _STATEMENT.match(text, self.position)
            if statement:
                self._take(statement, self._index(statement), obsolete=False)
                self.position = statement.end()
            elif text.startswith(("#~", "#|"), self.position):
                self._marked_line()
            else:
                raise self._fault(self.position)
        return self._finish()

    def _plain_message(self) -> bool:
        """Take a whole message at once if it has the plain form."""
        text, start = self.text, self.position
        obsolete = text.startswith("#~", start)
        match = (_PLAIN_OBSOLETE if obsolete else _PLAIN).match(text, start)
        if not match:
            return False
        if self.state:
            self._close()
        block = self.block
        block.body, block.end, block.obsolete, block.plain = start, match.end(), obsolete, True
        self.position = match.end()
        self.in_previous = False
        self.blocks.append(block)
        self.block = self._open(self.position)
        return True

    def _finish(self) -> Scan:
        if self.state not in {"", "msgstr"} or (self.in_previous and self.state == ""):
            raise faults.truncated(self.text, self.state, self.path)
        last = 0
        if self.state == "msgstr":
            self._close()
        if self.blocks:
            last = self.blocks[-1].end
        return Scan(self.blocks, last, self.has_domains)

    def _fault(self, position: int) -> MalformedError:
        return faults.unreadable(self.text, position, self.state, self.path)

    def _index(self, match: re.Match[str]) -> int | None:
        if match[2] is None:
            return None
        if match[1] != "msgstr" or len(match[2]) > 4:
            raise self._fault(match.start(2))
        return int(match[2])

    def _open(self, start: int) -> Block:
        gap = _GAP.match(self.text, start)
        return Block(start, gap.end() if gap else start)

    def _close(self) -> None:
        """End the current message behind its last string and begin the next block there."""
        line_end = _LINE_END.match(self.text, self.block.end)
        if line_end:
            self.block.end = line_end.end()
        elif not self.text[self.block.end :].strip(" \t\r\f\v"):
            self.block.end = len(self.text)
        self.blocks.append(self.block)
        self.block = self._open(self.block.end)
        self.state = ""

    def _at_border(self, position: int) -> None:
        """A comment is only allowed between messages."""
        if self.state == "msgstr":
            self._close()
        elif self.state or self.in_previous:
            raise faults.comment_inside(self.text, position, self.path)

    def _take(self, match: re.Match[str], index: int | None, *, obsolete: bool) -> None:
        keyword, strings = match[1], match[3]
        if "\\" in strings:
            self._check_escapes(match.start(3), match.end(3))
        if self.state == "msgstr" and keyword != "msgstr":
            self._close()
        if self.state == "msgstr":
            self._check_plural(match.start(), index)
        elif keyword not in _FOLLOWS[self.state]:
            raise faults.out_of_order(self.text, match.start(), keyword, self.state, self.path)
        elif keyword == "msgstr":
            self._check_first(match.start(), index)
        if keyword == "domain":
            self.has_domains = True
            return
        block = self.block
        if not block.statements:
            block.body, block.obsolete = match.start(), obsolete
        elif block.obsolete != obsolete:
            raise faults.mixed_obsolete(self.text, match.start(), self.path)
        block.statements.append(Statement(keyword, index, match.start(), strings))
        block.end = match.end()
        self.state, self.in_previous = keyword, False

    def _check_escapes(self, start: int, end: int) -> None:
        bad = _BAD_ESCAPE.search(self.text, start, end)
        if bad:
            raise faults.unknown_escape(self.text, bad.start(1), self.path)

    def _check_first(self, offset: int, index: int | None) -> None:
        plural = self.state == "msgid_plural"
        if plural and index is None:
            raise faults.plural_without_index(self.text, offset, self.path)
        if not plural and index is not None:
            raise faults.index_without_plural(self.text, offset, index, self.path)
        if index:
            raise faults.wrong_index(self.text, offset, index, 0, self.path)

    def _check_plural(self, offset: int, index: int | None) -> None:
        last = self.block.statements[-1].index
        if last is None or index is None:
            raise faults.out_of_order(self.text, offset, "msgstr", "msgstr", self.path)
        if index != last + 1:
            raise faults.wrong_index(self.text, offset, index, last + 1, self.path)

    def _marked_line(self) -> None:
        """Read one line that begins with ``#~``, ``#~|`` or ``#|``."""
        mark_start = self.position
        mark = _MARK.match(self.text, mark_start)
        assert mark is not None
        previous, obsolete = mark[0].endswith("|"), mark[0].startswith("#~")
        position = mark.end()
        while True:
            position = _INLINE_SPACE.match(self.text, position).end()  # type: ignore[union-attr]
            if position == len(self.text) or self.text[position] == "\n":
                break
            position = self._marked_token(position, mark_start, previous, obsolete)
            mark_start = position
        self.position = position

    def _marked_token(self, position: int, start: int, previous: bool, obsolete: bool) -> int:
        comment = _MARKED_COMMENT.match(self.text, position)
        if comment:
            self._at_border(position)
            return comment.end()
        strings = _MARKED_STRINGS.match(self.text, position)
        if strings:
            self._continue(strings, previous, obsolete)
            return strings.end()
        statement = _MARKED.match(self.text, position)
        if not statement:
            raise self._fault(position)
        if previous:
            self._take_previous(statement, start)
        else:
            fresh = self.state in {"", "msgstr"} and statement[1] != "msgstr"
            self._take(statement, self._index(statement), obsolete=obsolete)
            if fresh and len(self.block.statements) == 1:
                self.block.body = start
        return statement.end()

    def _continue(self, match: re.Match[str], previous: bool, obsolete: bool) -> None:
        """Add the strings of a ``#~ "…"`` or ``#| "…"`` line to the statement they continue."""
        block = self.block
        statements = block.previous if previous else block.statements
        if not statements or (not previous and block.obsolete != obsolete):
            raise faults.stray_string(self.text, match.start(), self.path)
        self._check_escapes(match.start(), match.end())
        statements[-1].strings += match[0]
        if not previous:
            block.end = match.end()

    def _take_previous(self, match: re.Match[str], start: int) -> None:
        if self.state == "msgstr":
            self._close()
        if self.state or match[1] not in {"msgctxt", "msgid", "msgid_plural"} or match[2]:
            raise self._fault(match.start())
        self._check_escapes(match.start(3), match.end(3))
        self.block.previous.append(Statement(match[1], None, start, match[3]))
        self.in_previous = True
