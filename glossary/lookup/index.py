"""An index of entries under every name they have, in the source and the other language.

in      the entries of the catalogs, each list under its language
out     for a query, the entries that it means, in the order of `Closeness`; else the nearest names
ties    entries that match equally well stand with the name in the query's own case first, then
        names of the language that the query seems to be in, preferred before admitted before
        forbidden ones, then in the order of their source term
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from glossary.languages import fold
from glossary.lookup import _stages as stages
from glossary.lookup._schema import STANDINGS
from glossary.lookup._stages import NameMatch, Query
from glossary.lookup.match import Closeness, Match
from glossary.lookup.shelf import Shelf, Source
from glossary.model import Acceptability, Entry

if TYPE_CHECKING:
    from glossary.lookup._nearness import Nearness
    from glossary.lookup.relatives import Relatives

__all__ = ["Closeness", "Index", "Match"]

_FORBIDDEN = STANDINGS.index(Acceptability.FORBIDDEN)


class Index:
    """Finds entries by any of their names. Obsolete entries are left out.

    `variant_key` gives equal keys for the variants of one source term.

    >>> index = Index({"vi": [Entry("pension", target="lương hưu")]})
    >>> [match.entry.source for match in index.find("luowng huwu")]
    ['pension']
    """

    def __init__(
        self,
        catalogs: Mapping[str, Iterable[Entry]],
        *,
        variant_key: Callable[[str], str] = fold,
    ) -> None:
        shelves = [
            Shelf(Source(language, entries), variant_key=variant_key)
            for language, entries in catalogs.items()
        ]
        self._set(shelves, variant_key)

    @classmethod
    def over(cls, shelves: Sequence[Shelf], *, variant_key: Callable[[str], str]) -> Index:
        """An index over databases that exist already."""
        index = cls.__new__(cls)
        index._set(shelves, variant_key)
        return index

    def _set(self, shelves: Sequence[Shelf], variant_key: Callable[[str], str]) -> None:
        self._shelves = tuple(shelves)
        self._variant_key = variant_key

    def find(self, query: str, *, until: Closeness = Closeness.MEANING) -> tuple[Match, ...]:
        """The closest matches of `query`, one for each entry and language; may be empty.

        `until` is the farthest kind that still counts. Names that begin with the query and names
        that contain it come together.
        """
        wanted = Query(query, self._variant_key)
        for closeness in Closeness if wanted.folded else ():
            if closeness <= until and (found := self._stage(closeness, wanted)):
                if closeness is Closeness.PREFIX:
                    known = {(match.language, match.entry.key) for match in found}
                    more = self._stage(Closeness.CONTAINED, wanted)
                    found += [one for one in more if (one.language, one.entry.key) not in known]
                return tuple(found)
        return ()

    def search(self, query: str, limit: int = 20) -> tuple[Match, ...]:
        """Matches of every kind, the closest first, one for each entry and language.

        What is only near is not looked for where something is close.
        """
        wanted = Query(query, self._variant_key)
        found: dict[tuple[str, str, str], Match] = {}
        for closeness in Closeness:
            is_enough = bool(found) and closeness >= Closeness.TYPING
            if len(found) >= limit or is_enough or not wanted.folded:
                break
            for match in self._stage(closeness, wanted):
                found.setdefault((match.language, *match.entry.key), match)
        return tuple(found.values())[:limit]

    def nearest(self, query: str, count: int = 3) -> tuple[str, ...]:
        """Up to `count` names like `query`: those that hold its words, however spelt, come first.

        A forbidden equivalent is never among them.
        """
        wanted = Query(query, self._variant_key)
        found: dict[str, str] = {}
        for stage in _NEAREST if wanted.folded else ():
            names = [name for shelf in self._shelves for name in stage(shelf, wanted)]
            for name in sorted(names, key=lambda name: (name.order, name.folded)):
                if name.standing != _FORBIDDEN:
                    found.setdefault(name.folded, name.text)
        return tuple(found.values())[:count]

    def relatives(self, entry: Entry) -> Relatives:
        """Terms around that of `entry`, each list with the shortest first."""
        from glossary.lookup.relatives import relatives

        return relatives(self._shelves, entry)

    def entries(self) -> list[Entry]:
        """Every entry of every catalog, by its source term."""
        return [entry for shelf in self._shelves for entry in shelf.entries()]

    def is_current(self) -> bool:
        """Whether the catalogs are still what they were when the index was made."""
        return all(shelf.is_current() for shelf in self._shelves)

    def close(self) -> None:
        """Let go of the files."""
        for shelf in self._shelves:
            shelf.close()

    def _stage(self, closeness: Closeness, query: Query) -> list[Match]:
        """The matches of one kind, best first, the best one of each entry."""
        found = [
            (name, shelf) for shelf in self._shelves for name in _STAGES[closeness](shelf, query)
        ]
        side = 0
        if len(found) > 1 and closeness > Closeness.ORDER:
            side = sum(stages.side(shelf, query) for shelf in self._shelves)
        found.sort(key=lambda one: (_order(one[0], query, side), one[1].language))
        best: dict[tuple[str, int], Match] = {}
        for name, shelf in found:
            if (key := (shelf.language, name.entry)) not in best:
                best[key] = _match(shelf, name, closeness)
        return list(best.values())


_STAGES: Mapping[Closeness, Callable[[Shelf, Query], list[NameMatch]]] = {
    Closeness.EXACT: stages.exact,
    Closeness.FOLDED: stages.folded,
    Closeness.VARIANT: stages.variant,
    Closeness.INITIALS: stages.by_initials,
    Closeness.ORDER: stages.in_order,
    Closeness.PREFIX: stages.prefixed,
    Closeness.CONTAINED: stages.containing,
    Closeness.TYPING: lambda shelf, query: _nearness(shelf).near(query),
    Closeness.MEANING: stages.meant_by,
}

_NEAREST: Sequence[Callable[[Shelf, Query], list[NameMatch]]] = (
    stages.prefixed,
    stages.containing,
    lambda shelf, query: _nearness(shelf).near(query),
    lambda shelf, query: _nearness(shelf).misspelt(query),
    lambda shelf, query: _nearness(shelf).alike(query),
)


def _nearness(shelf: Shelf) -> Nearness:
    """The shelf's names by their length, loaded when somebody misspells one."""
    from glossary.lookup._nearness import Nearness

    return shelf.once(Nearness)


def _order(name: NameMatch, query: Query, side: int) -> tuple[object, ...]:
    """Where a name stands among those of its kind; entries are numbered by their source term."""
    is_other_side = side > 0 < name.standing or (side < 0 and name.standing == 0)
    kind, *rest = name.order or (0,)
    return kind, is_other_side, rest, name.text != query.text, name.standing, name.entry


def _match(shelf: Shelf, name: NameMatch, closeness: Closeness) -> Match:
    entry = shelf.entry(name.entry)
    return Match(entry, shelf.language, name.text, STANDINGS[name.standing], closeness)
