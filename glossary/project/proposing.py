"""What a term may be called: composed from the glossary, and found in what was translated.

in      an entry of a catalog; its other entries, and the project's memory where there is one
out     proposals, the surest first; nothing is written
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.catalog.proposals import Proposal, Proposer
from glossary.interface import _
from glossary.memory import Memory
from glossary.model import Entry
from glossary.project.project import Project

MAX_PROPOSALS = 3
SUREST = 95
"""Percent: what stands in every translated sentence may still be no equivalent."""


class Proposals:
    """Proposes equivalents for the entries of one catalog.

    The memory is asked only for what is open, for it takes longer.
    """

    def __init__(self, project: Project, language: str, entries: Iterable[Entry]) -> None:
        self._entries = list(entries)
        self._language = language
        self._path = project.memory_path
        self._proposer = Proposer(self._entries, language)
        self._found: dict[tuple[str, str], tuple[Proposal, ...]] = {}

    def of(self, entry: Entry) -> tuple[Proposal, ...]:
        """The proposals for an entry, those that it already has left out."""
        if entry.key not in self._found:
            self._found[entry.key] = self._merged(entry)
        return self._found[entry.key]

    def _merged(self, entry: Entry) -> tuple[Proposal, ...]:
        found = [*self._proposer.propose(entry), *self._remembered(entry)]
        best: dict[str, Proposal] = {}
        for one in sorted(found, key=lambda one: (-one.confidence, one.text)):
            best.setdefault(one.text.casefold(), one)
        return tuple(best.values())[:MAX_PROPOSALS]

    def _remembered(self, entry: Entry) -> Iterator[Proposal]:
        if entry.target or not self._path.exists():
            return
        refused = {text.casefold() for text, _standing in entry.equivalents}
        with Memory.open(self._path, create=False) as memory:
            suggestions = memory.suggest(entry, language=self._language, known=self._entries)
        for one in suggestions:
            if one.phrase.casefold() not in refused:
                reason = _("in {count} of {total} translated sentences with it").format(
                    count=one.together, total=one.term_count
                )
                share = round(100 * one.together / one.term_count)
                yield Proposal(one.phrase, min(share, SUREST), reason)
