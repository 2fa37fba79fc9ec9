"""The translation memory: what was translated, found again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import RequestError
from glossary.interface import _
from glossary.memory import _keys, matching
from glossary.memory.penalties import Penalties
from glossary.memory.searching import Progress, Searcher, build_index
from glossary.memory.store import Store
from glossary.memory.unit import Addition, Match, Unit
from glossary.model import Entry, Segment

if TYPE_CHECKING:
    from glossary.memory.adaptation import Adapter
    from glossary.memory.concordance import Line
    from glossary.memory.report import Statistics
    from glossary.memory.suggestion import Suggestion

THRESHOLD = 75
"""Percent from which on a match helps more than it hinders, as CAT tools commonly set it."""

_STANDARD = Penalties()


class Memory:
    """A translation memory in one file; a context that closes it. Threads may share it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._searchers: dict[str, Searcher] = {}

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Memory:
        """Open the memory in a file, new where there is none and `create` is set.

        Raises InputError where there is none, MalformedError where it is damaged or no memory,
        LockedError where another process writes it for too long.
        """
        return cls(Store(path, create=create))

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file of the record."""
        return self.store.path

    def close(self) -> None:
        """Close the files."""
        for searcher in self._searchers.values():
            searcher.close()
        self._searchers.clear()
        self.store.close()

    def add(
        self,
        segments: Iterable[Segment],
        *,
        is_planned: bool = False,
        refreshes: bool = True,
        progress: Callable[[int], None] | None = None,
    ) -> Addition:
        """Keep what is translated of these segments: all of it, or after an error nothing.

        A new translation of the same place takes the old one's. `is_planned` only tells what would
        become of them. Unless `refreshes` is off, the matching index is built again where so much
        is new that this pays. `progress` is told how many segments are done.
        """
        total, languages = Addition(), set[str]()
        with self.store.writing(is_planned=is_planned):
            for number, segment in enumerate(segments, 1):
                if _is_worth_keeping(segment):
                    total += self.store.put(segment)
                    languages |= {
                        _keys.base(segment.source_language),
                        _keys.base(segment.target_language),
                    }
                else:
                    total += Addition(skipped=1)
                if progress:
                    progress(number)
        if refreshes and not is_planned:
            self._refresh(languages)
        return total

    def has(self, segment: Segment) -> bool:
        """Whether this place of a segment is known, whatever its translation was there."""
        key = _keys.unit_key(segment)
        return bool(self.store.number("SELECT 1 FROM units WHERE key = ?", (key,)))

    def refresh(self, *, progress: Progress | None = None) -> None:
        """Build every matching index again of whose texts so many are new that this pays."""
        rows = self.store.rows("SELECT DISTINCT language FROM texts")
        self._refresh({row[0] for row in rows}, progress)

    def _refresh(self, languages: set[str], progress: Progress | None = None) -> None:
        for language in sorted(languages):
            if self._searcher(language).wants_index:
                self.rebuild(language, progress=progress)

    def rebuild(self, language: str, *, progress: Progress | None = None) -> None:
        """Build the matching index of the texts of a language anew."""
        base = _keys.base(language)
        build_index(self.store, base, progress=progress)
        self._searchers.pop(base, None)

    def lookup(
        self,
        wanted: Segment | str,
        *,
        threshold: int = THRESHOLD,
        limit: int = 5,
        penalties: Penalties = _STANDARD,
        adapter: Adapter | None = None,
    ) -> list[Match]:
        """Give the best matches of a segment, at or above `threshold` percent, best first.

        None is missed, but that a text of more than 20,000 characters matches itself only. The
        segment says the languages, its neighbours and its origin; a text alone
        is English that is to become Vietnamese. Units that were translated in the other direction
        match, too. With an `adapter` targets are made to fit where that is certain, and texts that
        differ in their figures only are found however much they differ. Raises RequestError where
        `threshold` is not 1 to 100 or `limit` below 1.
        """
        segment = Segment(wanted) if isinstance(wanted, str) else wanted
        if not 1 <= threshold <= 100 or limit < 1:
            raise RequestError(
                _("a threshold is 1 to 100 percent, and a limit at least 1"),
                hint=_("Usual thresholds are 70 to 85."),
            )
        if not segment.source:
            return []
        asked = matching.Asked(segment, threshold, limit, penalties, adapter)
        language, _other = asked.languages
        if exact := self.store.text_id(language, segment.source):
            found = matching.best(asked, [(matching.EXACT, exact)], self.store)
            if len(found) == limit and found[-1].score >= matching.EXACT:
                return found
        searcher = self._searcher(language)
        similar = searcher.similar(segment.source, threshold)
        if adapter:
            similar += searcher.alike_but_for_figures(segment.source)
            similar = sorted(dict.fromkeys(similar), key=lambda pair: (-pair[0], pair[1]))
        return matching.best(asked, similar, self.store)

    def pretranslate(
        self,
        segments: Iterable[Segment],
        *,
        threshold: int = THRESHOLD,
        limit: int = 1,
        penalties: Penalties = _STANDARD,
        adapter: Adapter | None = None,
    ) -> Iterator[list[Match]]:
        """Give the best matches of each segment, in the order of the segments; see `lookup`."""
        for segment in segments:
            yield self.lookup(
                segment, threshold=threshold, limit=limit, penalties=penalties, adapter=adapter
            )

    def units(self, *, language: str = "", origin: str = "") -> Iterator[Unit]:
        """Every unit, oldest first; only those translated into `language`, or from `origin`."""
        return self.store.all_units(language=language, origin=origin)

    def languages(self) -> tuple[str, ...]:
        """The languages that units are translated into, without regions, sorted."""
        rows = self.store.rows(
            "SELECT DISTINCT texts.language FROM units JOIN texts ON texts.id = units.target"
        )
        return tuple(sorted(row[0] for row in rows))

    def get(self, ids: Iterable[int]) -> list[Unit]:
        """The units of these numbers, by number; those that there are."""
        return self.store.units_of(list(ids))

    def forget(self, ids: Iterable[int]) -> int:
        """Take units out; how many there were."""
        return self.store.remove(ids)

    def count_use(self, ids: Iterable[int]) -> None:
        """Note that these units were put into a translation."""
        self.store.count_use(ids)

    def concordance(self, text: str, *, limit: int = 20, language: str = "") -> list[Line]:
        """Where words or a phrase in double quotes occur, on either side; see `concordance`."""
        from glossary.memory.concordance import concordance

        return concordance(self.store, text, limit=limit, language=language)

    def suggest(
        self, entry: Entry, *, language: str = "vi", limit: int = 5, known: Iterable[Entry] = ()
    ) -> list[Suggestion]:
        """Give the phrases that go with an English term; see `suggestion`."""
        from glossary.memory.suggestion import suggest

        return suggest(self.store, entry, language=language, limit=limit, known=known)

    def fact(self, name: str) -> str:
        """What somebody had the memory say of itself; empty where it says nothing."""
        return self.store.fact(name)

    def set_fact(self, name: str, value: str) -> None:
        """Have the memory say something of itself."""
        self.store.set_fact(name, value)

    def statistics(self) -> Statistics:
        """Count what there is."""
        from glossary.memory import report

        return report.statistics(self.store)

    def conflicts(self) -> list[list[Unit]]:
        """Units with one source and different targets, grouped by source."""
        from glossary.memory import report

        return report.conflicts(self.store)

    def duplicates(self) -> list[list[Unit]]:
        """Units that say the same in the same surroundings, the best of each group first."""
        from glossary.memory import report

        return report.duplicates(self.store)

    def problems(self) -> list[str]:
        """What is wrong with the files, one sentence each; nothing where they are sound."""
        from glossary.memory import report

        return report.problems(self.store)

    def _searcher(self, language: str) -> Searcher:
        searcher = self._searchers.get(language)
        if searcher is None:
            searcher = self._searchers[language] = Searcher(self.store, language)
        return searcher


def _is_worth_keeping(segment: Segment) -> bool:
    """Whether there is a translation, in characters that a file can hold."""
    text = f"{segment.source}{segment.target}"
    is_whole = segment.source.strip() and segment.target.strip() and "\0" not in text
    return bool(is_whole) and not any("\ud800" <= letter <= "\udfff" for letter in text)
