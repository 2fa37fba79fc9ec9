"""T016–T018: what was not translated: whole segments, words of the source, missing text.

Names keep their spelling, and words that Vietnamese has taken over stay; so does what stands in
brackets behind its translation: “Diễn đàn … (Asian Workers’ Compensation Forum)”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks._contract import (
    Collection,
    CollectionCheck,
    Issue,
    Knowledge,
    Part,
    SegmentCheck,
    Setting,
    Severity,
)
from glossary.interface import _
from glossary.languages import vi
from glossary.model import Segment

__all__ = ["CHECKS"]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BRACKETS = re.compile(r"\([^()]*\)")
_PIECE = re.compile(r"\S+")
_ADDRESS = re.compile(r"\w[.@/_]\w")
_LEAST_LETTERS = 4
_SHOWN = 4
_LEAST_WORDS = 12
_LEAST_SHARE = 0.6
"""Vietnamese has about 1.3 syllables for each English word; well below it, text is missing."""


class NotTranslated(CollectionCheck):
    """A segment has no target yet.

    A note: open work is no fault, and `glossary status` counts it.
    """

    code = "T016"
    severity = Severity.NOTE

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """See the title."""
        for segment in subject.segments:
            if not segment.target.strip():
                message = _("is not translated yet")
                yield Issue(self.code, self.severity, message, segment.key, Part.TARGET)


class SourceLeft(SegmentCheck):
    """Words of the source were left in the target."""

    code = "T017"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Small words one by one, words with capitals where several stand together."""
        is_vietnamese = subject.target_language.startswith("vi")
        left = _left_words(subject, setting.knowledge) if is_vietnamese else _same(subject)
        if left:
            words = " ".join(left[:_SHOWN]) + (" …" if len(left) > _SHOWN else "")
            yield self.issue(subject, _("“{words}” is left from the source").format(words=words))


class TextMissing(SegmentCheck):
    """The target is much shorter than the source."""

    code = "T018"
    languages = ("vi",)

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Counted in syllables; an acronym stands for its letters."""
        source = len(_WORD.findall(subject.source))
        target = sum(len(w) if w.isupper() else 1 for w in _WORD.findall(subject.target))
        if source >= _LEAST_WORDS and target < source * _LEAST_SHARE:
            message = _("{count} syllables stand for {total} words")
            yield self.issue(subject, message.format(count=target, total=source))


def _same(segment: Segment) -> list[str]:
    """The whole text of a segment that stands as in the source, and is more than a name."""
    words = _WORD.findall(segment.source)
    is_text = sum(word == word.lower() for word in words) > 1
    is_same = segment.source.casefold() == segment.target.casefold()
    return words if is_same and is_text else []


def _left_words(segment: Segment, knowledge: Knowledge) -> list[str]:
    own = set(_WORD.findall(segment.source))
    target = _BRACKETS.sub(" , ", _PIECE.sub(_without_address, segment.target))
    if left := [word for word in _WORD.findall(target) if word in own and _is_foreign(word)]:
        return left
    if knowledge.terms is None or knowledge.equivalents is None:
        return []
    kept = {one.text for one in knowledge.equivalents.occurrences(target)}
    for one in knowledge.terms.annotate(target):
        if one.text in segment.source and one.text not in kept and _is_english(one.text):
            return [one.text]
    return []


def _without_address(piece: re.Match[str]) -> str:
    return "," if _ADDRESS.search(piece[0]) else piece[0]


def _is_english(text: str) -> bool:
    """Whether a term in the target cannot be Vietnamese."""
    return any(_is_foreign(word.lower()) for word in _WORD.findall(text) if not word.isupper())


def _is_foreign(word: str) -> bool:
    """Whether a small word is English: no syllable of Vietnamese and not taken over."""
    is_small = word == word.lower() and len(word) >= _LEAST_LETTERS
    return is_small and word.isascii() and word not in vi.LOANWORDS and not vi.is_syllable(word)


CHECKS = (NotTranslated(), SourceLeft(), TextMissing())
