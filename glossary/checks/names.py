"""T019: the names of persons and places that the project knows.

The table ``names.txt`` beside the catalogs says how a name is written; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks._contract import Issue, SegmentCheck, Setting, Severity
from glossary.checks._counterparts import names_of
from glossary.interface import _
from glossary.languages import Name, fold
from glossary.model import Segment

__all__ = ["CHECKS"]

_WORD = re.compile(r"\S+")


class WrongName(SegmentCheck):
    """A person or place is missing, or written otherwise than in the table of names."""

    code = "T019"
    severity = Severity.ERROR

    def issues(self, subject: Segment, setting: Setting) -> Iterator[Issue]:
        """Each name once; other marks on the same letters can be repaired."""
        target, seen = subject.target.casefold(), set()
        for one in names_of(subject, setting.knowledge.names):
            assert isinstance(one.value, Name)
            name = one.value.text
            if name in seen or name.casefold() in target:
                continue
            seen.add(name)
            other = _in_other_marks(subject.target, name)
            after = subject.target.replace(other, name) if other else None
            message = (
                _("“{other}” is written “{name}”") if other else _("“{name}” has no counterpart")
            )
            yield self.issue(subject, message.format(other=other, name=name), after=after)


def _in_other_marks(text: str, name: str) -> str:
    """The words of the text that are the name but for marks, empty where there are none."""
    key, length = fold(name), len(name.split())
    words = list(_WORD.finditer(text))
    for first, last in zip(words, words[length - 1 :], strict=False):
        found = text[first.start() : last.end()].strip(',.;:()“”"')
        if fold(found) == key:
            return found
    return ""


CHECKS = (WrongName(),)
