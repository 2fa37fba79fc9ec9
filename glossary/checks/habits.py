"""C006–C007: a bitext beside the others of the project."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf
from unicodedata import normalize

from glossary.checks._contract import Issue, Knowledge, SegmentCheck, Setting, Severity
from glossary.interface import _
from glossary.languages import fold
from glossary.model import Segment

__all__ = ["CHECKS", "pairs_of"]

_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_LOST = 1
_CHANGED = 4
"""Times that the glossary and the bitext write a word beside its neighbour before the same letters
with fewer marks, or with other ones, are named. Measured on the five translated articles."""

_ALONE = 2
_FREQUENT = 100
"""Places beside a neighbour: two are those of one word in a sentence."""

_RATIO = 0.01
"""The share of the places of the more frequent word that a pair must have to be one."""

_Pair = tuple[str, str]


class UnusualMarks(SegmentCheck):
    """A word lacks a mark, or has another one, that it bears beside its neighbour elsewhere.

    A note: a syllable that has lost a mark is often another good syllable (hội, hôi), but so is
    many a rare word (công tác, cộng tác).
    """

    code = "C006"
    severity = Severity.NOTE
    languages = ("vi",)

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Only where neither neighbour is known to stand beside the word as it is written."""
        knowledge = setting.knowledge
        for before, word, behind in _neighbours(subject.target):
            if _is_known(knowledge.pairs, before, word, behind):
                continue
            right = _usual(knowledge, before, word, behind) or _frequent(knowledge, word)
            if right:
                message = _("“{words}” is “{usual}” everywhere else")
                yield self.issue(
                    subject, message.format(words=" ".join(right[0]), usual=" ".join(right[1]))
                )


class OtherTranslation(SegmentCheck):
    """The same sentence is translated otherwise in another article."""

    code = "C007"

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """The rarer translation is named, and where both are as frequent, both are."""
        known = {
            text: sorted(set(places) - {subject.origin})
            for text, places in setting.knowledge.translations.get(subject.source, {}).items()
        }
        mine = len(known.pop(subject.target, ())) + 1
        others = {text: places for text, places in known.items() if len(places) >= mine}
        if others:
            best = max(others, key=lambda text: (len(others[text]), text))
            message = _("is “{other}” in {article}")
            yield self.issue(subject, message.format(other=best, article=others[best][0]))


def pairs_of(text: str) -> Iterator[_Pair]:
    """Each two words with a blank between them and no mark, in small letters."""
    for run in _RUN.findall(text.casefold()):
        yield from pairwise(run.split())


def _neighbours(text: str) -> Iterator[tuple[str, str, str]]:
    """Each word with the one before and the one behind it, empty where there is a mark."""
    for run in _RUN.findall(text.casefold()):
        words = ["", *run.split(), ""]
        yield from zip(words, words[1:], words[2:], strict=False)


def _is_known(pairs: Mapping[_Pair, int], before: str, word: str, behind: str) -> bool:
    """Whether the word stands beside one of its neighbours in another place too."""
    return pairs.get((before, word), 0) > 1 or pairs.get((word, behind), 0) > 1


def _usual(knowledge: Knowledge, before: str, word: str, behind: str) -> tuple[_Pair, _Pair] | None:
    """The pair as it is written here, and as it is written elsewhere."""
    beside, key = _beside(knowledge), fold(word)
    for other, count in beside.seconds.get((before, key), {}).items():
        if count >= _needed(word, other) and beside.is_bound(before, other, count):
            return (before, word), (before, other)
    for other, count in beside.firsts.get((key, behind), {}).items():
        if count >= _needed(word, other) and beside.is_bound(other, behind, count):
            return (word, behind), (other, behind)
    return None


def _frequent(knowledge: Knowledge, word: str) -> tuple[tuple[str], tuple[str]] | None:
    """The frequent word that a word becomes with a mark more, where nothing else has the word."""
    beside = _beside(knowledge)
    if beside.counts.get(word, 0) > _ALONE:
        return None
    for other in beside.alike.get(fold(word), ()):
        is_frequent = beside.counts[other] >= _FREQUENT
        if is_frequent and word != other and _has_lost_marks(word, other):
            return (word,), (other,)
    return None


def _needed(word: str, other: str) -> float:
    """How often the other spelling must be attested to count against the word."""
    if word == other:
        return inf
    return _LOST if _has_lost_marks(word, other) else _CHANGED


def _has_lost_marks(word: str, other: str) -> bool:
    """Whether the word is the other one with a mark less.

    >>> _has_lost_marks("hôi", "hội"), _has_lost_marks("hồi", "hội")
    (True, False)
    """
    pairs = zip(_letters(word), _letters(other), strict=False)
    return len(word) == len(other) and all(mine <= its for mine, its in pairs)


def _letters(word: str) -> list[frozenset[str]]:
    """Each letter with its marks; the stroke of đ is one of them."""
    return [
        frozenset(normalize("NFD", letter.replace("đ", "d\u0335").replace("Đ", "D\u0335")))
        for letter in word
    ]


@dataclass(frozen=True, slots=True)
class _Beside:
    """The words that follow a word, and that stand before one, each under its letters.

    `counts` are the places of each word, two for one between others; `alike` the words of the same
    letters, frequent ones first.
    """

    seconds: Mapping[_Pair, Mapping[str, int]]
    firsts: Mapping[_Pair, Mapping[str, int]]
    counts: Mapping[str, int]
    alike: Mapping[str, Sequence[str]]

    def is_bound(self, first: str, second: str, count: int) -> bool:
        """Whether a pair is more than two frequent words that met."""
        return count >= _RATIO * max(self.counts[first], self.counts[second])


@lru_cache(maxsize=4)
def _beside(knowledge: Knowledge) -> _Beside:
    seconds: dict[_Pair, dict[str, int]] = defaultdict(dict)
    firsts: dict[_Pair, dict[str, int]] = defaultdict(dict)
    counts: Counter[str] = Counter()
    for (first, second), count in knowledge.pairs.items():
        seconds[first, fold(second)][second] = count
        firsts[fold(first), second][first] = count
        counts[first] += count
        counts[second] += count
    alike: dict[str, list[str]] = defaultdict(list)
    for word in sorted(counts, key=lambda one: (-counts[one], one)):
        alike[fold(word)].append(word)
    return _Beside(seconds, firsts, counts, alike)


CHECKS = (UnusualMarks(), OtherTranslation())
