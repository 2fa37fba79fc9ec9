"""What was translated before: matches of a text from the memory, and from the glossary."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError
from glossary.model import Acceptability, Entry, Segment
from glossary.web.search import Result
from glossary.web.snapshot import Office, Snapshot

if TYPE_CHECKING:
    from glossary.memory import Memory

LOG = logging.getLogger("glossary.web")

LONGEST_SEGMENT = 2000
"""Characters of a text that are looked for; Weblate sends 500 at most."""

_EXACT = 100
_FOLDED = 95
_UNREVIEWED = 5
"""Points that an entry loses while somebody still has to look at it, as in the memory."""
_SAME = {"exact": _EXACT, "folded": _FOLDED, "variant": _FOLDED}


@dataclass(frozen=True, slots=True)
class Recalled:
    """A text that was translated before; `score` in percent, 101 where its neighbours agree too.

    `origin` is ``memory`` or ``glossary``.
    """

    source: str
    target: str
    score: int
    origin: str


class Recall:
    """Finds what was translated before; the memory is opened when it is first asked.

    A memory that a project does not have yet is looked for again at each request.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._memory: Memory | None = None
        self._lock = threading.Lock()
        # One after the other: more at once would be no faster, and keep look-ups waiting.
        self._thread = ThreadPoolExecutor(1, "memory")

    async def matches(
        self, text: str, *, languages: tuple[str, str], threshold: int, limit: int
    ) -> list[Recalled]:
        """Up to `limit` matches of at least `threshold` percent, best first, each text once.

        `languages` are those of `text` and of what it was translated into.
        """
        snapshot = await self._office.current()
        found = list(_terms(snapshot, text, languages))
        memory = self._opened()
        if memory is not None:
            wanted = Segment(text, source_language=languages[0], target_language=languages[1])
            look = partial(memory.lookup, wanted, threshold=threshold, limit=limit)
            matches = await asyncio.get_running_loop().run_in_executor(self._thread, look)
            found += [Recalled(m.source, m.target, m.score, "memory") for m in matches]
        found.sort(key=lambda match: -match.score)
        best = {(match.source, match.target): match for match in reversed(found)}
        kept = [m for m in found if best[m.source, m.target] is m and m.score >= threshold]
        return kept[:limit]

    def close(self) -> None:
        """Let the memory go."""
        self._thread.shutdown()
        if self._memory is not None:
            self._memory.close()
            self._memory = None

    def _opened(self) -> Memory | None:
        path = self._office.project.memory_path
        if self._memory is None and path.exists():
            self._open(path)
        return self._memory

    def _open(self, path: Path) -> None:
        from glossary.memory import Memory

        with self._lock:
            if self._memory is None:
                try:
                    self._memory = Memory.open(path, create=False)
                except GlossaryError as error:
                    # The terms can be given all the same; the log says why they are alone.
                    LOG.warning("%s", error)


def _terms(snapshot: Snapshot, text: str, languages: tuple[str, str]) -> Iterable[Recalled]:
    """The entries that the whole text designates, seen from its side."""
    source, target = languages
    for result in snapshot.search.same(text):
        score = _SAME.get(result.closeness, 0) - _UNREVIEWED * result.entry.needs_review
        seen = _seen(snapshot, result, source, target)
        if seen and score > 0:
            yield Recalled(*seen, score, "glossary")


def _seen(snapshot: Snapshot, result: Result, source: str, target: str) -> tuple[str, str] | None:
    entry: Entry = result.entry
    ours, theirs = snapshot.source_language.partition("-")[0], result.language.partition("-")[0]
    if not entry.target or result.acceptability is Acceptability.FORBIDDEN:
        return None
    if (source, target) == (ours, theirs) and result.acceptability is None:
        return result.matched, entry.target
    if (source, target) == (theirs, ours) and result.acceptability is not None:
        return result.matched, entry.source
    return None
