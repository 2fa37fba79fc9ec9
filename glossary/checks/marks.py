"""C005: the marks of two neighbouring words, beside those that the rest of the file writes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from glossary.checks._contract import Collection, CollectionCheck, Issue, Part, Setting, Severity
from glossary.interface import _
from glossary.languages import fold
from glossary.model import Acceptability, Entry

__all__ = ["CHECKS"]

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WITNESSES = 3
"""Entries that write a pair one way before the one that writes it otherwise is pointed at."""

_Pair = tuple[str, str]


class RareMarks(CollectionCheck):
    """Two words bear other marks than in all other entries of the file.

    A note: a syllable that has lost a mark is often another good syllable (hội, hôi), but so is
    many a rare word (công tác, cộng tác).
    """

    code = "C005"
    severity = Severity.NOTE
    languages = ("vi",)

    def issues(self, subject: Collection, setting: Setting) -> Iterator[Issue]:
        """A pair in one entry only, where at least three entries have the other."""
        places: dict[_Pair, list[tuple[Entry, str, Acceptability]]] = defaultdict(list)
        for entry in subject.entries:
            for pair, (text, standing) in _pairs(entry).items():
                places[pair].append((entry, text, standing))
        alike: dict[str, list[_Pair]] = defaultdict(list)
        for pair in places:
            alike[fold(" ".join(pair))].append(pair)
        for pairs in alike.values():
            if len(pairs) > 1:
                usual = max(pairs, key=lambda pair: (len(places[pair]), pair))
                if len(places[usual]) >= _LEAST_WITNESSES:
                    rare = (pair for pair in pairs if len(places[pair]) == 1 and pair != usual)
                    yield from (self._issue(pair, usual, places[pair][0]) for pair in rare)

    def _issue(self, pair: _Pair, usual: _Pair, place: tuple[Entry, str, Acceptability]) -> Issue:
        entry, text, standing = place
        message = _("“{pair}” is “{usual}” everywhere else").format(
            pair=" ".join(pair), usual=" ".join(usual)
        )
        return Issue(self.code, self.severity, message, entry.key, Part.of(standing), text)


def _pairs(entry: Entry) -> dict[_Pair, tuple[str, Acceptability]]:
    """Each pair of neighbouring words of the entry, with the first text that has it."""
    found: dict[_Pair, tuple[str, Acceptability]] = {}
    for text, standing in entry.equivalents:
        if standing in {Acceptability.PREFERRED, Acceptability.ADMITTED}:
            words = _WORD.findall(text.casefold())
            for first, second in pairwise(words):
                found.setdefault((first, second), (text, standing))
    return found


CHECKS = (RareMarks(),)
