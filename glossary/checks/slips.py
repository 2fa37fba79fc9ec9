"""Checks of an article: blanks, doubled words and misspelt ones."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from functools import lru_cache

from glossary.checks._contract import Issue, Severity
from glossary.checks._manuscript import Manuscript, SourceCheck
from glossary.interface import _

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GLUED = (
    re.compile(r"(?<![\w.])(?P<before>[A-Z]?[a-z]+)(?P<mark>[.!?])(?P<after>[A-Z][a-z]+)(?![\w.])"),
    re.compile(r"(?<!\w)(?P<before>[A-Z][a-z]+ [A-Z])(?P<mark>\.)(?P<after>[A-Z][a-z]+)(?![\w.])"),
    re.compile(r"(?<!\w)(?P<before>[^\W\d_]{2,})(?P<mark>[,;])(?P<after>[^\W\d_]{2,})(?!\w)"),
    re.compile(
        r"(?<!\w)(?P<before>[^\W\d_]{3,})(?P<mark>)"
        r"(?P<after>\((?!(?i:ies|es)\b)[^\W\d_]{2,}(?=[) ]))"
    ),
    re.compile(r"(?P<before>\w{2}\))(?P<mark>)(?P<after>[^\W\d_]{2,})"),
    re.compile(r"(?<!\w)(?P<before>No)(?P<mark>\.)(?P<after>\d[\w/-]*)"),
)  # fmt: skip
_TOO_MUCH = re.compile(r"(?<=\w) +(?=[,;!?](?:\s|$)|\.(?:\s|$))")
_DOUBLE = re.compile(r"(?<=[^\s.!?:)])[ \u00a0]{2,}(?=\S)")
_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]{2,})\s+\1(?![\w'’-])", re.IGNORECASE)
_RIGHTLY_DOUBLED = frozenset(["had", "that", "very", "so", "no", "bye", "is", "do", "in"])
_TOKEN = re.compile(r"\w+(?:['’-]\w+)*")
_BETWEEN = re.compile(r"[\s,]*(?:(?:and|or)\s+)?")
_CONNECTORS = frozenset(["and", "or", "of", "the", "a", "to", "in"])
_LONGEST = 10
_SHORTEST = 4
_COMMON = 4.0
_FREQUENT = 3.9
_LETTERS = 7
_OFTEN = 2


class MissingBlank(SourceCheck):
    """A blank is missing behind a mark or at a bracket."""

    code = "S006"

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """Between whole words only; a full stop counts where a common word follows it."""
        from glossary.text.frequencies import zipf_frequencies

        for line, text in subject.lines:
            for number, pattern in enumerate(_GLUED):
                for found in pattern.finditer(text):
                    follows = found["after"].lower()
                    if number == 0 and zipf_frequencies()(follows) < _COMMON:
                        continue
                    after = f"{found['before']}{found['mark']} {found['after']}"
                    message = _("a blank is missing: “{after}”").format(after=after)
                    yield self.issue(
                        line.number, found.start() + 1, found[0], message, after=after
                    )  # fmt: skip


class NeedlessBlank(SourceCheck):
    """A blank stands before a mark, or twice."""

    code = "S007"
    severity = Severity.NOTE

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """Blanks at the ends of a line do no harm."""
        for line, text in subject.lines:
            for pattern, after in ((_TOO_MUCH, ""), (_DOUBLE, " ")):
                for found in pattern.finditer(text):
                    message = _("a blank too much")
                    yield self.issue(
                        line.number, found.start() + 1, found[0], message, after=after
                    )  # fmt: skip


class DoubledWord(SourceCheck):
    """A word stands twice."""

    code = "S008"

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """Not “had had” and its like, nor a name of two equal words."""
        for line, text in subject.lines:
            for found in _DOUBLED.finditer(text):
                second = found[0].split()[-1]
                if found[1].lower() in _RIGHTLY_DOUBLED or second[0].isupper():
                    continue
                message = _("“{word}” stands twice").format(word=found[1])
                yield self.issue(
                    line.number, found.start() + 1, found[0], message, after=found[1]
                )  # fmt: skip
            for start, end, shown in _near(text):
                message = _("“{words}” stands again close by").format(words=shown)
                yield self.issue(line.number, start + 1, text[start:end], message)


def _near(text: str) -> Iterator[tuple[int, int, str]]:
    """Whole phrases that come again at once, or behind one “and”: (start, end, the phrase)."""
    spans = [found.span() for found in _TOKEN.finditer(text)]
    words = [text[start:end].lower() for start, end in spans]
    index = 0
    while index < len(words):
        for size in range(_LONGEST, _SHORTEST - 1, -1):
            second = _comes_again(words, index, size)
            if second and _BETWEEN.fullmatch(text, spans[index + size - 1][1], spans[second][0]):
                phrase = text[spans[index][0] : spans[index + size - 1][1]]
                yield spans[index][0], spans[second + size - 1][1], phrase
                index = second + size - 1
                break
        index += 1


def _comes_again(words: list[str], index: int, size: int) -> int:
    """Where a run of words comes again at once or one word later; 0 where it does not."""
    phrase = words[index : index + size]
    if phrase[-1] in _CONNECTORS:
        return 0
    for second in (index + size, index + size + 1):
        if words[second : second + size] == phrase:
            return second
    return 0


class Misspelt(SourceCheck):
    """A word is misspelt."""

    code = "S009"

    def issues(self, subject: Manuscript) -> Iterator[Issue]:
        """Unknown to general English, rare in the articles, one slip away from just one word."""
        from glossary.text.frequencies import common_words, zipf_frequencies

        is_known: Callable[[str], bool] = common_words()
        zipf = zipf_frequencies()
        for line, text in subject.lines:
            for found in _WORD.finditer(text):
                word = found[0]
                rare = subject.words.get(word, 0) <= _OFTEN
                if not (word.isascii() and word.isalpha() and word.islower() and rare):
                    continue
                if len(word) < _LETTERS or zipf(word) or is_known(word):
                    continue
                if right := _right(word):
                    message = _("“{word}” is misspelt: “{right}”").format(word=word, right=right)
                    yield self.issue(
                        line.number, found.start() + 1, word, message, after=right
                    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _right(word: str) -> str:
    """The one frequent word that is a slip away; the most frequent by far, or nothing."""
    from glossary.text.frequencies import frequent_words, zipf_frequencies

    near = frequent_words(_FREQUENT) & set(_slips(word))
    ranked = sorted(near, key=lambda one: (-zipf_frequencies()(one), one))
    if not ranked or (
        len(ranked) > 1 and zipf_frequencies()(ranked[1]) > zipf_frequencies()(ranked[0]) - 1
    ):
        return ""
    return ranked[0]


def _slips(word: str) -> Iterator[str]:
    """Every word that differs by one transposition, deletion, replacement or insertion."""
    for i in range(len(word) + 1):
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :]
        for letter in string.ascii_lowercase:
            yield word[:i] + letter + word[i + 1 :]
            yield word[:i] + letter + word[i:]


CHECKS = (MissingBlank(), NeedlessBlank(), DoubledWord(), Misspelt())
