"""Checks of an article: where its text is broken off, glued together or incomplete."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks._contract import Issue, Severity
from glossary.checks._manuscript import Manuscript, SourceCheck
from glossary.interface import _
from glossary.text.articles import Line, LineKind

_LONG = 300
_MANY = 5
_SHOWN = 40
_ITEM = re.compile(r"[-–—•+*]|\(?\w{1,4}[.)]")
_SMALL = re.compile(r"[\"'“‘(]*([a-z]{2,})(?![-\w])")
_ACRONYM = re.compile(r"((?:[A-Z][\w’'-]*\s+){1,5})\(([A-Z]{2,8})\)")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_SENTENCE_END = re.compile(r"[.!?;:…][\"”’')\]]*\s*$|\./\.\s*$")
_WORD_BEFORE = re.compile(r"([a-z]{4,})[.!?]\s*$")


class BrokenStart(SourceCheck):
    """A paragraph begins in the middle of a sentence."""

    code = "S001"

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """A small letter at the start, or an acronym behind the end of its long form.

        Where there are many the lines were broken by hand, which is told once.
        """
        found: list[tuple[Line, str]] = []
        before: Line | None = None
        for line, text in subject.lines:
            if line.kind is LineKind.PARAGRAPH and _is_broken(text.strip(), before):
                found.append((line, text))
            before = line
        message = _("the paragraph begins in the middle of a sentence")
        if len(found) > _MANY:
            message = _("{count} paragraphs begin in the middle of a sentence: join the lines")
        for line, text in found[:1] if len(found) > _MANY else found:
            start = len(text) - len(text.lstrip())
            told = message.format(count=len(found))
            yield self.issue(line.number, start + 1, _beginning(text), told)


def _is_broken(text: str, before: Line | None) -> bool:
    if found := _ACRONYM.match(text):
        initials = "".join(word[0] for word in found[1].split())
        return initials != found[2] and found[2].endswith(initials)
    if before and _ITEM.fullmatch(before.text.strip()):
        return False
    is_sentence = before is None or before.kind.is_display or bool(_ENDED.search(before.text))
    return is_sentence and not _ITEM.match(text) and _SMALL.match(text) is not None


class BrokenEnd(SourceCheck):
    """A long paragraph has no mark at its end."""

    code = "S002"

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """What stands above a line of source is a caption, which needs none."""
        lines = list(subject.lines)
        for (line, text), following in zip(lines, [*lines[1:], None], strict=False):
            is_caption = following is not None and following[0].kind is LineKind.SOURCE
            if line.kind is not LineKind.PARAGRAPH or is_caption or _SENTENCE_END.search(text):
                continue
            bare = text.rstrip()
            last = bare.split()[-1]
            if not last.rstrip(",").isalpha():
                continue
            message = _("the paragraph ends without a mark: is something missing?")
            yield self.issue(line.number, len(bare) - len(last) + 1, last, message)


class SmallLetter(SourceCheck):
    """A sentence begins with a small letter."""

    code = "S003"

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """Only behind a whole word: an abbreviation ends no sentence."""
        from glossary.text.sentences import sentence_spans

        for line, text in subject.lines:
            for start, end in sentence_spans(text):
                if start and _SMALL.match(text, start) and _WORD_BEFORE.search(text, 0, start):
                    shown = _beginning(text[start:end])
                    message = _("the sentence begins with a small letter: a piece may be missing")
                    yield self.issue(line.number, start + 1, shown, message)


class Glued(SourceCheck):
    """A paragraph is so long that several may be glued together."""

    code = "S004"
    severity = Severity.NOTE

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """More than 300 words; the longest of careful articles have 250."""
        for line, text in subject.lines:
            count = len(text.split())
            if count > _LONG:
                message = _("the paragraph has {count} words: are several glued together?")
                yield self.issue(
                    line.number, 1, _beginning(text), message.format(count=count)
                )  # fmt: skip


class Unpaired(SourceCheck):
    """A bracket or a quotation mark has no partner."""

    code = "S005"
    severity = Severity.NOTE

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """A quotation may run over paragraphs, each of which then opens it again."""
        for line, text in subject.lines:
            for column in _unpaired(text):
                sign = text[column]
                message = _("the sign {sign} has no partner in this paragraph").format(sign=sign)
                yield self.issue(line.number, column + 1, sign, message)


def _unpaired(text: str) -> Iterator[int]:
    """The offsets of brackets without a partner, and of a straight quote where they are odd."""
    stack: list[int] = []
    for column, sign in enumerate(text):
        if sign == "(":
            stack.append(column)
        elif sign == ")":
            if stack:
                stack.pop()
            elif not re.search(r"(?:^|[\s;])\w{1,3}$", text[max(0, column - 5) : column]):
                yield column
    yield from stack
    quotes = [found.start() for found in re.finditer(r'(?<!\d)"', text)]
    if len(quotes) % 2:
        yield quotes[-1]


def _beginning(text: str) -> str:
    words = text.strip()
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(maxsplit=1)[0]} …"


CHECKS = (BrokenStart(), BrokenEnd(), SmallLetter(), Glued(), Unpaired())
