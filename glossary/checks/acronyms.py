"""T010–T011: acronyms beside their long forms, in the source and in the equivalents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.checks._contract import (
    Collection,
    CollectionCheck,
    EntryCheck,
    Issue,
    Part,
    Setting,
)
from glossary.interface import _
from glossary.languages import fold
from glossary.lookup import describe
from glossary.model import Entry

__all__ = ["CHECKS"]

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"và", "của", "về", "cho", "trong"})
_SHORTEST = 2
_OF = "Abbreviation of "
_AS = "Abbreviated as "


class AgainstLongForm(CollectionCheck):
    """The equivalent of an acronym is not that of its long form, nor an abbreviation of it.

    An acronym that is kept as it is agrees with any long form.
    """

    code = "T010"

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """What belongs together is read from the lines “Abbreviation of …”."""
        for short, long in _pairs(subject):
            if not short.target or not long.target or short.target == short.source:
                continue
            wanted = _usable(long)
            if not any(agrees(short.target, text) for text in wanted):
                yield Issue(
                    self.code,
                    self.severity,
                    _(
                        "“{short}” does not agree with “{long}”, the equivalent of “{source}”"
                    ).format(short=short.target, long=long.target, source=long.source),
                    short.key,
                    Part.TARGET,
                    short.target,
                    related=(long.key,),
                )


class OtherLetters(EntryCheck):
    """An abbreviation has other letters than the words that it stands for in the same entry.

    “chính sách BHYT” beside “chính sách bảo hiểm xã hội”.
    """

    code = "T011"
    languages = ("vi",)

    def issues(self, subject: Entry, setting: Setting) -> Iterator[Issue]:
        """Only where all other words agree, and there is a letter for every word."""
        texts = _usable(subject)
        for text in texts:
            if text == text.lower() or not _has_abbreviation(text):
                continue
            faults = [fault for long in texts if (fault := _mismatch(text, long))]
            if faults and not any(text != long and agrees(text, long) for long in texts):
                short, words = faults[0]
                part = Part.TARGET if text == subject.target else Part.ADMITTED
                message = _("“{short}” does not abbreviate “{words}”").format(
                    short=short, words=words
                )
                yield self.issue(subject, message, part=part, text=text)


def agrees(short: str, long: str) -> bool:
    """Whether `short` is `long`, or `long` with runs of words as their initials.

    >>> agrees("BHXH Việt Nam", "Bảo hiểm xã hội Việt Nam"), agrees("BHYT", "bảo hiểm xã hội")
    (True, False)
    """
    return _covers(_WORD.findall(short), [word.casefold() for word in _WORD.findall(long)])


def _covers(short: Sequence[str], long: Sequence[str]) -> bool:
    """Walk both: each word of `short` is the next one of `long`, or initials of the next ones."""
    place = 0
    for word in short:
        low = word.casefold()
        if place < len(long) and long[place] == low:
            place += 1
            continue
        run = "".join(one[0] for one in long[place : place + len(low)])
        if not word.isupper() or run != low:
            return False
        place += len(low)
    return place == len(long)


def _pairs(collection: Collection) -> Iterator[tuple[Entry, Entry]]:
    seen = set()
    for entry in collection.entries:
        for line in describe(entry.comments).relations:
            mark = next((mark for mark in (_OF, _AS) if line.startswith(mark)), "")
            other = collection.by_key.get((line.removeprefix(mark), entry.sense)) if mark else None
            if other is None:
                continue
            pair = (entry, other) if mark == _OF else (other, entry)
            if (pair[0].key, pair[1].key) not in seen:
                seen.add((pair[0].key, pair[1].key))
                yield pair


def _usable(entry: Entry) -> list[str]:
    return [entry.target, *entry.admitted] if entry.target else list(entry.admitted)


def _has_abbreviation(text: str) -> bool:
    return any(word.isupper() and len(word) >= _SHORTEST for word in _WORD.findall(text))


def _mismatch(short: str, long: str) -> tuple[str, str] | None:
    """The abbreviation in `short`, and the words of `long` in its place with other initials."""
    one, other = _WORD.findall(short), _WORD.findall(long)
    start = 0
    while start < min(len(one), len(other)) and one[start].lower() == other[start].lower():
        start += 1
    end = 0
    most = min(len(one), len(other)) - start
    while end < most and one[-1 - end].lower() == other[-1 - end].lower():
        end += 1
    left, words = one[start : len(one) - end], other[start : len(other) - end]
    if len(left) != 1 or not left[0].isupper() or any(word.isupper() for word in words):
        return None
    content = [word for word in words if word not in _SMALL]
    if len(left[0]) < _SHORTEST or len(left[0]) not in {len(words), len(content)}:
        return None
    # VNĐ is đồng Việt Nam, UBND Ủy ban nhân dân: order and marks do not count.
    letters = sorted(fold(left[0]))
    if letters in (sorted(fold(word)[0] for word in run) for run in (words, content)):
        return None
    return left[0], " ".join(words)


CHECKS = (AgainstLongForm(), OtherLetters())
