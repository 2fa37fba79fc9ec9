"""Terms around a term: those it is a kind of, kinds of it, and others that hold it.

in      a term of a catalog
out     the terms whose words are the last ones of its own; those that end with it and have only
        modifiers before it; those that hold it otherwise, or share its preferred equivalent
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.languages import fold
from glossary.lookup import _stages as stages
from glossary.lookup._schema import STANDINGS, words_of
from glossary.lookup.shelf import Shelf
from glossary.model import Acceptability, Entry

__all__ = ["Relatives", "relatives"]

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Relatives:
    """Terms around a term, each list with the shortest first and at most twelve."""

    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


def relatives(shelves: Iterable[Shelf], entry: Entry) -> Relatives:
    """The terms around that of `entry` in some catalogs."""
    lists: tuple[dict[str, None], ...] = ({}, {}, {})
    for shelf in shelves:
        for place, name in _around(shelf, entry, fold(entry.source)):
            if name != entry.source:
                lists[place][name] = None
    return Relatives(*(tuple(names)[:_SHOWN] for names in lists))


def _around(shelf: Shelf, entry: Entry, key: str) -> Iterator[tuple[int, str]]:
    """Terms around an entry, each with its place in `Relatives`."""
    words = words_of(key)
    for start in range(1, len(words)):
        for name in stages.same(shelf, " ".join(words[start:])):
            if name.standing == 0:
                yield 0, name.text
    for name in sorted(stages.contained(shelf, words, key), key=lambda name: name.order):
        if name.standing == 0 and name.folded != key and f" {key} " in f" {name.folded} ":
            is_last = name.folded.endswith(f" {key}")
            is_kind = is_last and shelf.noun_phrase(name.number) > len(name.folded) - len(key)
            yield (1 if is_kind else 2), name.text
    for name in stages.same(shelf, fold(entry.target)) if entry.target else ():
        if STANDINGS[name.standing] is Acceptability.PREFERRED:
            yield 2, shelf.entry(name.entry).source
