"""What a coordination implies: designations whose words stand apart from each other.

English lists modifiers before their head, Vietnamese behind it::

    social , unemployment and health   insurance policies
    └────── modifiers ────────────┘    └ head, as far as a designation goes

    bảo hiểm   xã hội , y tế và thất nghiệp
    └ head ┘   └────── modifiers ─────────┘

A reading is believed only where modifier and head together are a designation of the glossary, the
modifier is no rest of a longer one, and the list is no name: “Law on Social and Health Insurance”
and “Work Injury and Occupational Disease” stay whole. Two whole phrases that share a tail (“social
insurance and health insurance premiums”) are the same case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from glossary.lookup._trie import Key, Node, advance, walk

__all__ = ["Implied", "Reading", "Span", "head_first", "head_last"]

Span = tuple[int, int]
"""Tokens, from the first up to but without the last."""

Implied = tuple[Span, Span, Any]
"""A piece, the other piece behind it, and what the trie holds for both together."""

_ITEM = 4
"""Words of one item of a list."""
_RIGHT = 8
"""Words behind the conjunction that are looked at."""
_ITEMS = 8
"""Items of one list."""
_COMMA = ","


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a text, with the spans of the designations found in it.

    `names` tells which words are part of a name: they begin with a capital, are no acronym and do
    not open a sentence. `by_end` and `inside` find the span that ends at a token, or that holds a
    token behind its first one.
    """

    keys: Sequence[Key]
    words: Sequence[bool]
    names: Sequence[bool]
    by_end: Mapping[int, Span]
    inside: Mapping[int, Span]

    def item(self, end: int) -> Span:
        """The words before `end`, up to punctuation, a conjunction's place or four of them."""
        start = end
        while start and end - start < _ITEM and self.words[start - 1]:
            start -= 1
        return start, end

    def right(self, start: int) -> int:
        """Where the words from `start` on end."""
        stop = start
        while stop < len(self.words) and stop - start < _RIGHT and self.words[stop]:
            stop += 1
        return stop

    def before_comma(self, place: int) -> int:
        """The same place, or that of a comma right before it."""
        return place - 1 if place and self.keys[place - 1] == _COMMA else place


def head_last(reading: Reading, root: Node, conjunction: int) -> Iterator[Implied]:
    """What the list around a `conjunction` implies where modifiers stand before their head."""
    first, stop = conjunction + 1, reading.right(conjunction + 1)
    if conjunction in reading.inside or stop - first < 2:
        return
    end = reading.before_comma(conjunction)
    for _ in range(_ITEMS):
        start, end = reading.item(end)
        for place in range(start, end):
            if found := _with_head(reading, root, (place, end), (first, stop)):
                yield found
                break
        if not start or reading.before_comma(start) == start:
            return
        end = start - 1


def _with_head(reading: Reading, root: Node, item: Span, right: Span) -> Implied | None:
    """The longest designation of `item` and a head that begins behind the last modifier."""
    start, end = item
    if start in reading.inside or (reading.names[end - 1] and reading.names[right[0]]):
        return None
    node = _behind(reading, root, item)
    best: Implied | None = None
    for head in range(right[0] + 1, right[1]) if node else ():
        for last, forms in walk(node or {}, reading.keys, head, right[1]):
            if best is None or last - head > best[1][1] - best[1][0]:
                best = (item, (head, last), forms)
    return best


def head_first(reading: Reading, root: Node, conjunction: int) -> Iterator[Implied]:
    """What the list around a `conjunction` implies where modifiers stand behind their head."""
    if conjunction in reading.inside:
        return
    items = [(conjunction + 1, reading.right(conjunction + 1))]
    end = reading.before_comma(conjunction)
    for _ in range(_ITEMS):
        if whole := reading.by_end.get(end):
            for item in reversed(items):
                if found := _behind_head(reading, root, whole, item):
                    yield found
            return
        start, end = reading.item(end)
        if start == end or reading.before_comma(start) == start:
            return
        items.append((start, end))
        end = start - 1


def _behind_head(reading: Reading, root: Node, whole: Span, item: Span) -> Implied | None:
    """The longest designation of a head that begins `whole`, and words that begin `item`."""
    start, stop = item
    for last in range(whole[1] - 1, whole[0], -1):
        head = (whole[0], last)
        node = _behind(reading, root, head)
        found = list(walk(node, reading.keys, start, stop)) if node else []
        for end, forms in reversed(found):
            if end not in reading.inside:
                return head, (start, end), forms
    return None


def _behind(reading: Reading, root: Node, span: Span) -> Node | None:
    node: Node | None = root
    for place in range(*span):
        node = advance(node, reading.keys[place]) if node is not None else None
    return node
