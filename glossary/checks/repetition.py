"""V011: a word or phrase written twice.

Vietnamese doubles words on purpose (*luôn luôn*, *ngày ngày*), and the end of one word may be the
beginning of the next (*hợp đồng đồng bộ*). So only small words are named, which never stand twice,
and pairs of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.checks._contract import Issue, Setting, Text, TextCheck
from glossary.interface import _

__all__ = ["CHECKS"]

_SMALL = (
    "và|của|các|là|được|trong|cho|về|tại|với|đã|sẽ|những|để|có|không|này|từ năm|đến|theo|trên|"
    "dưới|bởi|do|khi|một|nhằm|bằng|hoặc|nhưng|mà|thì|cũng|phải|cần|việc"
)
_TWICE = re.compile(rf"(?<!\w)(?P<small>{_SMALL})\s(?P=small)(?!\w)", re.IGNORECASE)
_PHRASE = re.compile(
    r"(?<!\w)(?P<pair>[^\W\d_]{2,20}\s[^\W\d_]{2,20})\s(?P=pair)(?!\w)", re.IGNORECASE
)


class Doubled(TextCheck):
    """A small word, or two words together, stand twice in a row."""

    code = "V011"
    languages = ("vi",)

    def issues(self, subject: Text, setting: Setting) -> Iterator[Issue]:
        """What stands twice in the source too is meant."""
        for pattern, name in ((_TWICE, "small"), (_PHRASE, "pair")):
            found = pattern.search(subject.text)
            if found and found[0] not in subject.source:
                message = _("“{words}” stands twice").format(words=found[name])
                after = subject.text[: found.end(name)] + subject.text[found.end() :]
                yield self.issue(subject, message, after=after)
                return


CHECKS = (Doubled(),)
