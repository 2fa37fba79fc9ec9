"""V009–V010: capitals in the names of bodies.

source  Decree 30/2020/NĐ-CP on clerical work, annex II, parts II and III
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks._contract import EntryCheck, Issue, Setting, Text, TextCheck
from glossary.interface import _
from glossary.languages import vi
from glossary.lookup import describe
from glossary.model import Entry, TermClass

__all__ = ["CHECKS"]

_NAMES = re.compile(
    "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(vi.INSTITUTIONS, key=len)[::-1]),
    re.IGNORECASE,
)
_OFFICIAL = {name.casefold(): name for name in vi.INSTITUTIONS}
_WORD = re.compile(r"\w+")
_FIRST_WORDS = frozenset(
    _WORD.findall(vi.tone_style(name, style).casefold())[0]
    for name in vi.INSTITUTIONS
    for style in vi.ToneStyle
)
_BEFORE_MINISTRY = frozenset({"của", "và", "do", "tại", "trưởng", "từ", "với"})
_CONTENT_LETTERS = 4
_FIRST_LETTER = re.compile(r"[^\W\d_]")


class Capitals(TextCheck):
    """The name of a body or country is written with other capitals than Decree 30/2020 gives it."""

    code = "V009"
    languages = ("vi",)

    def issues(self, subject: Text, setting: Setting) -> Iterator[Issue]:
        """A text all in capitals is a heading; some bodies use more capitals than the decree."""
        if subject.text.isupper() or _FIRST_WORDS.isdisjoint(
            _WORD.findall(subject.text.casefold())
        ):
            return
        after, wrong = _capitalised(subject.text, setting.tone_style)
        if wrong:
            right = vi.tone_style(_official(wrong), setting.tone_style)
            yield self.issue(
                subject,
                _("“{wrong}” is written “{right}”").format(wrong=wrong, right=right),
                after=after,
            )


class SmallLetter(EntryCheck):
    """The name of a body begins with a small letter."""

    code = "V010"
    languages = ("vi",)

    def issues(self, subject: Entry, setting: Setting) -> Iterator[Issue]:
        """Bodies are known by their class, and by a source that is a name all through."""
        first = _FIRST_LETTER.search(subject.target)
        about = describe(subject.comments)
        is_body = about.part_of_speech == TermClass.ORGANISATION
        if is_body and first and first[0].islower() and _is_name(subject.source):
            yield self.issue(
                subject, _("“{target}” names a body and begins small").format(target=subject.target)
            )


def _is_name(source: str) -> bool:
    """Whether all but the small words have a capital: "Ministry of Foreign Affairs"."""
    return all(word[0].isupper() for word in source.split() if len(word) >= _CONTENT_LETTERS)


def _capitalised(text: str, style: vi.ToneStyle) -> tuple[str, str]:
    """The text with the names in their capitals, and the first name that was wrong."""
    wrong: list[str] = []

    def right(found: re.Match[str]) -> str:
        official = _official(found[0])
        if found[0] in {official, found[0].upper()} or _is_part_of_a_word(found):
            return found[0]
        wrong.append(found[0])
        return official

    traditional = vi.tone_style(text, vi.ToneStyle.TRADITIONAL)
    if len(traditional) != len(text):
        return text, ""
    after = _NAMES.sub(right, traditional)
    return vi.tone_style(after, style), wrong[0] if wrong else ""


def _is_part_of_a_word(found: re.Match[str]) -> bool:
    """Whether bộ is the second half of a word: cán bộ y tế, tiến bộ khoa học và công nghệ."""
    before = found.string[: found.start()].casefold().split()
    return found[0].startswith("bộ ") and bool(before) and before[-1] not in _BEFORE_MINISTRY


def _official(name: str) -> str:
    return _OFFICIAL[name.casefold()]


CHECKS = (Capitals(), SmallLetter())
