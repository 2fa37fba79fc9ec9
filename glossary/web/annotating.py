"""Mark the terms of a text for a page: cut it into pieces, each with what it designates."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from glossary.lookup import Annotator, Marking, guess_language
from glossary.model import Entry

LONGEST_TEXT = 200_000
"""Characters of a text that are marked: some eighty pages."""


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
        chosen = language if language in self.languages else guess_language(shown, self.languages)
        annotator = self._annotator(chosen, target)
        return Marking(shown, chosen, annotator.annotate(shown))

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
