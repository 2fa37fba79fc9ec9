"""A trie over the words of designations, and the words of a text as it is walked by them.

A word is what stands between blanks and punctuation, with its hyphens and, in English and
Vietnamese, its apostrophes; elsewhere they end a word (l’assurance). Its key is
what its variants share: in English number and spelling, in Vietnamese case and tone style. A word
with hyphens has a key for each part, so that “old-age” meets “old age”; no match begins or ends
inside it. Punctuation is a token of its own, as is an empty line: a match never crosses one that
the designation does not have. A single line break is a blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from glossary.languages import fold

__all__ = ["END", "Key", "Keys", "Node", "advance", "keys_of", "spans_of", "walk", "words_of"]

Node = dict[str, Any]
"""From the key of a word to the next node; at `END` what ends here."""

Key = str | tuple[str, ...] | None
"""Of one token: a key, several for a word with hyphens, or None where no designation has it."""

END = ""

_MARKS = r"|\n[^\S\n]*\n|[^\w\s]|_"
_TOKEN = re.compile(rf"[^\W_]+(?:[-\u2010\u2011&\u00ad][^\W_]+)*{_MARKS}")
_WITH_APOSTROPHES = re.compile(
    rf"[^\W_]+(?:[-\u2010\u2011'’&\u00ad][^\W_]+)*(?:(?<=[sS])['’](?!\w))?{_MARKS}"
)
_TOKENS = {"en": _WITH_APOSTROPHES, "vi": _WITH_APOSTROPHES}
_KEPT = 200_000
"""Different words whose keys are kept: more than any language has in one text."""


class Keys(dict[str, Key]):
    """The keys of words of a language, each worked out once; None outside the `vocabulary`."""

    def __init__(
        self, language: str, word_key: Callable[[str], str], vocabulary: Iterable[str]
    ) -> None:
        super().__init__()
        self.language = language
        self._word_key = word_key
        self._vocabulary = frozenset(vocabulary)

    def __missing__(self, word: str) -> Key:
        parts = keys_of(word, self._word_key)
        known = all(part in self._vocabulary for part in parts)
        key: Key = None if not known or not parts else parts[0] if len(parts) == 1 else parts
        if len(self) > _KEPT:
            self.clear()
        self[word] = key
        return key


def keys_of(word: str, word_key: Callable[[str], str]) -> tuple[str, ...]:
    """The keys of one token: those of its parts, or of a mark of punctuation itself."""
    if word[0].isalnum():
        return tuple(word_key(word.replace("\u00ad", "")).split())
    return (fold(word) or word,) if not word.isspace() else ("\n",)


def spans_of(text: str, language: str) -> list[tuple[int, int]]:
    """The tokens of `text` as (start, end)."""
    return [found.span() for found in _TOKENS.get(language, _TOKEN).finditer(text)]


def words_of(text: str, language: str) -> list[str]:
    """The tokens of `text` as they are written.

    >>> words_of("Party’s law", "en"), words_of("l’assuré", "fr")
    (['Party’s', 'law'], ['l', '’', 'assuré'])
    """
    return _TOKENS.get(language, _TOKEN).findall(text)


def advance(node: Node, key: Key) -> Node | None:
    """The node behind `key`, None where no designation goes on with it."""
    if isinstance(key, str):
        return node.get(key)
    if key is None:
        return None
    for part in key:
        following: Node | None = node.get(part)
        if following is None:
            return None
        node = following
    return node


def walk(node: Node, keys: Sequence[Key], start: int, stop: int) -> Iterator[tuple[int, Any]]:
    """What ends on the way from `start` to at most `stop`: (end, what stands at `END`)."""
    for place in range(start, stop):
        following = advance(node, keys[place])
        if following is None:
            return
        node = following
        if END in node:
            yield place + 1, node[END]
