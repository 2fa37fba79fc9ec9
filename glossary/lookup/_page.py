"""A text while it is read: composed, its tokens with their keys, the way back to the original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.lookup._composing import composed
from glossary.lookup._coordination import Reading, Span
from glossary.lookup._forms import is_acronym
from glossary.lookup._trie import Key, Keys, spans_of

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """A `text` in NFC; `places` gives each of its offsets in the original, `spans` its tokens."""

    text: str
    places: Sequence[int]
    spans: Sequence[Span]
    keys: Sequence[Key]

    @classmethod
    def of(cls, original: str, known: Keys) -> Page:
        """Read a text."""
        text, places = composed(original)
        spans = spans_of(text, known.language)
        return cls(text, places, spans, [known[text[start:end]] for start, end in spans])

    def quote(self, pieces: Sequence[Span]) -> tuple[str, tuple[tuple[int, int], ...]]:
        """What stands at some tokens, a blank between the pieces, and where in the original."""
        spans, places = self.spans, self.places
        ranges = [(spans[first][0], spans[last - 1][1]) for first, last in pieces]
        text = " ".join([self.text[start:end] for start, end in ranges])
        return text, tuple([(places[start], places[end]) for start, end in ranges])

    def reading(self, found: Sequence[Span]) -> Reading:
        """The same for coordinations; `found` are the designations that stand as they are."""
        words = [self.text[start:end] for start, end in self.spans]
        is_word = [word[0].isalnum() for word in words]
        names = [
            word[0].isupper() and not is_acronym(word) and place > 0 and is_word[place - 1]
            for place, word in enumerate(words)
        ]
        by_end = {span[1]: span for span in found}
        inside = {place: span for span in found for place in range(span[0] + 1, span[1])}
        return Reading(self.keys, is_word, names, by_end, inside)
