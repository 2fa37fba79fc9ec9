"""C006–C007: a bitext beside the others of the project."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from glossary.checks._contract import Issue, Knowledge, SegmentCheck, Setting, Severity
from glossary.interface import _
from glossary.languages import fold
from glossary.model import Segment

__all__ = ["CHECKS", "pairs_of"]

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WITNESSES = 2
"""Times that a pair of words is written one way before one that differs in marks is named."""

_Pair = tuple[str, str]


class UnusualMarks(SegmentCheck):
    """Two words bear other marks than everywhere else in the glossary and the bitext.

    A note: a syllable that has lost a mark is often another good syllable (hội, hôi), but so is
    many a rare word (công tác, cộng tác).
    """

    code = "C006"
    severity = Severity.NOTE
    languages = ("vi",)

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """A pair that stands only once, where others have the same letters with other marks."""
        pairs, usual = setting.knowledge.pairs, _usual(setting.knowledge)
        for pair in dict.fromkeys(pairs_of(subject.target)):
            other = usual.get(fold(" ".join(pair)))
            is_rare = pairs.get(pair, 0) <= 1
            if is_rare and other and other != pair and pairs[other] >= _LEAST_WITNESSES:
                message = _("“{words}” is “{usual}” everywhere else")
                fields = {"words": " ".join(pair), "usual": " ".join(other)}
                yield self.issue(subject, message.format(**fields))
                return


class OtherTranslation(SegmentCheck):
    """The same sentence is translated otherwise in another place."""

    code = "C007"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """The rarer translation is named, and where both are as frequent, both are."""
        known = setting.knowledge.translations.get(subject.source, {})
        others = {text: count for text, count in known.items() if text != subject.target}
        if others:
            best = max(others, key=lambda text: (others[text], text))
            if others[best] >= known.get(subject.target, 0):
                message = _("is “{other}” in another place").format(other=best)
                yield self.issue(subject, message)


def pairs_of(text: str) -> Iterator[_Pair]:
    """Each two neighbouring words, in small letters."""
    yield from pairwise(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4)
def _usual(knowledge: Knowledge) -> Mapping[str, _Pair]:
    """The most frequent pair of each two words without marks."""
    alike: dict[str, list[_Pair]] = defaultdict(list)
    for pair in knowledge.pairs:
        alike[fold(" ".join(pair))].append(pair)
    return {
        key: max(pairs, key=lambda pair: (knowledge.pairs[pair], pair))
        for key, pairs in alike.items()
    }


CHECKS = (UnusualMarks(), OtherTranslation())
