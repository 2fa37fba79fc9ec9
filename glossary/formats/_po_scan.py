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
from pathlib import Path

from glossary.errors import MalformedError
from glossary.formats import _po_faults as faults
from glossary.formats import _po_grammar as grammar
from glossary.formats._po_grammar import Block, Scan, Statement


def scan(text: str, *, path: Path | None = None) -> Scan:
    """Find the messages of `text`, or raise MalformedError for its first fault."""
    return _Scanner(text, path).run()


def take_apart(text: str) -> Block:
    """Give the one message of `text` with all its statements."""
    return _Scanner(text, None, apart=True).run().blocks[0]


def _behind(blanks: re.Pattern[str], text: str, position: int) -> int:
    """Where the blanks at `position` end."""
    match = blanks.match(text, position)
    return match.end() if match else position


class _Scanner:
    def __init__(self, text: str, path: Path | None, *, apart: bool = False) -> None:
        self.text = text
        self.path = path
        self.apart = apart
        self.position = 0
        self.state = ""
        self.previous_obsolete = False
        self.domain = ""
        self.blocks: list[Block] = []
        self.block = self._open(0)

    def run(self) -> Scan:
        text, end = self.text, len(self.text)
        while True:
            comments = grammar.COMMENTS.match(text, self.position)
            if comments:
                self._at_border(grammar.SPACE.match(text, self.position).end())  # type: ignore[union-attr]
                self.position = comments.end()
            self.position = _behind(grammar.SPACE, text, self.position)
            if self.position == end:
                break
            if not self.apart and self.state in {"", "msgstr"} and self._plain_message():
                continue
            statement = grammar.STATEMENT.match(text, self.position)
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
        match = (grammar.PLAIN_OBSOLETE if obsolete else grammar.PLAIN).match(text, start)
        if not match:
            return False
        if self.state:
            self._close()
        self._check_previous(start, obsolete=obsolete)
        block = self.block
        block.body, block.end, block.obsolete, block.plain = start, match.end(), obsolete, True
        self.position = match.end()
        block.domain = self.domain
        self.blocks.append(block)
        self.block = self._open(self.position)
        return True

    def _finish(self) -> Scan:
        if self.state == "msgstr":
            self._close()
        if self.state or self.block.previous:
            raise faults.truncated(self.text, self.state, self.path)
        last = self.blocks[-1].end if self.blocks else 0
        return Scan(self.blocks, last, bool(self.domain))

    def _fault(self, position: int) -> MalformedError:
        return faults.unreadable(self.text, position, self.state, self.path)

    def _index(self, match: re.Match[str]) -> int | None:
        if match[2] is None:
            return None
        if match[1] != "msgstr" or len(match[2]) > 4:
            raise self._fault(match.start(2))
        return int(match[2])

    def _open(self, start: int) -> Block:
        gap = grammar.GAP.match(self.text, start)
        return Block(start, gap.end() if gap else start)

    def _close(self) -> None:
        """End the current message behind its last string and begin the next block there."""
        self._check_strings(self.block.statements)
        line_end = grammar.LINE_END.match(self.text, self.block.end)
        if line_end:
            self.block.end = line_end.end()
        elif not self.text[self.block.end :].strip(" \t\r\f\v"):
            self.block.end = len(self.text)
        self.block.domain = self.domain
        self.blocks.append(self.block)
        self.block = self._open(self.block.end)
        self.state = ""

    def _at_border(self, position: int) -> None:
        """A comment is only allowed between messages."""
        if self.state == "msgstr":
            self._close()
        elif self.state or self.block.previous:
            raise faults.comment_inside(self.text, position, self.path)

    def _take(self, match: re.Match[str], index: int | None, *, obsolete: bool) -> None:
        keyword, strings = match[1], match[3]
        self._check_strings(self.block.statements)
        if keyword == "domain" and not strings:
            raise self._fault(match.start())
        if "\\" in strings:
            self._check_escapes(match.start(3), match.end(3))
        if self.state == "msgstr" and keyword != "msgstr":
            self._close()
        if self.state == "msgstr":
            self._check_plural(match.start(), index)
        elif keyword not in grammar.FOLLOWS[self.state]:
            raise faults.out_of_order(self.text, match.start(), keyword, self.state, self.path)
        elif keyword == "msgstr":
            self._check_first(match.start(), index)
        if keyword == "domain":
            self.domain = strings.strip()
            return
        block = self.block
        if not block.statements:
            self._check_previous(match.start(), obsolete=obsolete)
            block.body, block.obsolete = match.start(), obsolete
        elif block.obsolete != obsolete:
            raise faults.mixed_obsolete(self.text, match.start(), self.path)
        block.statements.append(Statement(keyword, index, match.start(), [strings]))
        block.end = match.end()
        self.state = keyword

    def _check_strings(self, statements: list[Statement]) -> None:
        """A keyword on a marked line may have its strings on the next one, but it needs some."""
        if statements and not statements[-1].strings:
            raise self._fault(statements[-1].offset)

    def _check_escapes(self, start: int, end: int) -> None:
        bad = grammar.BAD_ESCAPE.search(self.text, start, end)
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
        position = start = self.position
        previous = obsolete = False
        while position < len(self.text) and self.text[position] != "\n":
            mark = grammar.MARK.match(self.text, position)
            if mark:
                previous |= mark[0].endswith("|")
                obsolete |= mark[0].startswith("#~")
                position = mark.end()
            else:
                position = self._marked_token(position, start, previous, obsolete)
                start = position
            position = _behind(grammar.INLINE_SPACE, self.text, position)
        self.position = position

    def _marked_token(self, position: int, start: int, previous: bool, obsolete: bool) -> int:
        comment = grammar.MARKED_COMMENT.match(self.text, position)
        if comment:
            self._at_border(position)
            return comment.end()
        strings = grammar.MARKED_STRINGS.match(self.text, position)
        if strings:
            self._continue(strings, previous, obsolete)
            return strings.end()
        statement = grammar.MARKED.match(self.text, position)
        if not statement:
            raise self._fault(position)
        if previous:
            self._take_previous(statement, obsolete=obsolete)
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
        marked = self.previous_obsolete if previous else block.obsolete
        if not statements or marked != obsolete or (previous and self.state):
            raise faults.stray_string(self.text, match.start(), self.path)
        self._check_escapes(match.start(), match.end())
        statements[-1].parts.append(match[0])
        if not previous:
            block.end = match.end()

    def _take_previous(self, match: re.Match[str], *, obsolete: bool) -> None:
        if self.state == "msgstr":
            self._close()
        statements = self.block.previous
        before = statements[-1].keyword if statements else ""
        if self.state or match[2] or match[1] not in grammar.PREVIOUS_FOLLOWS[before]:
            raise self._fault(match.start())
        if statements and self.previous_obsolete != obsolete:
            raise faults.mixed_obsolete(self.text, match.start(), self.path)
        self._check_strings(statements)
        self._check_escapes(match.start(3), match.end(3))
        statements.append(Statement(match[1], None, match.start(), [match[3]]))
        self.previous_obsolete = obsolete

    def _check_previous(self, offset: int, *, obsolete: bool) -> None:
        """Before a message: are the ``#|`` lines above it complete, and obsolete if it is?"""
        statements = self.block.previous
        if not statements:
            return
        self._check_strings(statements)
        if statements[-1].keyword == "msgctxt":
            raise self._fault(statements[-1].offset)
        if self.previous_obsolete != obsolete:
            raise faults.mixed_obsolete(self.text, offset, self.path)
