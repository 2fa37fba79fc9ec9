"""Find out once for each word what depends on nothing but the word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

MAX_KNOWN = 1 << 16

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """What `find` gives for each key; it is asked for a new one, and all go when they are many.

    Asking a dictionary costs a third of what a function with a cache does, and
    ``map(memo.__getitem__, words)`` asks for all words of a sentence at once.

    >>> lengths = Memo(len)
    >>> list(map(lengths.__getitem__, ("tax", "fund", "tax")))
    [3, 4, 3]
    """

    def __init__(self, find: Callable[[Key], Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: Key) -> Value:
        if len(self) >= MAX_KNOWN:
            self.clear()
        value = self[key] = self._find(key)
        return value
