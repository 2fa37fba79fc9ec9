"""Look terms up for a page: the one place of the web that knows how look-ups are done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from glossary.lookup import Closeness, Index, Match, Relatives
from glossary.model import Acceptability, Entry
from glossary.project import Project

LONGEST_QUERY = 200
"""Characters of a query that are looked at; no designation is longer."""

_KEPT = 5000
"""Answers that are kept, the latest; some three kilobytes each."""


@dataclass(frozen=True, slots=True)
class Result:
    """An entry that a query met through its designation `matched`, in the way `closeness` names."""

    entry: Entry
    language: str
    matched: str
    acceptability: Acceptability | None
    closeness: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for `query`, best first; the `nearest` designations where nothing was."""

    query: str
    results: tuple[Result, ...] = ()
    nearest: tuple[str, ...] = ()


class Search:
    """Look-ups in the catalogs of a project; safe to share between threads."""

    def __init__(self, project: Project, catalogs: Mapping[str, tuple[Entry, ...]]) -> None:
        self._index = Index(catalogs, variant_key=project.variant_key)
        # The same values as everywhere else, so that answers that are kept hold no copies of them.
        self._entries = {
            (tag, entry.key): entry for tag, entries in catalogs.items() for entry in entries
        }
        # Many people type the same beginnings; the catalogs behind stay what they are.
        self._answer = lru_cache(_KEPT)(self._looked_up)

    def find(self, query: str, *, limit: int = 50) -> Answer:
        """The first `limit` entries for what was typed; nothing for an empty query."""
        wanted = " ".join(query[:LONGEST_QUERY].split())
        return self._answer(wanted, limit) if wanted else Answer("")

    def same(self, text: str) -> tuple[Result, ...]:
        """The entries that the whole `text` designates, whatever its marks, number and spelling."""
        return self._results(self._index.find(text, until=Closeness.VARIANT))

    def relatives(self, entry: Entry) -> Relatives:
        """The terms around that of an entry."""
        return self._index.relatives(entry)

    def _looked_up(self, wanted: str, limit: int) -> Answer:
        found = self._results(self._index.search(wanted, limit))
        return Answer(wanted, found, () if found else self._index.nearest(wanted))

    def _results(self, matches: Iterable[Match]) -> tuple[Result, ...]:
        return tuple(
            Result(
                self._entries.get((match.language, match.entry.key), match.entry),
                match.language,
                match.text,
                match.acceptability,
                match.closeness.name.lower(),
            )
            for match in matches
        )
