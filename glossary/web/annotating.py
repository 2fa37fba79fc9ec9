"""Mark the terms of a text for a page: cut it into pieces, each with what it designates."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from glossary.lookup import Annotation, Annotator
from glossary.model import Entry

LONGEST_TEXT = 200_000
"""Characters of a text that are marked: some eighty pages."""

_WORD = re.compile(r"\w+")
_VIETNAMESE = re.compile(r"[ăâđêôơưà-ãè-êìíò-õùúýạ-ỹ\u0300\u0301\u0303\u0309\u0323]", re.I)
_SHARE = 0.2
"""Of the words of Vietnamese, some two thirds bear a mark; of English, next to none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, with the annotations that cover it."""

    text: str
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Marking:
    """A text in `language` with its annotations, in the order of their places."""

    text: str
    language: str
    annotations: tuple[Annotation, ...]

    @property
    def pieces(self) -> Iterator[Piece]:
        """The text cut where an annotation begins or ends."""
        spans = [(part, place) for place, one in enumerate(self.annotations) for part in one.parts]
        cuts = sorted({0, len(self.text), *(cut for part, _ in spans for cut in part)})
        starting: dict[int, list[tuple[int, int]]] = {}
        for (start, end), place in spans:
            starting.setdefault(start, []).append((place, end))
        running: list[tuple[int, int]] = []
        for start, end in pairwise(cuts):
            still = [pair for pair in running if pair[1] > start]
            running = sorted(still + starting.get(start, []))
            found = tuple(self.annotations[place] for place, _ in running)
            yield Piece(self.text[start:end], found)


class Marker:
    """Marks texts in the source language or in that of a catalog; safe to share between threads.

    The annotator of a language is made when a text in it is marked for the first time.
    """

    def __init__(self, source_language: str, catalogs: Mapping[str, tuple[Entry, ...]]) -> None:
        self._source = source_language
        self._catalogs = dict(catalogs)
        self._made: dict[tuple[str, str], Annotator] = {}
        self._lock = threading.Lock()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of texts that can be marked, the source first."""
        others = (language for language in self._catalogs if language != self._source)
        return (self._source, *others)

    def mark(self, text: str, *, language: str = "", target: str = "") -> Marking:
        """Mark the first `LONGEST_TEXT` characters of `text`, in `language` or that it looks like.

        `target` names the catalog whose equivalents a text in the source language is given; empty
        means the first one.
        """
        shown = text[:LONGEST_TEXT]
        chosen = language if language in self.languages else self._guessed(shown)
        annotator = self._annotator(chosen, target)
        return Marking(shown, chosen, annotator.annotate(shown))

    def _guessed(self, text: str) -> str:
        """Vietnamese or not, told by the marks of its letters."""
        vietnamese = next((tag for tag in self.languages if tag.partition("-")[0] == "vi"), "")
        words = _WORD.findall(text[:20_000])
        marked = sum(1 for word in words if _VIETNAMESE.search(word))
        is_vietnamese = bool(vietnamese) and marked > _SHARE * len(words)
        if is_vietnamese:
            return vietnamese
        return self._source if self._source != vietnamese else self.languages[-1]

    def _annotator(self, language: str, target: str) -> Annotator:
        catalog = language if language != self._source else target
        if catalog not in self._catalogs:
            catalog = next(iter(self._catalogs))
        with self._lock:
            key = (language, catalog)
            if key not in self._made:
                entries = self._catalogs[catalog]
                is_source = language == self._source
                make = Annotator.of_sources if is_source else Annotator.of_equivalents
                self._made[key] = make(entries, language=language)
            return self._made[key]
