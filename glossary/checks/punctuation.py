"""P001–P008: marks and quotes by Vietnamese practice, and what ends a sentence.

A mark follows its word without a blank and a blank follows the mark; quotes are “ ”. What the
source has in the same way (a blank missing in a name, an odd bracket) is not named.

source  Decree 30/2020/NĐ-CP, appendix I, for the marks of documents; CLDR for the quotes
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks._contract import Issue, SegmentCheck, Setting
from glossary.interface import _
from glossary.languages import placeables
from glossary.model import Segment

__all__ = ["CHECKS"]

_BLANK_BEFORE = re.compile(r"(?<=[^\W\d_]|[0-9”\")\]%]) +(?=[,;:!?](?:\s|$)|\.(?:\s|$)(?!\.))")
_NO_BLANK = re.compile(
    r"(?<=[^\W\d_])[,;:!?](?=[^\W\d_])|(?<=[^\W\d_][^\W\d_A-Z])\.(?=[^\W\d_]{2})"
)
_INSIDE = re.compile(r"(?<=[(\[“]) +| +(?=[)\]”])")
_REPEATED = re.compile(r"([,;:!?])(?:\s?\1)+|[,;:](?=\s?[.,;:])|(?<![./])\.\.(?!\.)")
_ELLIPSIS = re.compile(r"\.{3,}|…|v\.\s?v\.?|\betc\.?$")
_DASH = re.compile(r"^[-\u2013\u2014\u2022+*]\s+")
_CLOSERS = "\"'”’»)] "
_ENDS = {".": ".", "…": ".", ";": ".", "?": "?", "!": "!", ":": ":"}
_STRAIGHT = '"'
_OTHER_QUOTES = re.compile("[„‟«»〝〞＂]|''|``")
_PAIRS = {"(": ")", "[": "]", "“": "”", "{": "}"}


class _PunctuationCheck(SegmentCheck):
    """A check of the marks of a Vietnamese target."""

    languages = ("vi",)


class BlankBefore(_PunctuationCheck):
    """A blank stands before a mark."""

    code = "P001"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """French sets one there; Vietnamese does not."""
        text = subject.target
        if found := _BLANK_BEFORE.search(text):
            message = _("a blank stands before “{mark}”").format(mark=text[found.end()])
            yield self.issue(subject, message, after=_BLANK_BEFORE.sub("", text))


class NoBlankBehind(_PunctuationCheck):
    """No blank stands behind a mark."""

    code = "P002"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Addresses, and what the source glues too, are left alone."""
        text = subject.target
        for found in _NO_BLANK.finditer(text):
            word = _word_around(text, found.start())
            if word in subject.source or "://" in word or "@" in word or _is_address(word):
                continue
            after = f"{text[: found.end()]} {text[found.end() :]}"
            message = _("no blank stands behind “{mark}” in “{word}”")
            yield self.issue(subject, message.format(mark=found[0], word=word), after=after)
            return


class BlankInside(_PunctuationCheck):
    """A blank stands inside of brackets or quotes."""

    code = "P003"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """( như thế này )."""
        text = subject.target
        if found := _INSIDE.search(text):
            mark = (
                text[found.end()]
                if text[found.start() - 1] not in "([“"
                else text[found.start() - 1]
            )
            message = _("a blank stands inside of “{mark}”").format(mark=mark)
            yield self.issue(subject, message, after=_INSIDE.sub("", text))


class OtherQuotes(_PunctuationCheck):
    """Quotes are not those of Vietnamese print: “ ”."""

    code = "P004"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Straight ones can be repaired where they come in pairs."""
        text = subject.target
        mark = _STRAIGHT if _STRAIGHT in text else ""
        found = _OTHER_QUOTES.search(text)
        mark = mark or (found[0] if found else "")
        if mark:
            message = _("“{mark}” is no quote of Vietnamese print: “ ”").format(mark=mark)
            yield self.issue(subject, message, after=_curled(text))


class Unpaired(_PunctuationCheck):
    """A bracket or quote has no partner."""

    code = "P005"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Where the source lacks the same partner, nothing is said."""
        lone = _unpaired(subject.target)
        if lone and not _unpaired(subject.source) and subject.source.count(_STRAIGHT) % 2 == 0:
            yield self.issue(subject, _("“{mark}” has no partner").format(mark=lone))


class OtherEnd(_PunctuationCheck):
    """The sentence ends with another mark than its source."""

    code = "P006"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """A full stop may be a semicolon in a list, ./. at the end of a text, or dots."""
        mine, its = _end(subject.source), _end(subject.target)
        if mine == its:
            return
        if _ELLIPSIS.search(subject.source[-6:]) or _ELLIPSIS.search(subject.target[-6:]):
            return
        if not its:
            message = _("“{mark}” is missing at the end").format(mark=mine)
        elif not mine:
            message = _("“{mark}” stands at the end, and not in the source").format(mark=its)
        else:
            message = _("ends with “{mark}”, the source with “{other}”")
            message = message.format(mark=its, other=mine)
        yield self.issue(subject, message)


class RepeatedMark(_PunctuationCheck):
    """Two marks follow each other."""

    code = "P007"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Three dots, ./. and ?! are usual."""
        text = subject.target
        for found in _REPEATED.finditer(text):
            marks = text[found.start() : found.end() + 1].strip()
            if marks in subject.source or found[0] in "!!!???":
                continue
            yield self.issue(subject, _("“{marks}” are two marks").format(marks=marks))
            return


class LostDash(_PunctuationCheck):
    """The dash of a list is missing, or stands only in the target."""

    code = "P008"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """A dash at the start makes an item of a list."""
        mine, its = (bool(_DASH.match(text)) for text in (subject.source, subject.target))
        if mine and not its:
            message = _("the dash at the start is missing")
            yield self.issue(subject, message, after=f"- {subject.target}")
        elif its and not mine:
            yield self.issue(subject, _("a dash stands at the start, and not in the source"))


def _word_around(text: str, place: int) -> str:
    start = text.rfind(" ", 0, place) + 1
    end = text.find(" ", place)
    return text[start : end if end >= 0 else len(text)].strip("“”\"'()[],;")


def _is_address(word: str) -> bool:
    return not placeables(f"{word} 1") or (word == word.lower() and "." in word[:-1])


def _curled(text: str) -> str | None:
    """The text with curly quotes, None where the straight ones do not come in pairs."""
    if text.count(_STRAIGHT) % 2 or _OTHER_QUOTES.search(text):
        return None
    pieces = text.split(_STRAIGHT)
    quotes = ("“" if place % 2 == 0 else "”" for place in range(len(pieces) - 1))
    return "".join(piece + quote for piece, quote in zip(pieces, [*quotes, ""], strict=True))


def _unpaired(text: str) -> str:
    """The first bracket or quote without its partner, empty where each has one."""
    openers: list[str] = []
    closers = {closer: opener for opener, closer in _PAIRS.items()}
    for place, char in enumerate(text):
        if char in _PAIRS:
            openers.append(char)
        elif char in closers:
            # "a)" and "1)" number the items of a list.
            is_item = char == ")" and place in {1, 2} and text[:place].isalnum()
            if openers and openers[-1] == closers[char]:
                openers.pop()
            elif not is_item:
                return char
    return openers[0] if openers else ""


def _end(text: str) -> str:
    last = text.rstrip(_CLOSERS)[-1:]
    return _ENDS.get(last, "")


CHECKS = (
    BlankBefore(),
    NoBlankBehind(),
    BlankInside(),
    OtherQuotes(),
    Unpaired(),
    OtherEnd(),
    RepeatedMark(),
    LostDash(),
)
