"""What survives translation: by it one sees which sentences say the same.

in      a sentence in the source or the target language
out     features that are equal on both sides: values of numbers, dates and references, names,
        capitalised words without their marks, and the glossary's terms, by whichever equivalent
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping

from glossary.languages import fold, placeables
from glossary.lookup import Annotator
from glossary.memory.alignment import Block
from glossary.model import Entry

_CAPITALISED = re.compile(r"\b(?=\w)[^\W\d_a-zà-ỹđ][\w-]+")


class Anchors:
    """Finds the features of sentences of two languages; `names` are source names with theirs."""

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        *,
        names: Mapping[str, str] | None = None,
        source_language: str = "en",
        target_language: str = "vi",
    ) -> None:
        known = list(entries)
        self._languages = (source_language, target_language)
        self._annotators = (
            Annotator.of_sources(known, language=source_language),
            Annotator.of_equivalents(known, language=target_language),
        )
        names = dict(names or {})
        self._names = (names, {name: name for name in names.values()})

    def of_source(self, text: str) -> Block:
        """A sentence of the source language with its features."""
        return Block(text, frozenset(self._features(text, 0)))

    def of_target(self, text: str) -> Block:
        """A sentence of the target language with its features."""
        return Block(text, frozenset(self._features(text, 1)))

    def _features(self, text: str, side: int) -> Iterator[Hashable]:
        for found in placeables(text, self._languages[side], names=self._names[side]):
            if not found.is_soft:
                yield found.kind, found.value
        for marked in self._annotators[side].annotate(text):
            for designation in marked.designations:
                yield "term", designation.entry.key
        for word in _CAPITALISED.findall(text):
            yield "word", fold(word)
