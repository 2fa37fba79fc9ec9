"""V004–V007: the characters of a text, whatever it says.

source  Unicode Standard Annex 15 (NFC), Unicode Technical Standard 39 (look-alike letters)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from glossary.checks._charset import is_utf8
from glossary.checks._contract import (
    HEADER,
    Collection,
    CollectionCheck,
    Fix,
    Issue,
    Part,
    Setting,
    Text,
    TextCheck,
)
from glossary.interface import _, marked

__all__ = ["CHECKS"]

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff\u1f00-\u1fff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LOOK_ALIKE = str.maketrans(
    "АВСЕНІЈКМОРЅТУХаеоріѕсухјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρτυ",
    "ABCEHIJKMOPSTYXaeopiscyxjhdqwABEZHIKMNOPTYXoaivptu",
)
_ETH = str.maketrans("ðÐɖƉ", "đĐđĐ")

_ODD_BLANKS = re.compile("[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_TWO = marked("has two blanks in a row")
_DOUBLE = re.compile(" {2,}")


class NotComposed(CollectionCheck):
    """The lines of the entry are not in Unicode's composed form NFC.

    They look the same, but searches and comparisons in other tools miss them.
    """

    code = "V004"

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """Only files in UTF-8: windows-1258 has no other way to write Vietnamese."""
        header = subject.header
        if header is None or not is_utf8(header.fields.get("content-type", "")):
            return
        blocks = [(HEADER, header.lines)]
        items = zip(subject.items, subject.lines, strict=True)
        blocks += [(item.key, lines) for item, lines in items]
        for key, lines in blocks:
            if not unicodedata.is_normalized("NFC", lines.text):
                fix = Fix(Part.LINES, "", "")
                message = _("is not in NFC: letters and marks are apart")
                yield Issue(self.code, self.severity, message, key, Part.LINES, fix=fix)


class LookAlike(TextCheck):
    """A Greek or Cyrillic letter stands in a Latin word."""

    code = "V005"

    def issues(self, subject: Text, setting: Setting) -> Iterator[Issue]:
        """Beside Latin words, a word of look-alikes alone is one too; a lone α is a symbol."""
        if not _FOREIGN.search(subject.text) or not _LATIN.search(subject.text):
            return
        mixed = [word for word in _WORD.findall(subject.text) if _is_disguised(word)]
        after = subject.text
        for word in mixed:
            after = after.replace(word, word.translate(_LOOK_ALIKE))
        for word in mixed:
            letter = next(char for char in word if _FOREIGN.match(char))
            name = unicodedata.name(letter, "").lower()
            certain = not _FOREIGN.search(word.translate(_LOOK_ALIKE))
            yield self.issue(
                subject,
                _("“{word}” contains a {name}").format(word=word, name=name),
                after=after if certain else None,
            )


class Eth(TextCheck):
    """The Icelandic letter ð, or another one, stands for đ."""

    code = "V006"
    languages = ("vi",)

    def issues(self, subject: Text, setting: Setting) -> Iterator[Issue]:
        """In capitals, Ð and Đ look exactly alike."""
        after = subject.text.translate(_ETH)
        if after != subject.text:
            letter = next(char for char in subject.text if char in "ðÐɖƉ")
            name = f"U+{ord(letter):04X}"
            yield self.issue(
                subject,
                _("“{letter}” ({name}) is not the letter đ").format(letter=letter, name=name),
                after=after,
            )


class Blanks(TextCheck):
    """A blank is double, odd, invisible, or at the start or end."""

    code = "V007"

    def issues(self, subject: Text, setting: Setting) -> Iterator[Issue]:
        """Joiners and the zero-width space have a use in other scripts and stay there.

        What the source has too (a line break at its end) is meant.
        """
        text = subject.text
        if text != text.strip() and _edges(text) == _edges(subject.source):
            text = text.strip()
        reason = _blank_fault(text, is_latin=bool(_LATIN.search(text)))
        if reason == _TWO and _DOUBLE.search(subject.source):
            return
        if reason and setting.language:
            invisible = _INVISIBLE if _LATIN.search(text) else re.compile("(?!)")
            before, after = subject.text, setting.language.normalise(invisible.sub("", text))
            if text != before:
                after = after.join(_edges(before))
            yield self.issue(subject, _(reason), after=after if after != before else None)


def _is_disguised(word: str) -> bool:
    if not _FOREIGN.search(word):
        return False
    return bool(_LATIN.search(word)) or (
        len(word) > 1 and not _FOREIGN.search(word.translate(_LOOK_ALIKE))
    )


def _edges(text: str) -> tuple[str, str]:
    """The blanks before and behind a text."""
    body = text.strip()
    start = text.find(body)
    return text[:start], text[start + len(body) :]


def _blank_fault(text: str, *, is_latin: bool) -> str:
    if not text.strip():
        return _("consists of blanks only") if text else ""
    if text != text.strip():
        return _("has a blank at the start") if text[0].isspace() else _("has a blank at the end")
    if _DOUBLE.search(text):
        return _TWO
    if found := _ODD_BLANKS.search(text):
        return _("has a U+{code:04X} where a plain blank belongs").format(code=ord(found[0]))
    if is_latin and (found := _INVISIBLE.search(text)):
        return _("has an invisible U+{code:04X}").format(code=ord(found[0]))
    return ""


CHECKS = (NotComposed(), LookAlike(), Eth(), Blanks())
